import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'node-red',
  name: 'Node-RED',
  role: 'app',
  present: [],
  refusals: [
    {
      id: 'usual-admin-api',
      alone: true,
      when: [
        { status: [401, 403] },
        { port: 1880 },
        {
          path: /^\/(?:red\/|admin\/)?(?:flows?|nodes|settings|auth\/(?:token|login|revoke)|library\/|context\/|inject\/\d?|debug\/view)(?:[/?]|$)/,
        },
      ],
      causes: {},
      usual: { 'credentials-missing': 52, 'credentials-expired': 18, 'role-missing': 13, 'credentials-invalid': 10 },
      says: 'adminAuth is on: a token of /auth/token is asked for',
      source: 'https://nodered.org/docs/user-guide/runtime/securing-node-red',
    },
  ],
};

export default vendor;
