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
  ],
};

export default vendor;
