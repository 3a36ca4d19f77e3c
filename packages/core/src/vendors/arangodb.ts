import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'arangodb',
  name: 'ArangoDB',
  role: 'database',
  present: [{ header: 'server', is: /^arangodb/i }],
  refusals: [
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: [401, 403] },
        {
          path: /^\/(?:_db\/[^/?]{1,60}\/)?_api\/(?:cursor|document|collection|database|version|index|gharial|user|transaction|import|aql)/,
        },
      ],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-missing': 30, 'role-missing': 18, 'credentials-expired': 8 },
      says: 'the user or its JWT is not accepted, or has no access to this database',
      source: 'https://docs.arangodb.com/stable/develop/http-api/authentication/',
    },
  ],
};

export default vendor;
