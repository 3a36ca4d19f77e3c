import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'plaid',
  name: 'Plaid',
  role: 'api',
  present: [{ host: 'plaid.com' }, { body: /"error_type": ?"(?:invalid_input|item_error|api_error|invalid_result)"/ }],
  refusals: [
    {
      id: 'keys',
      alone: true,
      when: [{ code: ['INVALID_API_KEYS', 'INVALID_ACCESS_TOKEN'] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the client id, secret or access token is wrong, or of the other environment',
      source: 'https://plaid.com/docs/errors/invalid-input/',
    },
    {
      id: 'product',
      alone: true,
      when: [
        { code: ['UNAUTHORIZED_ROUTE_ACCESS', 'INVALID_PRODUCT', 'PRODUCTS_NOT_SUPPORTED', 'PRODUCT_NOT_ENABLED'] },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the client is not enabled for this product',
      source: 'https://plaid.com/docs/errors/invalid-input/',
    },
    {
      id: 'login',
      alone: true,
      when: [{ code: 'ITEM_LOGIN_REQUIRED' }],
      causes: { 'step-up-required': 'proves' },
      says: 'the bank wants the user to log in again',
      source: 'https://plaid.com/docs/errors/invalid-input/',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'plaid.com' }],
      causes: {},
      usual: { 'credentials-invalid': 66, 'feature-unavailable': 10, 'credentials-missing': 8 },
      says: 'mostly the secret of another environment',
      source: 'https://plaid.com/docs/errors/invalid-input/',
    },
  ],
};

export default vendor;
