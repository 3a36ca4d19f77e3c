import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'openwrt',
  name: 'OpenWrt',
  role: 'app',
  present: [{ cookie: 'sysauth' }],
  refusals: [
    {
      id: 'usual-luci',
      alone: true,
      when: [{ status: 403 }, { path: /^\/cgi-bin\/luci(?:\/|$|\?)/ }],
      causes: {},
      usual: {
        'credentials-missing': 36,
        'credentials-expired': 34,
        'credentials-invalid': 14,
        'rate-limited': 3,
        'csrf-invalid': 3,
      },
      says: 'LuCI shows its login with 403: the session is missing or past its time, or the password is wrong',
      source: 'https://openwrt.org/docs/guide-user/luci/start',
    },
    {
      id: 'usual-ubus',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/ubus(?:\/|\?|$)/ }],
      causes: {},
      usual: { 'role-missing': 34, 'credentials-expired': 26, 'credentials-missing': 22, 'credentials-invalid': 8 },
      says: 'the session of rpcd is past its time, or its ACL lacks the call',
      source: 'https://openwrt.org/docs/techref/ubus',
    },
    {
      id: 'usual-luci-rpc',
      alone: true,
      when: [{ status: [401, 403] }, { path: /^\/cgi-bin\/(?:luci\/rpc|cgi-(?:upload|download|backup|exec))/ }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-missing': 26, 'role-missing': 14, 'feature-unavailable': 8 },
      says: 'the token of auth is missing or past its time',
      source: 'https://openwrt.org/docs/guide-user/luci/start',
    },
  ],
};

export default vendor;
