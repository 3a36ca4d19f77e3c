import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'circleci',
  name: 'CircleCI',
  role: 'api',
  present: [{ host: 'circleci.com' }, { sent: 'circle-token' }],
  refusals: [
    {
      id: 'permission',
      when: [{ text: 'permission denied' }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'suggests', 'credentials-invalid': 'hints' },
      says: 'the token is of a project or user without this right; project tokens do not work with API v2',
      source: 'https://circleci.com/docs/managing-api-tokens/',
    },
    {
      id: 'login',
      when: [{ text: /you must log in first|invalid token provided/ }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-missing': 'suggests' },
      says: 'the token is missing or unknown',
      source: 'https://circleci.com/docs/managing-api-tokens/',
    },
  ],
};

export default vendor;
