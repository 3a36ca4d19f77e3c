import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bunnycdn',
  name: 'bunny.net',
  role: 'cdn',
  present: [
    { header: 'server', is: /^bunnycdn/i },
    { header: 'cdn-requestid' },
    { host: 'b-cdn.net' },
    { host: 'bunnycdn.com' },
    { host: 'bunny.net' },
  ],
  refusals: [
    {
      id: 'storage',
      alone: true,
      when: [{ body: /"httpcode": ?401, ?"message": ?"unauthorized"/ }],
      causes: { 'credentials-invalid': 'suggests', 'host-rejected': 'hints' },
      says: 'the password is not of this storage zone, or the zone lives in another region',
      source: 'https://docs.bunny.net/reference/storage-api',
    },
    {
      id: 'shield',
      alone: true,
      when: [{ text: /establishing a secure connection/ }, { body: /bunny/ }],
      causes: { 'client-refused': 'proves' },
      says: 'Bunny Shield wants a browser to prove itself',
      source: 'https://docs.bunny.net/docs/shield-ddos-protection',
    },
    {
      id: 'edge',
      when: [{ status: 403 }, { header: 'server', is: /^bunnycdn/i }, { not: { body: 'bunny shield' } }],
      causes: {
        'credentials-expired': 'suggests',
        'origin-rejected': 'hints',
        'ip-refused': 'hints',
        'server-rule': 'hints',
      },
      says: 'the edge refused: token authentication, allowed Referers, blocked countries or addresses',
      source: 'https://docs.bunny.net/docs/cdn-http-error-codes',
    },
  ],
};

export default vendor;
