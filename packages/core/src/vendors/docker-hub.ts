import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'docker-hub',
  name: 'Docker Hub',
  role: 'registry',
  present: [{ host: 'docker.io' }, { host: 'docker.com' }, { header: 'docker-ratelimit-source' }],
  refusals: [
    {
      id: 'pull-rate',
      alone: true,
      when: [{ text: /you have reached your (unauthenticated )?pull rate limit/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the pulls of this address or account are used up',
      source: 'https://docs.docker.com/docker-hub/usage/pulls/',
    },
    {
      id: 'token-scope',
      alone: true,
      when: [{ text: 'access token has insufficient scopes' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the access token may only read',
      source: 'https://docs.docker.com/security/access-tokens/',
    },
    {
      id: 'pull-denied',
      alone: true,
      when: [{ text: /pull access denied for [^ ]{1,200}, repository does not exist or may require/ }],
      causes: { 'object-hidden': 'proves', 'credentials-missing': 'suggests' },
      says: 'no such public repository: private, misspelt, or elsewhere',
      source: 'https://docs.docker.com/reference/cli/docker/image/pull/',
    },
    {
      id: 'export-control',
      alone: true,
      when: [{ text: 'must comply with us export control regulations' }],
      causes: { 'ip-refused': 'proves', 'policy-denied': 'suggests' },
      says: 'Docker serves nobody from this country',
      source: 'https://github.com/docker/hub-feedback/issues/2386',
    },
    {
      id: 'email',
      alone: true,
      when: [{ text: 'email must be verified before using account' }],
      causes: { 'policy-denied': 'proves' },
      says: 'the mail address of the account is not verified',
      source: 'https://docs.docker.com/accounts/create-account/',
    },
    {
      id: 'login-text',
      alone: true,
      when: [{ text: /unauthorized: incorrect username or password/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'user name, password or token is wrong',
      source: 'https://docs.docker.com/security/access-tokens/',
    },
    {
      id: 'login',
      when: [
        { text: 'incorrect username or password' },
        { host: 'docker.io' },
        { not: { text: 'unauthorized: incorrect' } },
      ],
      causes: { 'credentials-invalid': 'proves' },
      says: 'user name, password or token is wrong',
      source: 'https://docs.docker.com/security/access-tokens/',
    },
  ],
};

export default vendor;
