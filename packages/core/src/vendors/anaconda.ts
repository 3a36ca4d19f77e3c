import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'anaconda',
  name: 'Anaconda',
  role: 'registry',
  present: [{ host: 'anaconda.com' }, { host: 'anaconda.org' }],
  refusals: [
    {
      id: 'blocked',
      when: [{ status: 403 }, { host: /^(repo|conda)\.anaconda\.(com|org)$/ }],
      causes: {},
      usual: {
        'policy-denied': 40,
        'ip-refused': 18,
        'proxy-refused': 16,
        'credentials-missing': 10,
        'client-refused': 6,
        'rate-limited': 5,
      },
      says: "mostly the company's network is blocked for lack of a licence, or a proxy is on the way",
      source: 'https://www.anaconda.com/docs/tools/working-with-conda/channels',
    },
  ],
};

export default vendor;
