import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'docker-engine',
  name: 'Docker Engine API',
  role: 'platform',
  present: [{ header: 'server', is: /^docker\//i }, { header: 'ostype' }],
  refusals: [
    {
      id: 'usual-proxy',
      alone: true,
      when: [
        { status: 403 },
        { port: [2375, 2376, 2377] },
        {
          path: /^\/(?:v1\.\d{2}\/)?(?:containers\/(?:json|create|[0-9a-f]{12,64}\/)|images\/(?:json|create)|networks(?:\?|\/|$)|volumes(?:\?|$)|exec\/|info$|swarm|services\/|events\?)/,
        },
      ],
      causes: {},
      usual: { 'feature-unavailable': 36, 'policy-denied': 26, 'method-refused': 16, 'server-rule': 10 },
      says: 'a socket proxy lets through only the sections that are switched on',
      source: 'https://github.com/Tecnativa/docker-socket-proxy',
    },
  ],
};

export default vendor;
