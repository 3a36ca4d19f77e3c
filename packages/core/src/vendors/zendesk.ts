import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zendesk',
  name: 'Zendesk',
  role: 'api',
  present: [{ host: 'zendesk.com' }, { header: 'x-zendesk-request-id' }],
  refusals: [
    {
      id: 'forbidden',
      when: [
        {
          any: [
            {
              text: 'You do not have access to this page. Please contact the account owner of this help desk for further help.',
            },
            { code: 'Forbidden' },
          ],
        },
      ],
      causes: { 'role-missing': 'suggests', 'scope-insufficient': 'hints' },
      says: "the user's role or the token's scope does not allow this",
      source: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    },
    {
      id: 'couldnt-authenticate',
      when: [{ any: [{ text: "Couldn't authenticate you" }, { text: 'Couldnt authenticate you' }] }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-malformed': 'hints' },
      says: 'the credentials do not fit: with an API token the user name is e-mail/token',
      fix: { who: 'caller', text: 'send Basic with user name <e-mail>/token and the token as password' },
      source: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    },
    {
      id: 'password-off',
      alone: true,
      when: [
        {
          any: [
            { text: 'SSO_AUTH_REQUIRED' },
            { text: /(?:token|password) access (?:is )?disabled/ },
            { code: 'InvalidEndpoint' },
          ],
        },
        { any: [{ host: 'zendesk.com' }, { header: 'x-zendesk-request-id' }] },
      ],
      causes: { 'feature-unavailable': 'suggests', 'policy-denied': 'hints' },
      says: 'password or token access is off for this account',
      source: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    },
    {
      id: 'usual',
      when: [{ status: 401 }, { host: 'zendesk.com' }],
      causes: {},
      usual: { 'credentials-invalid': 36, 'credentials-malformed': 34, 'credentials-missing': 12, 'policy-denied': 10 },
      says: 'mostly /token is missing after the email address, or password access is off',
      source: 'https://developer.zendesk.com/api-reference/introduction/security-and-auth/',
    },
  ],
};

export default vendor;
