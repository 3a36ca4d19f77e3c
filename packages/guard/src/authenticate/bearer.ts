import type { JsonWebKey } from 'node:crypto';
import { array, custom, minLength, object, picklist, pipe, record, union, unknown } from 'valibot';
import { challengeLine } from '../answer/challenge.ts';
import { isPromise } from '../ask.ts';
import { boundedMap } from '../bounded-map.ts';
import type { Authenticator, Caller, Eventually, Visit, Who } from '../model.ts';
import {
  amount,
  anyText,
  badOption,
  callback,
  checkOptions,
  count,
  flagOption,
  maybe,
  oneOrMore,
  options as optionsOf,
  printable,
  prompt,
  text,
  textOrTexts,
} from '../options.ts';
import { ALGORITHMS, type Algorithm } from './algorithms.ts';
import { boundFault, DPOP, isDpop } from './bound-token.ts';
import { type CallerFields, fieldsOfClaims, kindOfClaims, makeCaller } from './caller.ts';
import { checkUrl, discover, publishedKeys } from './key-set.ts';
import { fixedKeys, fixedSet, type KeyInput, type KeySource, type VerifyKey } from './keys.ts';
import { secondSight } from './second-sight.ts';
import {
  type Claims,
  checkClaims,
  type Expected,
  isFault,
  type ReadToken,
  readToken,
  type TokenFault,
} from './token.ts';

export interface BearerOptions {
  /** The `iss` of tokens. Without `key` and `jwks` its keys are found by discovery. */
  readonly issuer: string;
  /** The `aud` that a token must be for: this API. */
  readonly audience: string | readonly string[];
  /** One key or several: PEM, JWK, KeyObject, or a secret for HS256. */
  readonly key?: KeyInput | readonly KeyInput[];
  /** The URL of a JWKS, or the set itself; not beside `key`. */
  readonly jwks?: string | { readonly keys: readonly JsonWebKey[] };
  /** Fewer algorithms than the keys allow. */
  readonly algorithms?: readonly Algorithm[];
  /** Of `exp`, `nbf` and `iat`, in seconds: 5 by default, at most 3,600. */
  readonly clockTolerance?: number;
  /** The `typ` that is demanded, such as `at+jwt` (RFC 9068). */
  readonly type?: string;
  /** Whether a token was taken back. Asked for each request. */
  readonly revoked?: (claims: Claims) => boolean | Promise<boolean>;
  /** Where the claims hold what. */
  readonly caller?: (claims: Claims) => CallerFields;
  /** URL of this API's metadata (RFC 9728 §5.1), told in challenges. */
  readonly resourceMetadata?: string;
  /**
   * Takes tokens that are bound to a client's key (`cnf`) for plain ones: only where something before this server has
   * checked the proof. They are refused by default.
   */
  readonly acceptBound?: boolean;
  /** Verified tokens that are remembered: 5,000 by default, 0 for none. */
  readonly remember?: number;
}

/** A token whose signature was right, and what it says. */
interface Remembered {
  readonly token: string;
  readonly claims: Claims;
  readonly caller: Caller;
  /** The key that verified it: when that one is gone, so is what is remembered. */
  readonly key: VerifyKey;
}

/** Under what a token is remembered: the end of its signature. To hash all of it would cost more; all of it is compared. */
const placeOf = (token: string): string => token.slice(-24);

const KEY = custom<KeyInput>(
  (value) => typeof value === 'string' || (typeof value === 'object' && value !== null && !Array.isArray(value)),
  'a key',
);
/** Schemas of the options that `jwtCookie` has too. */
export const BEARER = {
  issuer: text,
  audience: textOrTexts,
  key: maybe(oneOrMore(KEY, 'a key, or a list of at least one')),
  jwks: maybe(union([text, object({ keys: array(record(anyText, unknown())) })], 'a URL, or a set { keys: […] }')),
  algorithms: maybe(
    pipe(array(picklist(ALGORITHMS), 'a list of algorithms'), minLength(1, 'a list of at least one algorithm')),
  ),
  clockTolerance: maybe(amount(0, 3600)),
  type: maybe(text),
  revoked: maybe(callback),
  acceptBound: maybe(flagOption),
  caller: maybe(prompt),
  remember: maybe(count(0, 1_000_000)),
};
const OPTIONS = optionsOf({ ...BEARER, resourceMetadata: maybe(printable) });

/** Longest token that is looked at. */
const MOST = 8192;

/**
 * Knows callers by a JWT in the `Authorization` header (RFC 6750, RFC 9068). The signature of a token seen before is
 * not computed again; its times, audience and revocation are judged each time.
 * @throws {GuardError} where issuer, audience or keys cannot be used.
 */
