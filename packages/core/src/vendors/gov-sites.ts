import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gov-sites',
  name: 'Sites of public authorities behind bot walls',
  role: 'app',
  present: [
    { host: 'congress.gov' },
    { host: 'uscis.gov' },
    { host: 'irs.gov' },
    { host: 'ssa.gov' },
    { host: 'cbp.gov' },
    { host: 'uspto.gov' },
    { host: 'fda.gov' },
    { host: 'bls.gov' },
    { host: 'census.gov' },
    { host: 'faa.gov' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [
        { status: 403 },
        { not: { host: 'api.census.gov' } },
        { not: { host: 'api.congress.gov' } },
        { not: { host: 'api.fda.gov' } },
        { not: { host: 'api.uspto.gov' } },
        { not: { host: 'data.uspto.gov' } },
        { not: { host: 'developer.uspto.gov' } },
      ],
      causes: {},
      usual: { 'client-refused': 62, 'ip-refused': 20, 'rate-limited': 6, 'policy-denied': 4 },
      says: 'mostly the client names itself as a program; some ask for an email address in User-Agent',
      source: 'https://www.bls.gov/bls/pss.htm',
    },
  ],
};

export default vendor;
