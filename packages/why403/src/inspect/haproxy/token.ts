/** JSON web tokens as HAProxy's converters read them. */
import { createHmac, verify } from 'node:crypto';
import { readConfigured } from '../../shared/read-file.ts';
import type { About } from '../shared/trial.ts';

/** What a claim of a token speaks of. Source: RFC 7519 §4.1, RFC 8693 §4.2 */
export function aboutClaim(path: string): About {
  if (/\.(?:exp|nbf|iat)\b/.test(path)) return 'token-expired';
  if (/\.(?:scope|scopes|scp|permissions)\b/.test(path)) return 'scope';
  if (/role|group|admin|entitlement/i.test(path)) return 'group';
  return 'token-invalid';
}

/** A value in a token's header (0) or payload (1), by a path as `$.a.b`; undefined where there is none. */
export function tokenPart(token: unknown, part: number, path: string): unknown {
  try {
    let value: unknown = JSON.parse(Buffer.from(String(token).split('.')[part] ?? '', 'base64url').toString());
    for (const key of path
      .replace(/^\$\.?/, '')
      .split(/[.[\]]+/)
      .filter(Boolean))
      value = (value as Record<string, unknown> | undefined)?.[key.replace(/^['"]|['"]$/g, '')];
    return value;
  } catch {
    return undefined;
  }
}

/** 1 for a good signature, 0 for a bad one, -1 for an algorithm that is none, as the converter answers. */
export function verifyToken(token: string, algorithm: string, key: string): number | undefined {
  const [head = '', payload = '', signature = ''] = token.split('.');
  const found = /^(HS|RS|ES|PS)(256|384|512)$/.exec(algorithm);
  if (!found) return -1;
  if (!signature) return -3;
  const hash = `sha${found[2]}`;
  const data = `${head}.${payload}`;
  if (found[1] === 'HS')
    return createHmac(hash, key).update(data).digest('base64url') === signature.replace(/=+$/, '') ? 1 : 0;
  try {
    const pem = readConfigured(key);
    const options =
      found[1] === 'ES'
        ? { key: pem, dsaEncoding: 'ieee-p1363' as const }
        : found[1] === 'PS'
          ? { key: pem, padding: 6, saltLength: -1 }
          : pem;
    return verify(hash, Buffer.from(data), options, Buffer.from(signature, 'base64url')) ? 1 : 0;
  } catch {
    return undefined;
  }
}
