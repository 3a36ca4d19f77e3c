import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'dailymotion',
  name: 'Dailymotion',
  role: 'api',
  present: [{ host: 'api.dailymotion.com' }, { host: 'dailymotion.com' }, { host: 'dmcdn.net' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'dmcdn.net' }, { host: 'www.dailymotion.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 36, 'ip-refused': 26, 'origin-rejected': 18, 'client-refused': 12 },
      says: 'mostly a media address bound to time and address',
      source: 'https://developers.dailymotion.com/api/',
    },
    {
      id: 'usual-403-api',
      when: [{ status: 403 }, { host: 'api.dailymotion.com' }],
      causes: {},
      usual: { 'scope-insufficient': 32, 'not-owner': 22, 'role-missing': 14, 'rate-limited': 12, 'policy-denied': 8 },
      says: "mostly the scope, or another channel's video",
      source: 'https://developers.dailymotion.com/api/',
    },
  ],
};

export default vendor;
