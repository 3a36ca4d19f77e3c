import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'line',
  name: 'LINE',
  role: 'api',
  present: [{ host: 'api.line.me' }, { host: 'api-data.line.me' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 50,
        'credentials-expired': 18,
        'credentials-missing': 12,
        'credentials-malformed': 6,
      },
      says: 'mostly a wrong or replaced channel access token',
      source: 'https://developers.line.biz/en/reference/messaging-api/#status-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 54, 'role-missing': 12, 'scope-insufficient': 12, 'ip-refused': 6 },
      says: 'mostly the plan or kind of account does not include this',
      source: 'https://developers.line.biz/en/reference/messaging-api/#status-codes',
    },
  ],
};

export default vendor;
