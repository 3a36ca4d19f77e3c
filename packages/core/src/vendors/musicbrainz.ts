import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'musicbrainz',
  name: 'MusicBrainz',
  role: 'api',
  present: [{ host: 'musicbrainz.org' }, { host: 'coverartarchive.org' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'client-refused': 68, 'rate-limited': 14, 'ip-refused': 10 },
      says: 'mostly a User-Agent that does not name the application',
      source: 'https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting',
    },
    {
      id: 'usual-503',
      when: [{ status: 503 }],
      causes: {},
      usual: { 'rate-limited': 80, 'client-refused': 10 },
      says: 'more than one request a second',
      source: 'https://musicbrainz.org/doc/MusicBrainz_API/Rate_Limiting',
    },
  ],
};

export default vendor;
