import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'better-auth',
  name: 'Better Auth',
  role: 'framework',
  present: [
    {
      path: /^\/api\/auth\/(?:sign-(?:in|up|out)|get-session|change-|update-|list-|revoke-|delete-user|forget-|reset-)/,
    },
    { cookie: /better-auth\./ },
  ],
  refusals: [
    {
      id: 'origin',
      alone: true,
      when: [{ code: ['INVALID_ORIGIN', 'MISSING_OR_NULL_ORIGIN'] }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the origin is not among trustedOrigins',
      fix: { who: 'api-owner', text: 'add the origin to trustedOrigins, or set the base URL to the public one' },
      source: 'https://github.com/TeamCoderz/WordyMe/pull/79',
    },
    {
      id: 'password',
      when: [{ code: ['INVALID_EMAIL_OR_PASSWORD', 'INVALID_PASSWORD'] }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'mail address or password is wrong',
      source: 'https://github.com/better-auth/better-auth/blob/main/packages/better-auth/src/error/codes.ts',
    },
    {
      id: 'verify',
      when: [{ code: 'EMAIL_NOT_VERIFIED' }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'the mail address is not verified',
      source: 'https://github.com/better-auth/better-auth/blob/main/packages/better-auth/src/error/codes.ts',
    },
  ],
};

export default vendor;
