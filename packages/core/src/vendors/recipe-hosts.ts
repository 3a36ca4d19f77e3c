import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'recipe-hosts',
  name: 'Recipe sites',
  role: 'app',
  present: [
    { host: 'allrecipes.com' },
    { host: 'seriouseats.com' },
    { host: 'foodnetwork.com' },
    { host: 'epicurious.com' },
  ],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 78, 'ip-refused': 10 },
      says: 'the bot wall',
      source: 'https://docs.mealie.io/',
    },
  ],
};

export default vendor;
