import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'nvidia-nim',
  name: 'NVIDIA API',
  role: 'api',
  present: [{ host: 'api.nvidia.com' }, { host: 'nvcr.io' }, { host: 'api.ngc.nvidia.com' }],
  refusals: [
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.nvidia.com' }],
      causes: {},
      usual: {
        'feature-unavailable': 42,
        'credentials-invalid': 16,
        'credentials-expired': 10,
        'role-missing': 10,
        'object-hidden': 6,
      },
      says: 'mostly the account has no access to the model or no credits',
      source: 'https://docs.api.nvidia.com/nim/docs',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'nvcr.io' }],
      causes: {},
      usual: { 'credentials-missing': 34, 'credentials-invalid': 32, 'role-missing': 14, 'object-hidden': 8 },
      says: 'mostly the user name must be $oauthtoken, with the NGC key as password',
      source: 'https://docs.api.nvidia.com/nim/docs',
    },
    {
      id: 'usual-403-nvcr',
      when: [{ status: 403 }, { host: 'nvcr.io' }],
      causes: {},
      usual: { 'feature-unavailable': 44, 'role-missing': 26, 'credentials-invalid': 10 },
      says: 'mostly the organisation has no licence or has not accepted the terms',
      source: 'https://docs.api.nvidia.com/nim/docs',
    },
  ],
};

export default vendor;
