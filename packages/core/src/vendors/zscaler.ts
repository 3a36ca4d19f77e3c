import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zscaler',
  name: 'Zscaler',
  role: 'forward-proxy',
  present: [{ header: 'server', is: /^zscaler/i }, { text: /zscaler/ }, { header: 'via', is: /zscaler/i }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /zscaler[^.]{0,80} (blocked|denied)|(internet security|protected|secured) by zscaler/ },
            { text: /currently blocks access to this website/ },
            { text: /not allowed to browse [a-z0-9 &/-]{2,60} category/ },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web gateway of the company blocks this site; the site never saw the request',
      fix: { who: 'network', text: 'ask the network team to allow the category or site' },
      source: 'https://help.zscaler.com/zia/about-end-user-notifications',
    },
    {
      id: 'bare',
      when: [
        { header: 'server', is: /^zscaler/i },
        { status: [403, 307] },
        { not: { text: /blocks access|category/ } },
      ],
      causes: { 'proxy-refused': 'proves' },
      says: 'the web gateway of the company answered, not the site',
      source: 'https://help.zscaler.com/zia/about-url-filtering',
    },
  ],
};

export default vendor;
