import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'scaleway',
  name: 'Scaleway',
  role: 'api',
  present: [{ host: 'scaleway.com' }, { host: 'scw.cloud' }],
  refusals: [
    {
      id: 'permissions',
      alone: true,
      when: [{ text: /\bpermissions_denied\b/ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'suggests' },
      says: 'no IAM policy of this key allows the action that the answer names',
      source: 'https://www.scaleway.com/en/docs/iam/',
    },
    {
      id: 'authentication',
      alone: true,
      when: [{ text: /\bdenied_authentication\b/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the key is unknown, past its date, or not in use',
      source: 'https://www.scaleway.com/en/docs/iam/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }],
      causes: {},
      usual: {
        'role-missing': 52,
        'not-owner': 10,
        'policy-denied': 10,
        'credentials-invalid': 10,
        'feature-unavailable': 5,
      },
      says: 'mostly no IAM policy, or another project',
      source: 'https://www.scaleway.com/en/docs/iam/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-invalid': 48,
        'credentials-missing': 18,
        'credentials-malformed': 10,
        'credentials-expired': 8,
      },
      says: 'mostly the access key in place of the secret key',
      source: 'https://www.scaleway.com/en/docs/iam/',
    },
  ],
};

export default vendor;
