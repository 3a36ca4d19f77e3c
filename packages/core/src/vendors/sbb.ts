import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'sbb',
  name: 'Swiss open transport data',
  role: 'api',
  present: [{ host: 'opentransportdata.swiss' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 32, 'feature-unavailable': 30, 'credentials-missing': 16, 'client-refused': 6 },
      says: 'mostly a token of another interface',
      source: 'https://opentransportdata.swiss/en/cookbook/',
    },
  ],
};

export default vendor;
