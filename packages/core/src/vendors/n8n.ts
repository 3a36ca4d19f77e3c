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
    {
      id: 'usual-webhook',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/webhook(?:-(?:test|waiting)\/[^?]{1,100}|\/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-)/ },
      ],
      causes: {},
      usual: { 'credentials-missing': 40, 'credentials-invalid': 26, 'ip-refused': 18, 'client-refused': 5 },
      says: 'the node asks for a header, Basic or JWT login, or allows some addresses',
      source: 'https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: 401 },
        { path: /^\/api\/v1\/(?:workflows|executions|credentials|users|tags|variables)(?:[/?]|$)/ },
        { any: [{ path: /^\/api\/v1\/(?:workflows|executions)(?:[/?]|$)/ }, { sent: 'x-n8n-api-key' }] },
      ],
      causes: {},
      usual: {
        'credentials-invalid': 44,
        'credentials-missing': 34,
        'credentials-malformed': 8,
        'feature-unavailable': 5,
      },
      says: 'the key goes as X-N8N-API-KEY',
      source: 'https://docs.n8n.io/api/authentication/',
    },
    {
      id: 'usual-rest',
      alone: true,
      when: [
        { status: [401, 403] },
        { path: /^\/rest\/(?:workflows|executions|push\?|active-workflows|oauth2-credential)(?:[/?a-zA-Z]|$)/ },
      ],
      causes: {},
      usual: { 'credentials-expired': 50, 'credentials-missing': 24, 'tls-required': 8, 'origin-rejected': 6 },
      says: 'the session cookie is past its time, or is not kept over plain HTTP',
      source: 'https://docs.n8n.io/hosting/configuration/environment-variables/security/',
    },
  ],
};

export default vendor;
