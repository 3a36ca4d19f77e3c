import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';

/**
 * What is given as a secret and is none. Anybody may have a public key, a URL or the name of a file: taken for a secret
 * of HS256, it would let them sign tokens. Texts are undone first (base64, hexadecimal, each in the other), since that is
 * how keys travel in variables. A raw Ed25519 key of 32 bytes looks like any 32 random ones: nothing can tell them apart.
 */

/** How often a text may be encoded over. */
const MOST_LAYERS = 3;
const TEXT = /^[\x20-\x7e\r\n\t]+$/;

/** What bytes are where they are no secret, in a few words; undefined where they may be one. */
export function disguise(secret: Uint8Array): string | undefined {
  return formOf(Buffer.from(secret), MOST_LAYERS);
}

function formOf(bytes: Buffer, layers: number): string | undefined {
  const form = formOfBytes(bytes);
  if (form !== undefined) return form;
  const text = bytes.toString('latin1');
  if (!TEXT.test(text)) return undefined;
  const told = formOfText(text.trim());
  if (told !== undefined || layers === 0) return told;
  const inner = decoded(text);
  if (inner === undefined) return undefined;
  return isModulus(inner, text) ? 'the modulus of an RSA key' : formOf(inner, layers - 1);
}

/** Forms of text that no random secret has. Those of paths are such that no base64 is taken for one. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/-----|---- ?(?:BEGIN|END) /, 'a PEM text that is not whole, or encoded'],
  [/^(?:ssh-|ecdsa-sha2-|sk-(?:ssh|ecdsa)-)/, 'a key of OpenSSH'],
  [/^\{/, 'a JWK as text'],
  [/^\[[\s{"]/, 'JSON'],
  [/^eyJ[\w-]+\.[\w-]+\.[\w-]*$/, 'a token'],
  [/^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|data:|file:)/i, 'a URL'],
  [/^(?:\.{1,2}|~)\/|^[A-Za-z]:\\|^(?:\/[a-z0-9._@-]+){2,}$/, 'the path of a file'],
  [/^[^\n]*\.(?:pem|key|pub|crt|cer|der|jwks?|json|p8|p12|pfx|txt)$/i, 'the name of a file'],
];

function formOfText(text: string): string | undefined {
  return FORMS.find(([form]) => form.test(text))?.[1];
}

/** What a text encodes, if anything. Node reads both alphabets of base64 alike. */
function decoded(text: string): Buffer | undefined {
  const compact = text.replace(/^modulus=/i, '').replace(/[\s:]/g, '');
  if (/^(?:[0-9a-f]{2})+$/i.test(compact)) return Buffer.from(compact, 'hex');
  return /^[\w+/-]+={0,2}$/.test(compact) ? Buffer.from(compact, 'base64') : undefined;
}

function formOfBytes(bytes: Buffer): string | undefined {
  if (isDer(bytes)) return 'a key in DER, or in PEM without its lines';
  if (isPoint(bytes)) return 'a point of an elliptic curve';
  return /^\0\0\0[\x07-\x30](?:ssh-|ecdsa-sha2-|sk-)/.test(bytes.toString('latin1', 0, 20))
    ? 'a key of OpenSSH'
    : undefined;
}

/** Whether bytes are a public key, a private one or a certificate in DER. All begin with a SEQUENCE. */
function isDer(key: Buffer): boolean {
  if (key[0] !== 0x30) return false;
  return [
    () => createPublicKey({ key, format: 'der', type: 'spki' }),
    () => createPublicKey({ key, format: 'der', type: 'pkcs1' }),
    () => createPrivateKey({ key, format: 'der', type: 'pkcs8' }),
    () => createPrivateKey({ key, format: 'der', type: 'pkcs1' }),
    () => createPrivateKey({ key, format: 'der', type: 'sec1' }),
    () => new X509Certificate(key),
  ].some(works);
}

/** Whether this is `n` of an RSA key, which JWKs and OpenSSL write without padding: of a usual size, large and odd. */
function isModulus(bytes: Buffer, text: string): boolean {
  const isOfSize = [256, 384, 512].includes(bytes.length) && !text.trimEnd().endsWith('=');
  return isOfSize && bytes[0]! >= 0x80 && bytes[bytes.length - 1]! % 2 === 1;
}

const CURVES: Readonly<Record<number, string>> = { 65: 'P-256', 97: 'P-384', 133: 'P-521' };

/** Whether bytes are a point that is not compressed (SEC 1 §2.3.3), and lies on its curve. */
function isPoint(bytes: Buffer): boolean {
  const crv = CURVES[bytes.length];
  if (crv === undefined || bytes[0] !== 4) return false;
  const half = (bytes.length - 1) / 2;
  const [x, y] = [bytes.subarray(1, 1 + half), bytes.subarray(1 + half)].map((part) => part.toString('base64url'));
  return works(() => createPublicKey({ key: { kty: 'EC', crv, x, y } as never, format: 'jwk' }));
}

function works(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
