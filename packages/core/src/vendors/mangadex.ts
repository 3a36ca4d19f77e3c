import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mangadex',
  name: 'MangaDex',
  role: 'api',
  present: [{ host: 'mangadex.org' }, { host: 'mangadex.network' }],
  refusals: [
    {
      id: 'usual',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 34, 'origin-rejected': 22, 'rate-limited': 18, 'ip-refused': 12 },
      says: 'mostly no User-Agent, a Via header, or images loaded by another site',
      source: 'https://api.mangadex.org/docs/2-limitations/',
    },
  ],
};

export default vendor;
