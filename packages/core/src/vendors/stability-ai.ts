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
  ],
};

export default vendor;
