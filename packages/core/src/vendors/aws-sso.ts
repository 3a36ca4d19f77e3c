import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'aws-sso',
  name: 'AWS IAM Identity Center',
  role: 'identity',
  present: [{ host: /^(portal\.sso|oidc)\.[a-z0-9-]+\.amazonaws\.com$/ }],
  refusals: [
    {
      id: 'session',
      alone: true,
      when: [
        {
          text: /session token not found or invalid|the sso session associated with this profile has expired|token has expired and refresh failed/,
        },
      ],
      causes: { 'credentials-expired': 'proves', 'credentials-invalid': 'suggests' },
      says: 'the login of Identity Center is past its time',
      fix: { who: 'caller', text: 'aws sso login' },
      source: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-sso.html',
    },
    {
      id: 'role',
      alone: true,
      when: [
        {
          text: /\(forbiddenexception\) when calling the getrolecredentials operation: no access|"?message"?:? ?"?no access"?/,
        },
        { any: [{ host: /^portal\.sso\./ }, { text: /getrolecredentials/ }] },
      ],
      causes: { 'role-missing': 'proves' },
      says: 'the user is not assigned this permission set in the account',
      source: 'https://docs.aws.amazon.com/singlesignon/latest/userguide/useraccess.html',
    },
  ],
};

export default vendor;
