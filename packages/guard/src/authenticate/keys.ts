import { createPublicKey, createSecretKey, type JsonWebKey, KeyObject } from 'node:crypto';
import { GuardError } from '../error.ts';
import type { Eventually } from '../model.ts';
import { type Secret, secretKey } from '../secret.ts';
import { type Algorithm, algorithmsOf } from './algorithms.ts';

/** A key that signatures are verified with: PEM text, a JWK, a KeyObject, or a secret of at least 32 bytes. */
export type KeyInput = KeyObject | JsonWebKey | Secret;

/** A key, and what it may be used for. */
export interface VerifyKey {
  readonly key: KeyObject;
  readonly kid: string | undefined;
  readonly algorithms: readonly Algorithm[];
}

/** Where keys come from. */
export interface KeySource {
  /** The keys that may have signed a token with this key id; none where it is unknown. */
  find(kid: string | undefined, now: number): Eventually<readonly VerifyKey[]>;
}

/**
 * Reads a key once, when the server starts.
 * @throws {GuardError} `key-unusable` where it cannot verify any algorithm.
 */
export function readKey(input: KeyInput): VerifyKey {
  const read = tryKey(input);
  if (read !== undefined) return read;
  throw new GuardError('key-unusable', 'A key cannot verify signatures.', 'Give RSA ≥ 2048, P-256/384/521 or Ed25519.');
}

function tryKey(input: KeyInput): VerifyKey | undefined {
  if (typeof input === 'string' && input.includes('-----BEGIN')) return usable(createPublicKey(input));
  if (typeof input === 'string' || input instanceof Uint8Array) return usable(secretKey(input));
  if (input instanceof KeyObject) return usable(input.type === 'private' ? createPublicKey(input) : input);
  return readJwk(input);
}

/** Reads a JWK (RFC 7517); undefined where it is not for verifying signatures, or of a kind that is not known. */
export function readJwk(jwk: JsonWebKey): VerifyKey | undefined {
  const fields = jwk as Record<string, unknown>;
  if (fields['use'] !== undefined && fields['use'] !== 'sig') return undefined;
  const operations = fields['key_ops'];
  if (Array.isArray(operations) && !operations.includes('verify')) return undefined;
  const kid = typeof fields['kid'] === 'string' ? fields['kid'] : undefined;
  const alg = typeof fields['alg'] === 'string' ? fields['alg'] : undefined;
  const key =
    jwk.kty === 'oct' && typeof jwk.k === 'string'
      ? createSecretKey(Buffer.from(jwk.k, 'base64url'))
      : createPublicKey({ key: jwk, format: 'jwk' });
  return usable(key, kid, alg);
}

function usable(key: KeyObject, kid?: string, alg?: string): VerifyKey | undefined {
  if (key.type === 'secret' && (key.symmetricKeySize ?? 0) < 32) return undefined;
  const algorithms = algorithmsOf(key).filter((one) => alg === undefined || one === alg);
  return algorithms.length === 0 ? undefined : { key, kid, algorithms };
}

/** Of some keys, those that a key id names. A token without one may be any key's; a key without one any token's. */
export function keysFor(keys: readonly VerifyKey[], kid: string | undefined): readonly VerifyKey[] {
  return kid === undefined ? keys : keys.filter((key) => key.kid === undefined || key.kid === kid);
}

/** Keys that are known when the server starts. */
export function fixedKeys(inputs: readonly KeyInput[]): KeySource {
  const keys = inputs.map(readKey);
  return { find: (kid) => keysFor(keys, kid) };
}
