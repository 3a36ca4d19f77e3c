import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'namecheap',
  name: 'Namecheap',
  role: 'api',
  present: [{ host: 'api.namecheap.com' }, { host: 'api.sandbox.namecheap.com' }, { body: 'api.namecheap.com' }],
  refusals: [
    {
      id: 'ip',
      alone: true,
      when: [
        { any: [{ text: /invalid request ip: / }, { text: 'Parameter ClientIP is invalid' }] },
        { any: [{ body: 'namecheap' }, { text: 'invalid request ip' }] },
      ],
      causes: { 'ip-refused': 'proves' },
      says: "the address is not on the account's list",
      fix: { who: 'api-owner', text: 'add the address under Profile, Tools, API access' },
      source: 'https://www.namecheap.com/support/api/error-codes/',
    },
    {
      id: 'key',
      alone: true,
      when: [{ text: 'API Key is invalid or API access has not been enabled' }],
      causes: { 'credentials-invalid': 'suggests', 'feature-unavailable': 'hints' },
      says: 'the key is wrong, or API access is off for this account',
      source: 'https://www.namecheap.com/support/api/error-codes/',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { any: [{ host: 'api.namecheap.com' }, { host: 'api.sandbox.namecheap.com' }] }],
      causes: {},
      usual: { 'client-refused': 34, 'ip-refused': 32, 'credentials-invalid': 10, 'feature-unavailable': 8 },
      says: 'mostly the edge, or an address that was not put on the list',
      source: 'https://www.namecheap.com/support/api/error-codes/',
    },
  ],
};

export default vendor;
