import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'digitalocean',
  name: 'DigitalOcean',
  role: 'api',
  present: [{ host: 'digitalocean.com' }, { host: 'digitaloceanspaces.com' }],
  refusals: [
    {
      id: 'forbidden',
      when: [
        { status: 403 },
        { text: /you are not authorized to perform this operation|you do not have access for the attempted action/ },
      ],
      causes: { 'scope-insufficient': 'suggests', 'role-missing': 'hints' },
      says: 'the token was made without this scope, or the team role does not allow it',
      source: 'https://docs.digitalocean.com/reference/api/digitalocean/',
    },
    {
      id: 'unauthenticated',
      alone: true,
      when: [{ status: 401 }, { text: 'unable to authenticate you' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'hints', 'credentials-expired': 'hints' },
      says: 'the token is missing, wrong or revoked',
      source: 'https://docs.digitalocean.com/reference/api/digitalocean/',
    },
  ],
};

export default vendor;
