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
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'openapi.etsy.com' }, { host: 'api.etsy.com' }] }],
      causes: {},
      usual: {
        'credentials-invalid': 30,
        'policy-denied': 22,
        'scope-insufficient': 20,
        'credentials-missing': 8,
        'not-owner': 8,
      },
      says: 'mostly a key that waits for approval, a missing shared secret or scope',
      source: 'https://developers.etsy.com/documentation/essentials/authentication',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'openapi.etsy.com' }, { host: 'api.etsy.com' }] }],
      causes: {},
      usual: {
        'credentials-expired': 46,
        'credentials-invalid': 26,
        'credentials-missing': 10,
        'credentials-malformed': 6,
      },
      says: 'mostly an access token past its hour',
      source: 'https://developers.etsy.com/documentation/essentials/authentication',
    },
  ],
};

export default vendor;
