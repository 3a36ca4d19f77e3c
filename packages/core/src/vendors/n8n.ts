import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'n8n',
  name: 'n8n',
  role: 'app',
  present: [
    { cookie: 'n8n-auth' },
    { sent: 'x-n8n-api-key' },
    { text: /authorization data is wrong!|not whitelisted to access the webhook|\bn8n\b/ },
  ],
  refusals: [
    {
      id: 'webhook-auth',
      alone: true,
      when: [{ any: [{ text: 'Authorization data is wrong!' }, { text: 'Authorization is required!' }] }],
      causes: { 'credentials-invalid': 'proves' },
      says: "the webhook's basic, header or JWT authentication does not fit",
      source: 'https://github.com/n8n-io/n8n/blob/master/packages/nodes-base/nodes/Webhook/Webhook.node.ts',
    },
    {
      id: 'webhook-ip',
      alone: true,
      when: [{ text: 'IP is not whitelisted to access the webhook!' }],
      causes: { 'ip-refused': 'proves' },
      says: "the address is not on the webhook's list",
      source: 'https://github.com/n8n-io/n8n/blob/master/packages/nodes-base/nodes/Webhook/Webhook.node.ts',
    },
    {
      id: 'scope-check',
      alone: true,
      when: [{ text: 'User is missing a scope required to perform this action' }],
      causes: { 'role-missing': 'proves' },
      says: "the user's project role lacks the scope",
      source: 'https://docs.n8n.io/user-management/rbac/',
    },
    {
      id: 'api-key-header',
      when: [{ text: "'X-N8N-API-KEY' header required" }],
      causes: { 'credentials-missing': 'proves' },
      says: 'no X-N8N-API-KEY came',
      source: 'https://docs.n8n.io/api/authentication/',
    },
  ],
};

export default vendor;
