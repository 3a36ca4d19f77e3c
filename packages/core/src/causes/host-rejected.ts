import type { Cause } from '../model/cause.ts';

const cause: Cause = {
  id: 'host-rejected',
  group: 'request',
  title: 'the server does not serve this host name',
  explain:
    'The Host header (or :authority) is not among the names that the server is set up for: a development server that protects itself against DNS rebinding, a framework’s list of allowed hosts, a catch-all virtual host, a domain that was never attached to the account, a name and certificate that do not belong together (421).',
  who: ['server-admin', 'caller'],
  signs: {
    for: [
      'the answer speaks of host, hostname or domain',
      'an IP address or foreign name stands in Host',
      'status 421',
    ],
    against: ['other paths under the same name pass'],
  },
  settledBy: 'the request passes with the configured host name',
  rivals: ['server-rule', 'origin-rejected', 'not-403'],
  references: [
    { title: 'RFC 9110, section 7.2: Host and :authority', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-7.2' },
  ],
  summary: (c) => `the server does not accept the host name ${c.host || 'that was sent'}`,
  phrases: [
    {
      is: /\b(?:host|hostname|host header|host name|vhost|virtual host|http_host|server name|sni|hosts)\b(?: \S+){0,6} (?:not allowed|blocked|invalid|unknown|not (?:configured|recogni[sz]ed|found|permitted|trusted|allowed|match|valid|in|listed)|disallowed|mismatch|does not match|forbidden|denied|rejected|check error|missing|not served|unrecognized)\b|\b(?:blocked|invalid|unknown|bad|disallowed|unrecognized|unexpected|wrong|illegal|untrusted|missing)(?: \w+){0,2} (?:hosts?|hostname|host header|http_host|server name|vhost)\b|\ballowed[ _]?hosts\b|\bhost check\b|\bdns rebinding\b/,
      not: /\borigin|certificate has|ssl handshake|unreachable|database|\bsmtp|remote host|\bhosting|web host/,
      weight: 'suggests',
      says: 'the answer speaks of the host name',
    },
    {
      is: /\bdomain(?: name)?\b(?: \S+){0,6} (?:not (?:configured|found|registered|attached|linked|connected|set up|allowed|added|mapped|served)|unknown|invalid|unregistered|points? (?:to|at))\b|\bdirect ip access\b|\bmisdirected request\b|\bno (?:such )?(?:site|app|application|tenant|domain|virtual host|website) (?:is )?(?:configured|found|registered|exists?) (?:at|for|with|on|under) (?:this|that|the)?\b|\baccess(?:ing)? (?:the server |it )?by ip\b|\bunknown (?:domain|site|virtual host)\b|\bunrecognized (?:domain|site)\b/,
      not: /e-?mail|\bsender|verified|\bdkim|\bmail|\breferer|\borigin/,
      weight: 'suggests',
      says: 'the answer speaks of the domain',
    },
    {
      is: /\buntrusted domain\b|\btrusted hosts?(?: pattern)?\b|\binvalid sni\b|\bhostname verification failed\b|\bdns rebind\w*|\bhost header (?:is )?(?:specified|value)\b(?: \S+){0,8} (?:not|does not)\b|\bconfigured to run at this address\b|\bmust be addressed using\b|\bgot the domain right\b|\bnot configured for (?:this )?(?:host|domain)\b/,
      weight: 'suggests',
      says: 'the answer speaks of the name that the server was called by',
    },
  ],
  judge(c) {
    const host = c.evidence.first('origin') ? '' : c.host;
    const from = c.evidence.first('origin');
    if (from?.fact.cross && c.evidence.all('message').every(({ fact }) => !/\bhost/i.test(fact.text)))
      return [
        {
          weight: 'doubts',
          says: 'the request names another site: a "domain" in the answer means that one',
          at: from.at,
        },
      ];
    const sent = c.exchange.request.headers.findIndex(([n]) => n.toLowerCase() === 'host');
    return sent >= 0 && /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host) && c.exchange.request.url.includes(host) === false
      ? [
          {
            weight: 'hints',
            says: 'the Host header differs from the URL',
            at: [{ part: 'request', in: 'header', header: 'Host', index: sent }],
          },
        ]
      : [];
  },
  fixes: (c) => [
    {
      who: 'server-admin',
      text: `add ${c.host || 'the name'} to the names that the server accepts (server_name, ServerAlias, ALLOWED_HOSTS, config.hosts, allowedHosts), and no wildcard`,
    },
    { who: 'caller', text: 'use the name that the server is set up for; behind a proxy, see which Host it passes on' },
  ],
};

export default cause;
