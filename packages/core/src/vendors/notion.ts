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
  ],
};

export default vendor;
