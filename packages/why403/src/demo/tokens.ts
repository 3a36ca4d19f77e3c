import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Who a token of the demo's shop speaks for. */
export interface Caller {
  readonly sub: string;
  readonly role: 'member' | 'admin';
  readonly scope: string;
}

const secret = randomBytes(32);

/** A JWT (RFC 7519, HS256) of the demo's shop. `ageSeconds` sets back its time of issue; it is good for an hour. */
export function issueToken(caller: Caller, ageSeconds = 0): string {
  const iat = Math.floor(Date.now() / 1000) - ageSeconds;
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const body = encode({ iss: 'https://shop.example', ...caller, iat, exp: iat + 3600 });
  return `${head}.${body}.${sign(`${head}.${body}`)}`;
}

/** The caller of a token, or why it is not taken. */
export function readToken(token: string): Caller | 'invalid' | 'expired' {
  const [head = '', body = '', signature = ''] = token.split('.');
  const wanted = Buffer.from(sign(`${head}.${body}`));
  const given = Buffer.from(signature);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return 'invalid';
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Caller & { readonly exp: number };
  return claims.exp < Date.now() / 1000 ? 'expired' : claims;
}

/** A CSRF token that belongs to one session and one round of the form. */
export function csrfToken(session: string, round: number): string {
  return sign(`csrf ${session} ${round}`).slice(0, 22);
}

function sign(text: string): string {
  return createHmac('sha256', secret).update(text).digest('base64url');
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
