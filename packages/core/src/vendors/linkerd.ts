import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'linkerd',
  name: 'Linkerd',
  role: 'mesh',
  present: [{ header: 'l5d-proxy-error' }],
  refusals: [
    {
      id: 'unauthorized',
      alone: true,
      when: [{ header: 'l5d-proxy-error', is: /unauthorized/i }],
      causes: { 'proxy-refused': 'proves', 'role-missing': 'suggests' },
      says: 'no policy of the mesh lets this client reach the server',
      fix: { who: 'api-owner', text: 'add an AuthorizationPolicy (or MeshTLSAuthentication) for this client' },
      source: 'https://linkerd.io/2/features/server-policy/',
    },
  ],
};

export default vendor;
