import { decodeBase64 } from '../model/base64.ts';
import { browserWrite, credentialsOf, csrfTokens, formSent } from '../model/case.ts';
import type { Case, Weight } from '../model/cause.ts';
import type { CauseId } from '../model/cause-id.ts';
import { CREDENTIAL, compareTokens } from '../model/compare-tokens.ts';
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
export function meaningOf(found: readonly Unit[], c: Case): Turn {
  const all = found.map((unit) => meaning(unit, c));
  // several that matter together point the same way, or the one that points hardest decides
  const turn: Partial<Record<CauseId, Weight>> = {};
  for (const one of all)
    for (const [cause, weight] of Object.entries(one) as [CauseId, Weight][])
      if (!turn[cause] || weight === 'proves') turn[cause] = weight;
  const csrf = found.filter((u) => CSRF.test(u.name));
  if (csrf.length && found.length > 1) return csrfTurn(csrf, c);
  return turn;
}

function csrfTurn(units: readonly Unit[], c: Case): Turn {
  const missing = units.some((u) => u.refused === undefined || u.refused === '');
  return c.evidence.all('csrf').length === 0 || missing ? { 'csrf-missing': 'proves' } : { 'csrf-invalid': 'proves' };
}

function meaning(u: Unit, c: Case): Turn {
  const absent = u.refused === undefined || u.refused === '';
  switch (u.kind) {
    case 'header':
      return headerMeaning(u, absent, c);
    case 'cookie':
      if (CSRF.test(u.name)) return absent ? { 'csrf-missing': 'proves' } : { 'csrf-invalid': 'proves' };
      if (SESSION.test(u.name)) return credential(u, absent, c);
      return absent
        ? { 'client-refused': 'suggests', 'credentials-missing': 'hints' }
        : { 'client-refused': 'hints', 'content-rejected': 'hints' };
    case 'field':
      return fieldMeaning(u, absent, c);
    case 'body':
      return { 'content-rejected': 'suggests' };
    case 'query':
      if (CSRF.test(u.name)) return absent ? { 'csrf-missing': 'proves' } : { 'csrf-invalid': 'proves' };
      if (absent && KEY.test(u.name))
        return credentialsOf(c).length
          ? { 'credentials-missing': 'suggests', 'credentials-malformed': 'suggests' }
          : { 'credentials-missing': 'proves' };
      if (SIGNED.test(u.name))
        return absent
          ? { 'credentials-missing': 'suggests' }
          : {
              'credentials-expired': older(u) ? 'suggests' : 'hints',
              'credentials-invalid': older(u) ? 'hints' : 'suggests',
            };
      if (!SUSPICIOUS.test(u.refused ?? '') && isKnownSomehow(c)) {
        if (OPERATION.test(u.name)) return OTHER_OPERATION;
        if (OBJECT.test(u.name)) return OTHER_OBJECT;
      }
      return {
        'content-rejected': 'hints',
        'feature-unavailable': 'hints',
        'role-missing': 'hints',
        'not-owner': 'hints',
      };
    case 'host':
      return { 'host-rejected': 'proves' };
    case 'scheme':
      return /^http:/i.test(u.refused ?? '')
        ? { 'tls-required': 'proves' }
        : { 'proxy-refused': 'suggests', 'host-rejected': 'hints' };
    case 'certificate':
      return absent
        ? { 'tls-required': 'proves' }
        : { 'role-missing': 'suggests', 'credentials-invalid': 'hints', 'credentials-expired': 'hints' };
    case 'connection':
      if (u.name === 'proxy') return { 'proxy-refused': 'proves' };
      if (u.name === 'proxy credentials')
        return absent ? { 'credentials-missing': 'proves' } : { 'credentials-invalid': 'proves' };
      return u.name === 'address'
        ? { 'ip-refused': 'suggests', 'host-rejected': 'hints' }
        : { 'client-refused': 'suggests', 'tls-required': 'hints' };
    case 'order':
      return { 'client-refused': 'proves' };
    case 'path':
      return pathMeaning(u, c);
    case 'method':
      return methodMeaning(u, c);
  }
}

