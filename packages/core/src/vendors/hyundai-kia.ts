import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'hyundai-kia',
  name: 'Hyundai and Kia',
  role: 'api',
  present: [{ host: 'hyundai.com' }, { host: 'kia.com' }, { host: 'kiausa.com' }, { host: 'hyundaiusa.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'client-refused': 30,
        'rate-limited': 20,
        'policy-denied': 14,
        'feature-unavailable': 12,
        'credentials-expired': 8,
      },
      says: 'mostly an unofficial client whose stamp or headers are old',
      source: 'https://developers.hyundai.com/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-expired': 40, 'credentials-invalid': 28, 'client-refused': 12 },
      says: 'mostly a token past its time',
      source: 'https://developers.hyundai.com/',
    },
  ],
};

export default vendor;
