import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ibm-cloud',
  name: 'IBM Cloud',
  role: 'api',
  present: [{ host: 'cloud.ibm.com' }, { host: 'appdomain.cloud' }, { text: /bxn(im|uc|ap)[0-9]{4}e/ }],
  refusals: [
    {
      id: 'key-unknown',
      alone: true,
      when: [{ text: /bxnim0415e/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API key was not found',
      source: 'https://cloud.ibm.com/docs/account?topic=account-userapikey',
    },
    {
      id: 'iam',
      alone: true,
      when: [{ text: /bxnim[0-9]{4}e/ }, { not: { text: /bxnim0415e/ } }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'hints', 'role-missing': 'hints' },
      says: 'IAM did not accept token or key',
      source: 'https://cloud.ibm.com/apidocs/iam-identity-token-api',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'cloud.ibm.com' }, { host: 'appdomain.cloud' }] }],
      causes: {},
      usual: {
        'credentials-expired': 44,
        'credentials-invalid': 28,
        'credentials-missing': 12,
        'credentials-malformed': 6,
      },
      says: 'mostly an IAM token past its hour, or the API key in its place',
      source: 'https://cloud.ibm.com/docs/account?topic=account-iamtroubleshooting',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'cloud.ibm.com' }, { host: 'appdomain.cloud' }] }],
      causes: {},
      usual: { 'role-missing': 56, 'credentials-invalid': 16, 'policy-denied': 10, 'ip-refused': 6 },
      says: 'mostly no access policy, or an instance in another region',
      source: 'https://cloud.ibm.com/docs/account?topic=account-iamtroubleshooting',
    },
  ],
};

export default vendor;