function headerMeaning(u: Unit, absent: boolean, c: Case): Turn {
  const { name } = u;
  // a value that holds what filters look for, where the other holds none of it
  if (!absent && SUSPICIOUS.test(u.refused ?? '') && !SUSPICIOUS.test(u.allowed ?? ''))
    return { 'content-rejected': 'proves' };
  // a browser always says these; a program that does not is taken for no browser
  if (absent && /^sec-fetch-(?:mode|dest|user)$/.test(name)) return { 'client-refused': 'proves' };
  if (ORIGIN.test(name)) return { 'origin-rejected': 'proves' };
  if (name === 'host') return { 'host-rejected': 'proves' };
  if (CSRF.test(name)) return absent ? { 'csrf-missing': 'proves' } : { 'csrf-invalid': 'proves' };
  if (TLS.test(name)) return { 'tls-required': 'proves' };
  if (ADDRESS.test(name)) return { 'ip-refused': 'proves' };
  if (CLIENT.test(name)) return { 'client-refused': 'proves' };
  if (name === 'proxy-authorization')
    return absent ? { 'credentials-missing': 'proves' } : { 'credentials-invalid': 'proves' };
  // whose objects are meant
  if (TENANT.test(name) && !absent) return OTHER_OBJECT;
  if (KEY.test(name)) return credential(u, absent, c);
  if (name === 'content-type') return { 'content-rejected': 'suggests', 'csrf-missing': 'hints' };
  return {
    'client-refused': 'hints',
    'content-rejected': 'hints',
    ...(!c.safe && { 'csrf-missing': 'hints' }),
    // a secret is longer than a switch
    'credentials-missing': absent && (u.allowed?.length ?? 0) >= 6 ? 'hints' : 'doubts',
  };
}

/** A credential that passes where another, or none, is refused. */
function credential(u: Unit, absent: boolean, c: Case): Turn {
  // a CSRF token without the cookie that it belongs to: both may be what is missed
  if (absent && u.kind === 'cookie' && !c.safe && csrfTokens(c).length)
    return { 'csrf-missing': 'suggests', 'credentials-missing': 'suggests' };
  if (absent && !credentialsOf(c).length) return { 'credentials-missing': 'proves' };
  if (absent) return { 'credentials-malformed': 'suggests', 'credentials-missing': 'suggests' };
  const sent = credentialsOf(c).find(({ fact }) => fact.name.toLowerCase() === u.name.toLowerCase());
  if (sent?.fact.problems.length)
    return { 'credentials-malformed': sameSecret(u.refused ?? '', u.allowed ?? '') ? 'proves' : 'suggests' };
  const tokens = compareTokens(u.refused, u.allowed, c.exchange);
  if (Object.keys(tokens).length) return tokens;
  // a session that does not belong to the CSRF token beside it; another user's rights would not make the two a pair
  if (u.kind === 'cookie' && !c.safe && csrfTokens(c).length)
    return {
      'csrf-invalid': 'suggests',
      'credentials-expired': 'hints',
      'credentials-invalid': 'hints',
      'role-missing': 'doubts',
    };
  const scheme = (value: string | undefined): string => value?.split(/\s/, 1)[0]?.toLowerCase() ?? '';
  if (u.name === 'authorization' && scheme(u.refused) !== scheme(u.allowed))
    return { 'credentials-malformed': 'suggests', 'credentials-invalid': 'hints' };
  return CREDENTIAL;
}

