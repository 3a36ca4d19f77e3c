import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'captcha-services',
  name: 'Captcha services',
  role: 'api',
  present: [
    { host: '2captcha.com' },
    { host: 'api.hcaptcha.com' },
    { host: 'challenges.cloudflare.com' },
    { host: 'anti-captcha.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 28, 'origin-rejected': 22, 'ip-refused': 20, 'credentials-invalid': 12 },
      says: "mostly a host that is not on the site key's list, or the network",
      source: 'https://docs.hcaptcha.com/',
    },
  ],
};

export default vendor;
