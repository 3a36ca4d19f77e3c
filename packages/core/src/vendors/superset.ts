import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'superset',
  name: 'Apache Superset',
  role: 'app',
  present: [
    { path: '/superset/' },
    { text: /superset|you don't have access to this (?:dashboard|chart|dataset)|datasource_security_access_error/ },
  ],
  refusals: [
    {
      id: 'datasource',
      alone: true,
      when: [
        {
          any: [
            { text: 'DATASOURCE_SECURITY_ACCESS_ERROR' },
            { text: 'TABLE_SECURITY_ACCESS_ERROR' },
            { text: 'DATABASE_SECURITY_ACCESS_ERROR' },
            { text: 'CHART_SECURITY_ACCESS_ERROR' },
            { text: 'DASHBOARD_SECURITY_ACCESS_ERROR' },
            { text: /this endpoint requires the datasource .{1,80} database or .{0,5}all_datasource_access/ },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: "the user's role has no access to this dataset, database, chart or dashboard",
      source: 'https://github.com/apache/superset/blob/master/superset/errors.py',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [403, 401, 400] },
        {
          path: /^\/api\/v1\/(?:chart|dashboard|dataset|database|security\/(?:login|guest_token|csrf_token)|sqllab|explore|saved_query)(?:[/?]|$)/,
        },
        {
          any: [
            { path: /^\/api\/v1\/(?:chart\/|dashboard\/|sqllab|dataset\/|security\/(?:login|guest_token|csrf_token))/ },
          ],
        },
      ],
      causes: {},
      usual: {
        'role-missing': 34,
        'csrf-missing': 22,
        'credentials-expired': 16,
        'credentials-missing': 14,
        'credentials-invalid': 6,
      },
      says: 'the role lacks "can read", or a write needs X-CSRFToken with the session of the same client',
      source: 'https://superset.apache.org/docs/security/',
    },
    {
      id: 'usual-view',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/superset\/(?:dashboard|explore|sqllab|log|welcome)/ }],
      causes: {},
      usual: { 'role-missing': 44, 'credentials-expired': 18, 'credentials-missing': 14, 'policy-denied': 10 },
      says: 'the role may not see the dashboard, or the embedding site is not allowed',
      source: 'https://superset.apache.org/docs/security/',
    },
  ],
};

export default vendor;
