import { isPromise } from '../ask.ts';
import { boundedMap } from '../bounded-map.ts';
import type { Cause } from '../cause.ts';
import type { Eventually } from '../model.ts';
import { plain } from '../plain.ts';
import { type Algorithm, verifies } from './algorithms.ts';
import type { KeySource, VerifyKey } from './keys.ts';

/** The claims of a token whose signature was right. */
export type Claims = Readonly<Record<string, unknown>>;

/** What is wrong with a token. `foreign`: its issuer is another one. */
export interface TokenFault {
  readonly cause: Cause;
  readonly found: string;
  /** For the caller. */
  readonly says?: string | undefined;
  readonly foreign?: boolean;
}

/** What a token must be. */
export interface Expected {
  readonly issuer: string;
  readonly audiences: readonly string[];
  readonly algorithms: readonly Algorithm[] | undefined;
  readonly toleranceSeconds: number;
  readonly type: string | undefined;
}

const PARTS = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]*)$/;

/** A token whose form, issuer and signature are right, and the key that says so. */
export interface ReadToken {
  readonly claims: Claims;
  readonly key: VerifyKey;
}

export function isFault(value: ReadToken | TokenFault): value is TokenFault {
  return !('claims' in value);
}

function faulty(
  cause: Cause,
  found: string,
  { foreign = false, says = undefined as string | undefined } = {},
): TokenFault {
  return { cause, found, foreign, says };
}

/** Verifies form, issuer and signature of a JWT in compact form (RFC 7519 §7.2, RFC 8725). Times are not checked. */
export function readToken(
  token: string,
  keys: KeySource,
  expected: Expected,
  now: number,
): Eventually<ReadToken | TokenFault> {
  const parts = PARTS.exec(token);
  if (parts === null) return faulty('credentials-malformed', 'the token is no JWT in compact form');
  const header = decodeHeader(parts[1]!);
  const claims = decode(parts[2]!);
  if (header === undefined || claims === undefined) {
    return faulty('credentials-malformed', 'a part of the token is no JSON object');
  }
  // Parameters of the header that bring a key along (jwk, jku, x5u, x5c) are never followed (RFC 8725 §3.10).
  const { alg, kid, crit, typ } = header;
  if (crit !== undefined)
    return faulty('credentials-invalid', 'the token demands extensions that are not known (crit)');
  if (kid !== undefined && typeof kid !== 'string') return faulty('credentials-invalid', 'the key id is no text');
  if (expected.type !== undefined && !sameType(typ, expected.type)) {
    return faulty('credentials-invalid', `the token is of type ${show(typ)}, not ${expected.type}`);
  }
  if (claims['iss'] !== expected.issuer) {
    return faulty('credentials-invalid', `the issuer is ${show(claims['iss'])}, not ${expected.issuer}`, {
      foreign: true,
    });
  }
  const found = keys.find(kid as string | undefined, now);
  const judge = (candidates: readonly VerifyKey[]): ReadToken | TokenFault => {
    const verified = { alg, kid, data: token.slice(0, token.lastIndexOf('.')), signature: parts[3]! };
    const key = keyOf(candidates, expected, verified);
    return 'cause' in key ? key : { claims, key };
  };
  return isPromise(found) ? found.then(judge) : judge(found);
}

interface Signed {
  readonly alg: unknown;
  readonly kid: unknown;
  readonly data: string;
  readonly signature: string;
}

/** The key that made a signature. */
function keyOf(candidates: readonly VerifyKey[], expected: Expected, signed: Signed): VerifyKey | TokenFault {
  const { kid, data, signature } = signed;
  if (candidates.length === 0) return faulty('credentials-invalid', `no key has the id ${show(kid)}`);
  const alg = signed.alg as Algorithm;
  let tried = 0;
  for (const candidate of candidates) {
    if (!candidate.algorithms.includes(alg) || expected.algorithms?.includes(alg) === false) continue;
    // A handful of tries: a set with many keys and no ids must not multiply the work of a forged token.
    if (tried++ === MOST_TRIES) break;
    if (verifies(alg, candidate.key, data, signature)) return candidate;
  }
  if (tried === 0) return faulty('credentials-invalid', `the algorithm ${show(alg)} is none of the key's`);
  return faulty('credentials-invalid', 'the signature is not the key’s');
}

