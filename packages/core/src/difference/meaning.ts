// What the parts of a request are for, and what it may be that differs between two requests. What that says of a cause, the cause knows.
import { decodeBase64 } from '../model/base64.ts';
import { browserWrite, credentialsOf, csrfTokens, formSent } from '../model/case.ts';
import type { Case, Cause } from '../model/cause.ts';
import { type Change, turnOf } from '../model/change.ts';
import { compareTokens } from '../model/compare-tokens.ts';
import type { Turn } from '../model/experiment.ts';
import { decodePercent } from '../model/http.ts';
import { sameSecret } from '../model/secret.ts';
import type { Unit } from './units.ts';

const CSRF =
  /csrf|xsrf|^_token$|authenticity|requestverification|nonce|form_key|crumb|preflight|requested-with|ocs-apirequest|atlassian-token/i;
const ORIGIN = /^(?:origin|referer|sec-fetch-(?:site|mode|dest|user))$/;
const CLIENT =
  /^(?:user-agent|accept|accept-language|accept-encoding|sec-ch-.{1,40}|upgrade-insecure-requests|dnt|te|priority|cache-control|pragma|sec-gpc|viewport-width|device-memory|x-client-version|x-app-version)$/;
const ADDRESS =
  /^(?:x-forwarded-for|x-real-ip|forwarded|true-client-ip|cf-connecting-ip|x-client-ip|x-cluster-client-ip|via)$/;
const TLS = /^(?:x-forwarded-(?:proto|ssl|scheme|protocol|port)|front-end-https|x-url-scheme)$/;
const KEY = /authorization|api-?key|token|secret|auth|session|signature|access-key|credential/i;
const TENANT =
  /(?:^|-)(?:tenant|org|organi[sz]ation|site|project|workspace|account|company|team|customer)(?:-?(?:id|name|key))?$/;
const SIGNED =
  /^(?:x-amz-.{1,30}|x-goog-.{1,30}|sig|signature|sign|token|expires?|exp|e|se|sp|sv|st|md5|hash|hmac|key|policy|key-pair-id|ts|timestamp|auth|ticket)$/i;
