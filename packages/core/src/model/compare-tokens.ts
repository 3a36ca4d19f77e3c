import { decodeBase64, looksLikeJwt } from './base64.ts';
import type { Exchange, Request } from './exchange.ts';
import type { Turn } from './experiment.ts';
import { header, httpDate, splitUrl } from './http.ts';

/** What another credential can change at all. */
export const CREDENTIAL: Turn = {
  'credentials-invalid': 'hints',
  'credentials-expired': 'hints',
  'credentials-malformed': 'hints',
  'role-missing': 'hints',
  'scope-insufficient': 'hints',
  'not-owner': 'hints',
  'policy-denied': 'hints',
  'step-up-required': 'hints',
  'feature-unavailable': 'hints',
  // limits are counted by key as often as by address
  'rate-limited': 'hints',
  // these refuse whoever asks
  'file-permissions': 'excludes',
  'directory-listing': 'excludes',
  'server-rule': 'excludes',
};

type Claims = Readonly<Record<string, unknown>>;

/** What two tokens, the first refused and the second allowed on the same request, say about the cause; nothing where they are no JWTs. */
export function compareTokens(
  refused: string | undefined,
  allowed: string | undefined,
  { request, response }: Exchange,
): Turn {
  const date = httpDate(header(response, 'date'));
  const now = date === undefined ? undefined : date / 1000;
  const [a, b] = [readClaims(refused), readClaims(allowed)];
  // keys of two environments, by the word that products put into them: sk_test_…, sk_live_…
  const [x, y] = [environment(refused), environment(allowed)];
  if (!a && !b && x && y && x !== y) return { 'credentials-invalid': 'suggests' };
  if (!a || !b) return {};
  const exp = a['exp'];
  if (typeof exp === 'number' && now !== undefined && exp < now) return { 'credentials-expired': 'suggests' };
  if (differs(a, b, ['aud', 'iss', 'azp', 'tid'])) return { 'credentials-invalid': 'suggests' };
  const scope = lacks(words(a, SCOPES), words(b, SCOPES));
  const role = lacks(words(a, ROLES), words(b, ROLES));
  // another person's token differs in more than one way, and each may be what counts
  const person = differs(a, b, PERSON);
  const strength = differs(a, b, ['acr', 'amr']);
  // one person's two tokens that differ in one thing: that is what counts
  if (!person && !role && scope && !strength) return { 'scope-insufficient': 'proves' };
  if (!person && !role && !scope && strength) return { 'step-up-required': 'proves' };
  // each login has its time: the older one may have been ended as well
  if (!person && !role && !scope && differs(a, b, ['auth_time']))
    return { 'step-up-required': 'suggests', 'credentials-invalid': 'hints' };
  // a scope that names the resource or what the method does is what counts
  const fitting = words(b, SCOPES).some((word) => !words(a, SCOPES).includes(word) && fits(word, request));
  if (scope && fitting && !role) return { 'scope-insufficient': 'suggests' };
  if (person && (scope || role))
    return { 'scope-insufficient': scope ? 'hints' : 'doubts', 'role-missing': 'hints', 'not-owner': 'hints' };
  if (scope && role) return { 'scope-insufficient': 'suggests', 'role-missing': 'suggests' };
  if (scope) return { 'scope-insufficient': 'suggests' };
  if (role) return { 'role-missing': 'suggests' };
  if (strength) return { 'step-up-required': 'suggests' };
  if (differs(a, b, ['sub', 'user_id', 'uid', 'email', 'tenant', 'org_id']))
    return { 'role-missing': 'hints', 'not-owner': 'hints' };
  return {};
}

function environment(key: string | undefined): string | undefined {
  return /(?:^|[\s_-])(test|live|sandbox|prod(?:uction)?|staging|stage|dev)(?=[_-])/i
    .exec(key ?? '')?.[1]
    ?.toLowerCase();
}

const SCOPES = ['scope', 'scp', 'scopes', 'permissions', 'authorities'];
const PERSON = ['sub', 'user_id', 'uid', 'email', 'tenant', 'org_id'];
const ROLES = ['role', 'roles', 'groups', 'cognito:groups', 'admin', 'isAdmin', 'is_admin'];

/** The claims of a JSON Web Token, the scheme word before it or not; undefined for what is none. The signature is not checked. */
export function readClaims(value: string | undefined): Claims | undefined {
  const token = (value ?? '').trim().split(/\s+/).at(-1) ?? '';
  if (!looksLikeJwt(token)) return undefined;
  try {
    const claims: unknown = JSON.parse(decodeBase64(token.split('.')[1] ?? '') ?? '');
    return claims && typeof claims === 'object' ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function differs(a: Claims, b: Claims, names: readonly string[]): boolean {
  return names.some((name) => b[name] !== undefined && JSON.stringify(a[name]) !== JSON.stringify(b[name]));
}

function words(claims: Claims, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const value = claims[name];
    if (value === true) return [name];
    if (typeof value === 'string') return value.split(/[\s,]+/).filter(Boolean);
    return Array.isArray(value) ? value.filter((v): v is string => typeof v === 'string') : [];
  });
}

function lacks(refused: readonly string[], allowed: readonly string[]): boolean {
  return allowed.some((word) => !refused.includes(word));
}

const VERBS: Readonly<Record<string, RegExp>> = {
  GET: /read|view|list|get/i,
  POST: /write|create|add|post|submit|manage|edit/i,
  PUT: /write|update|put|manage|edit/i,
  PATCH: /write|update|patch|manage|edit/i,
  DELETE: /delete|remove|write|manage/i,
};

/** Whether a scope's name speaks of this method or of a part of this path. */
function fits(scope: string, { method, url }: Request): boolean {
  if (VERBS[method.toUpperCase()]?.test(scope)) return true;
  const parts = (splitUrl(url)?.target ?? '').split(/[/?&=.]/).filter((part) => part.length > 2);
  return scope
    .split(/[^a-z0-9]+/i)
    .some(
      (word) =>
        word.length > 2 && parts.some((part) => part.toLowerCase().startsWith(word.toLowerCase().replace(/s$/, ''))),
    );
}
