import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'github-container-registry',
  name: 'GitHub Container Registry',
  role: 'registry',
  present: [{ host: 'ghcr.io' }],
  refusals: [
    {
      id: 'scopes',
      alone: true,
      when: [{ text: 'the token provided does not match expected scopes' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks read:packages or write:packages',
      source:
        'https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry',
    },
    {
      id: 'package-role',
      alone: true,
      when: [{ text: /permission_denied: (write|read|create)_package|installation not allowed to (create|write)/ }],
      causes: { 'role-missing': 'proves', 'scope-insufficient': 'hints' },
      says: 'the account or repository has no access to this package',
      fix: { who: 'api-owner', text: 'give the repository the Write role under Manage Actions access of the package' },
      source:
        'https://docs.github.com/en/packages/learn-github-packages/configuring-a-packages-access-control-and-visibility',
    },
    {
      id: 'token-unknown',
      alone: true,
      when: [{ text: 'user cannot be authenticated with the token provided' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is unknown or past its date',
      source:
        'https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry',
    },
    {
      id: 'bare',
      when: [{ status: 403 }, { not: { text: /permission_denied|unauthenticated|installation not allowed/ } }],
      causes: {},
      usual: {
        'role-missing': 32,
        'scope-insufficient': 24,
        'object-hidden': 22,
        'credentials-invalid': 10,
        'policy-denied': 5,
      },
      says: "mostly the package's own access list, or a token without a packages scope",
      source: 'https://github.com/redhat-actions/push-to-registry/issues/52',
    },
    {
      id: 'usual',
      when: [{ status: 401 }],
      causes: {},
      usual: {
        'credentials-missing': 34,
        'credentials-invalid': 22,
        'object-hidden': 20,
        'scope-insufficient': 12,
        'credentials-expired': 5,
      },
      says: 'mostly a private image without a login, or one that does not exist',
      source:
        'https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry',
    },
  ],
};

export default vendor;
