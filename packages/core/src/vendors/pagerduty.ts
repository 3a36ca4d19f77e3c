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
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-malformed': 34, 'credentials-missing': 12 },
      says: 'mostly Token token= is missing before the key',
      source: 'https://developer.pagerduty.com/docs/authentication',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 46, 'scope-insufficient': 18, 'feature-unavailable': 16, 'credentials-invalid': 6 },
      says: "mostly the key's user, or a read-only key",
      source: 'https://developer.pagerduty.com/docs/authentication',
    },
  ],
};

export default vendor;
