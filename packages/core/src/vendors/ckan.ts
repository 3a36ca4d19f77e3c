import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ckan',
  name: 'CKAN',
  role: 'app',
  present: [{ path: /^\/api\/(?:3\/)?action\// }, { body: '"__type":"Authorization Error"' }],
  refusals: [
    {
      id: 'anonymous',
      alone: true,
      when: [{ body: /"__type" ?: ?"authorization error"/ }, { text: /requires an authenticated user/ }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'the action wants an API token',
      source: 'https://docs.ckan.org/en/latest/api/',
    },
    {
      id: 'role',
      alone: true,
      when: [{ body: /"__type" ?: ?"authorization error"/ }, { text: /user .{1,80} not authorized to/ }],
      causes: { 'role-missing': 'proves', 'not-owner': 'hints' },
      says: 'the user lacks the role in the organisation or on the data set',
      source: 'https://docs.ckan.org/en/latest/api/',
    },
  ],
};

export default vendor;
