import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'amazon-sp-api',
  name: 'Amazon Selling Partner API',
  role: 'api',
  present: [
    { host: 'sellingpartnerapi-na.amazon.com' },
    { host: 'sellingpartnerapi-eu.amazon.com' },
    { host: 'sellingpartnerapi-fe.amazon.com' },
    { text: /access to requested resource is denied/ },
  ],
  refusals: [
    {
      id: 'resource-denied',
      alone: true,
      when: [{ text: 'Access to requested resource is denied.' }],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'suggests', 'credentials-expired': 'hints' },
      says: "the app lacks the role of this operation, the seller's authorisation is older than the role, or the call wants a restricted data token",
      fix: { who: 'api-owner', text: 'add the role to the app and let the seller authorise it again' },
      source: 'https://developer-docs.amazon.com/sp-api/docs/sp-api-errors-faq',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: 'The access token you provided has expired.' }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the LWA access token is past its hour',
      source: 'https://developer-docs.amazon.com/sp-api/docs/sp-api-errors-faq',
    },
    {
      id: 'token-missing',
      alone: true,
      when: [{ text: /access token is missing in the request header/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no x-amz-access-token came',
      source: 'https://developer-docs.amazon.com/sp-api/docs/sp-api-errors-faq',
    },
    {
      id: 'usual',
      when: [
        { status: 403 },
        {
          any: [
            { host: 'sellingpartnerapi-na.amazon.com' },
            { host: 'sellingpartnerapi-eu.amazon.com' },
            { host: 'sellingpartnerapi-fe.amazon.com' },
          ],
        },
      ],
      causes: {},
      usual: {
        'role-missing': 42,
        'credentials-invalid': 20,
        'credentials-expired': 14,
        'scope-insufficient': 12,
        'policy-denied': 5,
      },
      says: 'mostly the app lacks the role, or the seller has not authorised it anew',
      source: 'https://developer-docs.amazon.com/sp-api/docs/authorization-errors',
    },
  ],
};

export default vendor;
