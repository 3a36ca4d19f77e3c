import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'forcepoint',
  name: 'Forcepoint (Websense)',
  role: 'forward-proxy',
  present: [
    { text: /websense/ },
    { body: ':15871/cgi-bin/block' },
    { header: 'location', is: ':15871/cgi-bin/block' },
    { header: 'via', is: /forcepoint/i },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { body: ':15871/cgi-bin/block' },
            { header: 'location', is: ':15871/cgi-bin/block' },
            { text: /this websense category is filtered/ },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the company blocks this category',
      source: 'https://www.websense.com/content/support/library/web/v77/ws_faq/wsfaq_blockpages.aspx',
    },
  ],
};

export default vendor;
