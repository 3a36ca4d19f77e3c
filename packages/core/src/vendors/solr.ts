import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'solr',
  name: 'Apache Solr',
  role: 'database',
  present: [{ header: 'www-authenticate', is: /realm="solr"/i }],
  refusals: [
    {
      id: 'usual-core',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/solr\/(?:[a-z0-9_.-]{1,60}\/(?:select|update|admin|query|schema|config|replication|browse)|admin\/|#)/i,
        },
      ],
      causes: {},
      usual: {
        'credentials-missing': 28,
        'credentials-invalid': 24,
        'role-missing': 22,
        'ip-refused': 15,
        'feature-unavailable': 4,
      },
      says: 'authentication is on, or a rule keeps other addresses from port 8983',
      source:
        'https://solr.apache.org/guide/solr/latest/deployment-guide/authentication-and-authorization-plugins.html',
    },
  ],
};

export default vendor;
