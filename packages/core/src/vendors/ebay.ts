import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ebay',
  name: 'eBay',
  role: 'api',
  present: [
    { host: 'ebay.com' },
    { header: 'x-ebay-c-request-id' },
    { body: '"domain":"oauth"' },
    { body: 'api.ebay' },
  ],
  refusals: [
    {
      id: 'code-1100',
      alone: true,
      when: [
        { any: [{ code: '1100' }, { text: 'Insufficient permissions to fulfill the request.' }] },
        {
          any: [
            { body: 'ebay' },
            { body: '"access"' },
            { host: 'ebay.com' },
            { text: 'Insufficient permissions to fulfill the request.' },
          ],
        },
      ],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope, or was made for the application instead of a user',
      source: 'https://developer.ebay.com/api-docs/static/handling-error-messages.html',
    },
    {
      id: 'code-1001',
      when: [
        {
          any: [
            { code: '1001' },
            { text: 'Invalid access token. Check the value of the Authorization HTTP request header.' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is wrong, past its time, or of the other environment (sandbox, production)',
      source: 'https://developer.ebay.com/api-docs/static/handling-error-messages.html',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.ebay.com' }],
      causes: {},
      usual: { 'credentials-expired': 42, 'credentials-invalid': 40, 'credentials-malformed': 6 },
      says: 'mostly a token past its two hours, or a sandbox token',
      source: 'https://developer.ebay.com/api-docs/static/handling-error-messages.html',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.ebay.com' }],
      causes: {},
      usual: { 'scope-insufficient': 44, 'feature-unavailable': 26, 'policy-denied': 8, 'not-owner': 6 },
      says: 'mostly the scope, or an API of limited release',
      source: 'https://developer.ebay.com/api-docs/static/handling-error-messages.html',
    },
  ],
};

export default vendor;
