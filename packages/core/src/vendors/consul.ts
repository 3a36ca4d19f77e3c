import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'consul',
  name: 'HashiCorp Consul',
  role: 'app',
  present: [
    { header: 'x-consul-index' },
    { sent: 'x-consul-token' },
    { text: /permission denied: (?:token with accessorid|anonymous token) |acl not found|lacks permission '/ },
  ],
  refusals: [
    {
      id: 'anonymous',
      alone: true,
      when: [{ text: /anonymous token lacks permission/ }],
      causes: { 'credentials-missing': 'suggests', 'role-missing': 'hints' },
      says: 'no token came, and the anonymous token may not do this',
      source: 'https://github.com/hashicorp/consul/blob/main/acl/errors.go',
    },
    {
      id: 'lacks-permission',
      alone: true,
      when: [{ text: /token with accessorid '[^']{1,60}' lacks permission '/ }],
      causes: { 'role-missing': 'proves' },
      says: "the token's policies lack a permission; the answer names it",
      source: 'https://github.com/hashicorp/consul/blob/main/acl/errors.go',
    },
    {
      id: 'acl-not-found',
      alone: true,
      when: [{ text: 'ACL not found' }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'the token is unknown: wrong, deleted or of another data centre',
      source: 'https://github.com/hashicorp/consul/blob/main/acl/errors.go',
    },
    {
      id: 'endpoint-blocked',
      when: [{ any: [{ text: /endpoint .{0,40}is blocked|access is restricted/ }] }],
      causes: { 'ip-refused': 'suggests', 'server-rule': 'hints' },
      says: "the agent's HTTP configuration blocks this endpoint or these writers",
      source: 'https://developer.hashicorp.com/consul/docs/agent/config/config-files#http_config',
    },
    {
      id: 'usual-api',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/v1\/(?:kv|agent|catalog|acl|health\/(?:service|state|node|checks)|session\/(?:create|list|renew)|operator|connect|snapshot)(?:[/?]|$)/,
        },
        { not: { sent: 'x-consul-token' } },
        { not: { sent: 'x-nomad-token' } },
      ],
      causes: {},
      usual: { 'credentials-missing': 44, 'role-missing': 36, 'feature-unavailable': 4, 'ip-refused': 4 },
      says: 'the anonymous token has no rights where the default policy is deny',
      source: 'https://developer.hashicorp.com/consul/docs/security/acl',
    },
    {
      id: 'usual-token',
      alone: true,
      when: [
        { status: 403 },
        {
          path: /^\/v1\/(?:kv|agent|catalog|acl|health\/(?:service|state|node|checks)|session\/(?:create|list|renew)|operator|connect|snapshot)(?:[/?]|$)/,
        },
        { sent: 'x-consul-token' },
      ],
      causes: {},
      usual: { 'role-missing': 54, 'credentials-invalid': 34, 'object-hidden': 2 },
      says: 'the policy of the token lacks the resource, or the token is not known in this datacentre',
      source: 'https://developer.hashicorp.com/consul/docs/security/acl',
    },
  ],
};

export default vendor;
