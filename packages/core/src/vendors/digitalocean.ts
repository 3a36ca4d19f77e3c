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
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'digitaloceanspaces.com' }],
      causes: {},
      usual: {
        'object-hidden': 28,
        'credentials-invalid': 22,
        'role-missing': 18,
        'not-owner': 10,
        'credentials-missing': 8,
        'origin-rejected': 4,
      },
      says: 'mostly a private or absent file, or a key of limited access',
      source: 'https://docs.digitalocean.com/reference/api/',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.digitalocean.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 55,
        'credentials-missing': 18,
        'credentials-expired': 14,
        'credentials-malformed': 5,
      },
      says: 'mostly a deleted or expired token',
      source: 'https://docs.digitalocean.com/reference/api/',
    },
    {
      id: 'usual-403-api',
      when: [{ status: 403 }, { host: 'api.digitalocean.com' }],
      causes: {},
      usual: { 'scope-insufficient': 62, 'role-missing': 14, 'policy-denied': 8 },
      says: "mostly the token's custom scopes",
      source: 'https://docs.digitalocean.com/reference/api/',
    },
  ],
};

export default vendor;