function pathMeaning(u: Unit, c: Case): Turn {
  const [a, b] = [u.refused ?? '', u.allowed ?? ''];
  const shape = (path: string): string =>
    path.replace(/\/(?:\d+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{16,})(?=\/|$|\.)/gi, '/:id');
  // a signature covers its path: one that passes on another path was made for that one
  if (c.evidence.all('signature').length || credentialsOf(c).some(({ fact }) => fact.kind === 'signed-url'))
    return {
      'credentials-invalid': 'suggests',
      'server-rule': 'excludes',
      'file-permissions': 'excludes',
      'directory-listing': 'excludes',
      'ip-refused': 'excludes',
    };
  if (a !== b && (shape(a) === shape(b) || siblings(a, b, c)) && credentialsOf(c).length)
    return { 'not-owner': 'suggests', 'role-missing': 'doubts', 'scope-insufficient': 'doubts' };
  if (credentialsOf(c).length)
    return {
      'role-missing': 'hints',
      'scope-insufficient': 'hints',
      'step-up-required': 'hints',
      'feature-unavailable': 'hints',
      'policy-denied': 'hints',
    };
  return {
    [a.endsWith('/') ? 'directory-listing' : 'file-permissions']: 'hints',
    'server-rule': 'hints',
    'ip-refused': 'hints',
    'rate-limited': 'hints',
    'client-refused': 'doubts',
    'host-rejected': 'doubts',
    'tls-required': 'doubts',
  };
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
  const turn = meaning(u, c);
  return turn === OTHER_OBJECT || turn === OTHER_OPERATION;
}

function fieldMeaning(u: Unit, absent: boolean, c: Case): Turn {
  if (CSRF.test(u.name)) return absent ? { 'csrf-missing': 'proves' } : { 'csrf-invalid': 'proves' };
  const content: Turn = { 'content-rejected': 'suggests', 'not-owner': 'hints' };
  if (!isKnownSomehow(c) || SUSPICIOUS.test(u.refused ?? '')) return content;
  // GraphQL: the same words with other values name another object, other words another operation
  if (u.name === 'query' && /[{}]/.test(u.refused ?? ''))
    return wordsOf(u.refused) === wordsOf(u.allowed) ? OTHER_OBJECT : OTHER_OPERATION;
  if (OPERATION.test(u.name)) return OTHER_OPERATION;
  if (OBJECT.test(u.name)) return OTHER_OBJECT;
  return content;
}

/** Whether anything came that may say who calls: a credential, or a cookie of any name. */
function isKnownSomehow(c: Case): boolean {
  return credentialsOf(c).length > 0 || c.exchange.request.headers.some(([name]) => /^cookie$/i.test(name));
}

const OTHER_OBJECT: Turn = { 'not-owner': 'suggests', 'role-missing': 'hints', 'object-hidden': 'hints' };
const OTHER_OPERATION: Turn = {
  'role-missing': 'hints',
  'scope-insufficient': 'hints',
  'feature-unavailable': 'hints',
  'policy-denied': 'hints',
  'step-up-required': 'hints',
  'content-rejected': 'doubts',
};

function wordsOf(query: string | undefined): string {
  // a field of JSON comes as it stands there: in quotes, its own quotes escaped
  return (query ?? '')
    .replaceAll('\\"', "'")
    .replace(/'[^']*'|\b\d[\w-]*\b/g, '')
    .replace(/\s+/g, ' ');
}

function methodMeaning(u: Unit, c: Case): Turn {
  if (/^(?:GET|HEAD)$/i.test(u.refused ?? '')) return {};
  // a form's session without its token, where reading passes
  if (browserWrite(c) && credentialsOf(c).length && !csrfTokens(c).length)
    return {
      'csrf-missing': 'suggests',
      'method-refused': 'hints',
      ...(!formSent(c) && { 'role-missing': 'hints' as const }),
    };
  return {
    'method-refused': credentialsOf(c).length ? 'hints' : 'suggests',
    'csrf-missing': 'hints',
    'scope-insufficient': credentialsOf(c).length ? 'hints' : 'doubts',
    'role-missing': credentialsOf(c).length ? 'hints' : 'doubts',
    ...(credentialsOf(c).length && {
      'step-up-required': 'hints' as const,
      'policy-denied': 'hints' as const,
      'feature-unavailable': 'hints' as const,
    }),
    ...(csrfTokens(c).length && { 'csrf-invalid': 'hints' as const }),
    'ip-refused': 'doubts',
    'client-refused': 'doubts',
    'host-rejected': 'doubts',
  };
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
