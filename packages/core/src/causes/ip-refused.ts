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
  references: [
    { title: 'nginx: ngx_http_access_module', url: 'https://nginx.org/en/docs/http/ngx_http_access_module.html' },
    { title: 'Apache: Require ip', url: 'https://httpd.apache.org/docs/current/mod/mod_authz_host.html' },
  ],
  summary: () => 'the address that the request comes from is not accepted',
  phrases: [
    {
      is: /\bfrom where you are\b|\b(?:in|to|for) your (?:area|territory)\b|\b(?:connect(?:ed)? to|only (?:\S+ ){0,4}(?:from|on|in|via|through|inside|within)|outside(?: of)?) (?:\S+ ){0,2}(?:company|corporate|office|internal|campus|hospital|school|university) (?:network|vpn|lan|intranet|wi-?fi)\b|\boutside (?:of )?the (?:intranet|vpn|office|lan)\b/,
      weight: 'suggests',
      says: 'the answer asks for another network or place',
    },
    {
      is: /\b(?:ip|ip address|ips|ip addresses|client address|source address|remote address|client ip|source ip|ipv4|ipv6|your address|network|subnet|vpn|tor exit|hosting provider|data ?cent(?:er|re)|asn)\b(?: \S+){0,8} (?:not (?:allowed|authorized|authorised|permitted|white-?listed|allow-?listed|in|on|trusted|registered|approved|supported|match|have access|accessible)|blocked|banned|denied|forbidden|restricted|black-?listed|block-?listed|rejected|unauthorized|refused|disallowed|unsupported|does not|doesn't|barred|flagged|prohibited|outside)\b|\b(?:blocked|banned|denied|forbidden|unauthorized|disallowed|rejected|restricted|invalid|untrusted|white-?list(?:ed)?|allow-?list(?:ed)?|black-?list(?:ed)?|block-?list(?:ed)?|not (?:authorized|allowed|permitted) from|unknown)(?: \S+){0,4} (?:ip|ips|ip address(?:es)?|client address|remote address|source address|network|vpn)\b/,
      not: /direct ip access|network error|proxy refused|\bneural|social network|ad network|internal network|user[- ]agent/,
      weight: 'suggests',
      says: 'the answer speaks of the address',
    },
    {
      is: /\b(?:ip|address|network|location|country)[ -](?:allow|white|deny|block|black|restriction|access|filter)[ -]?(?:list|lists|ed|ion|ions|s|rules?|control)?\b|\baccess[ -](?:allow|white|deny|block|black)[ -]?lists?\b|\bip (?:forbidden|restrictions?|filter|policy|rules|block|ban|allow ?list|whitelist)\b|\bnot (?:on|in) (?:the |an? |our |your )?(?:\w+ )?(?:ip )?(?:allow|white)-?list\b|\bfirewall (?:settings|rules?)\b(?: \S+){0,8}(?:ip|address|network|blocked|access)?|\b(?:public network access|public internet|public endpoint)\b(?: \S+){0,6} (?:disabled|not allowed|denied|not permitted|blocked|forbidden)\b|\bprivate (?:endpoint|link|network)\b|\b(?:behind|using|through|via|over|disable|turn off|disconnect)(?: from)? (?:a |an |any |your |the )?(?:vpn|tor|anonymi[sz]er)\b|\bthrough (?:the )?public internet\b|\bvirtual network\b|\boutside (?:of )?(?:the |your )?(?:corporate |internal |company |allowed )?(?:network|vpn)\b/,
      not: /direct ip access|recipient|destination (?:number|address)|web application firewall|website firewall|\breferer|\borigin|\bhost\b|user[- ]agent|\bbot\b|\bvite|fs\.allow|serving allow/,
      weight: 'suggests',
      says: 'the answer speaks of an address list or network',
    },
    {
      is: /\b(?:country|countries|region|territory|territories|location|geo(?:graphic(?:al)?|location|graphy)?|jurisdiction|geo-?block(?:ed|ing)?)\b(?: \S+){0,8} (?:not (?:supported|allowed|available|permitted|accessible|served)|unsupported|blocked|restricted|denied|banned|forbidden|unavailable|prohibited|prevents?)\b|\b(?:not (?:available|supported|allowed|accessible|permitted|offered)|unavailable|blocked|restricted|denied|banned|forbidden|unsupported)(?: \S+){0,6} (?:country|countries|region|territory|location|jurisdiction|geo\w*)\b|\bgeo-?(?:block|restrict|fenc)\w*|\bfrom your (?:current )?(?:ip|network|location|country|region|area)\b/,
      not: /aws region|region is (?:wrong|invalid)|resource location|wrong region|redirect|\bbucket|azure region|\bmodel/,
      weight: 'suggests',
      says: 'the answer speaks of country or region',
    },
    {
      is: /\b(?:127\.0\.0\.1|localhost|local ?host|same machine|local network|loopback|lan)\b(?: \S+){0,4} only\b|\bonly (?:\S+ ){0,6}(?:from )?(?:localhost|the same machine|local (?:network|machine|connections?|requests?|addresses)|127\.0\.0\.1|the lan|private network|internal network)\b|\b(?:external|remote) (?:access|connections?|requests?) (?:is |are )?(?:not allowed|denied|disabled|forbidden)\b|\bforbidden for remote\b|\blocal access only\b/,
      weight: 'suggests',
      says: 'the answer says that only local addresses are served',
    },
    {
      is: /\b(?:not (?:allowed|permitted|authori[sz]ed)|denied|forbidden|blocked|refused|rejected|disallowed|unauthori[sz]ed|banned)(?: \S+){0,6} \(?["'`]?(?:(?:\d{1,3}\.){3}\d{1,3}|(?:::ffff:|[0-9a-f]{1,4}:[0-9a-f]{1,4}:)[0-9a-f:.]{2,40})\b/,
      not: /\bhost\b|\borigin|\breferer|rate limit|\bquota|\bversion|https?:/,
      weight: 'suggests',
      says: 'the answer refuses an address',
    },
    {
      is: /\b(?:\d{1,3}\.){3}\d{1,3}\b|\b::ffff:|\b(?:[0-9a-f]{1,4}:){4,7}[0-9a-f]{1,4}\b/,
      not: /rate limit|\bquota|\bversion|\bnginx|\bapache|https?:|port \d|\bchrome|host:|blocked host|request id/,
      weight: 'hints',
      says: 'the answer names an address',
    },
    {
      is: /\b(?:from|of|for|client|at) (?:address |client |ip |location:? |host )?\(?(?:\d{1,3}\.){3}\d{1,3}\b\)?(?: \S+){0,2}(?: (?:not allowed|allowed|denied|blocked|rejected|refused|forbidden|is not|prevented))?|\b(?:source ?ip|ip ?address|client ?address|address)[ _](?:mismatch|not allowed|denied|blocked|restricted)\b|\busing this source ip\b|\bip has been\b|\b(?:connect|access|log ?in|accessible|use)(?: \S+){0,3} (?:via|from) (?:localhost|the same (?:machine|computer|host)|a browser running on|127\.0\.0\.1|your (?:current )?(?:network|location|country|region))\b|\bexternal internet access\b|\bnetwork settings\b|\bexport control\b|\bdns name of the client\b|\b(?:your|this) (?:country|region|location)\b(?: \S+){0,4} (?:not|restricted|blocked|unsupported)\b/,
      not: /rate limit|\bquota|too many|host header|\borigin|\bversion|reverse proxy|proxy was received|certificate|invalid user/,
      weight: 'suggests',
      says: 'the answer refuses the address or place',
    },
    {
      is: /\bips? not permit\b|\b(?:add|put)(?: \S+){0,3} ip(?: \S+){0,3} (?:to|on) (?:\S+ ){0,2}(?:white|allow)[- ]?list\b|\bip ?\([^ )]{3,45}\) (?:\S+ ){0,3}(?:don't|doesn't|not|blocked|denied|forbidden)\b|\bip (?:\S+ ){0,4}not in (?:the )?white ?list\b|\b(?:unrecogni[sz]ed|unmatched|new) ip\b|\bbound ip\b/,
      weight: 'suggests',
      says: 'the answer speaks of a list of addresses',
    },
    {
      is: /\b(?:only )?(?:log ?in|connect|accessible|reachable|available)(?: only)? (?:via|from|on|through) (?:localhost|127\.0\.0\.1|the local)|\bip (?:has been|was|is) (?:prevented|rejected|denied|blocked|banned)\b|\bthis ip\b/,
      not: /rate|too many|rebind/,
      weight: 'suggests',
      says: 'the answer refuses the address',
    },
  ],
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
