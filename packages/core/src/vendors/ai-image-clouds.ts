import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ai-image-clouds',
  name: 'Leonardo, Ideogram, fal, Black Forest Labs, Luma',
  role: 'api',
  present: [
    { host: 'cloud.leonardo.ai' },
    { host: 'api.ideogram.ai' },
    { host: 'fal.run' },
    { host: 'fal.ai' },
    { host: 'api.bfl.ai' },
    { host: 'api.bfl.ml' },
    { host: 'api.lumalabs.ai' },
  ],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'credentials-malformed': 18, 'credentials-missing': 18 },
      says: 'mostly a wrong key, or the word Key before it at fal',
      source: 'https://docs.fal.ai/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 46,
        'content-rejected': 14,
        'credentials-invalid': 10,
        'role-missing': 6,
        'policy-denied': 6,
      },
      says: 'mostly the balance, or the moderation',
      source: 'https://docs.fal.ai/',
    },
  ],
};

export default vendor;
