import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'truelayer',
  name: 'TrueLayer, Tink, Nordigen, Yapily',
  role: 'api',
  present: [{ host: 'truelayer.com' }, { host: 'tink.com' }, { host: 'nordigen.com' }, { host: 'yapily.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'scope-insufficient': 24,
        'ip-refused': 20,
        'policy-denied': 18,
        'credentials-expired': 16,
        'feature-unavailable': 8,
      },
      says: 'mostly the consent is over or does not cover this',
      source: 'https://developer.gocardless.com/bank-account-data/overview',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 28, 'credentials-missing': 8 },
      says: 'mostly an access token past its day',
      source: 'https://developer.gocardless.com/bank-account-data/overview',
    },
  ],
};

export default vendor;
