import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shipping',
  name: 'UPS, USPS, DHL, Shippo, EasyPost',
  role: 'api',
  present: [
    { host: 'onlinetools.ups.com' },
    { host: 'wwwcie.ups.com' },
    { host: 'apis.usps.com' },
    { host: 'dhl.com' },
    { host: 'goshippo.com' },
    { host: 'easypost.com' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-expired': 32, 'credentials-missing': 8 },
      says: 'mostly a token past its hours, or test credentials at the live host',
      source: 'https://developer.ups.com/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'www.dhl.com' } }],
      causes: {},
      usual: { 'feature-unavailable': 34, 'role-missing': 22, 'credentials-invalid': 14, 'client-refused': 8 },
      says: 'mostly the product was not granted to the app or account',
      source: 'https://developer.ups.com/',
    },
  ],
};

export default vendor;
