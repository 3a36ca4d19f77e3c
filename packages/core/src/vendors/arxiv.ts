import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'arxiv',
  name: 'arXiv, Crossref, Semantic Scholar',
  role: 'api',
  present: [{ host: 'crossref.org' }, { host: 'arxiv.org' }, { host: 'semanticscholar.org' }, { host: 'doi.org' }],
  refusals: [
    {
      id: 'bare',
      when: [
        { status: 403 },
        { not: { text: /undeclared automated tool|rate threshold|temporarily blocked/ } },
        {
          any: [
            { host: 'sec.gov' },
            { host: 'ncbi.nlm.nih.gov' },
            { host: 'arxiv.org' },
            { host: 'semanticscholar.org' },
            { host: 'crossref.org' },
          ],
        },
      ],
      causes: {},
      usual: { 'rate-limited': 38, 'client-refused': 34, 'ip-refused': 16, 'policy-denied': 4 },
      says: 'mostly too many requests from this address, or a client without a User-Agent of its own',
      source: 'https://info.arxiv.org/help/robots.html',
    },
    {
      id: 'usual',
      when: [{ status: 429 }],
      causes: {},
      usual: { 'rate-limited': 86, 'ip-refused': 5, 'client-refused': 5 },
      says: 'more than a request each three seconds; the block lasts for minutes',
      source: 'https://info.arxiv.org/help/api/tou.html',
    },
  ],
};

export default vendor;
