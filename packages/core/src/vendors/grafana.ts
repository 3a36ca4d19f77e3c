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
    {
      id: 'usual-datasource',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/(?:grafana\/)?api\/(?:datasources\/proxy|ds\/query|datasources\/uid)/ },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'role-missing': 20,
        'origin-rejected': 12,
        'credentials-expired': 10,
        'credentials-missing': 10,
        'ip-refused': 6,
      },
      says: 'the data source itself refuses, or the viewer may not query it',
      source: 'https://grafana.com/docs/grafana/latest/developers/http_api/authentication/',
    },
    {
      id: 'usual-write-session',
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        { path: /^\/(?:grafana\/)?(?:api|login)/ },
        { sent: 'cookie' },
        { not: { sent: 'authorization' } },
        { cookie: 'grafana_session' },
      ],
      causes: {},
      usual: {
        'origin-rejected': 44,
        'role-missing': 28,
        'csrf-missing': 6,
        'credentials-expired': 5,
        'policy-denied': 4,
      },
      says: 'behind a proxy that changes Host, the check of the Origin refuses',
      source: 'https://grafana.com/tutorials/run-grafana-behind-a-proxy/',
    },
    {
      id: 'usual-live',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:grafana\/)?api\/live\// }],
      causes: {},
      usual: {
        'origin-rejected': 60,
        'role-missing': 8,
        'proxy-refused': 8,
        'credentials-expired': 7,
        'credentials-missing': 5,
      },
      says: 'the Origin of the live channel is not root_url, mostly as a proxy changes Host',
      source: 'https://grafana.com/docs/grafana/latest/setup-grafana/set-up-grafana-live/',
    },
    {
      id: 'usual-api-token',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:grafana\/)?api\/(?:dashboards|search|org|orgs|users?|admin|folders|annotations|alertmanager|ruler|serviceaccounts|auth\/keys|v1\/provisioning|teams)(?:\/|\?|$)/,
        },
        { sent: 'authorization' },
        {
          any: [
            { path: '/grafana/' },
            { cookie: 'grafana_' },
            {
              path: /^\/api\/(?:folders|annotations|serviceaccounts|v1\/provisioning|dashboards\/(?:db|uid))(?:[/?]|$)/,
            },
          ],
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 36,
        'role-missing': 34,
        'scope-insufficient': 6,
        'credentials-expired': 6,
        'feature-unavailable': 5,
      },
      says: 'the token is of another instance or organisation, or its role is too low; some routes take Basic only',
      source: 'https://grafana.com/docs/grafana/latest/developers/http_api/authentication/',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: [401, 403] }, { method: 'POST' }, { path: /^\/grafana\/login/ }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'origin-rejected': 26,
        'csrf-missing': 10,
        'rate-limited': 8,
        'step-up-required': 3,
      },
      says: 'the password is wrong, or the proxy changes Host so that the Origin does not fit',
      source: 'https://grafana.com/docs/grafana/latest/developers/http_api/authentication/',
    },
  ],
};

export default vendor;
