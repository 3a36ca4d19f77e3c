import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'supercell',
  name: 'Supercell game APIs',
  role: 'api',
  present: [
    { host: 'api.clashofclans.com' },
    { host: 'api.clashroyale.com' },
    { host: 'api.brawlstars.com' },
    { body: '"reason":"accessdenied.invalidip"' },
  ],
  refusals: [
    {
      id: 'address',
      alone: true,
      when: [{ any: [{ code: 'accessDenied.invalidIp' }, { text: 'api key does not allow access from ip' }] }],
      causes: { 'ip-refused': 'proves' },
      says: 'the key lists addresses, and the call comes from another',
      fix: {
        who: 'caller',
        text: 'make a key for the address of the caller, or go through a proxy with a fixed address',
      },
      source: 'https://developer.clashofclans.com/#/documentation',
    },
    {
      id: 'key',
      when: [{ code: 'accessDenied' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the key is missing or unknown',
      source: 'https://developer.clashofclans.com/#/documentation',
    },
    {
      id: 'usual',
      when: [
        { status: 403 },
        { any: [{ host: 'api.clashofclans.com' }, { host: 'api.clashroyale.com' }, { host: 'api.brawlstars.com' }] },
      ],
      causes: {},
      usual: { 'ip-refused': 66, 'credentials-invalid': 18, 'credentials-missing': 8 },
      says: 'mostly the address changed; a key is bound to its addresses',
      source: 'https://developer.clashofclans.com/',
    },
  ],
};

export default vendor;
