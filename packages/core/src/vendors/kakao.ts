import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'kakao',
  name: 'Kakao',
  role: 'api',
  present: [{ host: 'kakao.com' }, { host: 'kakaocdn.net' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'dapi.kakao.com' }, { host: 'kapi.kakao.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 40,
        'credentials-malformed': 18,
        'credentials-missing': 14,
        'origin-rejected': 12,
      },
      says: 'mostly the word KakaoAK, or a key of another platform',
      source: 'https://developers.kakao.com/docs/latest/en/rest-api/reference',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'dapi.kakao.com' }, { host: 'kapi.kakao.com' }] }],
      causes: {},
      usual: { 'feature-unavailable': 38, 'origin-rejected': 18, 'role-missing': 14, 'scope-insufficient': 14 },
      says: 'mostly the product (map, message) is off in the app',
      source: 'https://developers.kakao.com/docs/latest/en/rest-api/reference',
    },
  ],
};

export default vendor;
