import type { Vendor } from '../model/vendor.ts';

const vendor: Vendor = {
  id: 'apisix',
  name: 'Apache APISIX',
  role: 'gateway',
  present: [{ header: 'server', is: /^apisix/i }, { header: 'x-apisix-upstream-status' }],
  refusals: [
    {
      id: 'key-missing',
      alone: true,
      when: [{ text: /missing (api key|jwt token|authorization) (found )?in request/ }],
      causes: { 'credentials-missing': 'proves' },
      says: 'the plugin found no credentials',
      source: 'https://apisix.apache.org/docs/apisix/plugins/key-auth/',
    },
    {
      id: 'key-invalid',
      alone: true,
      when: [{ text: /invalid api key in request|failed to verify jwt/ }],
      causes: { 'credentials-invalid': 'proves' },
      says: 'key or JWT is unknown to the gateway',
      source: 'https://apisix.apache.org/docs/apisix/plugins/key-auth/',
    },
    {
      id: 'consumer',
      alone: true,
      when: [{ text: /the (consumer_name|consumer_group_id|service_id|route_id) is forbidden/ }],
      causes: { 'role-missing': 'proves' },
      says: 'the consumer-restriction plugin does not list this consumer',
      source: 'https://apisix.apache.org/docs/apisix/plugins/consumer-restriction/',
    },
    {
      id: 'referer',
      alone: true,
      when: [{ text: 'your referer host is not allowed' }],
      causes: { 'origin-rejected': 'proves' },
      says: 'the referer-restriction plugin refuses this Referer',
      source: 'https://apisix.apache.org/docs/apisix/plugins/referer-restriction/',
    },
    {
      id: 'address',
      alone: true,
      when: [{ text: /your ip address is not allowed/ }],
      causes: { 'ip-refused': 'proves' },
      says: 'the ip-restriction plugin refuses this address',
      source: 'https://apisix.apache.org/docs/apisix/plugins/ip-restriction/',
    },
    {
      id: 'csrf',
      alone: true,
      when: [{ text: /no csrf token in headers|no csrf cookie/ }],
      causes: { 'csrf-missing': 'proves' },
      says: 'the CSRF token of header or cookie is missing',
      source: 'https://apisix.apache.org/docs/apisix/plugins/csrf/',
    },
    {
      id: 'uri-blocker',
      alone: true,
      when: [{ body: /"error_msg": ?"access is not allowed"/ }],
      causes: { 'content-rejected': 'proves', 'server-rule': 'suggests' },
      says: 'a rule of the uri-blocker plugin covers this path',
      source: 'https://apisix.apache.org/docs/apisix/plugins/uri-blocker/',
    },
  ],
};

export default vendor;
