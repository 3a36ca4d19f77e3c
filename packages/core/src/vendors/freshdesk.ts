import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'freshdesk',
  name: 'Freshdesk',
  role: 'api',
  present: [{ host: 'freshdesk.com' }, { host: 'freshservice.com' }],
  refusals: [
    {
      id: 'access',
      when: [{ code: 'access_denied' }, { text: 'You are not authorized to perform this action.' }],
      causes: { 'role-missing': 'proves' },
      says: "Freshdesk: the agent's role does not allow this",
      source: 'https://developers.freshdesk.com/api/#errors',
    },
    {
      id: 'feature',
      alone: true,
      when: [{ code: 'require_feature' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'Freshdesk: the plan does not include this feature',
      source: 'https://developers.freshdesk.com/api/#errors',
    },
  ],
};

export default vendor;
