import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'ping',
  name: 'Ping Identity',
  role: 'identity',
  present: [{ host: 'pingone.com' }, { host: 'pingidentity.com' }, { text: /pingone|pingfederate|pingaccess/ }],
  refusals: [
    {
      id: 'access-failed',
      when: [
        {
          any: [
            { code: 'ACCESS_FAILED' },
            { text: 'The request could not be completed. You do not have access to this resource.' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: 'the worker app or user lacks a role on this environment',
      source: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#error-codes',
    },
    {
      id: 'insufficient-permissions',
      when: [{ code: 'INSUFFICIENT_PERMISSIONS' }],
      causes: { 'role-missing': 'proves' },
      says: 'a permission is missing',
      source: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#error-codes',
    },
    {
      id: 'token-invalid',
      when: [{ text: 'The request could not be completed. The access token is invalid' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'hints' },
      says: 'the access token is not valid',
      source: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#error-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'pingone.com' }, { host: 'pingidentity.com' }] }],
      causes: {},
      usual: { 'role-missing': 48, 'scope-insufficient': 16, 'credentials-invalid': 14 },
      says: "mostly the worker application's role",
      source: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#error-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'pingone.com' }, { host: 'pingidentity.com' }] }],
      causes: {},
      usual: { 'credentials-expired': 42, 'credentials-invalid': 34, 'credentials-missing': 14 },
      says: "mostly an expired token, or another region's host",
      source: 'https://apidocs.pingidentity.com/pingone/platform/v1/api/#error-codes',
    },
  ],
};

export default vendor;
