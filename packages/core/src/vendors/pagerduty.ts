import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pagerduty',
  name: 'PagerDuty',
  role: 'api',
  present: [{ host: 'pagerduty.com' }],
  refusals: [
    {
      id: 'code-2010',
      when: [{ any: [{ code: '2010' }, { text: 'Access Denied' }] }, { host: 'pagerduty.com' }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: "the user's role or the token's scope does not allow this",
      source: 'https://developer.pagerduty.com/docs/errors',
    },
    {
      id: 'code-2006',
      when: [{ code: '2006' }, { host: 'pagerduty.com' }],
      causes: { 'credentials-invalid': 'suggests' },
      says: 'the key is wrong: REST keys go as "Token token=<key>"',
      source: 'https://developer.pagerduty.com/docs/errors',
    },
    {
      id: 'code-2012',
      when: [{ any: [{ code: '2012' }, { text: 'Your account does not have the abilities to perform this action.' }] }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the plan does not include this',
      source: 'https://developer.pagerduty.com/docs/errors',
    },
  ],
};

export default vendor;
