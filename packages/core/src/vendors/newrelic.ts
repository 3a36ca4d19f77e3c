import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'newrelic',
  name: 'New Relic',
  role: 'api',
  present: [{ host: 'newrelic.com' }, { host: 'nr-data.net' }, { text: /new relic|newrelic/ }],
  refusals: [
    {
      id: 'license-key',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-missing': 14, 'policy-denied': 8, 'role-missing': 4 },
      says: "mostly another region's host (EU), or a key of another kind",
      source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    },
    {
      id: 'rest-key',
      when: [
        {
          any: [
            { text: 'Invalid API key' },
            { text: 'API Key is not valid' },
            { text: 'Your API key is invalid' },
            { text: 'API key or session invalid' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key is wrong or of another kind',
      source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { any: [{ host: 'newrelic.com' }, { host: 'nr-data.net' }] }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'credentials-missing': 22 },
      says: 'mostly a licence key where a user key is required',
      source: 'https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/',
    },
  ],
};

export default vendor;