/** Keys that a signature is tried with. */
const MOST_TRIES = 5;

/** What changes with time, and with the guard that asks: checked for each request, of a remembered token too. */
export function checkClaims(claims: Claims, expected: Expected, nowMs: number): TokenFault | undefined {
  const now = nowMs / 1000;
  const { exp, nbf, aud } = claims;
  const tolerance = expected.toleranceSeconds;
  if (typeof exp !== 'number') return faulty('credentials-invalid', 'the token has no time of expiry');
  if (now >= exp + tolerance) {
    return faulty('credentials-expired', `expired ${Math.floor(now - exp)} s ago`, { says: 'The token has expired.' });
  }
  if (nbf !== undefined && !(typeof nbf === 'number' && now >= nbf - tolerance)) {
    const wait = typeof nbf === 'number' ? ` for ${Math.ceil(nbf - now)} s` : '';
    return faulty('credentials-expired', `not valid yet${wait} (nbf)`, { says: 'The token is not valid yet (nbf).' });
  }
  const { iat } = claims;
  if (iat !== undefined && !(typeof iat === 'number' && now >= iat - tolerance)) {
    const ahead = typeof iat === 'number' ? `, by ${Math.ceil(iat - now)} s` : '';
    const says = 'The token was issued in the future (iat): the clocks of issuer and server differ.';
    return faulty('credentials-expired', `issued in the future${ahead} (iat)`, { says });
  }
  const fits = Array.isArray(aud)
    ? aud.some((one) => expected.audiences.includes(one))
    : expected.audiences.includes(aud as string);
  if (!fits)
    return faulty('credentials-invalid', `the audience is ${show(aud)}, not ${expected.audiences.join(' or ')}`);
  return undefined;
}

/** RFC 7515 §4.1.9: `application/` may be left out, and case does not count. */
function sameType(sent: unknown, wanted: string): boolean {
  const bare = (text: string) => text.toLowerCase().replace(/^application\//, '');
  return typeof sent === 'string' && bare(sent) === bare(wanted);
}

/** The headers of an issuer's tokens are few: each is read once. */
const HEADERS = boundedMap<Record<string, unknown>>(100, 50_000);

function decodeHeader(part: string): Record<string, unknown> | undefined {
  if (part.length > MOST_HEADER) return undefined;
  const known = HEADERS.get(part);
  if (known !== undefined) return known;
  const header = decode(part);
  if (header !== undefined) HEADERS.set(part, header);
  return header;
}

/** Longest header, and most lists and objects in a part: more is made to keep the parser busy. */
const MOST_HEADER = 2000;
const MOST_NESTS = 200;

/** Room for a part of a token, used again and again: nothing waits between writing and reading. */
const SCRATCH = Buffer.alloc(8192);

/** Whether a part holds more lists and objects than any token needs. Stops at the first that is too many. */
function nestsTooMuch(length: number): boolean {
  const part = SCRATCH.subarray(0, length);
  return [0x5b, 0x7b].some((code) => {
    let nests = 0;
    for (let at = part.indexOf(code); at >= 0; at = part.indexOf(code, at + 1)) if (nests++ === MOST_NESTS) return true;
    return false;
  });
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const length = SCRATCH.write(part, 'base64url');
    if (nestsTooMuch(length)) return undefined;
    const value: unknown = JSON.parse(SCRATCH.toString('utf8', 0, length));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * A part of a token in words, cut before it is looked at. Of what is no text only the kind is said: its author may have
 * made it to be long, or given it a `toString` of its own.
 */
function show(value: unknown): string {
  if (typeof value === 'string') return plain(value, 120);
  if (Array.isArray(value)) {
    const names = value.slice(0, 5).map((one) => (typeof one === 'string' ? plain(one, 60) : typeof one));
    return `[${names.join(', ')}${value.length > 5 ? ', …' : ''}]`;
  }
  if (value === undefined) return 'missing';
  return typeof value === 'object' && value !== null ? '{…}' : String(value);
}
