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
  ],
};

export default vendor;
