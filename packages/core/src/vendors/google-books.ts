import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'google-books',
  name: 'Google Books',
  role: 'api',
  present: [{ host: 'books.google.com' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'rate-limited': 32, 'ip-refused': 32, 'client-refused': 20 },
      says: 'mostly the region, or traffic that looks automated',
      source: 'https://developers.google.com/books/docs/v1/using',
    },
  ],
};

export default vendor;
