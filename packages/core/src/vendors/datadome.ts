import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'datadome',
  name: 'DataDome',
  role: 'waf',
  present: [
    { header: 'x-datadome' },
    { header: 'x-dd-b' },
    { header: 'x-datadome-cid' },
    { cookie: 'datadome' },
    { body: 'captcha-delivery.com' },
  ],
  refusals: [
    {
      id: 'challenge',
      alone: true,
      when: [{ any: [{ body: 'captcha-delivery.com' }, { text: 'please enable js and disable any ad blocker' }] }],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints', 'rate-limited': 'hints' },
      says: 'the bot protection wants a CAPTCHA or device check',
      source: 'https://docs.datadome.co/docs/error-codes',
    },
  ],
};

export default vendor;
