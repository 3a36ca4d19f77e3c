import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'douyin',
  name: 'Douyin',
  role: 'app',
  present: [{ host: 'douyin.com' }, { host: 'douyinvod.com' }, { host: 'douyinpic.com' }, { host: 'iesdouyin.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-expired': 44, 'client-refused': 20, 'origin-rejected': 18, 'ip-refused': 6 },
      says: 'mostly a media address past its time, or without its Referer and cookies',
      source: 'https://developer.open-douyin.com/',
    },
  ],
};

export default vendor;
