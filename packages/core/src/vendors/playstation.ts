import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'playstation',
  name: 'PlayStation Network',
  role: 'api',
  present: [{ host: 'playstation.com' }, { host: 'playstation.net' }, { host: 'sonyentertainmentnetwork.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 38, 'not-owner': 24, 'ip-refused': 12, 'credentials-expired': 10 },
      says: 'mostly the bot wall, or the privacy of the profile',
      source: 'https://www.playstation.com/legal/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 46, 'credentials-invalid': 24, 'credentials-missing': 16 },
      says: 'mostly a token past its hour',
      source: 'https://www.playstation.com/legal/',
    },
  ],
};

export default vendor;
