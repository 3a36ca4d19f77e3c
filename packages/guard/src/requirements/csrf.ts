import { array, check, minLength, pipe } from 'valibot';
import { after, isPromise } from '../ask.ts';
import type { Cause } from '../cause.ts';
import { cookieValue } from '../cookies.ts';
import { GuardError } from '../error.ts';
import { idText } from '../id-text.ts';
import { identify } from '../identify.ts';
import {
  type Caller,
  type Eventually,
  type Finding,
  type Native,
  type Outcome,
  PASSED,
  type Requirement,
  type Settings,
  type Visit,
} from '../model.ts';
import {
  badOption,
  checkOptions,
  count,
  flagOption,
  maybe,
  options as optionsOf,
  ownHeader,
  type Place,
  prompt,
  secrets,
  show,
  text,
  tokenName,
} from '../options.ts';
import type { Secret } from '../secret.ts';
import { VISIT } from '../visit.ts';
import { csrfTokens, randomOf } from './csrf-token.ts';
import { isSafe, isWebSocket, originFault } from './origin.ts';

export interface CsrfOptions {
  /** One secret, or several: the first signs, all verify. */
  readonly keys: Secret | readonly Secret[];
  /** Which session a request belongs to; the known caller's session or subject by default. */
  readonly session?: (native: Native) => string | undefined;
  /** `__Host-csrf` by default. Without `secure`, `csrf`. */
  readonly cookie?: string;
  /** `x-csrf-token` by default. */
  readonly header?: string;
  /** `_csrf` by default. */
  readonly field?: string;
  /** Origins that may send besides the own one. Once any is given, the own one must be among them. */
  readonly origins?: readonly string[];
  /** 12 hours by default. */
  readonly maxAgeSeconds?: number;
  /** `false` only for development without TLS. */
  readonly secure?: boolean;
  /** Skips the check where a bearer token or an API key in a header proved the caller: no page can send those for a stranger. */
  readonly unlessBearer?: boolean;
}

/** The requirement, and the maker of tokens for the pages of this server. */
export interface Csrf extends Requirement<false> {
  /**
   * A token for the session of this request, and the `Set-Cookie` line that goes with it: a cookie that scripts may
   * read, since a single-page application must send it back. Tokens of one session are valid side by side, so that
   * several tabs may be open. At login, name the session that begins: `issue(req, { session })`.
   * @throws {GuardError} `csrf-unasked` where no guard has asked who calls.
   */
  issue(native: Native, of?: { readonly session: string }): { readonly token: string; readonly setCookie: string };
}

/** Schemes whose credential stands in a header that a page of another site cannot set. Browsers send Basic by themselves. */
const EXPLICIT = new Set(['bearer', 'api-key']);

const SOME = 'a list of at least one origin';

/** An origin exactly as browsers write it: without a path, a trailing slash or a default port, in small letters. */
const ORIGIN = pipe(
  text,
  check((value) => {
    if (!URL.canParse(value)) return false;
    const { origin, protocol, host } = new URL(value);
    // Schemes of extensions and apps have no origin in URL's own eyes.
    const whole = origin === 'null' ? `${protocol}//${host}` : origin;
    // URL takes a star for a letter; as a pattern it would match nothing.
    return value === whole && /^[a-z0-9._[\]:-]+$/.test(host);
  }, 'an origin as browsers send it, such as https://app.example, without a slash at its end'),
);

/** An empty list could mean the own origin alone, or none: neither is guessed. */
export const ORIGINS = pipe(array(ORIGIN, SOME), minLength(1, SOME));

const OPTIONS = optionsOf({
  keys: secrets,
  session: maybe(prompt),
  cookie: maybe(tokenName),
  header: maybe(ownHeader),
  field: maybe(text),
  origins: maybe(ORIGINS),
  maxAgeSeconds: maybe(count(60, 31_536_000)),
  secure: maybe(flagOption),
  unlessBearer: maybe(flagOption),
});

