/**
 * What the names in a program's code and settings are about: `remote_addr`, `allowed_hosts`, `requestsPerMinute`. The field's words,
 * whatever language or program they stand in.
 */
import type { CauseId } from '@why403/core';

interface Term {
  readonly cause: CauseId;
  /** Held against names in lower case, their words parted by one space. */
  readonly is: RegExp;
  /** 3 where the name leaves hardly another reading, 1 where it has several. */
  readonly weight: 1 | 2 | 3;
}

const term = (cause: CauseId, weight: Term['weight'], words: string): Term => ({
  cause,
  weight,
  is: new RegExp(`(?<![a-z])(?:${words})(?![a-z])`, 'g'),
});

const TERMS: readonly Term[] = [
  term(
    'ip-refused',
    3,
    'remote (?:addr|address|ip|host)|client (?:ip|addr|address)|peer (?:ip|addr|address|name)|source (?:ip|range)|ip ?address|cidrs?|(?:sub)?networks?|ip (?:allow|deny|white|black|filter|range)\\w*|(?:allow|deny|allowed|denied|whitelist|blacklist|blocked|trusted|banned|admin|office|internal) ?(?:ips?|addr\\w*|networks?|clients?)|getpeername|x (?:forwarded for|real ip)|rpc whitelist',
  ),
  term('ip-refused', 1, 'ips?|addr|peer|whitelist|blacklist|allowlist|denylist|localhost only'),
  term(
    'host-rejected',
    3,
    '(?:allowed|trusted|known|valid|server|virtual|host) ?(?:hosts?|hostnames?|names?|domains?)|http host|vhosts?|hostnames?|host (?:header|whitelist|allowlist)',
  ),
  term('host-rejected', 2, 'hosts?|server names?|authority'),
  term('origin-rejected', 3, 'origins?|referr?ers?|cors|sec fetch (?:site|mode)|cross site|cross origin|hotlink\\w*'),
  term('origin-rejected', 1, 'sites|domains'),
  term('client-refused', 3, 'user agents?|browsers?|is ?bot|bots?|crawlers?|scrapers?'),
  term('client-refused', 2, 'ua|agents?'),
  term(
    'rate-limited',
    3,
    'rate ?limit\\w*|limiter|throttl\\w*|too many|per (?:second|minute|hour|day|sec|min)|max (?:requests|attempts|hits)|burst|quota|bucket|requests left|(?:max|limit|points|tokens) (?:\\w+ ){0,2}(?:seconds|window|minutes|period|duration|ms)',
  ),
  term('rate-limited', 2, 'hits|attempts|tries'),
  term('rate-limited', 1, 'limit|window|counter?|rate|max'),
  term(
    'role-missing',
    3,
    'roles?|permissions?|perms?|is ?(?:admin|staff|superuser|editor|moderator)|privileges?|can (?:edit|write|read|delete|view|manage|access)|has (?:role|perm|permission|access)|authorize[ds]?|admins?|rights|granted|require (?:role|admin|permission)|acls?|user groups?',
  ),
  term('role-missing', 1, 'groups?|level|staff|editors?|moderators?|members?|access'),
  term('scope-insufficient', 3, 'scopes?'),
  term('not-owner', 3, 'owners?|owner id|owned by|belongs to|author id|created by|is owner'),
  term('not-owner', 2, 'authors?|tenants?|account id|user id|customer id'),
  term(
    'credentials-expired',
    3,
    'expir\\w+|exp|max age|ttl|valid (?:until|till|to)|not after|too old|outdated|stale|lifetime|age',
  ),
  term('credentials-expired', 2, 'time|now|timestamp|issued at|iat|deadline|until'),
  term(
    'credentials-invalid',
    3,
    'hmac|compare digest|timing safe equal|hash equals|signatures?|bad signature|verify|password verify|check password|invalid (?:token|key|password)',
  ),
  term('credentials-invalid', 1, 'secret|password|digest|sig|key'),
  term(
    'credentials-missing',
    3,
    '(?:no|not|without|missing) (?:token|key|user|auth|credentials?|session)|anonymous|is authenticated|login required|current user|signed in|logged in',
  ),
  term('credentials-missing', 1, 'token|api key|session|authorization|auth|cookie|user'),
  term('csrf-missing', 3, 'csrf\\w*|xsrf\\w*|authenticity token|form (?:token|key)|crumb'),
  term(
    'feature-unavailable',
    3,
    'features?|flags?|feature flags?|toggles?|enabled?|disabled?|switched o(?:n|ff)|plans?|tiers?|subscriptions?|premium|licen[sc]e\\w*|beta|maintenance|read ?only|lifecycle',
  ),
  term('feature-unavailable', 1, 'active|available|allowed|supports?'),
  term('method-refused', 3, '(?:allowed|request|http|denied|safe) methods?|methods'),
  term('method-refused', 1, 'method|verb'),
  term('tls-required', 3, 'https|is secure|ssl|tls|x forwarded proto|require (?:ssl|tls|https)|encrypted'),
  term(
    'content-rejected',
    3,
    'content (?:type|length)|mime\\w*|max (?:size|length|upload|body)|too large|payload|extensions?|banned words?|bad words?|patterns?|signatures file|waf|sql ?injection',
  ),
  term(
    'policy-denied',
    3,
    'countr(?:y|ies)|geo\\w*|regions?|office hours|business hours|weekdays?|opening hours|time window|embargo\\w*|suspended|banned|locked|frozen|blocked users?|polic(?:y|ies)|tenant policy|curfew',
  ),
  term('step-up-required', 3, 'mfa|otp|two factor|2fa|step up|acr|amr|reauth\\w*|sudo mode'),
  term(
    'file-permissions',
    3,
    'permission ?error|eacces|eperm|is readable|file get contents|access denied exception|readable|os access|fopen|errno eacces|permission denied',
  ),
  term('file-permissions', 1, 'read file|open|file read|send file|fs|os error|io error'),
  term(
    'directory-listing',
    3,
    'dir(?:ectory)? ?list\\w*|list dir\\w*|auto ?index|index of|show index|browse|listdir|readdir|scandir',
  ),
  term('object-hidden', 3, 'hidden|is (?:private|public|draft|published)|visibility|visible'),
];

