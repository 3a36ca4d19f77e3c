import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ncbi',
  name: 'NCBI',
  role: 'api',
  present: [{ host: 'ncbi.nlm.nih.gov' }, { text: /access to the ncbi website/ }],
  refusals: [
    {
      id: 'blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /your access to the ncbi website .{0,60}has been temporarily blocked/ },
            { text: /access denied .{0,80}ncbi.{0,120}blocked/ },
          ],
        },
      ],
      causes: { 'rate-limited': 'proves', 'ip-refused': 'suggests' },
      says: 'NCBI has blocked this address for its volume of requests',
      source: 'https://www.ncbi.nlm.nih.gov/books/NBK25497/',
    },
    {
      id: 'usual-429',
      when: [{ status: 429 }, { host: 'ncbi.nlm.nih.gov' }],
      causes: {},
      usual: { 'rate-limited': 90, 'ip-refused': 4, 'client-refused': 3 },
      says: 'three requests a second without a key',
      source: 'https://www.ncbi.nlm.nih.gov/books/NBK25497/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'ncbi.nlm.nih.gov' }],
      causes: {},
      usual: { 'client-refused': 40, 'ip-refused': 24, 'rate-limited': 24, 'policy-denied': 4 },
      says: 'mostly the address or the client is blocked',
      source: 'https://www.ncbi.nlm.nih.gov/books/NBK25497/',
    },
  ],
};

export default vendor;
