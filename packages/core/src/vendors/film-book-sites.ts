import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'film-book-sites',
  name: 'IMDb, Goodreads, Letterboxd',
  role: 'app',
  present: [{ host: 'imdb.com' }, { host: 'goodreads.com' }, { host: 'letterboxd.com' }, { host: 'media-amazon.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 68, 'ip-refused': 14, 'rate-limited': 6 },
      says: 'mostly no browser User-Agent',
      source: 'https://developer.imdb.com/',
    },
    {
      id: 'usual-202',
      when: [{ status: 202 }, { host: 'www.imdb.com' }],
      causes: {},
      usual: { 'client-refused': 88, 'rate-limited': 4 },
      says: 'the bot wall asks for a script to run',
      source: 'https://developer.imdb.com/',
    },
  ],
};

export default vendor;
