import { constants, createHmac, type KeyObject, timingSafeEqual, verify } from 'node:crypto';

/** Signature algorithms that tokens may have (RFC 7518 §3.1, RFC 8037 §3.1, RFC 9864 §2.2). `none` is not among them. */
export const ALGORITHMS = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
] as const;

export type Algorithm = (typeof ALGORITHMS)[number];

/** Which algorithms a key may verify. The key decides, never the token: that is what algorithm confusion lives on. */
export function algorithmsOf(key: KeyObject): readonly Algorithm[] {
  if (key.type === 'secret') return ['HS256', 'HS384', 'HS512'];
  const details = key.asymmetricKeyDetails ?? {};
  switch (key.asymmetricKeyType) {
    case 'rsa':
      // RFC 7518 §3.3: 2048 bits or more.
      return (details.modulusLength ?? 0) < 2048 ? [] : ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'];
    case 'ec':
      return (
        { prime256v1: ['ES256'] as const, secp384r1: ['ES384'] as const, secp521r1: ['ES512'] as const }[
          details.namedCurve as 'prime256v1'
        ] ?? []
      );
    case 'ed25519':
      // RFC 9864 §2.2 gives the curve a name of its own.
      return ['EdDSA', 'Ed25519'];
    default:
      return [];
  }
}

/** Room for two signatures of HS256, HS384 and HS512, used again and again: nothing waits between writing and reading. */
const SCRATCH: Readonly<Record<number, readonly [Buffer, Buffer]>> = {
  43: [Buffer.alloc(43), Buffer.alloc(43)],
  64: [Buffer.alloc(64), Buffer.alloc(64)],
  86: [Buffer.alloc(86), Buffer.alloc(86)],
};

/** Whether a signature is the key's. The caller has made sure that the key may verify this algorithm. */
export function verifies(algorithm: Algorithm, key: KeyObject, data: string, signature: string): boolean {
  const hash = `sha${algorithm.slice(2)}`;
  const kind = algorithm.slice(0, 2);
  if (kind === 'HS') {
    // Compared as text, so that only the one canonical spelling of a signature is right.
    const own = createHmac(hash, key).update(data).digest('base64url');
    if (own.length !== signature.length) return false;
    const [left, right] = SCRATCH[own.length] ?? [];
    if (left === undefined || right === undefined) return false;
    left.write(own, 'latin1');
    right.write(signature, 'latin1');
    return timingSafeEqual(left, right);
  }
  const bytes = Buffer.from(signature, 'base64url');
  if (bytes.toString('base64url') !== signature) return false;
  const input = Buffer.from(data, 'latin1');
  if (kind === 'ES') return verify(hash, input, { key, dsaEncoding: 'ieee-p1363' }, bytes);
  if (kind === 'RS') return verify(hash, input, { key, padding: constants.RSA_PKCS1_PADDING }, bytes);
  if (kind === 'PS') {
    const padding = constants.RSA_PKCS1_PSS_PADDING;
    return verify(hash, input, { key, padding, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }, bytes);
  }
  return verify(null, input, key, bytes);
}
