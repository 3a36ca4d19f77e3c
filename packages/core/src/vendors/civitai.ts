import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'civitai',
  name: 'Civitai',
  role: 'api',
  present: [{ host: 'civitai.com' }],
  refusals: [
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: { 'credentials-missing': 68, 'credentials-invalid': 12, 'policy-denied': 8 },
      says: "mostly the model's author requires a login for the download",
      source: 'https://developer.civitai.com/docs/api/public-rest',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'feature-unavailable': 36,
        'client-refused': 22,
        'ip-refused': 14,
        'credentials-missing': 10,
        'policy-denied': 6,
      },
      says: 'mostly early access, or the edge or region',
      source: 'https://developer.civitai.com/docs/api/public-rest',
    },
  ],
};

export default vendor;
