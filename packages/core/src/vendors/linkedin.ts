import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'linkedin',
  name: 'LinkedIn',
  role: 'api',
  present: [
    { host: 'linkedin.com' },
    { header: 'x-li-uuid' },
    { header: 'x-li-fabric' },
    { body: '"serviceerrorcode"' },
  ],
  refusals: [
    {
      id: 'permissions',
      alone: true,
      when: [{ any: [{ text: /not enough permissions to access: / }, { text: 'Unpermitted fields present in' }] }],
      causes: { 'scope-insufficient': 'suggests', 'feature-unavailable': 'suggests' },
      says: 'the token lacks the scope, or the app lacks the product that includes this call',
      source: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
    },
    {
      id: 'token',
      alone: true,
      when: [
        {
          any: [
            { code: '65600' },
            { code: '65601' },
            { code: '65602' },
            { text: 'The token used in the request has been revoked by the user' },
            { text: 'The token used in the request has expired' },
            { text: 'Invalid access token' },
          ],
        },
        { body: 'serviceerrorcode' },
      ],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the access token is invalid, revoked or past its time',
      source: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
    },
    {
      id: 'status-999',
      when: [{ status: 999 }, { host: 'linkedin.com' }],
      causes: { 'client-refused': 'proves' },
      says: "LinkedIn's bot protection refuses this client",
      source: 'https://github.com/lycheeverse/lychee/blob/master/docs/TROUBLESHOOTING.md',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.linkedin.com' }],
      causes: {},
      usual: { 'scope-insufficient': 40, 'feature-unavailable': 30, 'role-missing': 14, 'not-owner': 5 },
      says: 'mostly the product (Marketing, Community) was not granted to the app',
      source: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.linkedin.com' }],
      causes: {},
      usual: { 'credentials-expired': 52, 'credentials-invalid': 26, 'credentials-missing': 8 },
      says: 'mostly a token past its 60 days or revoked',
      source: 'https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling',
    },
  ],
};

export default vendor;
