import { createHmac, randomBytes } from 'node:crypto';

/** Who a token of the demo's shop speaks for. */
export interface Claims {
  readonly sub: string;
  readonly role: 'member' | 'admin';
  readonly scope: string;
}

/** What the shop's guards know of the tokens that they take. */
export const TOKENS = { issuer: 'https://login.shop.example', audience: 'https://shop.example', key: randomBytes(32) };

/** A JWT (RFC 7519, HS256) of the demo's shop. `ageSeconds` sets back its time of issue; it is good for an hour. */
export function issueToken(claims: Claims, ageSeconds = 0): string {
  const iat = Math.floor(Date.now() / 1000) - ageSeconds;
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  const body = encode({ iss: TOKENS.issuer, aud: TOKENS.audience, ...claims, iat, exp: iat + 3600 });
  const signature = createHmac('sha256', TOKENS.key).update(`${head}.${body}`).digest('base64url');
  return `${head}.${body}.${signature}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
