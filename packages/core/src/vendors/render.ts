import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'render',
  name: 'Render',
  role: 'platform',
  present: [
    { header: 'rndr-id' },
    { header: 'x-render-origin-server' },
    { header: 'x-render-routing' },
    { host: 'onrender.com' },
    { host: 'api.render.com' },
  ],
  refusals: [
    {
      id: 'suspended',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-render-routing', is: /suspend/ },
            { text: /this service has been suspended( by its owner)?/ },
          ],
        },
      ],
      causes: { 'feature-unavailable': 'proves', 'policy-denied': 'hints' },
      says: 'the service is suspended: by its owner, or for unpaid bills or used-up hours',
      source: 'https://render.com/docs/free',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { host: 'onrender.com' }],
      causes: {},
      usual: {
        'ip-refused': 32,
        'role-missing': 22,
        'server-rule': 12,
        'credentials-missing': 12,
        'credentials-invalid': 8,
        'client-refused': 6,
      },
      says: 'the inbound address rules, or the app itself',
      source: 'https://render.com/docs/inbound-ip-rules',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'api.render.com' }],
      causes: {},
      usual: { 'credentials-invalid': 58, 'credentials-missing': 20, 'credentials-malformed': 8 },
      says: 'mostly a wrong or revoked key',
      source: 'https://render.com/docs/api',
    },
  ],
};

export default vendor;
