import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hmrc',
  name: 'HMRC',
  role: 'api',
  present: [{ host: 'service.hmrc.gov.uk' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'feature-unavailable': 30, 'scope-insufficient': 20, 'not-owner': 18, 'role-missing': 10 },
      says: 'mostly the application is not subscribed to this API version',
      source: 'https://developer.service.hmrc.gov.uk/api-documentation/docs/reference-guide#errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-invalid': 26, 'credentials-missing': 16 },
      says: 'mostly a token past its four hours',
      source: 'https://developer.service.hmrc.gov.uk/api-documentation/docs/reference-guide#errors',
    },
  ],
};

export default vendor;
