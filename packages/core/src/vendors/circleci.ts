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
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'circleci.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 42,
        'credentials-missing': 24,
        'credentials-malformed': 8,
        'policy-denied': 8,
        'credentials-expired': 6,
      },
      says: 'mostly a project token where a personal one is required, or none',
      source: 'https://circleci.com/docs/api/v2/',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'circleci.com' }],
      causes: {},
      usual: {
        'object-hidden': 40,
        'credentials-missing': 20,
        'role-missing': 16,
        'credentials-invalid': 10,
        'not-owner': 5,
      },
      says: 'mostly a private project that the token cannot see',
      source: 'https://circleci.com/docs/api/v2/',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'circleci.com' }],
      causes: {},
      usual: { 'role-missing': 38, 'policy-denied': 22, 'credentials-invalid': 14, 'feature-unavailable': 10 },
      says: "mostly a context's security group or the project's settings",
      source: 'https://circleci.com/docs/api/v2/',
    },
  ],
};

export default vendor;
