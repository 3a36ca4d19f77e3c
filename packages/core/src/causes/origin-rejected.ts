import { bare } from '../model/case.ts';
import type { Case, Cause, Claim } from '../model/cause.ts';
import { codeWords } from '../model/text.ts';

const SUBRESOURCE = /\.(?:jpe?g|png|gif|webp|avif|svg|mp4|webm|m3u8|ts|mp3|m4s|woff2?|ttf|zip|pdf)(?:[?#]|$)/i;

const DOMAIN =
  /\bdomain (?:\S+ ){0,3}(?:not (?:allowed|authori[sz]ed|permitted|registered|whitelisted|allow-?listed)|forbidden|denied|rejected|blocked|invalid)\b|\b(?:invalid|unauthori[sz]ed|unknown|forbidden) (?:\w+ )?domain\b/;

const cause: Cause = {
  id: 'origin-rejected',
  group: 'request',
  title: 'the Origin or Referer is refused',
  explain:
    'The server looks at where the request says it comes from (Origin, Referer, Sec-Fetch-Site) and does not accept it: CSRF defence by origin, a CORS filter that refuses instead of leaving out headers, websocket origin checks, hot-link protection, or a proxy that changes Host so that Origin no longer fits.',
  who: ['api-owner', 'caller', 'server-admin'],
  signs: {
    for: [
      'an Origin or Referer of another site was sent',
      'the answer speaks of origin, CORS, referer or hot-linking',
      'a browser is refused where curl without Origin passes',
    ],
    against: ['no Origin, Referer or Sec-Fetch-Site was sent and none is asked for'],
  },
  settledBy: 'the request passes without Origin and Referer, or with the site’s own',
  rivals: ['csrf-invalid', 'csrf-missing', 'host-rejected', 'client-refused'],
  looksAt: 'origin',
  turnedBy: {
    origin: 'proves',
  },
  answers: { 'in-browser': 0.75 },
  guide: { 'form-token': 'named' },
  references: [
    { title: 'Fetch: the Origin header', url: 'https://fetch.spec.whatwg.org/#origin-header' },
    { title: 'W3C: Fetch Metadata request headers', url: 'https://www.w3.org/TR/fetch-metadata/' },
  ],
  summary(c) {
    const sent = c.evidence.first('origin')?.fact;
    if (sent?.origin) return `the Origin ${sent.origin} is not accepted here`;
    return sent?.referer ? 'the Referer is not accepted here' : 'where the request says it comes from is not accepted';
  },
  judge(c) {
    const claims: Omit<Claim, 'cause' | 'by'>[] = [];
    const sent = c.evidence.first('origin');
    if (sent?.fact.cross && (c.status === 403 || c.status === 401 || c.status === 400))
      claims.push({ weight: 'hints', says: 'the request says that it comes from another site', at: sent.at });
    if (
      sent &&
      /^(?:null|chrome-extension:|moz-extension:|file:|capacitor:|app:|tauri:|ionic:|vscode)/i.test(
        sent.fact.origin ?? '',
      )
    )
      claims.push({
        weight: bare(c) ? 'suggests' : 'hints',
        says: 'an Origin that no allow list of sites holds',
        at: sent.at,
      });
    const domain = c.evidence.all('message').find(({ fact }) => DOMAIN.test(codeWords(fact.text)));
    if (
      domain &&
      sent?.fact.cross !== false &&
      (sent || /\b(?:request|calling|referring|origin) domain/i.test(domain.fact.text))
    )
      claims.push({
        weight: 'suggests',
        says: 'the answer refuses a domain, and the request says where it comes from',
        at: domain.at,
      });
    if (sent?.fact.origin && upgrade(c))
      // servers check the Origin of a handshake, since nothing else guards it (RFC 6455, section 10.2)
      claims.push({
        weight: c.explained ? 'hints' : 'suggests',
        says: 'a websocket handshake with an Origin',
        at: sent.at,
      });
    if (!sent && !c.headersKnown && upgrade(c) && c.status === 403)
      claims.push({
        weight: 'hints',
        says: 'a websocket handshake: browsers send an Origin with it, which is not shown',
        at: [{ part: 'request', in: 'method' }],
      });
    if (!sent && SUBRESOURCE.test(c.exchange.request.url) && c.safe)
      claims.push({
        weight: 'hints',
        says: 'a media file asked for without a Referer',
        at: [{ part: 'request', in: 'url' }],
      });
    else if (!sent && c.headersKnown && c.safe)
      claims.push({ weight: 'doubts', says: 'no Origin, Referer or Sec-Fetch-Site was sent', at: [] });
    return claims;
  },
  fixes(c) {
    const origin = c.evidence.first('origin')?.fact.origin;
    return [
      {
        who: 'api-owner',
        text: origin
          ? origin === 'null'
            ? 'the page has no origin of its own (a file, a sandboxed frame, a redirect across sites): serve it from the site itself'
            : `if ${origin} is meant to call this, add exactly it (scheme, host and port) to the allowed origins`
          : 'if that site is meant to call this, add its exact origin to the allowed ones',
      },
      {
        who: 'server-admin',
        text: 'behind a proxy: pass the outer name on (nginx: proxy_set_header Host $http_host and X-Forwarded-Host, X-Forwarded-Proto), so that Origin fits again',
      },
      {
        who: 'caller',
        text: 'call from the site’s own pages, or from a server without an Origin header where the service allows that',
      },
    ];
  },
};

function upgrade(c: Case): boolean {
  return c.exchange.request.headers.some(([n, v]) => n.toLowerCase() === 'upgrade' && /websocket/i.test(v));
}

export default cause;
