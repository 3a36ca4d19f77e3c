import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'status-monitors',
  name: 'Better Stack, UptimeRobot, Statuspage, Opsgenie, VictorOps',
  role: 'api',
  present: [
    { host: 'betterstack.com' },
    { host: 'betteruptime.com' },
    { host: 'uptimerobot.com' },
    { host: 'statuspage.io' },
    { host: 'opsgenie.com' },
    { host: 'victorops.com' },
  ],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'scope-insufficient': 26, 'credentials-invalid': 26, 'role-missing': 24, 'feature-unavailable': 14 },
      says: 'mostly a key of another kind (team or read-only), or the plan',
      source: 'https://docs.opsgenie.com/docs/response',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-missing': 16, 'credentials-malformed': 12 },
      says: 'mostly a wrong key, the EU host, or the word GenieKey',
      source: 'https://docs.opsgenie.com/docs/response',
    },
    {
      id: 'usual-422',
      when: [{ status: 422 }, { host: 'opsgenie.com' }],
      causes: {},
      usual: { 'credentials-invalid': 60, 'credentials-malformed': 16, 'credentials-missing': 10 },
      says: 'mostly a key of another kind or region',
      source: 'https://docs.opsgenie.com/docs/response',
    },
  ],
};

export default vendor;
