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
      causes: { 'ip-refused': 'suggests', 'role-missing': 'hints', 'server-rule': 'hints' },
      says: 'the service or its inbound address rules refused',
      source: 'https://render.com/docs/inbound-ip-rules',
    },
  ],
};

export default vendor;
