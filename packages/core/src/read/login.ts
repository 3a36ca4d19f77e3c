import type { Reader } from '../model/evidence.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { BODY_LIMIT, headersOf } from '../model/http.ts';

// Paths and hosts of logins and of single sign-on, in the languages in which sites name theirs.
const LOGIN =
  /(?:^|[/._?&=-])(?:log|sign)[-_]?(?:in|on)(?:[/._?&#;-]|$)|userlogin|\blogin\b|\bsso\b|\bauth(?:n|orize|enticate|entication)?(?:[/._?-]|$)|\/oauth2?\/|\bcas\/|saml|accounts\.google|openid|(?:^|[/.])(?:anmelden|anmeldung|connexion|entrar|acceder|accedi|inloggen|logowanie|prihlaseni|giris|iniciar-sesion|se-connecter|kirjaudu|logga-in|logg-inn|vhod)(?:[/._?-]|$)/i;
/** Paths of those who are on their way into or out of an account: a login that follows was asked for. */
const ASKED =
  /log-?out|sign-?(?:out|up)|logoff|regist|reset|recover|forgot|activat|verif|confirm|invit|callback|consent|(?:^|\/)(?:connect|link|sso)\//i;
/** Pages that say no, in the path that a redirect leads to. */
const REFUSAL =
  /(?:^|[/_-])(?:access-?denied|denied|deny|forbidden|unauthori[sz]ed|not-?authori[sz]ed|blocked|block-?page|captcha|showcaptcha|challenge|403)(?:[/._?&-]|$)/i;
const FAILED = /[?&#/](?:error|failed|failure|denied|invalid|reason)(?:[=/&-]|$)/i;

// Whether an answer sends the caller to a login that was not asked for, or to a page that says no.
const reader: Reader = {
  id: 'login',
  read(exchange) {
    const { response } = exchange;
    if (!response) return [];
    if (response.status >= 300 && response.status < 400) {
      const to = headersOf(exchange, 'response', 'location')[0];
      return to && leads(exchange, to.value)
        ? [{ kind: 'login', fact: { how: 'redirect', to: to.value }, at: [to.span], by: 'login' }]
        : [];
    }
    const body = response.body?.text.slice(0, BODY_LIMIT) ?? '';
    const sent = sentOn(exchange, body);
    if (sent) return [{ kind: 'login', fact: { how: 'redirect', to: sent.to }, at: [sent.span], by: 'login' }];
    const field = /<input[^>]{0,300}type=["']?password/i.exec(body);
    return field
      ? [
          {
            kind: 'login',
            fact: { how: 'form' },
            at: [{ part: 'response', in: 'body', start: field.index, end: field.index + field[0].length }],
            by: 'login',
          },
        ]
      : [];
  },
};

/** Fields that browsers and libraries follow without a status of redirection. */
const FOLLOWED = /^(?:refresh|hx-redirect|x-redirect(?:-to)?|x-location|turbo-location|x-inertia-location)$/i;
// A page that does nothing but lead on: by `meta`, by script, or by a form that posts itself; an object whose field a program follows.
const LEADS_ON =
  /<meta[^>]{0,80}http-equiv=["']?refresh["']?[^>]{0,40}content=["']?\d{1,4};\s{0,3}url=["']?([^"'>\s]{1,500})|\blocation(?:\.href)?\s{0,3}=\s{0,3}["']([^"']{1,500})|\blocation\.(?:replace|assign)\(["']([^"']{1,500})|^\{[^{}]{0,300}"(?:redirect|redirect_?(?:url|to)|location|goto)"\s{0,3}:\s{0,3}"([^"]{1,500})/i;
const POSTS = /<form[^>]{0,300}action=["']?(https?:\/\/[^"'>\s]{1,500})/i;
const SIGNS_ON = /name=["']?SAMLRequest\b/i;
/** Longer pages hold more than the way on. */
const LEADING_PAGE = 3000;

function sentOn(exchange: Exchange, body: string): { readonly to: string; readonly span: Span } | undefined {
  for (const [index, [name, value]] of (exchange.response?.headers ?? []).entries()) {
    const to = FOLLOWED.test(name) ? value.replace(/^\s{0,5}\d{1,6}\s{0,5};\s{0,5}(?:url=)?/i, '') : '';
    if (to && leads(exchange, to)) return { to, span: { part: 'response', in: 'header', header: name, index } };
  }
  if (!body || body.length > LEADING_PAGE) return undefined;
  const posted = SIGNS_ON.test(body) ? POSTS.exec(body) : null;
  const found = posted ?? LEADS_ON.exec(body);
  const to = found?.slice(1).find((one) => one !== undefined);
  if (!found || !to || !(posted || leads(exchange, to))) return undefined;
  return { to, span: { part: 'response', in: 'body', start: found.index, end: found.index + found[0].length } };
}

function leads({ request }: Exchange, to: string): boolean {
  const asked = placeOf(request.url);
  const led = placeOf(to);
  if (REFUSAL.test(led)) return !REFUSAL.test(asked);
  if (!LOGIN.test(led)) return false;
  // a login that leads back to itself with an error has failed
  if (isLogin(request.url)) return request.method === 'POST' && FAILED.test(to);
  return true;
}

/** Whether a URL is that of a login, or of a way into or out of an account. */
export function isLogin(url: string): boolean {
  const place = placeOf(url);
  return LOGIN.test(place) || ASKED.test(place);
}

/** Host and path: what a query carries says where one came from. */
function placeOf(url: string): string {
  return url
    .replace(/^[a-z]+:\/\//i, '')
    .split(/[?#]/, 1)[0]!
    .slice(0, 500);
}

export default reader;
