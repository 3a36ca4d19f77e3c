import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'resend',
  name: 'Resend, Mailersend, Loops',
  role: 'api',
  present: [{ host: 'api.resend.com' }, { host: 'api.mailersend.com' }, { host: 'app.loops.so' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'policy-denied': 48, 'scope-insufficient': 14, 'client-refused': 12, 'credentials-invalid': 8 },
      says: "mostly the sender's domain was not verified, or the test address is used for others",
      source: 'https://resend.com/docs/api-reference/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 34,
        'credentials-missing': 28,
        'scope-insufficient': 14,
        'credentials-malformed': 6,
      },
      says: 'mostly no or a wrong key',
      source: 'https://resend.com/docs/api-reference/errors',
    },
  ],
};

export default vendor;
