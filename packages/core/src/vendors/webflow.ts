import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'webflow',
  name: 'Webflow',
  role: 'api',
  present: [{ host: 'api.webflow.com' }],
  refusals: [
    {
      id: 'scopes',
      alone: true,
      when: [{ text: /oauthforbidden: you are missing the following scopes/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scopes that are named',
      source: 'https://developers.webflow.com/data/reference/error-handling',
    },
  ],
};

export default vendor;
