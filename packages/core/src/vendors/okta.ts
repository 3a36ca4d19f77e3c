import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'okta',
  name: 'Okta',
  role: 'identity',
  present: [
    { host: 'okta.com' },
    { host: 'oktapreview.com' },
    { header: 'x-okta-request-id' },
    { body: /"errorcode": ?"e0000[0-9]{3}"/ },
  ],
  refusals: [
    {
      id: 'e0000006',
      alone: true,
      when: [{ any: [{ code: 'E0000006' }, { text: 'You do not have permission to perform the requested action' }] }],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'suggests', 'not-owner': 'hints' },
      says: "the administrator role or the token's scopes do not allow this action",
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000011',
      alone: true,
      when: [{ any: [{ code: 'E0000011' }, { text: 'Invalid token provided' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the API token is not valid: wrong org, revoked or idle for 30 days',
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000004',
      alone: true,
      when: [{ code: 'E0000004' }],
      causes: { 'credentials-invalid': 'proves', 'policy-denied': 'hints' },
      says: 'the user name or password is wrong, or the sign-on policy refuses',
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000005',
      alone: true,
      when: [{ code: 'E0000005' }],
      causes: { 'credentials-expired': 'suggests', 'credentials-missing': 'hints', 'credentials-invalid': 'hints' },
      says: 'the session is not valid',
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000015',
      alone: true,
      when: [
        {
          any: [{ code: 'E0000015' }, { text: 'You do not have permission to access the feature you are requesting' }],
        },
      ],
      causes: { 'feature-unavailable': 'proves' },
      says: 'the feature is not enabled for this org',
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000022',
      alone: true,
      when: [{ code: 'E0000022' }],
      causes: { 'method-refused': 'suggests', 'feature-unavailable': 'hints' },
      says: 'the endpoint does not support this method or the feature is off',
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000038',
      alone: true,
      when: [{ code: 'E0000038' }],
      causes: { 'policy-denied': 'suggests', 'role-missing': 'hints' },
      says: "this operation is not allowed in the user's current status",
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000047',
      alone: true,
      when: [{ any: [{ code: 'E0000047' }, { text: 'API call exceeded rate limit due to too many requests' }] }],
      causes: { 'rate-limited': 'proves' },
      says: 'a rate limit of the org is reached',
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'e0000069',
      alone: true,
      when: [{ any: [{ code: 'E0000069' }, { text: 'User Locked' }] }],
      causes: { 'policy-denied': 'proves', 'rate-limited': 'hints' },
      says: 'the user is locked out',
      source: 'https://developer.okta.com/docs/reference/error-codes/',
    },
    {
      id: 'not-assigned',
      when: [
        {
          any: [
            { text: 'User is not assigned to the client application' },
            { text: 'Policy evaluation failed for this request' },
          ],
        },
      ],
      causes: { 'policy-denied': 'suggests', 'role-missing': 'suggests' },
      says: 'the user is not assigned to the app, or no policy rule of the authorization server fits',
      source: 'https://support.okta.com/help/s/article/policy-evaluation-failed-for-this-request',
    },
    {
      id: 'api-access-scope',
      alone: true,
      when: [{ text: /the access token provided does not contain the required scopes/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the OAuth access token lacks the scope of this API',
      source: 'https://developer.okta.com/docs/guides/implement-oauth-for-okta/main/',
    },
  ],
};

export default vendor;
