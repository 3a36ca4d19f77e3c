// What several causes ask of a case. Facts only; what they mean is each cause's own.

import { onlyDenies } from '../language/languages.ts';
import type { Case } from './cause.ts';
import type { Evidence, Role } from './evidence.ts';
import type { Span } from './exchange.ts';

/** What identifies the caller, cookies included. */
export function credentialsOf(c: Case): readonly Evidence<'credential'>[] {
  return c.evidence.all('credential');
}

/** Whether the request is shown whole and carries nothing that identifies the caller. */
export function nothingSent(c: Case): boolean {
  return c.headersKnown && credentialsOf(c).length === 0;
}

/** Where a reader sees that something was not sent: the request line. */
export const REQUEST: readonly Span[] = [{ part: 'request', in: 'method' }];
export const STATUS: readonly Span[] = [{ part: 'response', in: 'status' }];

/** Whether any product of these roles shows itself. */
export function roles(c: Case, ...wanted: readonly Role[]): readonly Evidence<'product'>[] {
  return c.evidence.all('product').filter(({ fact }) => wanted.includes(fact.role));
}

/** Whether a header and a cookie are the halves of one double submit: alike but for case, signs and `X-`. */
export function isSameToken(a: Evidence<'csrf'>, b: Evidence<'csrf'>): boolean {
  return bareName(a.fact.name) === bareName(b.fact.name);
}

function bareName(name: string): string {
  return name.toLowerCase().replace(/^x-|[^a-z]/g, '');
}

/** Seconds until a used-up limit opens again, as the server tells them; larger resets are times of day. */
export function waitTold(limits: Evidence<'rate-limit'>['fact'] | undefined): number | undefined {
  const { remaining, reset, retryAfter } = limits ?? {};
  return retryAfter ?? (remaining === 0 && reset !== undefined && reset < 100_000 ? reset : undefined);
}

/** A CSRF token that was sent where a server looks for it: not the cookie half of a pair. */
export function csrfTokens(c: Case): readonly Evidence<'csrf'>[] {
  return c.evidence.all('csrf').filter(({ fact }) => fact.where !== 'cookie' && fact.value !== '');
}

/** A request that browsers send by themselves across sites: cookies for credentials and a body that a form can have. */
export function browserWrite(c: Case): boolean {
  return !c.safe && credentialsOf(c).every(({ fact }) => fact.kind === 'session-cookie');
}

/** A body of the kinds that a browser's form sends, from a caller known by cookies at most. */
export function formSent(c: Case): boolean {
  return (
    !c.safe &&
    browserWrite(c) &&
    c.exchange.request.headers.some(
      ([n, v]) =>
        n.toLowerCase() === 'content-type' && /^(?:application\/x-www-form-urlencoded|multipart\/form-data)/i.test(v),
    )
  );
}

/** Whether a CSRF token would be seen, had one been sent: a form's fields may be left out of what is shown, or have names of their own. */
export function tokensShown(c: Case): boolean {
  const { url, headers, body } = c.exchange.request;
  return (
    c.headersKnown &&
    !(formSent(c) && body === undefined) &&
    !TOKEN_LIKE.test(url.slice(0, 4000)) &&
    !TOKEN_LIKE.test(body?.text.slice(0, 20_000) ?? '') &&
    !headers.some(([name]) => !/^(?:cookie|authorization)$/i.test(name) && TOKEN_LIKE.test(`${name}=`))
  );
}

