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
  ],
};

export default vendor;
