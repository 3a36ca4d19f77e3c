import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'jstor',
  name: 'JSTOR',
  role: 'app',
  present: [{ host: 'jstor.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 56, 'ip-refused': 20, 'rate-limited': 8 },
      says: 'the bot wall',
      source: 'https://support.jstor.org/hc/en-us',
    },
    {
      id: 'usual-420',
      when: [{ status: 420 }],
      causes: {},
      usual: { 'client-refused': 64, 'rate-limited': 14, 'ip-refused': 10 },
      says: 'the bot wall',
      source: 'https://support.jstor.org/hc/en-us',
    },
  ],
};

export default vendor;
