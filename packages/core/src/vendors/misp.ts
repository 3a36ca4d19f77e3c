import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'misp',
  name: 'MISP',
  role: 'app',
  present: [
    {
      text: /you do not have permission to use this functionality|authentication failed\. please make sure you pass the api key of an api enabled user/,
    },
  ],
  refusals: [
    {
      id: 'role',
      alone: true,
      when: [{ text: 'you do not have permission to use this functionality' }],
      causes: { 'role-missing': 'proves' },
      says: 'the role of the user does not hold this function',
      source: 'https://github.com/MISP/MISP/issues/9794',
    },
    {
      id: 'key',
      alone: true,
      when: [{ text: 'authentication failed. please make sure you pass the api key of an api enabled user' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-missing': 'hints' },
      says: 'the auth key is missing, unknown, or its user may not use the API',
      source: 'https://github.com/MISP/MISP/blob/2.4/app/Controller/AppController.php',
    },
  ],
};

export default vendor;
