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
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 62, 'credentials-missing': 20, 'credentials-malformed': 8 },
      says: 'mostly a wrong key, or a key of another provider',
      source: 'https://api-docs.deepseek.com/quick_start/error_codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 30,
        'ip-refused': 28,
        'rate-limited': 12,
        'credentials-invalid': 10,
        'feature-unavailable': 8,
      },
      says: 'mostly the edge refuses the network or client',
      source: 'https://api-docs.deepseek.com/quick_start/error_codes',
    },
  ],
};

export default vendor;
