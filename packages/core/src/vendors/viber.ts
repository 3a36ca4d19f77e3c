import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'viber',
  name: 'Viber',
  role: 'api',
  present: [{ host: 'chatapi.viber.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 50, 'feature-unavailable': 18, 'credentials-missing': 12 },
      says: 'mostly a wrong token, or an account that is not commercial',
      source: 'https://developers.viber.com/docs/api/rest-bot-api/',
    },
  ],
};

export default vendor;
