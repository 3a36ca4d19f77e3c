import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'portainer',
  name: 'Portainer',
  role: 'app',
  present: [{ cookie: 'portainer_api_key' }, { text: /portainer|\baccess denied to resource\b/ }],
  refusals: [
    {
      id: 'resource',
      alone: true,
      when: [{ text: 'Access denied to resource' }],
      causes: { 'role-missing': 'suggests', 'not-owner': 'hints' },
      says: 'the user has no access to this environment or resource',
      source: 'https://github.com/portainer/portainer/blob/develop/api/http/errors/errors.go',
    },
    {
      id: 'csrf',
      alone: true,
      when: [{ text: /forbidden - (?:origin|referer) invalid/ }],
      causes: { 'origin-rejected': 'proves', 'csrf-invalid': 'hints' },
      says: 'the Origin or Referer does not fit the Host as Portainer sees it',
      fix: { who: 'server-admin', text: 'set --trusted-origins, or let the proxy pass the public Host' },
      source: 'https://github.com/portainer/portainer/issues/12748',
    },
    {
      id: 'usual-docker',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:portainer\/)?api\/endpoints\/\d{1,5}\/(?:docker|kubernetes)\// }],
      causes: {},
      usual: { 'role-missing': 44, 'credentials-expired': 20, 'credentials-invalid': 16, 'policy-denied': 10 },
      says: 'the user may not manage this environment, or bind mounts and privileged mode are off for users',
      source: 'https://docs.portainer.io/admin/environments/policies',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:portainer\/)?api\/(?:endpoints|stacks|auth|users|settings|registries|templates|custom_templates|edge_[a-z_]{3,20}|kubernetes|webhooks)(?:[/?]|$)/,
        },
        { any: [{ path: /^\/portainer\// }, { path: /^\/api\/endpoints(?:[/?]|$)/ }, { port: [9000, 9443] }] },
        { not: { path: /^\/api\/(?:streams|users)/ } },
      ],
      causes: {},
      usual: {
        'credentials-expired': 28,
        'credentials-missing': 22,
        'credentials-invalid': 18,
        'role-missing': 18,
        'origin-rejected': 8,
      },
      says: 'the JWT is past its eight hours, the key goes as X-API-Key, or the Origin is not that of the proxy',
      source: 'https://docs.portainer.io/api/docs',
    },
  ],
};

export default vendor;
