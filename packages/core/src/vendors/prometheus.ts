import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'prometheus',
  name: 'Prometheus / Thanos / Alertmanager / Loki',
  role: 'app',
  present: [
    { path: '/api/v1/query' },
    { path: '/api/v1/admin/tsdb' },
    { path: '/loki/api/' },
    { text: /lifecycle api is not enabled|admin apis disabled|no org id/ },
  ],
  refusals: [
    {
      id: 'lifecycle',
      alone: true,
      when: [{ text: 'Lifecycle API is not enabled.' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the lifecycle API is off',
      fix: { who: 'server-admin', text: 'start Prometheus with --web.enable-lifecycle' },
      source: 'https://prometheus.io/docs/prometheus/latest/management_api/',
    },
    {
      id: 'admin-api',
      alone: true,
      when: [{ text: 'admin APIs disabled' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the admin API is off',
      fix: { who: 'server-admin', text: 'start Prometheus with --web.enable-admin-api' },
      source: 'https://prometheus.io/docs/prometheus/latest/querying/api/#tsdb-admin-apis',
    },
    {
      id: 'no-org-id',
      alone: true,
      when: [{ text: 'no org id' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'Loki, Mimir or Tempo: no X-Scope-OrgID came',
      fix: { who: 'caller', text: 'send X-Scope-OrgID: <tenant>' },
      source: 'https://grafana.com/docs/loki/latest/operations/multi-tenancy/',
    },
  ],
};

export default vendor;
