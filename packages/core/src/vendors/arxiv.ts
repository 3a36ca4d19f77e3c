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
      causes: { 'client-refused': 'suggests', 'rate-limited': 'suggests', 'ip-refused': 'hints' },
      says: 'these services refuse clients without a telling User-Agent, and too many requests',
      source: 'https://info.arxiv.org/help/robots.html',
    },
  ],
};

export default vendor;
