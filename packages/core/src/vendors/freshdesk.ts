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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'freshdesk.com' }, { host: 'freshservice.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 54,
        'credentials-missing': 18,
        'credentials-malformed': 10,
        'feature-unavailable': 6,
      },
      says: 'mostly a wrong key or the key of another portal',
      source: 'https://developers.freshdesk.com/api/#authentication',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'freshdesk.com' }, { host: 'freshservice.com' }] }],
      causes: {},
      usual: { 'role-missing': 50, 'feature-unavailable': 18, 'policy-denied': 8, 'ip-refused': 8 },
      says: "mostly the agent's role, or the plan",
      source: 'https://developers.freshdesk.com/api/#authentication',
    },
  ],
};

export default vendor;
