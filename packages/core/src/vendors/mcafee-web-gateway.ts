import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mcafee-web-gateway',
  name: 'Skyhigh (McAfee) Web Gateway',
  role: 'forward-proxy',
  present: [
    { header: 'via', is: /mwg|mcafee web gateway|skyhigh/i },
    { text: /mcafee web gateway|skyhigh secure web gateway/ },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [{ text: /(mcafee web gateway|skyhigh secure web gateway)/ }],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web gateway of the company blocks this site',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
