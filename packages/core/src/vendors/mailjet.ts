import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mailjet',
  name: 'Mailjet',
  role: 'api',
  present: [{ host: 'mailjet.com' }, { header: 'x-mj-request-guid' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ text: 'api key authentication/authorization failure' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the key pair is missing, wrong or inactive',
      source: 'https://dev.mailjet.com/email/reference/overview/errors/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'mailjet.com' }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-missing': 14, 'policy-denied': 12, 'feature-unavailable': 4 },
      says: 'mostly a wrong key pair, or a blocked account',
      source: 'https://dev.mailjet.com/email/guides/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'mailjet.com' }],
      causes: {},
      usual: { 'policy-denied': 40, 'role-missing': 24, 'feature-unavailable': 16, 'ip-refused': 6 },
      says: 'mostly the account or sender waits for validation',
      source: 'https://dev.mailjet.com/email/guides/',
    },
  ],
};

export default vendor;
