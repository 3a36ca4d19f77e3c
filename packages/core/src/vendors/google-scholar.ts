import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-scholar',
  name: 'Google Scholar',
  role: 'app',
  present: [{ host: /^scholar\.google\.[a-z.]{2,6}$/ }],
  refusals: [
    {
      id: 'usual-429',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'client-refused': 52, 'ip-refused': 24, 'rate-limited': 18 },
      says: 'the traffic looks automated',
      source: 'https://support.google.com/websearch/answer/86640',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 54, 'rate-limited': 24, 'ip-refused': 14 },
      says: 'the traffic looks automated',
      source: 'https://support.google.com/websearch/answer/86640',
    },
  ],
};

export default vendor;
