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
  ],
};

export default vendor;
