import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'reportportal',
  name: 'ReportPortal',
  role: 'app',
  present: [{ text: 'you do not have enough permissions. access is denied' }],
  refusals: [
    {
      id: 'role',
      alone: true,
      when: [{ body: /"errorcode" ?: ?4003\b/ }, { text: 'you do not have enough permissions' }],
      causes: { 'role-missing': 'proves' },
      says: 'the role of the user in the project or instance does not suffice',
      source: 'https://github.com/reportportal/reportportal/issues/805',
    },
  ],
};

export default vendor;
