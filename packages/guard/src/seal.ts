import { createCipheriv, createDecipheriv, createHash, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';
import { CAUSES } from './cause.ts';
import { GuardError } from './error.ts';
import type { Denial } from './model.ts';
import { checkOptions, options as optionsOf, type Place, secrets } from './options.ts';
import { type Secret, secretKey, secretKeys } from './secret.ts';

/** What a token carries of a denial: the nearest branch, not the tree. */
export interface SealedDenial {
  readonly id: string;
  readonly at: string;
  readonly state: Denial['state'];
  readonly status: number;
  readonly cause: Denial['cause'];
  readonly hidden: boolean;
  readonly method: string;
  readonly route: string;
  readonly subject: string | null;
  readonly address: string | null;
  readonly because: string;
}

/** Makes tokens that only the owner of the key can read. */
export interface Sealer {
  seal(denial: Denial): string;
}

/** All tokens are of one length, so that nothing is told by it: of 240 bytes, 363 characters. */
const SIZE = 240;
const NONCE = 12;
const TAG = 16;
const AAD = Buffer.from('why403-sealed-1');
const STATES = ['refused', 'fault', 'shadow'] as const;

interface Derived {
  readonly key: Buffer;
  /** First bytes of a hash of the key, so that the right one of several is found. */
  readonly name: string;
}

function derive(secret: KeyObject): Derived {
  const key = Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'why403-sealed-1', 32));
  const name = createHash('sha256').update('why403-name').update(key).digest('base64url').slice(0, 4);
  return { key, name };
}

const OPTIONS = optionsOf({ secret: secrets });

/** Seals denials with AES-256-GCM: encrypted, authenticated, without any store. The first key seals. */
export function sealWith(secret: Secret | readonly Secret[]): Sealer {
  checkOptions('sealWith', OPTIONS, { secret });
  const [first] = secretKeys(secret, { of: 'sealWith', name: 'secret' });
  const { key, name } = derive(first);
  return {
    seal(denial) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(AAD);
      const sealed = Buffer.concat([nonce, cipher.update(pack(denial)), cipher.final(), cipher.getAuthTag()]);
      return `w1.${name}.${sealed.toString('base64url')}`;
    },
  };
}

const UNSEAL: Place = { of: 'unseal', name: 'secrets' };

/**
 * Opens a token with the owner's secrets.
 * @throws {GuardError} `sealed-form` where it is no token, `sealed-key` where none of the secrets made it, or it was
 * changed or cut.
 */
export function unseal(token: string, secrets: readonly Secret[]): SealedDenial {
  const parts = /^w1\.([A-Za-z0-9_-]{4})\.([A-Za-z0-9_-]{358})$/.exec(token.trim());
  if (parts === null) {
    throw new GuardError('sealed-form', 'This is no sealed token, or a part of it is missing.', 'Copy all of it.');
  }
  const bytes = Buffer.from(parts[2]!, 'base64url');
  for (const { key, name } of secrets.map((secret) => derive(secretKey(secret, UNSEAL)))) {
    if (name !== parts[1] || bytes.toString('base64url') !== parts[2]) continue;
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(AAD);
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG));
    try {
      const text = Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - TAG)), decipher.final()]);
      return unpack(text.toString('utf8'));
    } catch {
      break;
    }
  }
  throw new GuardError('sealed-key', 'None of the keys opens this token.', 'Give the key that the server seals with.');
}

/** As much of a denial as fits, padded with blanks. */
function pack(denial: Denial): Buffer {
  const { id, state, status, cause, hidden, method, route, caller, address } = denial;
  const seconds = Math.floor(Date.parse(denial.at) / 1000);
  const numbers = [seconds, STATES.indexOf(state), status, cause === null ? -1 : CAUSES.indexOf(cause), hidden ? 1 : 0];
  const fit = (most: number) =>
    JSON.stringify([
      id,
      ...numbers,
      method.slice(0, 10),
      (route ?? denial.path).slice(0, 48),
      caller?.subject.slice(0, 36) ?? null,
      address,
      denial.because.slice(0, most),
    ]);
  let most = SIZE;
  let text = fit(most);
  while (Buffer.byteLength(text) > SIZE && most > 0) {
    most = Math.max(0, most - Math.max(1, Math.ceil((Buffer.byteLength(text) - SIZE) / 4)));
    text = fit(most);
  }
  if (Buffer.byteLength(text) > SIZE) text = JSON.stringify([id, ...numbers, method.slice(0, 10), '', null, null, '']);
  const padded = Buffer.alloc(SIZE, 0x20);
  padded.write(text);
  return padded;
}

function unpack(text: string): SealedDenial {
  const [id, seconds, state, status, cause, hidden, method, route, subject, address, because] = JSON.parse(text);
  return {
    id,
    at: new Date(seconds * 1000).toISOString(),
    state: STATES[state as 0] ?? 'refused',
    status,
    cause: CAUSES[cause] ?? null,
    hidden: hidden === 1,
    method,
    route,
    subject,
    address,
    because,
  };
}
