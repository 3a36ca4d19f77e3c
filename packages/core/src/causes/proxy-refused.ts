import { roles, shapeOf } from '../model/case.ts';
import type { Case, Cause, Claim } from '../model/cause.ts';
import { header as headerOf } from '../model/http.ts';

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
  turnedBy: {
    proxy: 'proves',
    scheme: 'suggests',
  },
  answers: { 'other-network': 0.8, 'worked-before': 0.3 },
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
    const site = foreignSite(c);
    if (site)
      claims.push({
        weight: 'suggests',
        says: `a page in HTML for a program, and all that it loads is on ${site}`,
        at: [{ part: 'response', in: 'body' }],
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

const LINK = /\b(?:src|href|action)\s{0,3}=\s{0,3}["']?([^"'\s>]{1,300})/gi;
/** Sites from which anybody's pages load scripts, fonts and styles. */
const SHARED =
  /(?:^|\.)(?:googleapis|gstatic|google|jsdelivr|unpkg|cloudflare|bootstrapcdn|fontawesome|jquery|w3|typekit|cloudfront|amazonaws|akamaihd|azureedge|fastly)\.[a-z]{2,6}$/;

/** The one other site that a page loads all from, where a program was to get data: the page is that site's, not the host's. */
function foreignSite(c: Case): string | undefined {
  const { request, response } = c.exchange;
  const body = response?.body?.text.slice(0, 65_536) ?? '';
  const accepts = headerOf(request, 'accept') ?? '';
  const isForProgram = /json|xml/i.test(accepts) ? !/html/i.test(accepts) : shapeOf(c).api;
  if (!isForProgram || !/^\s{0,100}<(?:!doctype html|html|head|body)/i.test(body)) return undefined;
  const sites = new Set<string>();
  for (const [, link = ''] of body.matchAll(LINK)) {
    if (/^(?:#|data:|mailto:|javascript:)/i.test(link)) continue;
    const host = /^(?:https?:)?\/\/([^/:?#]{1,253})/i.exec(link)?.[1]?.toLowerCase();
    // what has no host is the page's own
    if (host === undefined) return undefined;
    if (!SHARED.test(host)) sites.add(siteOf(host));
  }
  const [site] = sites;
  return sites.size === 1 && site !== siteOf(c.host) ? site : undefined;
}

/** The last two names of a host. */
function siteOf(host: string): string {
  return host.split('.').slice(-2).join('.');
}

export default cause;
