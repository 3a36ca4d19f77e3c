import { roles } from '../model/case.ts';
import type { Cause, Claim } from '../model/cause.ts';

const cause: Cause = {
  id: 'proxy-refused',
  group: 'network',
  title: 'a proxy on the way refused',
  explain:
    'Not the origin answered, but something between: a forward proxy at work, a web filter, a service mesh or an egress gateway. The origin never saw the request.',
  who: ['network', 'caller'],
  signs: {
    for: [
      'the answer is to a CONNECT, or comes from a proxy (Via, X-Squid-Error, a block page with a category)',
      'status 407',
      'the answer without the proxy differs',
    ],
    against: ['the origin’s own headers stand in the answer'],
  },
  settledBy: 'the answer without the proxy differs; Via, Proxy-Status or X-Squid-Error',
  statuses: [],
  rivals: ['policy-denied', 'ip-refused', 'host-rejected'],
  references: [
    { title: 'RFC 9110, section 15.5.8: 407', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.8' },
    { title: 'RFC 9209: Proxy-Status', url: 'https://www.rfc-editor.org/rfc/rfc9209' },
  ],
  summary: () => 'a proxy on the way refused, and the origin never saw the request',
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    if (c.exchange.transport?.viaProxy !== undefined && c.exchange.gaps.some(({ code }) => code === 'proxy-answered'))
      claims.push({
        weight: 'proves',
        says: 'the proxy answered the CONNECT itself',
        at: [{ part: 'response', in: 'status' }],
      });
    if (c.method === 'CONNECT')
      claims.push({
        weight: 'suggests',
        says: 'the request is a CONNECT: only a proxy answers that',
        at: [{ part: 'request', in: 'method' }],
      });
    if (c.status === 407)
      claims.push({ weight: 'suggests', says: 'only proxies answer 407', at: [{ part: 'response', in: 'status' }] });
    // RFC 9110 §7.6.3: what passes an answer on adds Via, so one without it is likely the proxy's own
    const { response, transport, request } = c.exchange;
    // In a tunnel the host answers, whatever it leaves out.
    if (transport?.viaProxy !== undefined && !transport.tunnelled && /^http:/i.test(request.url) && response) {
      const passedOn = response.headers.some(([n]) => /^via$/i.test(n));
      claims.push({
        weight: passedOn ? 'hints' : 'suggests',
        says: passedOn
          ? 'the request went through a proxy'
          : 'the request went to a proxy, and nothing in the answer says that it was passed on',
        at: [{ part: 'response', in: 'status' }],
      });
    }
    const proxy = roles(c, 'forward-proxy')[0];
    if (proxy) claims.push({ weight: 'hints', says: `${proxy.fact.name} answered or was on the way`, at: proxy.at });
    const header =
      c.exchange.response?.headers.findIndex(([n]) =>
        /^(?:proxy-connection|proxy-authenticate|x-squid-error|proxy-agent)$/i.test(n),
      ) ?? -1;
    if (header >= 0)
      claims.push({
        weight: 'suggests',
        says: 'a header that only proxies send',
        at: [{ part: 'response', in: 'header', header: c.exchange.response!.headers[header]![0], index: header }],
      });
    return claims;
  },
  fixes: () => [
    {
      who: 'network',
      text: 'ask those who run the proxy or filter to allow this host and port, with the block page’s reason',
    },
    {
      who: 'caller',
      text: 'send it without the proxy where that is allowed (--noproxy, NO_PROXY), or with the proxy’s credentials for a 407',
    },
  ],
};

export default cause;
