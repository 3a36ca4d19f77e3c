import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'skyscanner',
  name: 'Skyscanner',
  role: 'api',
  present: [{ host: 'skyscanner.net' }, { host: 'skyscanner.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'www.skyscanner.net' }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 10, 'credentials-missing': 3 },
      says: 'the bot wall',
      source: 'https://developers.skyscanner.net/docs/getting-started/authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'partners.api.skyscanner.net' }],
      causes: {},
      usual: { 'credentials-invalid': 48, 'credentials-missing': 20, 'feature-unavailable': 14 },
      says: 'mostly a wrong key; keys are given to partners only',
      source: 'https://developers.skyscanner.net/docs/getting-started/authentication',
    },
  ],
};

export default vendor;
