import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'socrata',
  name: 'Socrata open data',
  role: 'api',
  present: [
    {
      host: /(^|\.)data\.(cityofnewyork\.us|cityofchicago\.org|sfgov\.org|lacity\.org|seattle\.gov|cdc\.gov|ny\.gov)$/,
    },
    { host: 'socrata.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'policy-denied': 20, 'credentials-missing': 12, 'rate-limited': 10 },
      says: 'mostly a wrong app token, or a private data set',
      source: 'https://dev.socrata.com/docs/app-tokens.html',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 72, 'role-missing': 6 },
      says: 'mostly a data set that was moved',
      source: 'https://dev.socrata.com/docs/app-tokens.html',
    },
  ],
};

export default vendor;
