import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'omdb',
  name: 'OMDb',
  role: 'api',
  present: [{ host: 'omdbapi.com' }],
  refusals: [
    {
      id: 'key',
      alone: true,
      when: [{ body: /"response" ?: ?"false" ?, ?"error" ?: ?"invalid api key!"/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the key is unknown or not yet activated by the link in the mail',
      source: 'https://github.com/omdbapi/OMDb-API/issues/316',
    },
    {
      id: 'none',
      alone: true,
      when: [{ body: /"response" ?: ?"false" ?, ?"error" ?: ?"no api key provided\."/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no apikey came',
      source: 'https://www.omdbapi.com/',
    },
    {
      id: 'limit',
      alone: true,
      when: [{ body: /"response" ?: ?"false" ?, ?"error" ?: ?"request limit reached!"/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the daily limit of the key is reached',
      source: 'https://www.omdbapi.com/apikey.aspx',
    },
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 36, 'credentials-missing': 26, 'rate-limited': 22, 'policy-denied': 6 },
      says: 'mostly a key that was not activated by mail, none, or the daily limit',
      source: 'https://www.omdbapi.com/',
    },
  ],
};

export default vendor;
