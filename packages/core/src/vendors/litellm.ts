import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'litellm',
  name: 'LiteLLM',
  role: 'gateway',
  present: [
    { header: 'x-litellm-version' },
    { header: 'x-litellm-call-id' },
    { text: /litellm|invalid proxy server token passed/ },
  ],
  refusals: [
    {
      id: 'token',
      alone: true,
      when: [{ any: [{ text: /invalid proxy server token passed/ }, { text: 'LiteLLM Virtual Key expected' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the virtual key is unknown',
      source: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
    },
    {
      id: 'model',
      alone: true,
      when: [
        {
          any: [
            {
              text: /(?:key|team|user|project|org) not allowed to access model\. this (?:key|team|user|project|org) can only access models/,
            },
            { body: 'key_model_access_denied' },
            { body: 'team_model_access_denied' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'suggests' },
      says: 'the key or its team may not use this model',
      source: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
    },
    {
      id: 'expired',
      alone: true,
      when: [{ text: /authentication error - expired key\. key expiry time/ }],
      causes: { 'credentials-expired': 'proves' },
      says: 'the virtual key is past its time',
      source: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
    },
    {
      id: 'budget',
      alone: true,
      when: [{ any: [{ text: /budget has been exceeded! current cost:/ }, { text: 'ExceededBudget' }] }],
      causes: { 'rate-limited': 'suggests', 'feature-unavailable': 'suggests' },
      says: "the key's or team's budget is used up",
      source: 'https://docs.litellm.ai/docs/proxy/virtual_keys',
    },
  ],
};

export default vendor;