const SUSPICIOUS =
  /[<>]|\.\.[/\\]|\bunion\b|\bselect\b|\bscript\b|\$\{|'\s*(?:or|and)\b|\/etc\/|--\s|;\s*(?:drop|cat|wget)\b/i;
const SESSION = /sess|sid|auth|token|jwt|login|remember|identity|user/i;

export function isOriginHeader(name: string): boolean {
  return ORIGIN.test(name);
}

export function isClientHeader(name: string): boolean {
  return CLIENT.test(name);
}

export function isSchemeHeader(name: string): boolean {
  return TLS.test(name);
}

export function isAddressHeader(name: string): boolean {
  return ADDRESS.test(name);
}

/** What it says about the causes that exactly these differences turn the refusal. */
export function meaningOf(found: readonly Unit[], c: Case, causes: readonly Cause[]): Turn {
  const tokens = found.filter((u) => CSRF.test(u.name));
  // what came along with a form's token is its session
  if (tokens.length && found.length > 1) return turnOf([formTokens(tokens, c)], causes);
  return turnOf(
    found.flatMap((u) => changesOf(u, c)),
    causes,
  );
}

function formTokens(units: readonly Unit[], c: Case): Change {
  return c.evidence.all('csrf').length === 0 || units.some(isAbsent) ? 'form-token-absent' : 'form-token-other';
}

function isAbsent(u: Unit): boolean {
  return u.refused === undefined || u.refused === '';
}

/** What one difference may be. */
function changesOf(u: Unit, c: Case): readonly Change[] {
  const absent = isAbsent(u);
  switch (u.kind) {
    case 'header':
      return ofHeader(u, absent, c);
    case 'cookie':
      if (CSRF.test(u.name)) return [formToken(absent)];
      if (SESSION.test(u.name)) return ofCredential(u, absent, c);
      return [absent ? 'cookie-absent' : 'cookie-other'];
    case 'field':
      return ofField(u, absent, c);
    case 'body':
      return ['body'];
    case 'query':
      return ofQuery(u, absent, c);
    case 'host':
      return ['host'];
    case 'scheme':
      return [/^http:/i.test(u.refused ?? '') ? 'plain-http' : 'scheme'];
    case 'certificate':
      return [absent ? 'certificate-absent' : 'certificate-other'];
    case 'connection':
      if (u.name === 'proxy credentials') return [absent ? 'credential-absent' : 'proxy-credential-other'];
      return [u.name === 'proxy' || u.name === 'address' ? u.name : 'connection'];
    case 'order':
      return ['client'];
    case 'path':
      return ofPath(u, c);
    case 'method':
      return ofMethod(u, c);
  }
}

function formToken(absent: boolean): Change {
  return absent ? 'form-token-absent' : 'form-token-other';
}

function ofHeader(u: Unit, absent: boolean, c: Case): readonly Change[] {
  const { name } = u;
  // a value that holds what filters look for, where the other holds none of it
  if (!absent && SUSPICIOUS.test(u.refused ?? '') && !SUSPICIOUS.test(u.allowed ?? '')) return ['attack-like'];
  // a browser always says these; a program that does not is taken for no browser
  if (absent && /^sec-fetch-(?:mode|dest|user)$/.test(name)) return ['client'];
  if (ORIGIN.test(name)) return ['origin'];
  if (name === 'host') return ['host'];
  if (CSRF.test(name)) return [formToken(absent)];
  if (TLS.test(name)) return ['tls-told'];
  if (ADDRESS.test(name)) return ['address-told'];
  if (CLIENT.test(name)) return ['client'];
  if (name === 'proxy-authorization') return [absent ? 'credential-absent' : 'proxy-credential-other'];
  // whose objects are meant
  if (TENANT.test(name) && !absent) return ['another-object'];
  if (KEY.test(name)) return ofCredential(u, absent, c);
  if (name === 'content-type') return ['media-type'];
  // a secret is longer than a switch
  const isLong = absent && (u.allowed?.length ?? 0) >= 6;
  return ['header', isLong ? 'header-like-key' : 'header-like-switch', ...when(!c.safe, 'write-header')];
}

function when(holds: boolean, change: Change): readonly Change[] {
  return holds ? [change] : [];
}

function ofQuery(u: Unit, absent: boolean, c: Case): readonly Change[] {
  if (CSRF.test(u.name)) return [formToken(absent)];
  if (absent && KEY.test(u.name))
    return [credentialsOf(c).length ? 'credential-absent-beside-another' : 'credential-absent'];
  if (SIGNED.test(u.name)) return [absent ? 'signature-absent' : older(u) ? 'signature-older' : 'signature-other'];
  if (!SUSPICIOUS.test(u.refused ?? '') && isKnownSomehow(c)) {
    if (OPERATION.test(u.name)) return ['another-operation'];
    if (OBJECT.test(u.name)) return ['another-object'];
  }
  return ['parameter'];
}

/** A credential that passes where another, or none, is refused. */
function ofCredential(u: Unit, absent: boolean, c: Case): readonly Change[] {
  // a CSRF token without the cookie that it belongs to: both may be what is missed
  if (absent && u.kind === 'cookie' && !c.safe && csrfTokens(c).length) return ['credential-absent-beside-form-token'];
  if (absent) return [credentialsOf(c).length ? 'credential-absent-beside-another' : 'credential-absent'];
  const sent = credentialsOf(c).find(({ fact }) => fact.name.toLowerCase() === u.name.toLowerCase());
  if (sent?.fact.problems.length)
    return [sameSecret(u.refused ?? '', u.allowed ?? '') ? 'credential-spelling' : 'credential-with-problem'];
  const tokens = compareTokens(u.refused, u.allowed, c.exchange);
  if (tokens.length) return tokens;
  // a session that does not belong to the CSRF token beside it
  if (u.kind === 'cookie' && !c.safe && csrfTokens(c).length) return ['session-of-form-token'];
  const scheme = (value: string | undefined): string => value?.split(/\s/, 1)[0]?.toLowerCase() ?? '';
  if (u.name === 'authorization' && scheme(u.refused) !== scheme(u.allowed)) return ['credential-scheme'];
  return ['credential-other'];
}

function ofPath(u: Unit, c: Case): readonly Change[] {
  const [a, b] = [u.refused ?? '', u.allowed ?? ''];
  const shape = (path: string): string =>
    path.replace(/\/(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,})(?=\/|$|\.)/gi, '/:id');
  // a signature covers its path: one that passes on another path was made for that one
  if (c.evidence.all('signature').length || credentialsOf(c).some(({ fact }) => fact.kind === 'signed-url'))
    return ['path-signed'];
  if (!credentialsOf(c).length) return ['path', a.endsWith('/') ? 'path-of-directory' : 'path-of-file'];
  return [a !== b && (shape(a) === shape(b) || siblings(a, b, c)) ? 'path-of-other-object' : 'path-of-known-caller'];
}

/** Two objects of one kind: paths that differ in one segment, which names an object in both. */
function siblings(a: string, b: string, c: Case): boolean {
  const [x, y] = [a.split('/'), b.split('/')];
  if (x.length !== y.length) return false;
  const differing = x.flatMap((segment, i) => (segment === y[i] ? [] : [i]));
  const [at] = differing;
  if (differing.length !== 1 || at === undefined) return false;
  // the caller's own name in the one that passes, another name in its place
  if (names(c).includes(decodePercent(y[at]!).toLowerCase())) return true;
  return [x[at]!, y[at]!].every((segment) => /\d/.test(segment) && !/^v\d{1,2}$|\.[a-z0-9]{1,5}$/i.test(segment));
}

/** What the credentials call the caller. */
function names(c: Case): readonly string[] {
  const claims = c.evidence
    .all('jwt')
    .flatMap(({ fact }) =>
      ['sub', 'preferred_username', 'username', 'user', 'name', 'email'].map((k) => fact.claims[k]),
    );
  const logins = credentialsOf(c).flatMap(({ fact }) =>
    fact.kind === 'basic' ? [decodeBase64(fact.value)?.split(':', 1)[0]] : [],
  );
  return [...claims, ...logins].flatMap((name) =>
    typeof name === 'string' && name !== '' ? [name.toLowerCase()] : [],
  );
}

