import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'wandb',
  name: 'Weights & Biases',
  role: 'api',
  present: [{ host: 'wandb.ai' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 34,
        'credentials-invalid': 24,
        'not-owner': 16,
        'feature-unavailable': 6,
        'policy-denied': 6,
      },
      says: "mostly the key's account is not in the entity (team)",
      source: 'https://docs.wandb.ai/support/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 56, 'credentials-missing': 28, 'credentials-malformed': 6 },
      says: "mostly a wrong key, or a private server's key",
      source: 'https://docs.wandb.ai/support/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }],
      causes: {},
      usual: { 'object-hidden': 46, 'role-missing': 30, 'credentials-invalid': 8 },
      says: 'mostly a private project',
      source: 'https://docs.wandb.ai/support/',
    },
  ],
};

export default vendor;
