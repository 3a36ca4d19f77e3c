import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'adminer',
  name: 'Adminer',
  role: 'app',
  present: [{ cookie: 'adminer_' }],
  refusals: [
    {
      id: 'usual-page',
      alone: true,
      when: [{ status: 403 }, { path: /^\/(?:[^?]{0,60}\/)?adminer(?:-[0-9.]{1,8})?(?:\.php)?(?:\/|\?|$)/ }],
      causes: {},
      usual: {
        'ip-refused': 24,
        'content-rejected': 24,
        'server-rule': 18,
        'credentials-invalid': 12,
        'csrf-invalid': 10,
        'rate-limited': 5,
      },
      says: 'a firewall or a rule on addresses stands before it; it tells a wrong login as 403 too',
      source: 'https://www.adminer.org/en/password/',
    },
  ],
};

export default vendor;
