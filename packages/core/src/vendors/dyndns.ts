import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dyndns',
  name: 'Dynamic DNS services',
  role: 'api',
  present: [
    { host: 'dynupdate.no-ip.com' },
    { host: 'members.dyndns.org' },
    { host: 'duckdns.org' },
    { host: 'dynv6.com' },
    { host: 'afraid.org' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 36, 'credentials-invalid': 20, 'rate-limited': 20, 'policy-denied': 8 },
      says: 'mostly the User-Agent is blocked, or too many updates',
      source: 'https://www.noip.com/integrate/response',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-missing': 20, 'credentials-malformed': 6 },
      says: 'mostly a wrong user name or password',
      source: 'https://www.noip.com/integrate/response',
    },
  ],
};

export default vendor;
