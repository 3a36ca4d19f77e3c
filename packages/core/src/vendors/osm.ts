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
      causes: {},
      usual: { 'client-refused': 52, 'origin-rejected': 14, 'rate-limited': 14, 'ip-refused': 10, 'policy-denied': 5 },
      says: "mostly the User-Agent is missing or a library's own",
      fix: { who: 'caller', text: 'send a User-Agent that names the application, or a Referer from a web page' },
      source: 'https://operations.osmfoundation.org/policies/tiles/',
    },
    {
      id: 'usual',
      when: [{ status: 429 }, { any: [{ host: 'openstreetmap.org' }, { host: 'overpass-api.de' }] }],
      causes: {},
      usual: { 'rate-limited': 68, 'client-refused': 12, 'ip-refused': 8, 'policy-denied': 4 },
      says: 'the use policy of the shared servers; a generic User-Agent counts for all who share it',
      source: 'https://operations.osmfoundation.org/policies/tiles/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'overpass-api.de' }],
      causes: {},
      usual: { 'client-refused': 52, 'rate-limited': 20, 'ip-refused': 18, 'content-rejected': 4 },
      says: 'mostly a User-Agent that is blocked, or too many requests',
      source: 'https://operations.osmfoundation.org/policies/nominatim/',
    },
    {
      id: 'usual-406',
      when: [{ status: 406 }, { host: 'overpass-api.de' }],
      causes: {},
      usual: { 'client-refused': 80, 'content-rejected': 8, 'ip-refused': 4 },
      says: 'mostly no or a generic User-Agent',
      source: 'https://operations.osmfoundation.org/policies/nominatim/',
    },
  ],
};

export default vendor;
