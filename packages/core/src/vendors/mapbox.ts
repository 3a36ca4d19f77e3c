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
      causes: { 'origin-rejected': 'suggests', 'scope-insufficient': 'hints', 'not-owner': 'hints' },
      says: "the token's URL restrictions or scopes do not allow this",
      source: 'https://docs.mapbox.com/accounts/guides/tokens/#url-restrictions',
    },
  ],
};

export default vendor;
