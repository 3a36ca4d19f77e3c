import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'stability-ai',
  name: 'Stability AI',
  role: 'api',
  present: [{ host: 'api.stability.ai' }],
  refusals: [
    {
      id: 'moderation',
      alone: true,
      when: [{ body: /"name" ?: ?"content_moderation"/ }],
      causes: { 'content-rejected': 'proves', 'policy-denied': 'hints' },
      says: 'the moderation flagged the prompt or the picture',
      source: 'https://platform.stability.ai/docs/api-reference',
    },
    {
      id: 'payment',
      when: [{ body: /"name" ?: ?"payment_required"/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the account lacks credits',
      source: 'https://platform.stability.ai/docs/api-reference',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'content-rejected': 30,
        'credentials-invalid': 18,
        'feature-unavailable': 16,
        'ip-refused': 12,
        'client-refused': 10,
        'credentials-missing': 6,
      },
      says: 'mostly the moderation of the prompt, or the edge',
      source: 'https://platform.stability.ai/docs/api-reference',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 55,
        'credentials-missing': 22,
        'credentials-malformed': 10,
        'credentials-expired': 4,
      },
      says: 'mostly a wrong or missing key',
      source: 'https://platform.stability.ai/docs/api-reference',
    },
  ],
};

export default vendor;
