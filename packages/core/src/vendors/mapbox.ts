import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mapbox',
  name: 'Mapbox',
  role: 'api',
  present: [{ host: 'api.mapbox.com' }, { host: 'tiles.mapbox.com' }, { text: 'mapbox' }],
  refusals: [
    {
      id: 'invalid-token',
      alone: true,
      when: [{ text: 'Not Authorized - Invalid Token' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is wrong, deleted or expired',
      source: 'https://docs.mapbox.com/accounts/guides/tokens/',
    },
    {
      id: 'no-token',
      alone: true,
      when: [{ text: 'Not Authorized - No Token' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no access_token came',
      source: 'https://docs.mapbox.com/accounts/guides/tokens/',
    },
    {
      id: 'forbidden',
      when: [{ status: 403 }, { host: 'api.mapbox.com' }],
      causes: {},
      usual: {
        'origin-rejected': 52,
        'scope-insufficient': 18,
        'not-owner': 10,
        'credentials-invalid': 8,
        'object-hidden': 5,
      },
      says: "the token's URL restrictions or scopes do not allow this",
      source: 'https://docs.mapbox.com/accounts/guides/tokens/#url-restrictions',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'api.mapbox.com' }, { host: 'tiles.mapbox.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'credentials-missing': 32,
        'credentials-expired': 8,
        'credentials-malformed': 8,
        'origin-rejected': 4,
      },
      says: 'mostly a deleted or badly pasted token, or none',
      source: 'https://docs.mapbox.com/accounts/guides/tokens/#url-restrictions',
    },
    {
      id: 'usual-404',
      when: [
        { status: 404 },
        { any: [{ host: 'api.mapbox.com' }, { host: 'tiles.mapbox.com' }] },
        { path: '/styles/' },
      ],
      causes: {},
      usual: { 'object-hidden': 55, 'credentials-invalid': 14, 'not-owner': 14, 'scope-insufficient': 8 },
      says: 'mostly the style or tileset does not exist, or is private to another account',
      source: 'https://docs.mapbox.com/accounts/guides/tokens/#url-restrictions',
    },
  ],
};

export default vendor;
