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
      causes: {
        'role-missing': 'suggests',
        'scope-insufficient': 'hints',
        'object-hidden': 'hints',
        'credentials-invalid': 'hints',
      },
      says: 'the package does not list this repository or account',
      source: 'https://github.com/redhat-actions/push-to-registry/issues/52',
    },
  ],
};

export default vendor;
