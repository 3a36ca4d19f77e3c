import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'iboss',
  name: 'iboss',
  role: 'forward-proxy',
  present: [
    { header: 'location', is: /\/(ibreports\/ibp\/bp\.html|iboss\/restricted\.html)/ },
    { text: 'access to the requested site has been restricted due to its contents' },
  ],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { header: 'location', is: /\/(ibreports\/ibp\/bp\.html|iboss\/restricted\.html)/ },
            { text: 'access to the requested site has been restricted due to its contents' },
          ],
        },
      ],
      causes: { 'proxy-refused': 'proves', 'policy-denied': 'hints' },
      says: 'the web filter of the network blocks this page',
      source: 'https://github.com/ooni/blocking-fingerprints/blob/main/fingerprints_http.csv',
    },
  ],
};

export default vendor;
