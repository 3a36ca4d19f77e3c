import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'whois-domain',
  name: 'Gandi, Porkbun, Name.com, Dynadot',
  role: 'api',
  present: [{ host: 'gandi.net' }, { host: 'porkbun.com' }, { host: 'name.com' }, { host: 'dynadot.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'scope-insufficient': 30,
        'ip-refused': 18,
        'policy-denied': 16,
        'not-owner': 14,
        'credentials-invalid': 8,
      },
      says: "mostly the token's rights, a domain without API access, or the address list",
      source: 'https://api.gandi.net/docs/authentication/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'credentials-malformed': 18,
        'credentials-expired': 12,
        'credentials-missing': 10,
      },
      says: 'mostly the old kind of key (Apikey) or an expired token',
      source: 'https://api.gandi.net/docs/authentication/',
    },
  ],
};

export default vendor;
