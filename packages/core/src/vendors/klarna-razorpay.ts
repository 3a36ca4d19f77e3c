import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'klarna-razorpay',
  name: 'Klarna, Razorpay, GoCardless, Paystack',
  role: 'api',
  present: [
    { host: 'klarna.com' },
    { host: 'razorpay.com' },
    { host: 'gocardless.com' },
    { host: 'paystack.co' },
    { host: 'flutterwave.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 72, 'credentials-missing': 10 },
      says: 'mostly test keys at the live host, or another region',
      source: 'https://docs.klarna.com/api/authentication/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 34, 'role-missing': 22, 'policy-denied': 18, 'ip-refused': 8, 'not-owner': 6 },
      says: 'mostly a feature that was not activated for the account',
      source: 'https://docs.klarna.com/api/authentication/',
    },
  ],
};

export default vendor;
