import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'discogs',
  name: 'Discogs',
  role: 'api',
  present: [{ host: 'discogs.com' }, { host: 'api.discogs.com' }, { header: 'x-discogs-ratelimit' }],
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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'api.discogs.com' }, { host: 'discogs.com' }] }],
      causes: {},
      usual: { 'credentials-missing': 62, 'credentials-invalid': 22, 'credentials-malformed': 8 },
      says: 'the search and the images require a token',
      source: 'https://www.discogs.com/developers',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'api.discogs.com' }, { host: 'discogs.com' }] }],
      causes: {},
      usual: {
        'client-refused': 58,
        'rate-limited': 14,
        'ip-refused': 10,
        'role-missing': 6,
        'credentials-missing': 6,
      },
      says: 'mostly a missing User-Agent, or an image address that is old',
      source: 'https://www.discogs.com/developers',
    },
    {
      id: 'usual-image',
      when: [{ status: 404 }, { any: [{ host: 'i.discogs.com' }, { host: 'img.discogs.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 40, 'object-hidden': 36, 'client-refused': 8, 'origin-rejected': 6 },
      says: 'image addresses are signed and change',
      source: 'https://www.discogs.com/developers',
    },
  ],
};

export default vendor;