/** Demands, of all but safe methods (RFC 9110 §9.2.1), a signed double-submit token and a trustworthy origin. */
export function csrf(options: CsrfOptions): Csrf {
  checkOptions('csrf', OPTIONS, options);
  const secure = options.secure ?? true;
  const cookie = options.cookie ?? (secure ? '__Host-csrf' : 'csrf');
  checkCookie(cookie, secure);
  const header = (options.header ?? 'x-csrf-token').toLowerCase();
  const field = options.field ?? '_csrf';
  const allowed = new Set(options.origins ?? []);
  const maxAge = options.maxAgeSeconds ?? 43_200;
  const tokens = csrfTokens(options.keys, maxAge);
  const demand = 'a CSRF token';

  function fail(cause: Cause, found: string): Finding {
    const failed: Finding = { state: 'failed', kind: 'csrf', demand, found, cause, near: 0.7 };
    if (cause === 'origin-rejected') return failed;
    return { ...failed, tells: [{ name: 'csrf', value: { cookie, header, field }, from: 'hint' }] };
  }

  function sessionOf(native: Native): string {
    const session: unknown = options.session?.(native);
    if (session === undefined || session === null) return '';
    return idOf(session, '`session` of csrf answered neither an id nor nothing; it must not wait');
  }

  function judgeVisit(visit: Visit): Eventually<Outcome> {
    const isHandshake = isWebSocket(visit);
    if (isSafe(visit.reader.method(visit.native)) && !isHandshake) return askedFor(visit);
    const origin = originFault(visit, allowed);
    if (origin !== undefined) return fail('origin-rejected', origin);
    // A page can give a handshake no token, and a browser always says where it comes from (RFC 6455 §10.2).
    if (isHandshake) return PASSED;
    const asked = options.session !== undefined && options.unlessBearer !== true;
    if (asked || visit.settings.authenticators.length === 0) return judge(visit, sessionOf(visit.native));
    return after(identify(visit), (who) => {
      if (who.state === 'fault') return { state: 'fault', kind: 'csrf', demand, found: who.found };
      if (who.state !== 'known') return judge(visit, sessionOf(visit.native));
      const { scheme } = who.caller;
      if (options.unlessBearer === true && EXPLICIT.has(scheme)) return PASSED;
      return judge(
        visit,
        options.session === undefined ? bindingOf(who.caller, visit.settings) : sessionOf(visit.native),
      );
    });
  }

  function judge(visit: Visit, binding: string): Eventually<Outcome> {
    const { reader, native, received } = visit;
    const stored = cookieValue(reader.header(received, 'cookie'), cookie);
    if (stored === undefined || stored === '')
      return fail('csrf-missing', `the cookie ${cookie} was not sent, or twice`);
    const sent = reader.header(received, header) ?? reader.field(native, field);
    return after(sent, (token) => {
      if (token === undefined || token === '') return fail('csrf-missing', `neither ${header} nor ${field} was sent`);
      // Both values came with the request: there is nothing of the server's in this comparison to time.
      if (token !== stored && (randomOf(token) ?? 'none') !== randomOf(stored)) {
        return fail('csrf-invalid', 'the token differs from its cookie');
      }
      const fault = tokens.fault(token, binding, visit.now / 1000);
      return fault === undefined ? PASSED : fail('csrf-invalid', fault);
    });
  }

  /** A page behind this guard gets its token here: who calls is found out, and whoever it is passes. */
  function askedFor(visit: Visit): Eventually<Outcome> {
    if (options.session !== undefined || visit.settings.authenticators.length === 0) return PASSED;
    return after(identify(visit), () => PASSED);
  }

  /** The session that the request itself belongs to. */
  function present(native: Native, visit: Visit | undefined): string {
    return options.session === undefined ? ownBinding(visit) : sessionOf(native);
  }

  function issue(native: Native, of?: { readonly session: string }): { token: string; setCookie: string } {
    const visit: Visit | undefined = native?.[VISIT];
    const binding =
      of === undefined ? present(native, visit) : idOf(of.session, 'issue was given a session without an id');
    const now = (visit?.now ?? Date.now()) / 1000;
    const sent = visit && cookieValue(visit.reader.header(visit.received, 'cookie'), cookie);
    const isOwn = sent !== undefined && tokens.fault(sent, binding, now) === undefined;
    const token = tokens.make(binding, now, isOwn ? randomOf(sent) : undefined);
    return {
      token,
      setCookie: `${cookie}=${token}; Path=/; SameSite=Lax${secure ? '; Secure' : ''}; Max-Age=${maxAge}`,
    };
  }
  return {
    kind: 'csrf',
    demand,
    knows: false,
    asksCaller: false,
    admitsAnyone: true,
    negationAdmits: true,
    judgesOrigin: true,
    check: judgeVisit,
    issue,
  };
}

/** @throws {GuardError} `csrf-cookie` where a cookie of this name can be planted, or no browser would keep it. */
function checkCookie(cookie: string, secure: boolean): void {
  const place: Place = { of: 'csrf', name: 'cookie' };
  const got = { code: 'csrf-cookie', got: show(cookie) };
  // Any sibling domain may plant a cookie without the prefix (RFC 6265bis §4.1.3.2).
  if (secure && !cookie.startsWith('__Host-')) {
    throw badOption(place, 'can be planted by a sibling domain', 'Let its name begin with __Host-.', got);
  }
  // Browsers drop a cookie whose prefix promises what it is not: Secure, or kept from scripts.
  if (secure ? /^__Host-Http-/i.test(cookie) : /^__(?:Host|Secure|Http)-/i.test(cookie)) {
    throw badOption(place, 'has a prefix with which browsers drop it', 'Choose a name without it.', got);
  }
}

/** What is no id would be the same text for everybody, and so each one's token good for all. */
function idOf(session: unknown, trouble: string): string {
  const id = session === '' ? '' : idText(session);
  if (id === undefined) throw new TypeError(trouble);
  return id;
}

/** What a caller's tokens are bound to. Another issuer's user of the same name is somebody else. */
function bindingOf({ session, subject, issuer, scheme }: Caller, { owners }: Settings): string {
  const name = session ?? subject;
  return issuer === undefined || issuer === owners.issuer ? name : `${scheme}\n${issuer}\n${name}`;
}

/**
 * The session that a token is bound to. A token that is bound to nobody, because nobody was asked, would never fit the
 * request that sends it back: that is said where it is made, and not to the person whose form is refused.
 */
function ownBinding(visit: Visit | undefined): string {
  if (visit?.settings.authenticators.length === 0) return '';
  const who = visit?.identity.who;
  if (visit === undefined || who === undefined || isPromise(who) || who.state === 'fault') {
    const message = 'A CSRF token was issued on a route whose guard has not asked who calls.';
    const hint =
      'Guard the page with the csrf requirement itself or with authenticated(), or name the session: issue(req, { session }).';
    throw new GuardError('csrf-unasked', message, hint);
  }
  return who.state === 'known' ? bindingOf(who.caller, visit.settings) : '';
}
