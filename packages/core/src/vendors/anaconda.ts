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
      causes: {
        'policy-denied': 'suggests',
        'ip-refused': 'hints',
        'client-refused': 'hints',
        'credentials-missing': 'hints',
      },
      says: 'the channel refused: terms of use for organisations, address, or a private channel',
      source: 'https://www.anaconda.com/docs/tools/working-with-conda/channels',
    },
  ],
};

export default vendor;
