import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wise-revolut',
  name: 'Wise, Revolut, N26',
  role: 'api',
  present: [{ host: 'transferwise.com' }, { host: 'wise.com' }, { host: 'revolut.com' }, { host: 'n26.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'step-up-required': 34,
        'feature-unavailable': 18,
        'not-owner': 12,
        'scope-insufficient': 10,
        'ip-refused': 8,
        'client-refused': 6,
      },
      says: 'mostly strong customer authentication (a signed one-time token) is required',
      source: 'https://docs.wise.com/api-docs/features/strong-customer-authentication-2fa',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 44, 'credentials-expired': 36, 'credentials-missing': 6 },
      says: 'mostly a token past its hours, or a sandbox token',
      source: 'https://docs.wise.com/api-docs/features/strong-customer-authentication-2fa',
    },
  ],
};

export default vendor;
