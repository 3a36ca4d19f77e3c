import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'github-pages',
  name: 'GitHub Pages',
  role: 'platform',
  present: [{ host: 'github.io' }, { text: "there isn't a github pages site here" }],
  refusals: [
    {
      id: 'hidden',
      alone: true,
      when: [{ text: "there isn't a github pages site here" }],
      causes: { 'object-hidden': 'suggests', 'feature-unavailable': 'hints' },
      says: 'no page under this name: not published, renamed, or the repository turned private',
      source:
        'https://docs.github.com/en/pages/getting-started-with-github-pages/troubleshooting-404-errors-for-github-pages-sites',
    },
    {
      id: 'usual',
      when: [{ status: 404 }, { host: 'github.io' }],
      causes: {},
      usual: { 'object-hidden': 62, 'feature-unavailable': 16, 'role-missing': 6, 'credentials-invalid': 6 },
      says: 'mostly nothing is published under this path or branch',
      source:
        'https://docs.github.com/en/pages/getting-started-with-github-pages/troubleshooting-404-errors-for-github-pages-sites',
    },
  ],
};

export default vendor;
