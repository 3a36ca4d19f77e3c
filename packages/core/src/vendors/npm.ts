import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'npm',
  name: 'npm registry',
  role: 'registry',
  present: [
    { host: 'registry.npmjs.org' },
    { host: 'npmjs.com' },
    { header: 'npm-notice' },
    { header: 'npm-auth-type' },
  ],
  refusals: [
    {
      id: 'second-factor',
      alone: true,
      when: [
        {
          text: /two-factor authentication or granular access token with bypass 2fa enabled is required|this operation requires a one-time password/,
        },
      ],
      causes: { 'step-up-required': 'proves', 'scope-insufficient': 'hints' },
      says: 'publishing wants a second factor, or a granular token that may go without',
      source: 'https://github.com/npm/cli/issues/9268',
    },
    {
      id: 'one-time-password',
      alone: true,
      when: [{ challenge: 'otp' }],
      causes: { 'step-up-required': 'proves' },
      says: 'a one-time password is wanted',
      source: 'https://docs.npmjs.com/about-two-factor-authentication',
    },
    {
      id: 'not-owner',
      alone: true,
      when: [{ text: /you do not have permission to publish "[^"]{1,214}"\. are you logged in as the correct user/ }],
      causes: { 'not-owner': 'proves', 'role-missing': 'suggests' },
      says: 'the name belongs to other maintainers, or the token may not write it',
      source: 'https://github.com/npm/cli/issues/5517',
    },
    {
      id: 'name-similar',
      alone: true,
      when: [{ text: 'package name too similar to existing package' }],
      causes: { 'policy-denied': 'proves' },
      says: 'npm takes no name that is so close to another',
      source: 'https://docs.npmjs.com/package-name-guidelines',
    },
    {
      id: 'version-exists',
      alone: true,
      when: [{ text: /cannot publish over (the )?previously published versions?/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'a published version cannot be replaced',
      source: 'https://docs.npmjs.com/policies/unpublish',
    },
    {
      id: 'email-unverified',
      alone: true,
      when: [{ text: /you must verify your email|verified e-?mail address to publish/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the mail address of the account is not verified',
      source: 'https://github.com/npm/cli/issues/3278',
    },
    {
      id: 'login',
      alone: true,
      when: [{ text: 'you must be logged in to publish packages' }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no login came with the publish',
      source: 'https://docs.npmjs.com/cli/v11/commands/npm-login',
    },
    {
      id: 'token-expired',
      alone: true,
      when: [{ text: /access token expired or revoked/ }],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'suggests' },
      says: 'the token is past its date or revoked',
      source: 'https://docs.npmjs.com/about-access-tokens',
    },
    {
      id: 'private-plan',
      alone: true,
      when: [{ text: 'you must sign up for private packages' }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'scoped packages are private unless published with --access public',
      fix: { who: 'caller', text: 'npm publish --access public' },
      source: 'https://docs.npmjs.com/creating-and-publishing-scoped-public-packages',
    },
    {
      id: 'mirror',
      alone: true,
      when: [{ text: 'private mode enable, only admin can publish this module' }],
      causes: { 'role-missing': 'proves', 'policy-denied': 'hints' },
      says: 'a read-only mirror (cnpm) was asked to publish',
      fix: { who: 'caller', text: 'npm config set registry back to the registry that takes the package' },
      source: 'https://github.com/cnpm/cnpmjs.org/wiki/Private-Package',
    },
    {
      id: 'hidden',
      when: [{ method: 'PUT' }, { status: 404 }, { not: { text: /access token expired/ } }],
      causes: { 'object-hidden': 'suggests', 'credentials-invalid': 'suggests', 'role-missing': 'hints' },
      says: 'npm hides a scope or package from tokens without access',
      source: 'https://github.com/dotoritos-kim/dxf-json/issues/159',
    },
    {
      id: 'client-hint',
      alone: true,
      when: [
        { text: /in most cases, you or one of your dependencies are requesting/ },
        {
          not: {
            text: /cannot publish over|too similar|verify your e-?mail|two-factor|one-time|do not have permission|must be logged in|private mode/,
          },
        },
      ],
      causes: {
        'not-owner': 'hints',
        'role-missing': 'hints',
        'scope-insufficient': 'hints',
        'policy-denied': 'excludes',
      },
      says: 'the npm client adds this guess to every 403; it says nothing of the real cause',
      source: 'https://github.com/npm/cli/blob/latest/lib/utils/error-message.js',
    },
  ],
};

export default vendor;
