import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netlify',
  name: 'Netlify',
  role: 'platform',
  present: [
    { header: 'x-nf-request-id' },
    { header: 'server', is: /^netlify/i },
    { host: 'netlify.app' },
    { host: 'api.netlify.com' },
  ],
  refusals: [
    {
      id: 'paused',
      alone: true,
      when: [{ text: /site (was|has been) paused as it reached its usage limits|site not available/ }],
      causes: { 'feature-unavailable': 'suggests' },
      says: 'the site has used up the limits of its plan',
      source: 'https://docs.netlify.com/manage/accounts-and-billing/billing/',
    },
    {
      id: 'api',
      when: [{ host: 'api.netlify.com' }, { status: 401 }, { text: 'access denied' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints', 'credentials-expired': 'hints' },
      says: 'the API token was not accepted',
      source: 'https://docs.netlify.com/api/get-started/',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { not: { host: 'api.netlify.com' } }],
      causes: {},
      usual: {
        'ip-refused': 30,
        'role-missing': 22,
        'server-rule': 14,
        'client-refused': 10,
        'credentials-missing': 8,
        'feature-unavailable': 6,
      },
      says: 'the firewall rules or the visitor access of the site',
      source: 'https://docs.netlify.com/security/secure-access-to-sites/traffic-rules/',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'netlify.app' }],
      causes: {},
      usual: { 'credentials-missing': 82, 'credentials-invalid': 8, 'policy-denied': 4 },
      says: 'mostly the password or team login in front of the site',
      source: 'https://docs.netlify.com/resources/troubleshooting/',
    },
  ],
};

export default vendor;
