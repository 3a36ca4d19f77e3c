import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'yandex-captcha',
  name: 'Yandex SmartCaptcha',
  role: 'waf',
  present: [{ header: 'x-yandex-captcha' }, { header: 'location', is: '/showcaptcha' }, { body: 'smartcaptcha' }],
  refusals: [
    {
      id: 'captcha',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-yandex-captcha' },
            { header: 'location', is: /\/showcaptcha/ },
            { text: /please confirm that you and not a robot are sending requests/ },
          ],
        },
      ],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints', 'rate-limited': 'hints' },
      says: 'Yandex takes the traffic of this address for automatic',
      source: 'https://yandex.com/support/smart-captcha/',
    },
  ],
};

export default vendor;
