import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'tidal',
  name: 'TIDAL',
  role: 'api',
  present: [{ host: 'api.tidal.com' }, { host: 'tidal.com' }, { host: 'openapi.tidal.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-expired': 42,
        'feature-unavailable': 22,
        'credentials-invalid': 18,
        'credentials-missing': 8,
      },
      says: 'mostly a token past its time, or the subscription does not include the quality',
      source: 'https://developer.tidal.com/documentation',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 36,
        'scope-insufficient': 20,
        'ip-refused': 12,
        'credentials-invalid': 10,
        'client-refused': 6,
      },
      says: "mostly the subscription or the client's rights",
      source: 'https://developer.tidal.com/documentation',
    },
  ],
};

export default vendor;
