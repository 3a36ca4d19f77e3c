import { createPublicKey, createSecretKey, type JsonWebKey, KeyObject } from 'node:crypto';
import { disguise } from '../disguise.ts';
import type { GuardError } from '../error.ts';
import type { Eventually } from '../model.ts';
import { badOption, type Place } from '../options.ts';
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
  /** Whether a key that verified a token is still one of the present keys, as far as they are known. */
  holds(key: VerifyKey, now: number): boolean;
}

const GIVE = 'Give RSA of 2048 bits or more, P-256, P-384, P-521 or Ed25519 as PEM, JWK or KeyObject, or a secret.';

const PLACE: Place = { of: 'bearer', name: 'key' };

function unusable(found: string, name = 'key'): GuardError {
  return badOption({ of: 'bearer', name }, found, GIVE, { code: 'key-unusable' });
}

/**
 * Reads a key once, when the server starts.
 * @throws {GuardError} `key-unusable` where it cannot verify any algorithm, `weak-secret` where it is too short a one.
 */
export function readKey(input: KeyInput): VerifyKey {
  const read = tryKey(input);
  if (read !== undefined) return read;
  throw unusable('holds a key that cannot verify signatures');
}

function tryKey(input: unknown): VerifyKey | undefined {
  if (typeof input === 'string' && input.includes('-----BEGIN')) return usable(readPem(input));
  if (typeof input === 'string' || input instanceof Uint8Array) return usable(secretKey(input, PLACE));
  if (input instanceof KeyObject) {
    if (input.type === 'secret') return usable(secretKey(input.export(), PLACE));
    return usable(input.type === 'private' ? createPublicKey(input) : input);
  }
  if (typeof input !== 'object' || input === null) throw unusable('holds something that is no key');
  try {
    return readJwk(input as JsonWebKey);
  } catch {
    throw unusable('holds a JWK that cannot be read');
  }
}

function readPem(text: string): KeyObject {
  try {
    return createPublicKey(text);
  } catch {
    throw unusable('holds a PEM text that cannot be read');
  }
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
  if (key.type === 'secret' && ((key.symmetricKeySize ?? 0) < 32 || disguise(key.export()) !== undefined))
    return undefined;
  const ofKey = algorithmsOf(key);
  // The two names of one algorithm: a key that is marked with the one verifies tokens that bear the other.
  const wanted = alg === 'Ed25519' || alg === 'EdDSA' ? ['Ed25519', 'EdDSA'] : [alg];
  const algorithms = ofKey.filter((one) => alg === undefined || wanted.includes(one));
  return algorithms.length === 0 ? undefined : { key, kid, algorithms };
}

/** Of some keys, those that a key id names. A token without one may be any key's; a key without one any token's. */
export function keysFor(keys: readonly VerifyKey[], kid: string | undefined): readonly VerifyKey[] {
  return kid === undefined ? keys : keys.filter((key) => key.kid === undefined || key.kid === kid);
}

/** Fewer algorithms than the keys allow, or all of them. */
type Allowed = readonly Algorithm[] | undefined;

/**
 * Keys that are known when the server starts.
 * @throws {GuardError} `key-unusable` where one cannot be used, `option` where none is for the algorithms.
 */
export function fixedKeys(inputs: readonly KeyInput[], allowed: Allowed): KeySource {
  return sourceFrom(inputs.map(readKey), allowed);
}

/**
 * A set that is given whole. Keys in it that are for something else, as for encryption, are left out.
 * @throws {GuardError} `key-unusable` where none is left, `option` where none is for the algorithms.
 */
export function fixedSet(set: readonly JsonWebKey[], allowed: Allowed): KeySource {
  const keys = readSetKeys(set);
  if (keys.length === 0) throw unusable('holds no key that can verify signatures', 'jwks');
  return sourceFrom(keys, allowed);
}

function sourceFrom(keys: readonly VerifyKey[], allowed: Allowed): KeySource {
  const own = keys.flatMap((key) => key.algorithms);
  if (allowed !== undefined && !allowed.some((one) => own.includes(one))) {
    const problem = `allows none that the keys are for (${[...new Set(own)].join(', ')})`;
    const hint = 'Leave algorithms out, or give a key for one of them.';
    throw badOption({ of: 'bearer', name: 'algorithms' }, problem, hint, { got: allowed.join(', ') });
  }
  return { find: (kid) => keysFor(keys, kid), holds: () => true };
}

/** The keys of a set that verify signatures. One bad key spoils no other. */
export function readSetKeys(list: readonly unknown[]): readonly VerifyKey[] {
  return list.flatMap((jwk) => {
    if (typeof jwk !== 'object' || jwk === null) return [];
    try {
      return readJwk(jwk as JsonWebKey) ?? [];
    } catch {
      return [];
    }
  });
}
