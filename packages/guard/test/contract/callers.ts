import { createHmac } from 'node:crypto';

/** The instant at which all contract tests happen: 2026-01-02T03:04:05Z. */
export const NOW = Date.UTC(2026, 0, 2, 3, 4, 5);
export const SECONDS = NOW / 1000;

export const SECRET = 'a secret of the tests, long enough for HS256 to take it';
export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'https://api.example';

type Claims = Record<string, unknown>;

/** A JWT signed with HS256, with good claims but for those given. */
export function token(claims: Claims = {}, header: Claims = {}, secret = SECRET): string {
  const part = (value: Claims) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const all = { iss: ISSUER, aud: AUDIENCE, sub: '7', iat: SECONDS - 60, exp: SECONDS + 600, ...claims };
  const data = `${part({ alg: 'HS256', typ: 'JWT', ...header })}.${part(all)}`;
  return `${data}.${createHmac('sha256', secret).update(data).digest('base64url')}`;
}

export const bearerOf = (claims: Claims = {}) => ({ authorization: `Bearer ${token(claims)}` });
