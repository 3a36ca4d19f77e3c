import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'fireworks-ai',
  name: 'Fireworks AI',
  role: 'api',
  present: [{ host: 'api.fireworks.ai' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 52, 'credentials-missing': 26, 'credentials-malformed': 6 },
      says: 'mostly a wrong or missing key',
      source: 'https://docs.fireworks.ai/guides/inference-error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: { 'role-missing': 28, 'credentials-invalid': 22, 'feature-unavailable': 20, 'not-owner': 8 },
      says: "mostly another account's model, or the key",
      source: 'https://docs.fireworks.ai/guides/inference-error-codes',
    },
  ],
};

export default vendor;
