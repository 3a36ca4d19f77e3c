import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'braintree-checkout',
  name: 'Braintree, Checkout.com, Worldpay',
  role: 'api',
  present: [
    { host: 'braintreegateway.com' },
    { host: 'braintree-api.com' },
    { host: 'checkout.com' },
    { host: 'worldpay.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 68, 'credentials-missing': 8, 'credentials-malformed': 6 },
      says: 'mostly sandbox keys at the live host or the reverse',
      source: 'https://developer.paypal.com/braintree/docs/reference/general/exceptions/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 32,
        'feature-unavailable': 26,
        'ip-refused': 10,
        'credentials-invalid': 8,
        'policy-denied': 6,
      },
      says: 'mostly the role of the key, or a feature that is off',
      source: 'https://developer.paypal.com/braintree/docs/reference/general/exceptions/',
    },
  ],
};

export default vendor;
