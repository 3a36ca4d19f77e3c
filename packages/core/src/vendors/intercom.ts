import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'intercom',
  name: 'Intercom',
  role: 'api',
  present: [{ host: 'api.intercom.io' }, { body: '"type":"error.list"' }],
  refusals: [
    {
      id: 'plan',
      alone: true,
      when: [{ code: 'api_plan_restricted' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'Intercom: the plan does not include this',
      source: 'https://developers.intercom.com/docs/references/rest-api/errors/error-codes',
    },
    {
      id: 'token',
      when: [{ code: ['token_unauthorized', 'token_blocked', 'token_suspended'] }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'Intercom: the token is not allowed to do this',
      source: 'https://developers.intercom.com/docs/references/rest-api/errors/error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.intercom.io' }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-missing': 20, 'credentials-malformed': 8 },
      says: 'mostly a token of another workspace or region',
      source: 'https://developers.intercom.com/docs/references/rest-api/errors/error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.intercom.io' }],
      causes: {},
      usual: { 'scope-insufficient': 38, 'feature-unavailable': 24, 'role-missing': 14, 'ip-refused': 8 },
      says: 'mostly a permission of the app, or the plan',
      source: 'https://developers.intercom.com/docs/references/rest-api/errors/error-codes',
    },
  ],
};

export default vendor;
