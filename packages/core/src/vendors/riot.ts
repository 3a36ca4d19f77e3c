import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'riot',
  name: 'Riot Games',
  role: 'api',
  present: [{ host: 'api.riotgames.com' }, { header: 'x-riot-edge-trace-id' }],
  refusals: [
    {
      id: 'forbidden',
      when: [
        { body: '"status_code"' },
        { status: 403 },
        { any: [{ host: 'api.riotgames.com' }, { text: 'forbidden' }] },
      ],
      causes: { 'credentials-expired': 'suggests', 'credentials-invalid': 'hints', 'object-hidden': 'hints' },
      says: 'the key is past its 24 hours, not registered for this game, or the path is wrong',
      fix: { who: 'caller', text: 'take a fresh development key; it lasts a day' },
      source: 'https://developer.riotgames.com/docs/portal',
    },
    {
      id: 'no-key',
      when: [{ text: 'Unauthorized' }, { status: 401 }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no API key came',
      source: 'https://developer.riotgames.com/docs/portal',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.riotgames.com' }],
      causes: {},
      usual: {
        'credentials-expired': 54,
        'credentials-invalid': 16,
        'feature-unavailable': 12,
        'object-hidden': 6,
        'credentials-missing': 5,
      },
      says: 'mostly the development key, which is good for one day',
      source: 'https://developer.riotgames.com/docs/portal',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.riotgames.com' }],
      causes: {},
      usual: { 'object-hidden': 70, 'credentials-invalid': 14, 'rate-limited': 2 },
      says: "mostly another region's host, or nothing to tell",
      source: 'https://developer.riotgames.com/docs/portal',
    },
  ],
};

export default vendor;
