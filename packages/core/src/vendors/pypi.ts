import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'pypi',
  name: 'PyPI',
  role: 'registry',
  present: [{ host: 'pypi.org' }, { host: 'pythonhosted.org' }, { header: 'x-pypi-last-serial' }],
  refusals: [
    {
      id: 'user-name',
      alone: true,
      when: [
        { text: /invalid or non-existent authentication information/ },
        { any: [{ not: { sent: 'authorization' } }, { sent: 'authorization', is: /^basic (?!X190b2tlbl9f)/i }] },
      ],
      causes: { 'credentials-malformed': 'proves', 'credentials-invalid': 'suggests' },
      says: 'with an API token, the user name must be the literal __token__',
      fix: {
        who: 'caller',
        text: 'log in as __token__, with the whole token (pypi-...) as password; TestPyPI has tokens of its own',
      },
      source: 'https://pypi.org/help/#invalid-auth',
    },
    {
      id: 'token-invalid',
      alone: true,
      when: [
        { text: /invalid or non-existent authentication information/ },
        { sent: 'authorization', is: /^basic X190b2tlbl9f/i },
      ],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'hints' },
      says: 'PyPI does not know this token: cut, revoked, or of TestPyPI',
      source: 'https://pypi.org/help/#invalid-auth',
    },
    {
      id: 'not-allowed',
      alone: true,
      when: [{ text: /the user '[^']{1,80}' isn't allowed to upload to project/ }],
      causes: { 'not-owner': 'proves', 'role-missing': 'suggests' },
      says: 'the project belongs to others',
      source: 'https://pypi.org/help/#project-name',
    },
    {
      id: 'project-scope',
      alone: true,
      when: [{ text: /project-scoped token is not valid for project/ }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token is for another project',
      source: 'https://pypi.org/help/#invalid-auth',
    },
    {
      id: 'password',
      alone: true,
      when: [{ text: 'username/password authentication is no longer supported' }],
      causes: { 'credentials-invalid': 'proves', 'credentials-malformed': 'suggests' },
      says: 'PyPI takes API tokens and trusted publishers only',
      source: 'https://blog.pypi.org/posts/2023-06-01-2fa-enforcement-for-upload/',
    },
    {
      id: 'email',
      alone: true,
      when: [{ text: 'does not have a verified primary email address' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the mail address of the account is not verified',
      source: 'https://pypi.org/help/#verified-email',
    },
    {
      id: 'registration-off',
      alone: true,
      when: [{ text: /new (user|project) registration temporarily disabled/ }],
      causes: { 'feature-unavailable': 'proves' },
      says: 'PyPI takes no new users or projects for now',
      source: 'https://pypi.org/help/#admin-intervention',
    },
    {
      id: 'name',
      alone: true,
      when: [{ text: /the name '[^']{1,120}' (isn't allowed|is too similar to an existing project|conflicts with)/ }],
      causes: { 'policy-denied': 'proves' },
      says: 'the name is reserved or too close to another',
      source: 'https://pypi.org/help/#project-name',
    },
    {
      id: 'publisher-new',
      alone: true,
      when: [{ text: 'non-user identities cannot create new projects' }],
      causes: { 'policy-denied': 'proves', 'role-missing': 'suggests' },
      says: 'a trusted publisher may not make a new project without a pending publisher',
      source: 'https://docs.pypi.org/trusted-publishers/troubleshooting/',
    },
    {
      id: 'publisher-unknown',
      alone: true,
      when: [{ text: /valid token, but no corresponding publisher/ }],
      causes: { 'role-missing': 'proves', 'credentials-invalid': 'suggests' },
      says: 'no trusted publisher fits repository, workflow and environment of this token',
      source: 'https://docs.pypi.org/trusted-publishers/troubleshooting/',
    },
    {
      id: 'https',
      when: [{ text: 'ssl is required' }],
      causes: { 'tls-required': 'proves' },
      says: 'plain HTTP is not taken',
      source: 'https://github.com/pypi/warehouse/blob/main/warehouse/config.py',
    },
  ],
};

export default vendor;
