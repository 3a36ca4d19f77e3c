import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wallarm',
  name: 'Wallarm',
  role: 'waf',
  present: [{ header: 'server', is: /nginx-wallarm/i }, { text: /wallarm/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /(blocked|malicious activity)/ }, { text: /wallarm/ }],
      causes: { 'content-rejected': 'proves', 'ip-refused': 'hints' },
      says: 'the filtering node refused the request',
      source: 'https://docs.wallarm.com/admin-en/configuration-guides/configure-block-page-and-code/',
    },
  ],
};

export default vendor;
