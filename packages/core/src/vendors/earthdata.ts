import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'earthdata',
  name: 'NASA Earthdata Login',
  role: 'identity',
  present: [{ host: 'earthdata.nasa.gov' }, { body: 'urs.earthdata.nasa.gov' }],
  refusals: [
    {
      id: 'eula',
      alone: true,
      when: [{ text: 'eula acceptance failure' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the account has not accepted the licence of this application',
      fix: { who: 'caller', text: 'open the resolution_url of the answer and approve the application' },
      source: 'https://github.com/asfadmin/thin-egress-app',
    },
  ],
};

export default vendor;
