import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'naver',
  name: 'Naver',
  role: 'api',
  present: [
    { host: 'openapi.naver.com' },
    { host: 'naveropenapi.apigw.ntruss.com' },
    { host: 'maps.apigw.ntruss.com' },
    { host: 'pstatic.net' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'openapi.naver.com' }, { host: 'ntruss.com' }] }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-missing': 20, 'feature-unavailable': 16 },
      says: 'mostly wrong client id and secret, or an API that was not added',
      source: 'https://developers.naver.com/docs/common/openapiguide/errorcode.md',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'openapi.naver.com' }],
      causes: {},
      usual: { 'feature-unavailable': 62, 'credentials-invalid': 10, 'origin-rejected': 6 },
      says: 'mostly the API was not added to the application',
      source: 'https://developers.naver.com/docs/common/openapiguide/errorcode.md',
    },
    {
      id: 'usual-403-pstatic',
      when: [{ status: 403 }, { host: 'pstatic.net' }],
      causes: {},
      usual: { 'origin-rejected': 66, 'object-hidden': 10, 'client-refused': 8 },
      says: 'mostly a Referer of another site',
      source: 'https://developers.naver.com/docs/common/openapiguide/errorcode.md',
    },
  ],
};

export default vendor;
