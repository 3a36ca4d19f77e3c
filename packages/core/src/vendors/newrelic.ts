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
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints' },
      says: 'the licence or API key is wrong, or of the other region (EU, US)',
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
  ],
};

export default vendor;
