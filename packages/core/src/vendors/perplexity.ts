import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'perplexity',
  name: 'Perplexity',
  role: 'api',
  present: [{ host: 'api.perplexity.ai' }, { host: 'perplexity.ai' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.perplexity.ai' }],
      causes: {},
      usual: {
        'credentials-invalid': 46,
        'feature-unavailable': 18,
        'credentials-missing': 18,
        'credentials-malformed': 8,
      },
      says: 'mostly a wrong key, or an account without credits',
      source: 'https://docs.perplexity.ai/guides/api-error-handling',
    },
    {
      id: 'usual-site',
      when: [{ status: 403 }, { host: 'perplexity.ai' }, { not: { host: 'api.perplexity.ai' } }],
      causes: {},
      usual: { 'client-refused': 76, 'ip-refused': 10, 'credentials-expired': 4 },
      says: 'the bot wall',
      source: 'https://docs.perplexity.ai/guides/api-error-handling',
    },
  ],
};

export default vendor;
