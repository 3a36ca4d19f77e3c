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
  ],
};

export default vendor;
