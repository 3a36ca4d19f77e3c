import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'crowdsec',
  name: 'CrowdSec',
  role: 'waf',
  present: [{ text: /crowdsec/ }],
  refusals: [
    {
      id: 'ban',
      alone: true,
      when: [
        { text: /crowdsec/ },
        {
          text: /(access forbidden|you are unable to visit|crowdsec ban|has been blocked|your ip address (has been|is) (blocked|banned))/,
        },
        { not: { text: 'captcha' } },
      ],
      causes: { 'ip-refused': 'proves', 'client-refused': 'hints' },
      says: 'the address is on the ban list of the bouncer',
      fix: { who: 'server-admin', text: 'look with cscli decisions list and delete the decision if it is wrong' },
      source: 'https://docs.crowdsec.net/u/bouncers/intro',
    },
    {
      id: 'captcha',
      alone: true,
      when: [{ text: 'crowdsec captcha' }],
      causes: { 'client-refused': 'proves', 'ip-refused': 'hints' },
      says: 'the bouncer wants a CAPTCHA solved',
      source: 'https://docs.crowdsec.net/u/bouncers/nginx',
    },
  ],
};

export default vendor;
