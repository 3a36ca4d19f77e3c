import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'notion',
  name: 'Notion',
  role: 'api',
  present: [{ host: 'api.notion.com' }, { header: 'x-notion-request-id' }, { body: '"object":"error"' }],
  refusals: [
    {
      id: 'restricted-resource',
      alone: true,
      when: [{ code: 'restricted_resource' }],
      causes: { 'scope-insufficient': 'proves', 'role-missing': 'hints' },
      says: 'the integration lacks the capability, or the access, for this',
      fix: { who: 'api-owner', text: 'give the integration the capability (insert, update, read user information)' },
      source: 'https://developers.notion.com/reference/status-codes',
    },
    {
      id: 'not-shared',
      alone: true,
      when: [{ text: 'Make sure the relevant pages and databases are shared with your integration' }],
      causes: { 'object-hidden': 'suggests', 'not-owner': 'suggests' },
      says: 'the page or database is not shared with the integration, or does not exist',
      fix: { who: 'api-owner', text: 'add the integration to the page under Connections' },
      source: 'https://developers.notion.com/reference/status-codes',
    },
    {
      id: 'unauthorized',
      when: [{ text: 'API token is invalid.' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is wrong or was revoked',
      source: 'https://developers.notion.com/reference/status-codes',
    },
    {
      id: 'usual-404',
      when: [{ status: 404 }, { host: 'api.notion.com' }],
      causes: {},
      usual: { 'object-hidden': 36, 'not-owner': 30, 'role-missing': 20, 'credentials-invalid': 4 },
      says: 'mostly the page was not shared with the integration',
      source: 'https://developers.notion.com/reference/status-codes',
    },
    {
      id: 'usual-403',
      when: [{ status: 403 }, { host: 'api.notion.com' }],
      causes: {},
      usual: { 'scope-insufficient': 44, 'role-missing': 24, 'policy-denied': 10, 'not-owner': 8 },
      says: "mostly the integration's capabilities",
      source: 'https://developers.notion.com/reference/status-codes',
    },
    {
      id: 'usual-401',
      when: [{ status: 401 }, { host: 'api.notion.com' }],
      causes: {},
      usual: {
        'credentials-invalid': 54,
        'credentials-malformed': 14,
        'credentials-missing': 14,
        'credentials-expired': 4,
      },
      says: 'mostly a wrong or rotated token',
      source: 'https://developers.notion.com/reference/status-codes',
    },
  ],
};

export default vendor;
