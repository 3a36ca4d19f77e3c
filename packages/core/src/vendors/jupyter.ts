import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jupyter',
  name: 'Jupyter Server / JupyterHub',
  role: 'app',
  present: [
    { header: 'x-jupyterhub-version' },
    { path: /^\/(?:[^/?]{1,60}\/)?hub\/(?:api|login|spawn|home|token|oauth|user|admin)/ },
    { text: /blocking cross origin (?:api request|websocket attempt)/ },
  ],
  refusals: [
    {
      id: 'xsrf-get',
      when: [{ text: "'_xsrf' argument missing" }, { method: ['GET', 'HEAD', 'OPTIONS'] }],
      causes: { 'credentials-missing': 'suggests', 'csrf-missing': 'hints' },
      says: 'no API token came; the XSRF message is only the fallback of that',
      fix: { who: 'caller', text: 'send the API token as Authorization: token <token>' },
      source: 'https://github.com/jupyterhub/jupyterhub/issues/4488',
    },
    {
      id: 'cross-origin',
      alone: true,
      when: [{ text: /blocking cross origin (?:api request|websocket attempt)/ }],
      causes: { 'origin-rejected': 'proves', 'host-rejected': 'hints' },
      says: "the Origin is not the server's own and not allowed by allow_origin",
      fix: { who: 'server-admin', text: 'set ServerApp.allow_origin, or let the proxy pass Host and Origin unchanged' },
      source: 'https://github.com/jupyter-server/jupyter_server/blob/main/jupyter_server/base/handlers.py',
    },
    {
      id: 'missing-scope',
      alone: true,
      when: [{ text: /action is not authorized with current scopes; requires any of/ }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the token or user lacks the scope that the API wants',
      source: 'https://github.com/jupyterhub/jupyterhub/blob/main/jupyterhub/scopes.py',
    },
    {
      id: 'missing-or-invalid',
      alone: true,
      when: [
        { text: 'Missing or invalid credentials' },
        { any: [{ path: '/hub/api' }, { header: 'x-jupyterhub-version' }] },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'no API token came, or one that the hub does not know',
      source: 'https://github.com/jupyterhub/jupyterhub/blob/main/jupyterhub/apihandlers/base.py',
    },
    {
      id: 'usual-channels',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/(?:user\/[^/?]{1,60}\/)?(?:api\/kernels\/[^/?]{1,60}\/channels|terminals\/websocket|api\/events\/subscribe|lsp\/ws)/,
        },
      ],
      causes: {},
      usual: { 'origin-rejected': 38, 'credentials-expired': 22, 'credentials-missing': 20, 'proxy-refused': 10 },
      says: 'behind a proxy the Origin is another one than Host, or the proxy drops the upgrade or its cookies',
      source: 'https://jupyter-server.readthedocs.io/en/latest/operators/public-server.html',
    },
    {
      id: 'usual-api-read',
      alone: true,
      when: [
        { status: 403 },
        { method: ['GET', 'HEAD'] },
        {
          path: /^\/(?:user\/[^/?]{1,60}\/)?api\/(?:contents|kernels|sessions|kernelspecs|terminals|config|nbconvert|security|status)(?:[/?]|$)/,
        },
        { not: { sent: 'authorization' } },
        { not: { any: [{ path: '/api/status' }, { path: /^\/api\/(?:sessions|config|security)(?:[/?]|$)/ }] } },
      ],
      causes: {},
      usual: { 'credentials-missing': 50, 'credentials-expired': 18, 'credentials-invalid': 15, 'origin-rejected': 4 },
      says: 'the token of the server is missing, or the session is of another server on this port',
      source: 'https://jupyter-server.readthedocs.io/en/latest/operators/security.html',
    },
    {
      id: 'usual-api-write',
      alone: true,
      when: [
        { status: 403 },
        { not: { method: ['GET', 'HEAD'] } },
        { path: /^\/(?:user\/[^/?]{1,60}\/)?api\/(?:contents|kernels|kernelspecs|terminals)(?:[/?]|$)/ },
      ],
      causes: {},
      usual: {
        'csrf-missing': 46,
        'credentials-missing': 20,
        'credentials-expired': 12,
        'origin-rejected': 8,
        'credentials-invalid': 5,
      },
      says: 'a session needs the _xsrf cookie as X-XSRFToken; a token needs none',
      source: 'https://jupyter-server.readthedocs.io/en/latest/operators/security.html',
    },
    {
      id: 'usual-login',
      alone: true,
      when: [{ status: [401, 403] }, { method: 'POST' }, { path: /^\/(?:hub\/)?login(?:\?next=|\?_xsrf=)/ }],
      causes: {},
      usual: { 'csrf-invalid': 34, 'credentials-invalid': 34, 'policy-denied': 12, 'credentials-expired': 6 },
      says: 'the _xsrf cookie of the login page is not kept, or the user is not allowed',
      source: 'https://jupyterhub.readthedocs.io/en/stable/howto/upgrading-v4.html',
    },
  ],
};

export default vendor;