/** What is asked for in a body: the operation, the object that it is done to, or content. */
const OPERATION =
  /(?:^|[.[\]])(?:method|action|op|operation|operation_?name|command|cmd|function|func|event|type|do|service|task|view)$/i;
export const OBJECT = /(?:^|[._\]-])(?:id|ids|uuid|guid|key|slug|owner|account|number|no)$|[a-z](?:Id|ID|Uuid|Ids)$/;

/** Whether with this difference another thing is asked for, so that the request that passes is no mended one. */
export function asksForAnother(u: Unit, c: Case): boolean {
  if (u.kind === 'path' || u.kind === 'method') return true;
  if (u.kind !== 'field' && u.kind !== 'query') return false;
  return changesOf(u, c).some((change) => change === 'another-object' || change === 'another-operation');
}

function ofField(u: Unit, absent: boolean, c: Case): readonly Change[] {
  if (CSRF.test(u.name)) return [formToken(absent)];
  if (!isKnownSomehow(c) || SUSPICIOUS.test(u.refused ?? '')) return ['content'];
  // GraphQL: the same words with other values name another object, other words another operation
  if (u.name === 'query' && /[{}]/.test(u.refused ?? ''))
    return [wordsOf(u.refused) === wordsOf(u.allowed) ? 'another-object' : 'another-operation'];
  if (OPERATION.test(u.name)) return ['another-operation'];
  return [OBJECT.test(u.name) ? 'another-object' : 'content'];
}

/** Whether anything came that may say who calls: a credential, or a cookie of any name. */
function isKnownSomehow(c: Case): boolean {
  return credentialsOf(c).length > 0 || c.exchange.request.headers.some(([name]) => /^cookie$/i.test(name));
}

function wordsOf(query: string | undefined): string {
  // a field of JSON comes as it stands there: in quotes, its own quotes escaped
  return (query ?? '')
    .replaceAll('\\"', "'")
    .replace(/'[^']*'|\b\d[\w-]*\b/g, '')
    .replace(/\s+/g, ' ');
}

function ofMethod(u: Unit, c: Case): readonly Change[] {
  if (/^(?:GET|HEAD)$/i.test(u.refused ?? '')) return [];
  const isKnown = credentialsOf(c).length > 0;
  const hasToken = csrfTokens(c).length > 0;
  // a form's session without its token, where reading passes
  if (browserWrite(c) && isKnown && !hasToken)
    return ['write-without-form-token', ...when(!formSent(c), 'write-by-script')];
  return [
    'method',
    isKnown ? 'method-of-known-caller' : 'method-of-unknown-caller',
    ...when(hasToken, 'write-with-form-token'),
  ];
}

// Of two signatures with a time in them the refused one is the older.
function older(u: Unit): boolean {
  return timeIn(u.refused) < timeIn(u.allowed);
}

/** Seconds since the epoch that a signed value carries: as digits, as in SigV4, or in base64 (itsdangerous, https://itsdangerous.palletsprojects.com). */
function timeIn(value: string | undefined): number {
  const digits = /(?:^|\D)(1[4-9]\d{8}|2[01]\d{8})(?:\D|$)/.exec(value ?? '')?.[1];
  if (digits) return Number(digits);
  const basic = /\b(\d{8})T(\d{6})Z/.exec(value ?? '');
  if (basic) return Number(basic[1]! + basic[2]!);
  for (const part of (value ?? '').split(/[.:]/).reverse()) {
    if (!/^[\w-]{5,8}$/.test(part)) continue;
    try {
      const seconds = [...atob(part.replaceAll('-', '+').replaceAll('_', '/'))].reduce(
        (n, ch) => n * 256 + ch.charCodeAt(0),
        0,
      );
      if (seconds > 1.4e9 && seconds < 2.2e9) return seconds;
    } catch {
      // not base64
    }
  }
  return Number.NaN;
}

/** How likely one difference is to be what matters, before any request. */
export function weightOf(u: Unit): number {
  if (u.kind === 'order') return 0.2;
  if (CSRF.test(u.name)) return 12;
  if (u.kind === 'header') {
    const { name } = u;
    if (name === 'origin' || name === 'host' || name === 'authorization') return 12;
    if (name === 'user-agent' || name === 'referer' || TLS.test(name) || ADDRESS.test(name)) return 9;
    if (name === 'sec-fetch-site') return 8;
    if (KEY.test(name)) return 9;
    if (name === 'accept' || name === 'content-type') return 3;
    return CLIENT.test(name) ? 1.2 : 1.5;
  }
  if (u.kind === 'cookie') return SESSION.test(u.name) ? 8 : 1;
  if (u.kind === 'query') return SIGNED.test(u.name) ? 9 : 2;
  if (u.kind === 'field') return 1.5;
  return { method: 6, scheme: 8, host: 8, path: 6, body: 3, certificate: 9, connection: 5 }[u.kind];
}
