import type { Cause, Claim } from '../model/cause.ts';

const cause: Cause = {
  id: 'tls-required',
  group: 'network',
  title: 'HTTPS or a client certificate is wanted',
  explain:
    'The request came over plain http where only https is accepted, or without the client certificate that the server asks for. Behind a proxy the server may think that the request was plain because X-Forwarded-Proto is not passed on.',
  who: ['caller', 'server-admin'],
  signs: {
    for: [
      'the URL is http and the answer speaks of SSL, TLS or https',
      'the answer names a client certificate',
      'status 426, 495 or 496',
    ],
    against: ['the URL is https and no certificate is spoken of'],
  },
  settledBy: 'the request passes over https, or with the certificate',
  rivals: ['server-rule', 'credentials-missing', 'ip-refused'],
  turnedBy: {
    'plain-http': 'proves',
    'tls-told': 'proves',
    'certificate-absent': 'proves',
    'plain-http-elsewhere': 'suggests',
    connection: 'hints',
    path: 'doubts',
  },
  references: [
    { title: 'Apache: SSLRequireSSL', url: 'https://httpd.apache.org/docs/current/mod/mod_ssl.html#sslrequiressl' },
    {
      title: 'nginx: ssl_verify_client',
      url: 'https://nginx.org/en/docs/http/ngx_http_ssl_module.html#ssl_verify_client',
    },
  ],
  summary: (c) =>
    /^http:/i.test(c.exchange.request.url)
      ? 'https is wanted, and the request came over plain http'
      : 'a client certificate or another TLS setting is wanted',
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const plain = /^http:/i.test(c.exchange.request.url);
    if (c.status === 496 || c.status === 495)
      claims.push({
        weight: 'suggests',
        says: 'nginx uses this number for certificate errors',
        at: [{ part: 'response', in: 'status' }],
      });
    const certificate = c.evidence.all('message').some(({ fact }) => /certificate|mtls/i.test(fact.text));
    if (!plain && c.headersKnown && !certificate)
      claims.push({
        weight: 'doubts',
        says: 'the request came over https',
        at: [{ part: 'request', in: 'url', start: 0, end: 5 }],
      });
    const location =
      c.exchange.response?.headers.findIndex(([n, v]) => n.toLowerCase() === 'location' && /^https:/i.test(v)) ?? -1;
    if (plain && location >= 0)
      claims.push({
        weight: 'hints',
        says: 'the answer leads to https',
        at: [{ part: 'response', in: 'header', header: 'Location', index: location }],
      });
    return claims;
  },
  fixes(c) {
    const { request } = c.exchange;
    return [
      ...(/^http:/i.test(request.url)
        ? [
            {
              who: 'caller' as const,
              text: 'send it over https',
              request: {
                ...request,
                url: request.url.replace(/^http:/i, 'https:').replace(/^(https:\/\/[^/?#]*):80(?=[/?#]|$)/, '$1'),
              },
            },
          ]
        : [
            {
              who: 'caller' as const,
              text: 'send the client certificate that the server asks for (curl --cert … --key …)',
            },
          ]),
      {
        who: 'server-admin' as const,
        text: 'behind a proxy that ends TLS: pass X-Forwarded-Proto on, and let the application trust it from that proxy',
      },
    ];
  },
};

export default cause;