export function bearer(options: BearerOptions): Authenticator {
  checkOptions('bearer', OPTIONS, options);
  const audiences = [options.audience].flat();
  const expected: Expected = {
    issuer: options.issuer,
    audiences,
    algorithms: options.algorithms,
    toleranceSeconds: options.clockTolerance ?? 5,
    type: options.type,
  };
  const keys = sourceOf(options);
  if (options.resourceMetadata !== undefined) {
    checkUrl(options.resourceMetadata, { of: 'bearer', name: 'resourceMetadata' });
  }
  const { remember = 5000 } = options;
  const seen = boundedMap<Remembered>(remember, Math.max(8_000_000, remember * 1000), (_, { token }) => token.length);
  const isSecond = secondSight(remember);
  const metadata = options.resourceMetadata === undefined ? {} : { resource_metadata: options.resourceMetadata };

  function authenticate({ reader, received, now }: Visit): Eventually<Who> {
    const line = reader.header(received, 'authorization');
    if (line === undefined) return { state: 'absent' };
    if (!line.startsWith('Bearer ') && !/^bearer /i.test(line)) return notBearer(line);
    const token = line.slice(7);
    const known = seen.get(placeOf(token));
    if (known !== undefined && known.token === token && keys.holds(known.key, now)) {
      return admit(known.claims, known.caller, now);
    }
    if (token.length > MOST) return notBearer(line);
    const read = readToken(token, keys, expected, now);
    return isPromise(read) ? read.then((value) => settle(token, value, now)) : settle(token, read, now);
  }

  function settle(token: string, read: ReadToken | TokenFault, now: number): Eventually<Who> {
    if (isFault(read)) return refuse(read);
    const { claims, key } = read;
    const bound = options.acceptBound === true ? undefined : boundFault(claims);
    if (bound !== undefined) return bound;
    const caller = callerFrom(claims, options);
    if (caller === undefined) return refuse({ cause: 'credentials-invalid', found: 'the token names no subject' });
    if (options.remember !== 0 && isSecond(token)) seen.set(placeOf(token), { token, claims, caller, key });
    return admit(claims, caller, now);
  }

  function admit(claims: Claims, caller: Caller, now: number): Eventually<Who> {
    const fault = checkClaims(claims, expected, now);
    if (fault !== undefined) return refuse(fault);
    const who: Who = { state: 'known', caller };
    if (options.revoked === undefined) return who;
    const revoked = options.revoked(claims);
    return isPromise(revoked) ? revoked.then((value) => unlessRevoked(value, who)) : unlessRevoked(revoked, who);
  }

  return {
    scheme: 'bearer',
    issuer: options.issuer,
    challenge: (realm, parameters) => challengeLine('Bearer', { realm, ...parameters, ...metadata }),
    authenticate,
  };
}

/** Only a plain `false` says that a token still holds. */
function unlessRevoked(revoked: boolean, who: Who): Who {
  return revoked === false ? who : refuse({ cause: 'credentials-invalid', found: 'the token was revoked' });
}

function refuse(fault: TokenFault): Who {
  const { cause, found, says } = fault;
  return { state: fault.foreign === true ? 'foreign' : 'refused', cause, found, says };
}

/** A line that is no bearer token: another scheme's, which another authenticator may read, or one written wrongly. */
function notBearer(line: string): Who {
  if (isDpop(line)) return DPOP;
  const isBearer = /^bearer(?:[ \t:,]|$)/i.test(line);
  const found = isBearer ? 'no token stands after Bearer, or too long a one' : 'Authorization has another scheme';
  return { state: isBearer ? 'refused' : 'foreign', cause: 'credentials-malformed', found };
}

function callerFrom(claims: Claims, { caller, issuer }: BearerOptions): Caller | undefined {
  const made = (caller ?? fieldsOfClaims)(claims);
  if (typeof made.subject !== 'string' || made.subject === '') return undefined;
  return makeCaller('bearer', { ...made, issuer: made.issuer ?? issuer, kind: made.kind ?? kindOfClaims(claims) });
}

function sourceOf({ key, jwks, issuer, algorithms }: BearerOptions): KeySource {
  if (key !== undefined && jwks !== undefined) {
    throw badOption({ of: 'bearer', name: 'jwks' }, 'is given beside key', 'Give the keys once: key or jwks.');
  }
  if (key !== undefined) return fixedKeys(Array.isArray(key) ? key : [key as KeyInput], algorithms);
  if (typeof jwks === 'string') {
    const url = checkUrl(jwks, { of: 'bearer', name: 'jwks' });
    return publishedKeys(async () => url);
  }
  if (jwks !== undefined) return fixedSet(jwks.keys, algorithms);
  return publishedKeys(discover(issuer, { of: 'bearer', name: 'issuer' }));
}
