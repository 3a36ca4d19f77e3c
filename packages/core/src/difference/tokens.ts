import type { Turn } from '../model/experiment.ts';
import { decodeBase64, looksLikeJwt } from '../read/credentials.ts';

type Claims = Readonly<Record<string, unknown>>;

/** What two tokens, the first refused and the second allowed on the same request, say about the cause; nothing where they are no JWTs. */
export function compareTokens(refused: string | undefined, allowed: string | undefined, now: number | undefined): Turn {
  const [a, b] = [readClaims(refused), readClaims(allowed)];
  if (!a || !b) return {};
  const exp = a['exp'];
  if (typeof exp === 'number' && now !== undefined && exp < now) return { 'credentials-expired': 'suggests' };
  if (differs(a, b, ['aud', 'iss', 'azp', 'tid'])) return { 'credentials-invalid': 'suggests' };
  if (lacks(words(a, SCOPES), words(b, SCOPES))) return { 'scope-insufficient': 'suggests' };
  if (lacks(words(a, ROLES), words(b, ROLES))) return { 'role-missing': 'suggests' };
  if (differs(a, b, ['acr', 'amr', 'auth_time'])) return { 'step-up-required': 'suggests' };
  if (differs(a, b, ['sub', 'user_id', 'uid', 'email', 'tenant', 'org_id']))
    return { 'role-missing': 'hints', 'not-owner': 'hints' };
  return {};
}

const SCOPES = ['scope', 'scp', 'scopes', 'permissions', 'authorities'];
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