/** Names as words: `allowedHosts`, `ALLOWED_HOSTS` and `allowed-hosts` alike. */
export function wordsOfNames(text: string): string {
  return text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .toLowerCase();
}

/** A field of something is compared with who asks: `note.by !== user`, `current_user.id != post["author"]`. */
const CALLER = '(?:current[_ ]?)?(?:user|uid|me|sub|caller|login|account|principal|viewer)(?:name)?(?:[_.]?id)?';
const UNEQUAL = '\\s{0,3}(?:!==?|<>|~=|\\bne\\b|\\bis not\\b)\\s{0,3}';
const FIELD = '[$@\\w]{1,40}(?:\\.|->|::|\\[[\'":]?|\\.get\\([\'"])[\\w]{1,40}[\'"]?[\\])]?';
const COMPARES = new RegExp(`${FIELD}${UNEQUAL}[$@\\w.>-]{0,40}\\b${CALLER}\\b|\\b${CALLER}${UNEQUAL}${FIELD}`, 'i');

/** Whether a condition holds something against who asks, as one that guards owners does. */
export const comparesOwner = (condition: string): boolean => COMPARES.test(condition);

/** How far the names in a text speak of each cause; empty where none does. */
export function aboutCauses(text: string): ReadonlyMap<CauseId, number> {
  const words = wordsOfNames(text);
  const found = new Map<CauseId, number>();
  for (const { cause, is, weight } of TERMS) {
    is.lastIndex = 0;
    if (is.test(words)) found.set(cause, Math.max(found.get(cause) ?? 0, weight));
  }
  return found;
}
