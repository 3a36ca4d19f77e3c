import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'truenas',
  name: 'TrueNAS',
  role: 'app',
  present: [{ challenge: 'basic', param: 'realm', is: /truenas|freenas/i }],
  refusals: [
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/api\/v2\.0\/(?:system|pool|app|chart|sharing|user|disk|service|replication|core|alert|cronjob|interface|vm|websocket)(?:[/?]|$)/,
        },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-missing': 26,
        'policy-denied': 10,
        'role-missing': 8,
        'tls-required': 5,
        'ip-refused': 4,
      },
      says: 'the API key is wrong or was revoked after use over plain HTTP, or has no right to the method',
      source: 'https://www.truenas.com/docs/scale/scaletutorials/toptoolbar/managingapikeys/',
    },
  ],
};

export default vendor;
