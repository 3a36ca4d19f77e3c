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
  ],
};

export default vendor;
