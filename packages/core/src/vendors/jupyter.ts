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
  ],
};

export default vendor;
