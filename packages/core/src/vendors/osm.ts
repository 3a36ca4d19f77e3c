import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'osm',
  name: 'OpenStreetMap (tiles, Nominatim, Overpass)',
  role: 'api',
  present: [
    { host: 'openstreetmap.org' },
    { host: 'overpass-api.de' },
    { text: /openstreetmap\.org|osm\.wiki|nominatim/ },
  ],
  refusals: [
    {
      id: 'nominatim-blocked',
      alone: true,
      when: [
        {
          any: [
            { text: /you have been (?:temporarily )?blocked because you (?:have been overusing|violated)/ },
            { text: 'Usage limit reached' },
            { text: 'You have been blocked' },
          ],
        },
        { any: [{ text: 'osm' }, { text: 'openstreetmap' }, { text: 'nominatim' }, { host: 'openstreetmap.org' }] },
      ],
      causes: { 'client-refused': 'suggests', 'rate-limited': 'suggests' },
      says: 'Nominatim blocks this client for its volume or for an unclear User-Agent',
      source: 'https://operations.osmfoundation.org/policies/nominatim/',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { host: 'openstreetmap.org' }, { not: { text: 'you have been' } }],
      causes: { 'client-refused': 'suggests', 'origin-rejected': 'hints', 'rate-limited': 'hints' },
      says: 'the usage policy refuses clients without an own User-Agent or a Referer, and bulk use',
      fix: { who: 'caller', text: 'send a User-Agent that names the application, or a Referer from a web page' },
      source: 'https://operations.osmfoundation.org/policies/tiles/',
    },
  ],
};

export default vendor;
