import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wechat-images',
  name: 'WeChat images',
  role: 'cdn',
  present: [{ host: 'mmbiz.qpic.cn' }, { host: 'mmbiz.qlogo.cn' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'origin-rejected': 70, 'credentials-expired': 10, 'client-refused': 8, 'object-hidden': 6 },
      says: 'mostly a Referer of another site',
      source: 'https://developers.weixin.qq.com/doc/offiaccount/en/Basic_Information/Get_access_token.html',
    },
  ],
};

export default vendor;
