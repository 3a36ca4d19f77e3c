import { createHash, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';
import { disguise } from './disguise.ts';
import { badOption, type Place } from './options.ts';

/** A secret of at least 32 bytes: random bytes, or text of at least 32 characters. */
export type Secret = string | Uint8Array;

const HINT = 'Make one with: openssl rand -base64 32';

/**
 * A secret as a key, made once.
 * @throws {GuardError} `weak-secret` where it is shorter than 32 bytes (RFC 7518 §3.2 asks as much of HS256),
 * `key-unusable` where it is what others may know: a public key, a URL.
 */
export function secretKey(secret: Secret, place: Place): KeyObject {
  const bytes = typeof secret === 'string' ? Buffer.from(secret, 'utf8') : Buffer.from(secret);
  if (bytes.length < 32) throw badOption(place, 'holds a secret shorter than 32 bytes', HINT, { code: 'weak-secret' });
  const kind = disguise(bytes);
  if (kind === undefined) return createSecretKey(bytes);
  throw badOption(place, `holds ${kind}, which would be taken for a secret`, HINT, { code: 'key-unusable' });
}

/**
 * One secret, or several to rotate: none of them weak.
 * @throws {GuardError} `weak-secret`, `key-unusable`
 */
export function secretKeys(secret: Secret | readonly Secret[], place: Place): readonly [KeyObject, ...KeyObject[]] {
  const [first = '', ...rest] = typeof secret === 'string' || secret instanceof Uint8Array ? [secret] : secret;
  return [secretKey(first, place), ...rest.map((one) => secretKey(one, place))];
}

/** Compares two secrets in a time that tells nothing of where they differ, nor of their lengths. For API keys. */
export function sameSecret(left: string, right: string): boolean {
  return timingSafeEqual(createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest());
}
