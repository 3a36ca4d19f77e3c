import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jolokia',
  name: 'Jolokia (ActiveMQ, Karaf)',
  role: 'app',
  present: [{ path: '/jolokia' }, { path: '/api/jolokia' }, { path: '/actuator/jolokia' }, { body: 'jolokia' }],
  refusals: [
    {
      id: 'origin',
      alone: true,
      when: [{ text: /origin .{1,200} is not allowed to call this agent/ }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin is absent or not allowed by jolokia-access.xml',
      fix: { who: 'caller', text: 'send Origin: http://localhost, or allow the origin in jolokia-access.xml' },
      source: 'https://jolokia.org/reference/html/manual/security.html',
    },
    {
      id: 'client',
      alone: true,
      when: [{ text: /no access from client .{1,80} allowed/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the address is not allowed by jolokia-access.xml',
      source: 'https://jolokia.org/reference/html/manual/security.html',
    },
    {
      id: 'usual-agent',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/(?:api\/|console\/|hawtio\/|actuator\/)?jolokia(?:[/?]|$)/ }],
      causes: {},
      usual: {
        'ip-refused': 28,
        'credentials-missing': 22,
        'origin-rejected': 22,
        'policy-denied': 10,
        'credentials-invalid': 8,
      },
      says: 'jolokia-access.xml with strict checking, a policy of addresses, or the Origin keeps the call out',
      source: 'https://jolokia.org/reference/html/manual/security.html',
    },
  ],
};

export default vendor;
