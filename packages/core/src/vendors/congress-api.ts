import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'congress-api',
  name: 'Congress.gov, openFDA, Census APIs',
  role: 'api',
  present: [{ host: 'api.congress.gov' }, { host: 'api.fda.gov' }, { host: 'api.census.gov' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 30, 'rate-limited': 6, 'credentials-malformed': 5 },
      says: 'mostly a wrong or missing key',
      source: 'https://github.com/LibraryOfCongress/api.congress.gov',
    },
  ],
};

export default vendor;
