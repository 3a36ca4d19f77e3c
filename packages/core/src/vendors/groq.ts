import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'groq',
  name: 'Groq',
  role: 'api',
  present: [{ host: 'api.groq.com' }, { header: 'x-groq-region' }],
  refusals: [
    {
      id: 'network',
      alone: true,
      when: [{ text: 'Access denied. Please check your network settings.' }],
      causes: { 'ip-refused': 'suggests', 'client-refused': 'hints' },
      says: 'Groq refuses this network: a VPN, a proxy or a country that it does not serve',
      source: 'https://console.groq.com/docs/errors',
    },
    {
      id: 'model-blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /the model '?[^']{1,80}'? is blocked at the (?:organization|project) level/ },
            { code: 'model_permission_blocked_org' },
            { code: 'model_permission_blocked_project' },
          ],
        },
      ],
      causes: { 'policy-denied': 'proves' },
      says: 'the organisation or project blocks this model',
      source: 'https://console.groq.com/docs/model-permissions',
    },
    {
      id: 'usual',
      when: [{ status: 403 }, { host: 'api.groq.com' }],
      causes: {},
      usual: {
        'ip-refused': 32,
        'client-refused': 28,
        'credentials-invalid': 10,
        'policy-denied': 10,
        'feature-unavailable': 8,
        'role-missing': 6,
      },
      says: 'mostly the network or the client program (its User-Agent) is blocked at the edge',
      source: 'https://console.groq.com/docs/errors',
    },
  ],
};

export default vendor;
