import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hex-pm',
  name: 'Hex',
  role: 'registry',
  present: [{ host: 'hex.pm' }, { host: 'repo.hex.pm' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-invalid': 28,
        'not-owner': 22,
        'ip-refused': 20,
        'proxy-refused': 12,
        'step-up-required': 6,
      },
      says: "mostly another owner's package, or the network on the way",
      source: 'https://hex.pm/docs/faq',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-expired': 30,
        'credentials-missing': 14,
        'step-up-required': 10,
      },
      says: 'mostly a revoked key',
      source: 'https://hex.pm/docs/faq',
    },
  ],
};

export default vendor;
