import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'xai',
  name: 'xAI',
  role: 'api',
  present: [{ host: 'api.x.ai' }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [
        {
          any: [
            { text: 'The caller does not have permission to execute the specified operation' },
            { text: "Your newly created team doesn't have any credits yet" },
          ],
        },
        {
          any: [
            { host: 'api.x.ai' },
            { text: 'newly created team' },
            { body: '"code":"the caller does not have permission"' },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the team has no credit, or the key no permission for this model',
      source: 'https://docs.x.ai/docs/key-information/debugging',
    },
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 35,
        'feature-unavailable': 20,
        'credentials-invalid': 15,
        'ip-refused': 12,
        'client-refused': 8,
        'policy-denied': 5,
      },
      says: "mostly the key's permissions or the team's missing credits",
      source: 'https://docs.x.ai/docs/key-information/debugging',
    },
  ],
};

export default vendor;
