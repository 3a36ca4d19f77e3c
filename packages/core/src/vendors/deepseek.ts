import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'deepseek',
  name: 'DeepSeek',
  role: 'api',
  present: [{ host: 'api.deepseek.com' }],
  refusals: [
    {
      id: 'balance',
      alone: true,
      when: [{ status: 402 }, { text: 'insufficient balance' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the balance of the account is used up',
      source: 'https://api-docs.deepseek.com/quick_start/error_codes',
    },
    {
      id: 'key',
      when: [{ host: 'api.deepseek.com' }, { status: 401 }, { text: 'authentication fails' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the API key is unknown',
      source: 'https://api-docs.deepseek.com/quick_start/error_codes',
    },
  ],
};

export default vendor;
