import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'ip-refused',
  group: 'network',
  title: 'the client address is refused',
  explain:
    'The server looks at the address that the request comes from: it is not on an allow list, it is on a deny list, it lies in a country or network that is not served, or the resource has a private endpoint only. Behind proxies the server may judge the address of the last hop.',
  who: ['server-admin', 'network', 'api-owner'],
  signs: {
    for: [
      'the answer names an address, country, region, VPN or network',
      'every path and credential is refused alike',
      'another network gets through',
    ],
    against: ['a sibling path under the same rule passes', 'the answer changes with the credential'],
  },
  settledBy: 'every path and credential under the rule is refused alike, and from another network it passes',
  checklist: 'ip',
  rivals: ['client-refused', 'server-rule', 'policy-denied', 'rate-limited'],
  turnedBy: {
    'address-told': 'proves',
    address: 'suggests',
    path: 'hints',
    method: 'doubts',
    // a signature that passes on another path was made for that one
    'path-signed': 'excludes',
  },
  answers: { 'other-network': 0.93, colleague: 0.08, 'worked-before': 0.45 },
  guide: { address: 'explained', check: 'named' },
  references: [
    { title: 'nginx: ngx_http_access_module', url: 'https://nginx.org/en/docs/http/ngx_http_access_module.html' },
    { title: 'Apache: Require ip', url: 'https://httpd.apache.org/docs/current/mod/mod_authz_host.html' },
  ],
  summary: () => 'the address that the request comes from is not accepted',
  judge: () => [],
  fixes: () => [
    {
      who: 'server-admin',
      text: 'add the address that the server really sees (behind a proxy: set the trusted proxy and real-IP header first) to the rule, or take the rule off this path',
    },
    { who: 'network', text: 'send from an address on the list: the office network, the VPN, a fixed outgoing address' },
    { who: 'api-owner', text: 'ask the provider which address it saw and have it allowed' },
  ],
};

export default cause;
