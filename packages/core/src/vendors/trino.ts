import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'trino',
  name: 'Trino and Presto',
  role: 'database',
  present: [{ sent: 'x-trino-user' }, { sent: 'x-presto-user' }, { header: 'x-trino-set-session' }],
  refusals: [
    {
      id: 'usual-statement',
      when: [{ status: [401, 403] }, { path: /^\/v1\/(?:statement|query|info|node|task)(?:[/?]|$)/ }],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'tls-required': 28,
        'credentials-missing': 16,
        'role-missing': 10,
        'host-rejected': 5,
      },
      says: 'logins need HTTPS: behind a proxy http-server.process-forwarded must be on',
      source: 'https://trino.io/docs/current/security/tls.html',
    },
  ],
};

export default vendor;
