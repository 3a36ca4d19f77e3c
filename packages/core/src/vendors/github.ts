import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'github',
  name: 'GitHub',
  role: 'source-host',
  present: [{ host: 'api.github.com' }, { header: 'x-github-request-id' }, { header: 'server', is: 'github.com' }],
  refusals: [
    {
      id: 'saml-enforcement',
      alone: true,
      when: [{ text: 'resource protected by organization saml enforcement' }],
      causes: { 'policy-denied': 'proves', 'step-up-required': 'hints' },
      says: 'the organisation enforces SAML single sign-on, and this token has not been authorised for it',
      fix: { who: 'caller', text: 'authorise the token for the organisation: Settings, Tokens, Configure SSO' },
      source:
        'https://docs.github.com/en/enterprise-cloud@latest/rest/overview/troubleshooting#saml-sso-authorization-required',
    },
    {
      id: 'resource-not-accessible',
      alone: true,
      when: [{ text: /resource not accessible by (integration|personal access token)/ }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the token or app lacks the permission that this endpoint wants',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible',
    },
    {
      id: 'primary-rate-limit',
      when: [{ text: 'api rate limit exceeded' }],
      causes: { 'rate-limited': 'proves' },
      says: 'the hourly request limit is used up',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api',
    },
    {
      id: 'secondary-rate-limit',
      alone: true,
      when: [{ text: /you have exceeded a secondary rate limit|triggered an abuse detection mechanism/ }],
      causes: { 'rate-limited': 'proves' },
      says: 'the secondary (abuse) limit is reached',
      source:
        'https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
    },
    {
      id: 'user-agent-missing',
      when: [{ text: 'request forbidden by administrative rules' }, { text: 'user-agent header' }],
      causes: { 'client-refused': 'proves' },
      says: 'GitHub refuses requests without a User-Agent',
      source: 'https://docs.github.com/en/rest/using-the-rest-api/getting-started-with-the-rest-api#user-agent',
    },
  ],
};

export default vendor;
