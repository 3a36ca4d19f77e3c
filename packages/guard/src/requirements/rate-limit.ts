import { createHash } from 'node:crypto';
import { pipe, regex, union } from 'valibot';
import { clientAddress } from '../address/client.ts';
import { addressKey } from '../address/parse.ts';
import { after } from '../ask.ts';
import { callerKey, identify } from '../identify.ts';
import {
  type Eventually,
  type Finding,
  type Native,
  type Outcome,
  PASSED,
  type Requirement,
  type Visit,
} from '../model.ts';
import { callback, checkOptions, count, having, maybe, oneOf, options as optionsOf, text } from '../options.ts';
import { boundedHits } from '../store/bounded-hits.ts';
import { memoryStore } from '../store/memory.ts';

/** Hits of the present window, this one among them, and how long it still lasts. */
export interface Count {
  readonly hits: number;
  readonly resetMs: number;
}

/** Where hits are counted. */
export interface RateStore {
  hit(key: string, windowMs: number, now: number): Eventually<Count>;
  /** Connects and makes tables. Asked while the server starts, so that the first request need not wait for it. */
  prepare?(): Promise<unknown>;
}

export interface RateLimitOptions {
  /** Requests a window. */
  readonly limit: number;
  /** How long a window is. */
  readonly windowSeconds: number;
  /** The name of the policy in `RateLimit` headers, and the prefix of its keys: `default`. */
  readonly name?: string;
  /** Who shares a count: an address (of IPv6 its network), a caller, or what a function says. */
  readonly by?: 'address' | 'caller' | ((native: Native) => string | undefined);
  /** In this process by default. */
  readonly store?: RateStore;
  /** How many bits of an IPv6 address tell who it is: 56 by default, which is what a household gets. */
  readonly ipv6Prefix?: number;
  /** How long the store may take, in milliseconds: 100 by default. */
  readonly storeDeadlineMs?: number;
  /** What happens where the store does not answer: 503 by default, or the request passes uncounted. */
  readonly onStoreDown?: 'refuse' | 'allow';
}

const OPTIONS = optionsOf({
  limit: count(1, 1e9),
  windowSeconds: count(1, 31_536_000),
  name: maybe(pipe(text, regex(/^[A-Za-z0-9_-]{1,50}$/, 'a name of letters, digits, - and _'))),
  by: maybe(union([oneOf('address', 'caller'), callback], "'address', 'caller' or a function")),
  store: maybe(having('a store', 'hit')),
  ipv6Prefix: maybe(count(16, 128)),
  storeDeadlineMs: maybe(count(1, 60_000)),
  onStoreDown: maybe(oneOf('refuse', 'allow')),
});

/**
 * Demands that no more than `limit` requests came in a window. Tells the rest in `RateLimit` and `RateLimit-Policy`
 * (draft-ietf-httpapi-ratelimit-headers-10) and refuses with 429 and `Retry-After` (RFC 6585 §4).
 * A store that does not answer is not waited for: it is left alone for a moment, and asked again by one request at a
 * time.
 * @throws {GuardError} `option` where an option cannot be used.
 */
export function rateLimit(options: RateLimitOptions): Requirement<false> {
  checkOptions('rateLimit', OPTIONS, options);
  const { limit, windowSeconds, name = 'default', by = 'address', onStoreDown = 'refuse', ipv6Prefix = 56 } = options;
  const hit = boundedHits(options.store ?? memoryStore(), options.storeDeadlineMs ?? 100);
  const policy = `"${name}";q=${limit};w=${windowSeconds}`;
  const demand = `at most ${limit} requests in ${windowSeconds} s`;
  const windowMs = windowSeconds * 1000;

  function check(visit: Visit): Eventually<Outcome> {
    return after(keyOf(visit, by, ipv6Prefix), (key) => {
      // Without a key all who cannot be told apart share one count: they are not let past it.
      // Windows of several lengths cannot share a count: the shortest would end those of the others.
      const found = hit(`${name}|${windowSeconds}|${key === undefined ? '-' : bounded(key)}`, windowMs, visit.now);
      return after(found, (count) => (typeof count === 'string' ? withoutStore(visit, count) : judge(visit, count)));
    });
  }

  function withoutStore(visit: Visit, trouble: string): Outcome {
    const finding: Finding = { state: 'fault', kind: 'rateLimit', demand, found: trouble };
    if (onStoreDown === 'refuse') return finding;
    // The owner learns from the journal what passed uncounted.
    visit.settings.reportShadow(visit, finding);
    return PASSED;
  }

  function judge(visit: Visit, count: Count): Outcome {
    const { hits, resetMs } = count;
    const seconds = Math.max(1, Math.ceil(Math.min(Math.max(resetMs, 0), windowMs) / 1000));
    visit.headers.push(
      ['ratelimit-policy', policy],
      ['ratelimit', `"${name}";r=${Math.max(0, limit - hits)};t=${seconds}`],
    );
    if (hits <= limit) return PASSED;
    return {
      state: 'failed',
      kind: 'rateLimit',
      demand,
      found: `request ${hits} of at most ${limit} in ${windowSeconds} s`,
      cause: 'rate-limited',
      status: 429,
      near: 0.9,
      retryAfter: seconds,
      tells: [{ name: 'rateLimit', value: { limit, windowSeconds }, from: 'hint' }],
    };
  }
  return {
    kind: 'rateLimit',
    demand,
    knows: false,
    asksCaller: by === 'caller',
    admitsAnyone: true,
    negationAdmits: true,
    check,
  };
}

function keyOf(visit: Visit, by: NonNullable<RateLimitOptions['by']>, bits: number): Eventually<string | undefined> {
  if (typeof by === 'function') return after(by(visit.native) as unknown, named);
  const address = (): string | undefined => addressKey(clientAddress(visit) ?? '', bits);
  if (by === 'address') return address();
  return after(identify(visit), (who) => (who.state === 'known' ? `c:${callerKey(who.caller)}` : address()));
}

/** What a function of the author's answered; an object would be the same text for everybody. */
function named(key: unknown): string | undefined {
  if (key === undefined || key === null || typeof key === 'string') return key ?? undefined;
  if (typeof key === 'number' || typeof key === 'bigint') return String(key);
  throw new TypeError('`by` answered neither a text nor nothing');
}

/** A key that may have come with the request, of a bounded length. */
function bounded(key: string): string {
  return key.length <= 200 ? key : `#${createHash('sha256').update(key).digest('base64url')}`;
}
