import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'g2-capterra',
  name: 'G2, Capterra, Trustpilot',
  role: 'app',
  present: [{ host: 'g2.com' }, { host: 'capterra.com' }, { host: 'trustpilot.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { not: { host: 'api.trustpilot.com' } }],
      causes: {},
      usual: { 'client-refused': 74, 'ip-refused': 10, 'rate-limited': 6 },
      says: 'the bot wall',
      source: 'https://documentation-apidocumentation.trustpilot.com/',
    },
    {
      id: 'usual-api',
      when: [{ status: 403 }, { host: 'api.trustpilot.com' }],
      causes: {},
      usual: { 'role-missing': 30, 'credentials-invalid': 24, 'feature-unavailable': 24, 'credentials-missing': 6 },
      says: 'mostly the plan or the business unit',
      source: 'https://documentation-apidocumentation.trustpilot.com/',
    },
  ],
};

export default vendor;
