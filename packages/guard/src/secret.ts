import { createHash, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { GuardError } from './error.ts';

/** A secret of at least 32 bytes: random bytes, or text of at least 32 characters. */
export type Secret = string | Uint8Array;

/**
 * A secret as a key, made once.
 * @throws {GuardError} `weak-secret` where it is shorter than 32 bytes (RFC 7518 §3.2 asks as much of HS256).
 */
export function secretKey(secret: Secret): KeyObject {
  const bytes = typeof secret === 'string' ? Buffer.from(secret, 'utf8') : Buffer.from(secret);
  if (bytes.length < 32) {
    throw new GuardError('weak-secret', 'A secret is shorter than 32 bytes.', 'Make one with: openssl rand -base64 32');
  }
  return createSecretKey(bytes);
}

/**
 * One secret, or several to rotate: none of them weak.
 * @throws {GuardError} `weak-secret`
 */
export function secretKeys(secret: Secret | readonly Secret[]): readonly [KeyObject, ...KeyObject[]] {
  const [first = '', ...rest] = typeof secret === 'string' || secret instanceof Uint8Array ? [secret] : secret;
  return [secretKey(first), ...rest.map(secretKey)];
}

/** Compares two secrets in a time that tells nothing of where they differ, nor of their lengths. For API keys. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}
