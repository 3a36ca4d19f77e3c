import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'grafana',
  name: 'Grafana',
  role: 'app',
  present: [
    { cookie: 'grafana_session' },
    { text: /(?:^|[^s] )origin not allowed|you'll need additional permissions to perform this action|grafana/ },
    { body: '"accesserrorid"' },
  ],
  refusals: [
    {
      id: 'rbac',
      alone: true,
      when: [
        {
          any: [
            { text: "You'll need additional permissions to perform this action. Permissions needed:" },
            { body: '"accesserrorid"' },
            { text: /you'll need additional permissions to perform this action/ },
          ],
        },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user or service account lacks a permission; the answer names it',
      source:
        'https://grafana.com/docs/grafana/latest/administration/roles-and-permissions/access-control/troubleshooting/',
    },
    {
      id: 'origin',
      alone: true,
      when: [{ text: /(?:^|[^s] )origin not allowed/ }],
      causes: { 'origin-rejected': 'proves', 'host-rejected': 'hints' },
      says: 'the Origin does not fit the Host as Grafana sees it',
      fix: {
        who: 'server-admin',
        text: 'let the proxy pass the public Host (proxy_set_header Host $http_host), or set csrf_trusted_origins',
      },
      source: 'https://grafana.com/docs/grafana/latest/setup-grafana/configure-grafana/#csrf_trusted_origins',
    },
    {
      id: 'permission-denied',
      when: [
        { text: /\bpermission denied\b|access denied/ },
        { cookie: 'grafana_session' },
        { not: { body: '"accesserrorid"' } },
      ],
      causes: { 'role-missing': 'suggests' },
      says: "the user's role does not allow this",
      source: 'https://grafana.com/docs/grafana/latest/developers/http_api/',
    },
    {
      id: 'api-key',
      alone: true,
      when: [
        {
          any: [
            { text: 'Invalid API key' },
            { text: 'Expired API key' },
            { code: 'api-key.invalid' },
            { text: 'invalid API key' },
          ],
        },
        { any: [{ body: '"traceid"' }, { body: '"messageid"' }, { cookie: 'grafana_session' }, { text: 'grafana' }] },
      ],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the API key or service account token is wrong or past its time',
      source:
        'https://grafana.com/docs/grafana/latest/administration/roles-and-permissions/access-control/troubleshooting/',
    },
    {
      id: 'ip-login',
      alone: true,
      when: [
        { any: [{ code: 'password-auth.failed' }, { text: 'Invalid username or password' }] },
        { any: [{ body: '"messageid"' }, { cookie: 'grafana_session' }, { text: 'grafana' }] },
      ],
      causes: { 'credentials-invalid': 'suggests', 'rate-limited': 'hints' },
      says: 'the user name or password is wrong',
      source:
        'https://grafana.com/docs/grafana/latest/administration/roles-and-permissions/access-control/troubleshooting/',
    },
    {
      id: 'datasource-proxy',
      alone: true,
      when: [
        {
          any: [
            { text: 'Data proxy hostname and ip are not included in whitelist' },
            { text: 'Non allow-listed POSTs not allowed on proxied Prometheus datasource' },
            { text: 'Deletes not allowed on proxied Prometheus datasource' },
          ],
        },
      ],
      causes: { 'server-rule': 'suggests' },
      says: 'the data source proxy does not allow this method or host',
      source: 'https://github.com/grafana/grafana/blob/main/pkg/api/pluginproxy/ds_proxy.go',
    },
  ],
};

export default vendor;
