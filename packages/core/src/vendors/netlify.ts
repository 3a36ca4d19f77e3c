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
      causes: { 'ip-refused': 'suggests', 'role-missing': 'hints', 'server-rule': 'hints', 'client-refused': 'hints' },
      says: 'the edge refused: a firewall rule, a role in a redirect, or an edge function',
      source: 'https://docs.netlify.com/security/secure-access-to-sites/traffic-rules/',
    },
  ],
};

export default vendor;
