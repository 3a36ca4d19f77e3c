import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'gravitee',
  name: 'Gravitee API Management',
  role: 'gateway',
  present: [{ header: 'x-gravitee-transaction-id' }, { header: 'x-gravitee-request-id' }],
  refusals: [
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: 'no api key has been specified in headers' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no API key came in the header or query parameter that is named',
      source:
        'https://github.com/gravitee-io/gravitee-policy-apikey/blob/master/src/main/java/io/gravitee/policy/apikey/ApiKeyPolicy.java',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ text: 'api key is not valid or is expired' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the API key is unknown, revoked or past its date',
      source:
        'https://github.com/gravitee-io/gravitee-policy-apikey/blob/master/src/main/java/io/gravitee/policy/apikey/ApiKeyPolicy.java',
    },
  ],
};

export default vendor;
