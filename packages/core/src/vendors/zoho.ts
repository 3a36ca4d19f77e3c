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
  ],
};

export default vendor;
