import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'zoho',
  name: 'Zoho',
  role: 'api',
  present: [
    { host: /(?:^|\.)zohoapis\.(?:com|eu|in|com\.au|jp|ca|com\.cn)$/ },
    { host: /(?:^|\.)zoho\.(?:com|eu|in|com\.au|jp|com\.cn)$/ },
    { sent: 'authorization', is: 'Zoho-oauthtoken' },
  ],
  refusals: [
    {
      id: 'scope',
      alone: true,
      when: [{ code: 'OAUTH_SCOPE_MISMATCH' }],
      causes: { 'scope-insufficient': 'proves' },
      says: 'the token lacks the scope of this module or URL',
      source: 'https://www.zoho.com/crm/developer/docs/api/v6/status-codes.html',
    },
    {
      id: 'permission',
      when: [{ code: 'NO_PERMISSION' }, { text: /permission denied|no permission/ }],
      causes: { 'role-missing': 'proves' },
      says: "the user's profile does not allow this",
      source: 'https://www.zoho.com/crm/developer/docs/api/v6/status-codes.html',
    },
    {
      id: 'token',
      when: [{ code: 'INVALID_TOKEN' }],
      causes: { 'credentials-invalid': 'suggests', 'credentials-expired': 'suggests' },
      says: 'the token is expired or of another data centre',
      fix: {
        who: 'caller',
        text: "renew the token at the accounts server of the account's own data centre (.com, .eu, .in ...)",
      },
      source: 'https://www.zoho.com/crm/developer/docs/api/v6/status-codes.html',
    },
    {
      id: 'usual-401',
      when: [
        { status: 401 },
        {
          any: [
            { host: /(?:^|\.)zohoapis\.(?:com|eu|in|com\.au|jp|ca|com\.cn)$/ },
            { host: /(?:^|\.)zoho\.(?:com|eu|in|com\.au|jp|com\.cn)$/ },
          ],
        },
      ],
      causes: {},
      usual: { 'credentials-expired': 44, 'credentials-invalid': 36, 'credentials-malformed': 12 },
      says: "mostly a token past its hour, or another data centre's host",
      source: 'https://www.zoho.com/crm/developer/docs/api/v6/status-codes.html',
    },
    {
      id: 'usual-403',
      when: [
        { status: 403 },
        {
          any: [
            { host: /(?:^|\.)zohoapis\.(?:com|eu|in|com\.au|jp|ca|com\.cn)$/ },
            { host: /(?:^|\.)zoho\.(?:com|eu|in|com\.au|jp|com\.cn)$/ },
          ],
        },
      ],
      causes: {},
      usual: {
        'role-missing': 34,
        'scope-insufficient': 22,
        'feature-unavailable': 14,
        'credentials-invalid': 10,
        'policy-denied': 8,
      },
      says: "mostly the user's profile, the scope or the edition",
      source: 'https://www.zoho.com/crm/developer/docs/api/v6/status-codes.html',
    },
  ],
};

export default vendor;
