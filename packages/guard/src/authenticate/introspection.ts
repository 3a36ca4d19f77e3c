import { createHash } from 'node:crypto';
import { union } from 'valibot';
import { challengeLine } from '../answer/challenge.ts';
import { boundedMap } from '../bounded-map.ts';
import type { Authenticator, Eventually, Visit, Who } from '../model.ts';
import {
  callback,
  checkOptions,
  count,
  flagOption,
  maybe,
  options as optionsOf,
  prompt,
  text,
  textOrTexts,
} from '../options.ts';
import { boundFault, DPOP, isDpop } from './bound-token.ts';
import { type CallerFields, fieldsOfClaims, makeCaller } from './caller.ts';
import { checkUrl } from './key-set.ts';

/** What an authorization server says of a token (RFC 7662 §2.2). */
export type Introspected = Readonly<Record<string, unknown>>;

export interface IntrospectionOptions {
  /** The introspection endpoint of the authorization server; https. */
  readonly endpoint: string;
  /** How this API proves itself to it. */
  readonly client: IntrospectionClient;
  /** The `aud` that a token must be for. Where it is given, an answer without `aud` refuses. */
  readonly audience?: string | readonly string[];
  /** The `iss` that the answer must name. */
  readonly issuer?: string;
  /** How long an answer is used again, in seconds: 30 by default, 0 for never; a revoked token passes for so long. */
  readonly cacheSeconds?: number;
  /** Answers that are remembered: 5,000 by default. */
  readonly remember?: number;
  /** How long the server may take, in milliseconds: 3,000 by default. */
  readonly timeoutMs?: number;
  /** Leaves tokens that look like JWTs to the next authenticator, such as `bearer`. */
  readonly skipJwts?: boolean;
  /** Where the answer holds what. */
  readonly caller?: (answer: Introspected) => CallerFields;
}

/** Client authentication: with Basic (RFC 6749 §2.3.1), or by headers of your own, such as a token. */
export type IntrospectionClient =
  | { readonly id: string; readonly secret: string }
  | { readonly headers: () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>> };

const MOST_BYTES = 100_000;
/** Questions at a time: a flood of made-up tokens must not become one against the authorization server. */
const MOST_PENDING = 100;
const JWT = /^[A-Za-z0-9_-]{2,4000}\.[A-Za-z0-9_-]{2,8000}\.[A-Za-z0-9_-]{0,4000}$/;

const CLIENT = union(
  [optionsOf({ id: text, secret: text }), optionsOf({ headers: callback })],
  '{ id, secret } or { headers }: the authorization server must know who asks (RFC 7662 §2.1)',
);
const OPTIONS = optionsOf({
  endpoint: text,
  client: CLIENT,
  audience: maybe(textOrTexts),
  issuer: maybe(text),
  cacheSeconds: maybe(count(0, 3600)),
  remember: maybe(count(0, 1_000_000)),
  timeoutMs: maybe(count(1, 60_000)),
  skipJwts: maybe(flagOption),
  caller: maybe(prompt),
});

interface Remembered {
  readonly answer: Introspected;
  readonly until: number;
}

/**
 * Knows callers by a token that only its authorization server can read (RFC 7662). A server that does not answer, or
 * not as the standard says, is a fault: 503, never a pass.
 * @throws {GuardError} where the endpoint or the client cannot be used.
 */
