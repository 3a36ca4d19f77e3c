import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'etsy',
  name: 'Etsy',
  role: 'api',
  present: [{ host: 'api.etsy.com' }, { host: 'openapi.etsy.com' }, { header: 'x-etsy-request-uuid' }],
  refusals: [
    {
      id: 'api-key',
      when: [
        {
          text: /missing x-api-key header|invalid api key|api key not found|shared secret is required in x-api-key header|api key .{0,40}not active/,
        },
      ],
      causes: { 'credentials-missing': 'suggests', 'credentials-invalid': 'suggests' },
      says: 'the x-api-key header is absent, wrong, or its app not active',
      source: 'https://developers.etsy.com/documentation/essentials/authentication',
    },
    {
      id: 'scope',
      when: [{ text: /insufficient_scope|token does not include the required scope|does not have required scope/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope',
      source: 'https://developers.etsy.com/documentation/essentials/authentication',
    },
    {
      id: 'token',
      when: [{ text: /access token is expired/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the access token is past its hour',
      source: 'https://developers.etsy.com/documentation/essentials/authentication',
    },
  ],
};

export default vendor;
