import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'clerk',
  name: 'Clerk',
  role: 'identity',
  present: [
    { host: 'clerk.com' },
    { host: 'clerk.dev' },
    { host: 'clerk.accounts.dev' },
    { header: 'x-clerk-auth-status' },
    { header: 'x-clerk-auth-reason' },
    { body: 'clerk_trace_id' },
  ],
  refusals: [
    {
      id: 'reason-header',
      alone: true,
      when: [
        {
          header: 'x-clerk-auth-reason',
          is: /session-token-and-uat-missing|token-missing|dev-browser-missing|no-session|session-token-missing/i,
        },
      ],
      causes: { 'credentials-missing': 'suggests' },
      says: 'no session token came',
      source: 'https://github.com/clerk/javascript/blob/main/packages/backend/src/tokens/authStatus.ts',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-clerk-auth-reason', is: /token-expired|token-not-active-yet|session-token-outdated/i },
            { text: /jwt is expired\. expiry date/ },
          ],
        },
      ],
      causes: { 'credentials-expired': 'proves' },
      says: 'the session token is past its time, or the clocks differ',
      source: 'https://github.com/clerk/javascript/blob/main/packages/backend/src/errors.ts',
    },
    {
      id: 'authorized-parties',
      alone: true,
      when: [
        {
          any: [
            { header: 'x-clerk-auth-reason', is: 'token-invalid-authorized-parties' },
            { text: /invalid jwt authorized party claim/ },
          ],
        },
      ],
      causes: { 'origin-rejected': 'suggests', 'credentials-invalid': 'suggests' },
      says: "the token's azp is not among the authorized parties",
      source: 'https://github.com/clerk/javascript/blob/main/packages/backend/src/errors.ts',
    },
    {
      id: 'secret-key',
      alone: true,
      when: [
        {
          any: [
            { code: 'clerk_key_invalid' },
            { code: 'secret_key_invalid' },
            { text: 'The provided Clerk Secret Key is invalid' },
          ],
        },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the secret key is not one of this instance',
      source: 'https://clerk.com/docs/errors/backend-api',
    },
    {
      id: 'origin',
      alone: true,
      when: [
        {
          any: [
            { code: 'origin_invalid' },
            { code: 'origin_authorization_headers_conflict' },
            { text: 'Invalid HTTP Origin header' },
          ],
        },
      ],
      causes: { 'origin-rejected': 'proves' },
      says: 'the Origin is not that of this instance',
      source: 'https://clerk.com/docs/errors/backend-api',
    },
    {
      id: 'reverification',
      alone: true,
      when: [{ any: [{ text: 'session_reverification_required' }, { text: 'reverification-error' }] }],
      causes: { 'step-up-required': 'proves' },
      says: 'a fresh verification of the session is wanted',
      source: 'https://clerk.com/docs/guides/secure/reverification',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { any: [{ host: 'clerk.com' }, { host: 'clerk.dev' }, { host: 'clerk.accounts.dev' }] }],
      causes: {},
      usual: { 'credentials-expired': 34, 'credentials-invalid': 34, 'credentials-missing': 24 },
      says: 'mostly a session token past its minute, or keys of another instance',
      source: 'https://github.com/clerk/javascript/blob/main/packages/backend/src/tokens/authStatus.ts',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { any: [{ host: 'clerk.com' }, { host: 'clerk.dev' }, { host: 'clerk.accounts.dev' }] }],
      causes: {},
      usual: { 'credentials-invalid': 46, 'feature-unavailable': 16, 'policy-denied': 12, 'role-missing': 10 },
      says: 'mostly keys and host of different instances',
      source: 'https://github.com/clerk/javascript/blob/main/packages/backend/src/tokens/authStatus.ts',
    },
  ],
};

export default vendor;
