import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deviantart',
  name: 'DeviantArt',
  role: 'app',
  present: [{ host: 'deviantart.com' }, { host: 'wixmp.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'deviantart.com' }],
      causes: {},
      usual: { 'client-refused': 68, 'ip-refused': 14, 'rate-limited': 8 },
      says: 'mostly the client program; headers of a browser are missing',
      source: 'https://www.deviantart.com/developers/errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'wixmp.com' }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-invalid': 34, 'credentials-missing': 14 },
      says: 'mostly an image address without its token or past its time',
      source: 'https://www.deviantart.com/developers/errors',
    },
    {
      id: 'usual-media',
      when: [{ status: 403 }, { host: 'wixmp.com' }],
      causes: {},
      usual: { 'credentials-invalid': 40, 'credentials-expired': 26, 'object-hidden': 14 },
      says: 'mostly the token covers another size',
      source: 'https://www.deviantart.com/developers/errors',
    },
  ],
};

export default vendor;
