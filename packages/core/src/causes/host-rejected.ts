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
  looksAt: 'host',
  turnedBy: {
    host: 'proves',
    scheme: 'hints',
    address: 'hints',
    path: 'doubts',
    method: 'doubts',
  },
  references: [
    { title: 'RFC 9110, section 7.2: Host and :authority', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-7.2' },
  ],
  summary: (c) => `the server does not accept the host name ${c.host || 'that was sent'}`,
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