const TOKEN_LIKE = /(?:token|nonce|crumb|[cx]srf|forgery|stamp|state)\w{0,20}["']?\s{0,4}[:=]/i;

/** Seconds as a person says them. */
export function duration(seconds: number): string {
  const s = Math.abs(Math.round(seconds));
  const [value, unit] =
    s < 120
      ? [s, 'second']
      : s < 7200
        ? [Math.round(s / 60), 'minute']
        : s < 172_800
          ? [Math.round(s / 3600), 'hour']
          : [Math.round(s / 86_400), 'day'];
  return `${value} ${unit}${value === 1 ? '' : 's'}`;
}

/** Whether the words of the answer are no more than the standard ones of its status. */
export function bare(c: Case): boolean {
  return silence(c) !== undefined;
}

/** How an answer without a reason is made: nothing at all (of an API or not), a page of HTML, a line of text, or an object. */
export type Silence = 'none' | 'api' | 'page' | 'line' | 'object';

const silences = new WeakMap<Case, Silence | 'no'>();

/** The kind of an answer that gives no reason; undefined where it gives one. */
export function silence(c: Case): Silence | undefined {
  if (c.explained) return undefined;
  let kind = silences.get(c);
  if (!kind) {
    kind = c.evidence.all('message').every(({ fact }) => isStandard(fact.text)) ? made(c) : 'no';
    silences.set(c, kind);
  }
  return kind === 'no' ? undefined : kind;
}

function made(c: Case): Silence {
  const body = c.exchange.response?.body?.text.slice(0, 2000).trim() ?? '';
  if (!body) return shapeOf(c).api ? 'api' : 'none';
  if (/^[[{]|^<\?xml|^<error/i.test(body)) return 'object';
  return body.startsWith('<') ? 'page' : 'line';
}

/** Whether a text is no more than the standard words of a refusal. */
export const isStandard = (text: string): boolean =>
  text.length < 400 && (isBare(text.trim()) || (text.length < 80 && onlyDenies(text)));

function isBare(text: string): boolean {
  const lower = text.toLowerCase();
  return !text || BARE.some(([starts, bare]) => starts.some((start) => lower.startsWith(start)) && bare.test(text));
}

// Standard words of a status, and what server software prints beside them on its built-in pages. How such a text may start stands
// before each pattern: at a start of the command most would be compiled for nothing.
const BARE = (
  [
    [
      'error|err|http|status|code|4|5|internal|bad gateway|service|gateway|forbidden|request|access|unauthori|not |denied|refused|bad request|method not|permission|fail|.|!',
      /^(?:error:?\s)?(?:(?:http\s)?(?:status\s|error\s)?(?:code:?\s)?[45]\d\d\s{0,2}[:,|-]?\s{0,2})?(?:error:?\s)?(?:forbidden(?:error|exception)?|request (?:is )?forbidden|access[ _]?(?:is |was )?(?:denied|forbidden)|unauthori[sz]ed|not found|denied|refused|bad request|not acceptable|method not allowed|internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|permission[ _]?denied|http[ _]?forbidden|fail(?:ed|ure)?|error|err)?(?: \([45]\d\d\))?[.!]{0,3}$/i,
    ],
    [
      'nginx|openresty|apache|tengine|caddy|lighttpd|microsoft-iis|cloudflare|litespeed',
      /^(?:nginx|openresty|apache|tengine|caddy|lighttpd|microsoft-iis|cloudflare|litespeed)(?:\/[\w.]{1,20})?(?: \([\w ]{1,30}\))?$/i,
    ],
    [
      'http|error|status',
      /^(?:http )?(?:error|status)(?: code)?[:\s]{1,3}[45]\d\d(?:\s{0,2}[:-]?\s{0,2}(?:forbidden|unauthorized|not found))?\.?$/i,
    ],
    [
      "you don't have|you do not have",
      /^you (?:don't|do not) have (?:the )?permissions? to access (?:the requested (?:object|resource|url|page|directory)|(?:this|the) (?:resource|page|url|server|document)|\S{1,200})(?: on this server)?\.?(?:\s?server unable to read htaccess file, denying access to be safe)?$/i,
    ],
    ['403 - ', /^403 - forbidden: access is denied\.?$/i],
    // what IIS says of every 403 to those who are not on its own machine
    [
      'you do not have',
      /^you do not have permission to view this directory or page(?: using the credentials that you supplied)?\.?$/i,
    ],
    [
      'access to this',
      /^access to this (?:resource|page|url|site|document)(?: on the server)? is (?:denied|forbidden)[.!]?$/i,
    ],
    ['it is either|this is either', /^(?:it|this) is either read-protected or not readable by the server\.?$/i],
    ['<address>|apache/', /^(?:<address>)?apache\/[\w. ()/+-]{1,120} server at \S{1,100} port \d{1,5}$/i],
    [
      'additionally, a 40',
      /^additionally, a 40[34] (?:forbidden|not found) error was encountered while trying to use an errordocument/i,
    ],
    [
      'your client',
      /^your client does not have permission to get url \S{1,300} from this server\.?(?:\s?that.s all we know\.?)?$/i,
    ],
    // RFC 9110 in the words of Tomcat's own pages, and the labels beside them
    ['http status', /^http status [45]\d\d [–—-] [a-z ]{2,40}$/i],
    ['type', /^type status report$/i],
    ['message', /^message \/\S{0,300}$/i],
    [
      'the server|description',
      /^(?:description )?the server (?:understood the request but refuses to authorize it|cannot or will not process the request due to something that is perceived to be a client error \(e\.g\., malformed request syntax, invalid request message framing, or deceptive request routing\))\.?$/i,
    ],
    [
      'the request|description',
      /^(?:description )?the request has not been applied (?:to the target resource )?because it lacks valid authentication credentials for (?:that|the target) resource\.?$/i,
    ],
    [
      'the origin|description',
      /^(?:description )?the origin server did not find a current representation for the target resource or is not willing to disclose that one exists\.?$/i,
    ],
    [
      'the method|description',
      /^(?:description )?the method received in the request-line is known by the origin server but not supported by the target resource\.?$/i,
    ],
    ['apache tomcat', /^apache tomcat\/[\w. ()-]{1,40}$/i],
    ['that', /^that.s all we know\.?$/i],
    [
      'your client|from this server|/|error: forbidden',
      /^your client does not have permission to get url$|^from this server\.?$|^\/\S{0,300}$|^error: forbidden$/i,
    ],
  ] as const
).map(([starts, bare]) => [starts.split('|'), bare] as const);

const HIDDEN =
  /\/(?:\.[a-z]|[^/?]{1,80}\.(?:bak|old|orig|save|swp|sql|inc|log|ini|conf|env|yml|lock|dist|sh|git)(?:[?#]|$)|(?:server-status|server-info|wp-config\.php|xmlrpc\.php|phpmyadmin|cgi-bin|config|vendor|node_modules|includes|internal|private|backup)(?:[/?#]|$))/i;

/** What the request's path is like, as far as that tells who might refuse it. */
export interface Shape {
  /** `/`, or a path that ends with a slash. */
  readonly directory: boolean;
  readonly file: boolean;
  /** Of a kind that servers guard by rule: dot files, backups, configuration, private folders. */
  readonly guarded: { readonly start: number; readonly end: number } | undefined;
  readonly api: boolean;
}

/** Reads the shape of a URL's path; credentials of programs make it an API too. */
export function shapeOf(c: Case): Shape {
  const url = c.exchange.request.url.split(/[?#]/, 1)[0]!;
  const hidden = HIDDEN.exec(c.exchange.request.url.slice(0, 4000)) ?? undefined;
  const path = url.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const api =
    /\/(?:api|rest|graphql|rpc|oauth2?|odata|wp-json|jsonrpc|v\d{1,2}(?:\.\d)?)(?:\/|$)/i.test(path) ||
    /\.json$/i.test(path) ||
    /^api[.-]/.test(c.host) ||
    credentialsOf(c).some(({ fact }) => fact.kind !== 'session-cookie' && fact.kind !== 'basic');
  return {
    directory: path === '' || path.endsWith('/'),
    guarded: hidden && { start: hidden.index, end: hidden.index + hidden[0].length },
    file:
      /\/[^/]{1,200}\.[a-z][a-z0-9]{0,5}$/i.test(path) && !/\.(?:php|aspx?|jsp|do|cgi|action|json|xml)$/i.test(path),
    api,
  };
}
