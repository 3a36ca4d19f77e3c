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
  ],
};

export default vendor;