export function introspection(options: IntrospectionOptions): Authenticator {
  checkOptions('introspection', OPTIONS, options);
  const endpoint = checkUrl(options.endpoint, { of: 'introspection', name: 'endpoint' });
  const issuer = options.issuer ?? endpoint.origin;
  const { cacheSeconds = 30, remember = 5000, timeoutMs = 3000 } = options;
  const audiences = options.audience === undefined ? undefined : [options.audience].flat();
  // Apart, so that made-up tokens push out no good ones.
  const active = boundedMap<Remembered>(
    Math.max(2, remember),
    16_000_000,
    (key, { answer }) => key.length + sizeOf(answer),
  );
  const inactive = boundedMap<Remembered>(Math.max(2, remember), 1_000_000);
  const pending = new Map<string, Promise<Introspected>>();

  function authenticate({ reader, received, now }: Visit): Eventually<Who> {
    const line = reader.header(received, 'authorization');
    if (line === undefined) return { state: 'absent' };
    if (isDpop(line)) return DPOP;
    if (!/^bearer(?:[ \t:,]|$)/i.test(line)) return malformed('foreign', 'Authorization has another scheme');
    const token = line.slice(7).trim();
    if (line.length > 8192 || !/^[A-Za-z0-9._~+/-]+=*$/.test(token)) {
      return malformed('refused', 'no token stands after Bearer, or too long a one');
    }
    if (options.skipJwts === true && JWT.test(token)) return malformed('foreign', 'the token is a JWT');
    const key = createHash('sha256').update(token).digest('base64url');
    const known = active.get(key) ?? inactive.get(key);
    if (known !== undefined && now < known.until) return judge(known.answer, now);
    return question(key, token, now).then(
      (answer) => judge(answer, now),
      (error: unknown): Who => ({ state: 'fault', found: `the token could not be introspected: ${describe(error)}` }),
    );
  }

  /** Asks once, however many requests bring the same token. */
  async function question(key: string, token: string, now: number): Promise<Introspected> {
    const running = pending.get(key);
    if (running !== undefined) return running;
    if (pending.size >= MOST_PENDING) throw new Error('too many tokens are being introspected');
    const asked = ask(endpoint, options.client, token, timeoutMs).finally(() => pending.delete(key));
    pending.set(key, asked);
    const answer = await asked;
    const until = Math.min(now + cacheSeconds * 1000, expiryOf(answer) * 1000);
    if (cacheSeconds > 0 && remember > 0) {
      if (answer['active'] === true) active.set(key, { answer, until });
      else inactive.set(key, { answer: { active: false }, until });
    }
    return answer;
  }

  function judge(answer: Introspected, now: number): Who {
    if (answer['active'] !== true) return invalid('the token is not active: expired, revoked, or never issued');
    const bound = boundFault(answer);
    if (bound !== undefined) return bound;
    const seconds = now / 1000;
    if (seconds >= expiryOf(answer)) {
      return {
        state: 'refused',
        cause: 'credentials-expired',
        found: 'the token expired',
        says: 'The token has expired.',
      };
    }
    if (typeof answer['nbf'] === 'number' && seconds < answer['nbf'] - 5) {
      const says = 'The token is not valid yet (nbf).';
      return { state: 'refused', cause: 'credentials-expired', found: 'the token is not valid yet', says };
    }
    if (options.issuer !== undefined && answer['iss'] !== options.issuer)
      return invalid('the token is another issuer’s');
    if (audiences !== undefined && ![answer['aud']].flat().some((one) => audiences.includes(one as string))) {
      return invalid('the token is for another audience');
    }
    const fields = (options.caller ?? fieldsOfClaims)(answer);
    if (typeof fields.subject !== 'string' || fields.subject === '') return invalid('the token names no subject');
    return { state: 'known', caller: makeCaller('bearer', { ...fields, issuer: fields.issuer ?? issuer }) };
  }

  return {
    scheme: 'bearer',
    issuer,
    challenge: (realm, parameters) => challengeLine('Bearer', { realm, ...parameters }),
    authenticate,
  };
}

function malformed(state: 'refused' | 'foreign', found: string): Who {
  return { state, cause: 'credentials-malformed', found };
}

function invalid(found: string): Who {
  return { state: 'refused', cause: 'credentials-invalid', found };
}

/** When a token ends, in seconds since 1970; the answer need not say. */
function expiryOf(answer: Introspected): number {
  return typeof answer['exp'] === 'number' ? answer['exp'] : Number.POSITIVE_INFINITY;
}

async function ask(
  endpoint: URL,
  client: IntrospectionClient,
  token: string,
  timeoutMs: number,
): Promise<Introspected> {
  const proof = 'headers' in client ? await client.headers() : { authorization: basicOf(client.id, client.secret) };
  const response = await fetch(endpoint, {
    method: 'POST',
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { accept: 'application/json', ...proof },
    body: new URLSearchParams({ token, token_type_hint: 'access_token' }),
  });
  if (response.status !== 200 || response.body === null) throw new Error(`the server answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error(`the answer is longer than ${MOST_BYTES} bytes`);
    chunks.push(chunk);
  }
  const answer: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
  const isAnswer =
    typeof answer === 'object' && answer !== null && typeof (answer as Introspected)['active'] === 'boolean';
  if (!isAnswer) throw new Error('the answer does not say whether the token is active');
  for (const name of ['exp', 'nbf']) {
    const time = (answer as Introspected)[name];
    // A time that cannot be read might be over.
    if (time !== undefined && !Number.isFinite(time)) throw new Error(`the answer's ${name} is no time`);
  }
  return answer as Introspected;
}

/** RFC 6749 §2.3.1: both are encoded as in a form before they are joined. */
function basicOf(id: string, secret: string): string {
  const encode = (text: string) => new URLSearchParams({ '': text }).toString().slice(1);
  return `Basic ${Buffer.from(`${encode(id)}:${encode(secret)}`).toString('base64')}`;
}

/** An error in words that hold nothing of the answer. */
function describe(error: unknown): string {
  if (error instanceof SyntaxError) return 'the answer is no JSON';
  return error instanceof Error ? `${error.name}: ${error.message}` : 'it failed';
}

function sizeOf(answer: Introspected): number {
  return JSON.stringify(answer).length;
}
