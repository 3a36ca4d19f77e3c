import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'github-git',
  name: 'Git over HTTPS at GitHub',
  role: 'source-host',
  present: [{ host: /^github\.com$/ }, { header: 'server', is: /^github-babel|^github babel/i }],
  refusals: [
    {
      id: 'permission',
      alone: true,
      when: [{ text: /permission to [^ ]{3,120} denied to / }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the account may not write to this repository',
      source: 'https://docs.github.com/en/get-started/git-basics/set-up-git',
    },
    {
      id: 'write-not-granted',
      alone: true,
      when: [{ text: 'write access to repository not granted' }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'suggests' },
      says: 'the token may read and not write this repository',
      source:
        'https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/managing-your-personal-access-tokens',
    },
    {
      id: 'password',
      alone: true,
      when: [
        {
          text: /support for password authentication was removed|password authentication is not supported for git operations/,
        },
      ],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'a password was sent where GitHub takes tokens only',
      fix: { who: 'caller', text: 'use a personal access token as the password' },
      source: 'https://docs.github.com/en/get-started/getting-started-with-git/about-remote-repositories',
    },
    {
      id: 'sso',
      alone: true,
      when: [{ text: /has enabled or enforced saml sso/ }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'suggests' },
      says: 'the organisation wants a token authorised for single sign-on',
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/authentication/authenticating-with-saml-single-sign-on',
    },
    {
      id: 'lfs-quota',
      alone: true,
      when: [{ text: /this repository (is over its data quota|exceeded its lfs budget)/ }],
      causes: { 'feature-unavailable': 'proves', 'rate-limited': 'hints' },
      says: 'the LFS bandwidth or storage of the account is used up',
      source:
        'https://docs.github.com/en/billing/managing-billing-for-your-products/about-billing-for-git-large-file-storage',
    },
    {
      id: 'hidden',
      alone: true,
      when: [{ text: /^repository not found\.|remote: repository not found\./ }],
      causes: { 'object-hidden': 'suggests', 'role-missing': 'hints', 'credentials-invalid': 'hints' },
      says: 'no such repository for this account',
      source:
        'https://docs.github.com/en/repositories/creating-and-managing-repositories/troubleshooting-cloning-errors',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: /^github\.com$/ }, { path: /\.git\// }],
      causes: {},
      usual: {
        'not-owner': 30,
        'scope-insufficient': 24,
        'role-missing': 22,
        'credentials-invalid': 12,
        'policy-denied': 6,
      },
      says: "mostly another account's saved credentials, or a token without write access",
      source: 'https://docs.github.com/en/get-started/git-basics/about-remote-repositories',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: /^github\.com$/ }, { path: /\.git\// }],
      causes: {},
      usual: { 'credentials-missing': 36, 'credentials-invalid': 32, 'object-hidden': 18, 'credentials-expired': 6 },
      says: 'mostly no usable credentials, a password in place of a token, or a repository that does not exist',
      source: 'https://docs.github.com/en/get-started/git-basics/about-remote-repositories',
    },
  ],
};

export default vendor;
