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
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'b-cdn.net' }],
      causes: {},
      usual: {
        'origin-rejected': 28,
        'credentials-missing': 20,
        'credentials-invalid': 14,
        'credentials-expired': 14,
        'ip-refused': 12,
        'feature-unavailable': 5,
      },
      says: 'mostly hotlink protection or token authentication of the pull zone',
      source: 'https://docs.bunny.net/docs/cdn-token-authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'bunnycdn.com' }],
      causes: {},
      usual: { 'credentials-invalid': 78, 'credentials-missing': 12 },
      says: "mostly the account key in place of the storage zone's password, or another region's host",
      source: 'https://docs.bunny.net/docs/cdn-token-authentication',
    },
  ],
};

export default vendor;
