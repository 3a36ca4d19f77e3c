import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  type JsonWebKey,
  KeyObject,
  X509Certificate,
} from 'node:crypto';
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
  /** Whether a key that verified a token is still one of the present keys, as far as they are known. */
  holds(key: VerifyKey, now: number): boolean;
}

const GIVE = 'Give RSA of 2048 bits or more, P-256, P-384, P-521 or Ed25519 as PEM, JWK or KeyObject, or a secret.';

function unusable(found: string): GuardError {
  return new GuardError('key-unusable', `bearer: the option key ${found}.`, GIVE);
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
  if (typeof input === 'string' || input instanceof Uint8Array) {
    const kind = disguise(input);
    // A public key that everybody knows must not become a secret: whoever has it could sign tokens.
    if (kind !== undefined) throw unusable(`holds ${kind}, which would be taken for a secret`);
    return usable(secretKey(input));
  }
  if (input instanceof KeyObject) return usable(input.type === 'private' ? createPublicKey(input) : input);
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

/** What a text or bytes are, where they are meant as a key of another kind than a secret. */
function disguise(input: string | Uint8Array): string | undefined {
  if (input instanceof Uint8Array) {
    const head = Buffer.from(input.subarray(0, 40)).toString('latin1');
    if (isDer(Buffer.from(input))) return 'a key in DER';
    // Random bytes may begin as a text of a key does; they do not go on as a text.
    return /^[\x20-\x7e\r\n\t]{32,}$/.test(head) ? disguise(head.padEnd(41, '!')) : undefined;
  }
  const text = input.trim();
  if (text.includes('-----')) return 'a PEM text that is not whole';
  if (/^(?:ssh-|ecdsa-sha2-|sk-(?:ssh|ecdsa)-)/.test(text)) return 'a key of OpenSSH';
  if (text.startsWith('{')) return 'a JWK as text';
  const encoded = text.replace(/\s+/g, '');
  for (const form of [/^[A-Za-z0-9+/]+={0,2}$/, /^[A-Za-z0-9_-]+$/]) {
    if (form.test(encoded) && isDer(Buffer.from(encoded, 'base64'))) return 'a key without the lines of PEM around it';
  }
  return /^(?:[0-9a-f]{2})+$/i.test(encoded) && isDer(Buffer.from(encoded, 'hex')) ? 'a key in DER' : undefined;
}

/** Whether bytes are a public key, a private one or a certificate in DER. All begin with a SEQUENCE. */
function isDer(key: Buffer): boolean {
  if (key[0] !== 0x30) return false;
  const reads = [
    () => createPublicKey({ key, format: 'der', type: 'spki' }),
    () => createPublicKey({ key, format: 'der', type: 'pkcs1' }),
    () => createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
    () => createPrivateKey({ key, format: 'der', type: 'pkcs1' }),
    () => createPrivateKey({ key, format: 'der', type: 'sec1' }),
    () => new X509Certificate(key),
  ];
  return reads.some((read) => {
    try {
      read();
      return true;
    } catch {
      return false;
    }
  });
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

/** Keys that are known when the server starts. */
export function fixedKeys(inputs: readonly KeyInput[]): KeySource {
  return sourceFrom(inputs.map(readKey));
}

/**
 * A set that is given whole. Keys in it that are for something else, as for encryption, are left out.
 * @throws {GuardError} `key-unusable` where none is left.
 */
export function fixedSet(set: readonly JsonWebKey[]): KeySource {
  const keys = readSetKeys(set);
  if (keys.length === 0) throw new GuardError('key-unusable', 'bearer: no key of jwks can verify signatures.', GIVE);
  return sourceFrom(keys);
}

function sourceFrom(keys: readonly VerifyKey[]): KeySource {
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
