import { decodeBase64, looksLikeJwt } from './base64.ts';
import type { Change } from './change.ts';
import type { Exchange, Request } from './exchange.ts';
import { header, httpDate, splitUrl } from './http.ts';

type Claims = Readonly<Record<string, unknown>>;

/** In what two tokens differ, the first refused and the second allowed on the same request; nothing where they are no JWTs. */
export function compareTokens(
  refused: string | undefined,
  allowed: string | undefined,
  { request, response }: Exchange,
): readonly Change[] {
  const date = httpDate(header(response, 'date'));
  const now = date === undefined ? undefined : date / 1000;
  const [a, b] = [readClaims(refused), readClaims(allowed)];
  // keys of two environments, by the word that products put into them: sk_test_…, sk_live_…
  const [x, y] = [environment(refused), environment(allowed)];
  if (!a && !b && x && y && x !== y) return ['token-for-elsewhere'];
  if (!a || !b) return [];
  const exp = a['exp'];
  if (typeof exp === 'number' && now !== undefined && exp < now) return ['token-past'];
  if (differs(a, b, ['aud', 'iss', 'azp', 'tid'])) return ['token-for-elsewhere'];
  return rightsOf(a, b, request);
}

/** In what the rights of two tokens differ that are good for the same place. */
function rightsOf(a: Claims, b: Claims, request: Request): readonly Change[] {
  const scope = lacks(words(a, SCOPES), words(b, SCOPES));
  const role = lacks(words(a, ROLES), words(b, ROLES));
  // another person's token differs in more than one way, and each may be what counts
  const person = differs(a, b, PERSON);
  const strength = differs(a, b, ['acr', 'amr']);
  // one person's two tokens that differ in one thing: that is what counts
  if (!person && !role && scope && !strength) return ['token-scope-only'];
  if (!person && !role && !scope && strength) return ['token-strength-only'];
  if (!person && !role && !scope && differs(a, b, ['auth_time'])) return ['token-login-time'];
  // a scope that names the resource or what the method does is what counts
  const fitting = words(b, SCOPES).some((word) => !words(a, SCOPES).includes(word) && fits(word, request));
  if (scope && fitting && !role) return ['token-scope'];
  if (person && (scope || role)) return ['token-person', scope ? 'token-person-scope' : 'token-person-role'];
  if (scope || role) return [...(scope ? ['token-scope' as const] : []), ...(role ? ['token-role' as const] : [])];
  if (strength) return ['token-strength'];
  return person ? ['token-person'] : [];
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
