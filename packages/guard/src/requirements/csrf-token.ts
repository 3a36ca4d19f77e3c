import { createHmac, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { boundedMap } from '../bounded-map.ts';
import { type Secret, secretKeys } from '../secret.ts';

/** Makes and checks tokens: time, random part and their MAC over the session that they belong to. */
export interface CsrfTokens {
  /** A new token; with the random part of an old one it is valid beside that. */
  make(binding: string, nowSeconds: number, random?: string): string;
  /** What is wrong with a token, or undefined where nothing is. */
  fault(token: string, binding: string, nowSeconds: number): string | undefined;
}

/**
 * The random part of a token, which all tokens of one session in one browser share, and the cookie with them: so that
 * a form in one tab stays valid when another tab gets a newer token.
 */
export function randomOf(token: string): string | undefined {
  return token.length > 100 ? undefined : FORM.exec(token)?.[2];
}

const FORM = /^([0-9a-z]{6,8})\.([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/**
 * The first key signs, all of them verify, so that keys are rotated by putting a new one in front. Verified tokens are
 * remembered with their session; their age is checked each time.
 */
export function csrfTokens(keys: Secret | readonly Secret[], maxAgeSeconds: number): CsrfTokens {
  const objects = secretKeys(keys, { of: 'csrf', name: 'keys' });
  const seen = boundedMap<{ readonly binding: string; readonly made: number }>(50_000, 5_000_000);

  function mac(key: KeyObject, time: string, random: string, binding: string): Buffer {
    // The parts before the binding have fixed alphabets without a line break, so no two inputs look the same.
    return createHmac('sha256', key).update(`why403-csrf\n${time}\n${random}\n${binding}`).digest();
  }
  return {
    make(binding, nowSeconds, random = randomBytes(16).toString('base64url')) {
      const time = Math.floor(nowSeconds).toString(36);
      return `${time}.${random}.${mac(objects[0], time, random, binding).toString('base64url')}`;
    },
    fault(token, binding, nowSeconds) {
      const known = seen.get(token);
      if (known !== undefined && known.binding === binding) return ageFault(known.made, nowSeconds, maxAgeSeconds);
      const parts = token.length > 100 ? null : FORM.exec(token);
      if (parts === null) return 'the token is not one of ours';
      const sent = Buffer.from(parts[3]!, 'base64url');
      const matches = objects.some((key) => timingSafeEqual(mac(key, parts[1]!, parts[2]!, binding), sent));
      if (!matches || sent.toString('base64url') !== parts[3]) {
        return 'the token was signed for another session, or with a key that is gone';
      }
      const made = Number.parseInt(parts[1]!, 36);
      const old = ageFault(made, nowSeconds, maxAgeSeconds);
      if (old === undefined) seen.set(token, { binding, made });
      return old;
    },
  };
}

function ageFault(made: number, now: number, most: number): string | undefined {
  if (now - made > most) return `the token is older than ${most} s`;
  return made - now > 60 ? 'the token was made in the future' : undefined;
}
