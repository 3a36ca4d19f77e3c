import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'bmw',
  name: 'BMW',
  role: 'api',
  present: [{ host: 'bmwgroup.com' }, { host: 'bmw.com' }, { host: 'bmwgroup.us' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'rate-limited': 40, 'feature-unavailable': 18, 'policy-denied': 16, 'client-refused': 14 },
      says: 'mostly the daily quota, or an unofficial client',
      source: 'https://bmw-cardata.bmwgroup.com/customer/public/api-documentation',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 42, 'credentials-invalid': 28, 'client-refused': 10, 'step-up-required': 8 },
      says: 'mostly a token past its time, or a captcha at the login',
      source: 'https://bmw-cardata.bmwgroup.com/customer/public/api-documentation',
    },
  ],
};

export default vendor;
