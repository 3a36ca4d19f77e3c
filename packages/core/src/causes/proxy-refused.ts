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
  rivals: ['policy-denied', 'ip-refused', 'host-rejected'],
  references: [
    { title: 'RFC 9110, section 15.5.8: 407', url: 'https://www.rfc-editor.org/rfc/rfc9110#section-15.5.8' },
    { title: 'RFC 9209: Proxy-Status', url: 'https://www.rfc-editor.org/rfc/rfc9209' },
  ],
  summary: () => 'a proxy on the way refused, and the origin never saw the request',
  phrases: [
    {
      is: /\b(?:url|web|internet|content|site|website)[ -](?:filter(?:ing|ed)?|categor(?:y|ies|ization)|access policy|usage policy|gateway)\b|\bcategor(?:y|ies)\b(?: \S+){0,6} (?:blocked|denied|restricted|not allowed|prohibited|filtered)\b|\b(?:blocked|denied|restricted|not allowed|filtered|browse)(?: \S+){0,8} categor(?:y|ies)\b|\b(?:web ?site|web ?page|site|page|url|destination|internet access)\b(?: \S+){0,5} (?:is |has been |was )?(?:blocked|restricted|filtered|denied|prohibited) (?:by|in accordance|due to|because|on|under)(?: \S+){0,4} (?:your|company|corporate|network|administrator|organization|school|policy|proxy|filter|employer|it)\b|\b(?:currently )?blocks access to this (?:web ?site|page|url)\b|\bweb filter violation\b|\baccess to (?:the )?(?:requested )?(?:web ?site|web ?page|url|site) (?:\S+ ){0,3}(?:has been |is )?(?:blocked|denied|restricted)\b/,
      not: /to this page has been denied|security service to protect|cloudflare|owner of (?:this|the) website/,
      weight: 'suggests',
      says: 'the answer reads like the block page of a web filter',
    },
    {
      is: /\bprox(?:y|ies)\b(?: \S+){0,8} (?:denied|refused|blocked|forbidden|required|not allowed|authentication|error|policy|rejected|access)\b|\b(?:denied|refused|blocked|forbidden|rejected|filtered)(?: \S+){0,4} (?:by|through|from)(?: \S+){0,3} prox(?:y|ies)\b|\bproxy authentication required\b|\bcache access denied\b|\btunnel (?:forbidden|not allowed|denied|connection failed)\b|\bconnect (?:method )?(?:to this (?:host|port) )?(?:is )?(?:not allowed|forbidden|denied|tunnel)\b|\baccess control configuration prevents your request\b|\bcache administrator\b|\bfiltered (?:domain|url)\b|\begress\b|\bunauthorized proxy\b|\bhost_not_allowed\b|\bhost not in allowlist\b/,
      not: /reverse proxy must|proxy protocol|trusted prox|vpn or proxy|anonymous proxy|proxy or vpn|vpn\/proxy|proxies are not allowed to access/,
      weight: 'suggests',
      says: 'the answer speaks of a proxy',
    },
    {
      is: /\b(?:blocked|denied|filtered|restricted|banned)(?: \S+){0,6} (?:by|in accordance with)(?: \S+){0,3} (?:network operator|it (?:department|support|team)|web protection|web filter|company policy|corporate policy|parental|employer|internet provider|isp|proxy|usercheck)\b|\bthis (?:web ?site|page|web page)(?: \w+){0,3} (?:is|has been|was) (?:blocked|filtered|banned|restricted)\b|\b(?:page|website|site|url|web page) you (?:requested|have requested|are trying to visit|were trying to visit|tried to visit) (?:has been|is|was) (?:blocked|denied|filtered|banned)\b|\bthe url is banned\b|\brequest for blocked url\b|\baccess to the (?:page|site|url|web page|web site)(?: \S+){0,8} (?:blocked|denied|restricted)\b|\badministrator of this proxy\b|\brequest you made has been filtered\b|\bcategory is filtered\b|\bcontent blocked by your organi[sz]ation\b|\bcontact your (?:it support|network administrator|it department|proxy administrator)\b|\bdenied access to the requested url\b/,
      not: /rejected\. please consult|security service|\bowner/,
      weight: 'suggests',
      says: 'the answer reads like the page of a web filter',
    },
  ],
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
    if (transport?.viaProxy !== undefined && /^http:/i.test(request.url) && response) {
      const passedOn = response.headers.some(([n]) => /^via$/i.test(n));
      claims.push({
        weight: passedOn ? 'hints' : 'suggests',
        ...(!passedOn && { bits: 8 }),
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
