import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'discogs',
  name: 'Discogs',
  role: 'api',
  present: [{ host: 'api.discogs.com' }, { header: 'x-discogs-ratelimit' }],
  refusals: [
    {
      id: 'missing',
      alone: true,
      when: [{ text: 'you must authenticate to access this resource' }],
      causes: { 'credentials-missing': 'proves', 'credentials-invalid': 'hints' },
      says: 'the call wants a token or key and secret',
      source: 'https://www.discogs.com/developers',
    },
    {
      id: 'rate',
      alone: true,
      when: [{ text: 'you are making requests too quickly' }],
      causes: { 'rate-limited': 'proves' },
      says: 'too many calls a minute',
      source: 'https://www.discogs.com/developers',
    },
  ],
};

export default vendor;
