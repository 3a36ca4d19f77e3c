import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'mollie',
  name: 'Mollie',
  role: 'api',
  present: [{ host: 'api.mollie.com' }, { body: 'https://docs.mollie.com/' }],
  refusals: [
    {
      id: 'mode',
      alone: true,
      when: [{ text: 'exists, but the wrong mode is used. try switching live / test api keys' }],
      causes: { 'credentials-invalid': 'proves', 'object-hidden': 'hints' },
      says: 'the object was made with the key of the other mode (test or live)',
      source: 'https://github.com/mollie/mollie-api-php/issues/595',
    },
    {
      id: 'failed',
      alone: true,
      when: [{ text: 'missing authentication, or failed to authenticate' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the API key is missing or unknown',
      source: 'https://docs.mollie.com/reference/handling-errors',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.mollie.com' }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-missing': 18, 'credentials-malformed': 8 },
      says: 'mostly a wrong key, or a test key for a live object',
      source: 'https://github.com/mollie/mollie-api-php/issues/595',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.mollie.com' }],
      causes: {},
      usual: { 'role-missing': 38, 'scope-insufficient': 22, 'feature-unavailable': 20, 'policy-denied': 8 },
      says: 'mostly the payment method or permission is not active',
      source: 'https://github.com/mollie/mollie-api-php/issues/595',
    },
  ],
};

export default vendor;
