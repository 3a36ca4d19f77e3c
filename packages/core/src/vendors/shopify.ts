import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'shopify',
  name: 'Shopify',
  role: 'api',
  present: [
    { host: 'myshopify.com' },
    { header: 'x-shopid' },
    { header: 'x-shopify-shop-id' },
    { text: /\[api\] (?:this action|invalid)|requires merchant approval for/ },
  ],
  refusals: [
    {
      id: 'merchant-approval',
      alone: true,
      when: [{ text: /requires merchant approval for [a-z_]{1,60} scope/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks a scope; the answer names it',
      fix: {
        who: 'api-owner',
        text: 'add the scope to the app and let the merchant approve it; a token of before lacks it still',
      },
      source: 'https://shopify.dev/docs/api/usage/response-codes',
    },
    {
      id: 'access-denied-field',
      alone: true,
      when: [{ text: /access denied for [a-z]{1,80} field\. required access:/ }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the token lacks the access that this GraphQL field wants; the answer names it',
      source: 'https://shopify.dev/docs/api/usage/access-scopes',
    },
    {
      id: 'protected-data',
      alone: true,
      when: [
        {
          text: /not approved to (?:access|use|subscribe to) .{0,80}(?:protected customer data|object|topic)|protected-customer-data/,
        },
      ],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'hints' },
      says: 'the app is not approved for protected customer data',
      source: 'https://shopify.dev/docs/apps/launch/protected-customer-data',
    },
    {
      id: 'invalid-token',
      alone: true,
      when: [{ text: '[API] Invalid API key or access token (unrecognized login or wrong password)' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the access token is not one of this shop',
      source: 'https://shopify.dev/docs/api/usage/response-codes',
    },
    {
      id: 'unavailable-shop',
      alone: true,
      when: [{ any: [{ text: 'Unavailable Shop' }, { text: 'This shop is unavailable' }, { text: 'Shop is frozen' }] }],
      causes: { 'policy-denied': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the shop is frozen or closed',
      source: 'https://shopify.dev/docs/api/usage/response-codes',
    },
    {
      id: 'storefront-token',
      when: [{ code: 'UNAUTHORIZED' }, { header: 'x-shopid' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the Storefront API token is absent or wrong',
      source: 'https://shopify.dev/docs/api/storefront',
    },
    {
      id: 'bot-430',
      when: [{ status: 430 }],
      causes: { 'client-refused': 'suggests', 'rate-limited': 'hints' },
      says: "Shopify's security refuses this client",
      source: 'https://shopify.dev/docs/api/usage/response-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'myshopify.com' }, { path: '/admin/' }],
      causes: {},
      usual: { 'scope-insufficient': 58, 'policy-denied': 14, 'feature-unavailable': 10, 'role-missing': 6 },
      says: 'mostly a scope, or protected customer data that was not approved',
      source: 'https://shopify.dev/docs/api/usage/response-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'myshopify.com' }, { path: '/admin/' }],
      causes: {},
      usual: { 'credentials-invalid': 70, 'credentials-missing': 14, 'credentials-expired': 5 },
      says: 'mostly a token of another shop, or the app was removed',
      source: 'https://shopify.dev/docs/api/usage/response-codes',
    },
  ],
};

export default vendor;
