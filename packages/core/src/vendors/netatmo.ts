import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'netatmo',
  name: 'Netatmo',
  role: 'api',
  present: [{ host: 'netatmo.com' }, { host: 'netatmo.net' }],
  refusals: [
    {
      id: 'expired',
      when: [{ text: 'access token expired' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its three hours',
      source: 'https://github.com/skrollme/homebridge-eveatmo/issues/72',
    },
    {
      id: 'invalid',
      when: [{ text: 'invalid access token' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-expired': 'hints' },
      says: 'the access token is unknown',
      source: 'https://dev.netatmo.com/guideline',
    },
    {
      id: 'usage',
      when: [{ body: /"code" ?: ?26\b/ }, { text: 'usage reached' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the limit of the user is reached, told as 403',
      source: 'https://dev.netatmo.com/guideline',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'credentials-expired': 44,
        'credentials-invalid': 18,
        'scope-insufficient': 14,
        'rate-limited': 8,
        'not-owner': 8,
      },
      says: 'mostly an access token past its three hours, since refreshing replaces both tokens',
      source: 'https://dev.netatmo.com/guideline',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-invalid': 32, 'credentials-missing': 10 },
      says: 'mostly a token past its time',
      source: 'https://dev.netatmo.com/guideline',
    },
  ],
};

export default vendor;
