import { clientAddress } from '../address/client.ts';
import { addressKey } from '../address/parse.ts';
import { after } from '../ask.ts';
import { GuardError } from '../error.ts';
import { identify } from '../identify.ts';
import { type Eventually, type Native, type Outcome, PASSED, type Requirement, type Visit } from '../model.ts';
import { memoryStore } from '../store/memory.ts';

/** Hits of the present window, this one among them, and how long it still lasts. */
export interface Count {
  readonly hits: number;
  readonly resetMs: number;
}

/** Where hits are counted. */
export interface RateStore {
  hit(key: string, windowMs: number, now: number): Eventually<Count>;
}

export interface RateLimitOptions {
  /** Requests a window. */
  readonly limit: number;
  readonly windowSeconds: number;
  /** The name of the policy in `RateLimit` headers, and the prefix of its keys: `default`. */
  readonly name?: string;
  /** Who shares a count: an address (the /64 network of IPv6), a caller, or what a function says. */
  readonly by?: 'address' | 'caller' | ((native: Native) => string | undefined);
  /** In this process by default. */
  readonly store?: RateStore;
}

/**
 * Demands that no more than `limit` requests came in a window. Tells the rest in `RateLimit` and `RateLimit-Policy`
 * (draft-ietf-httpapi-ratelimit-headers-10) and refuses with 429 and `Retry-After` (RFC 6585 §4).
 * @throws {GuardError} `rate-limit` where the numbers or the name cannot be used.
 */
export function rateLimit(options: RateLimitOptions): Requirement<false> {
  const { limit, windowSeconds, name = 'default', by = 'address', store = memoryStore() } = options;
  if (!(Number.isInteger(limit) && limit > 0 && Number.isInteger(windowSeconds) && windowSeconds > 0)) {
    throw new GuardError('rate-limit', 'A limit or its window is no whole number.', 'Give requests and seconds.');
  }
  if (!/^[A-Za-z0-9_-]{1,50}$/.test(name)) {
    throw new GuardError('rate-limit', `"${name}" cannot name a policy.`, 'Use letters, digits, - and _.');
  }
  const policy = `"${name}";q=${limit};w=${windowSeconds}`;
  const demand = `at most ${limit} requests in ${windowSeconds} s`;
  const windowMs = windowSeconds * 1000;

  function check(visit: Visit): Eventually<Outcome> {
    return after(keyOf(visit, by), (key) => {
      // Without a key all who cannot be told apart share one count: they are not let past it.
      return after(store.hit(`${name}|${key ?? '-'}`, windowMs, visit.now), (count) => judge(visit, count));
    });
  }

  function judge(visit: Visit, count: Count): Outcome {
    const { hits, resetMs } = count;
    if (!(Number.isFinite(hits) && hits >= 1)) {
      return { state: 'fault', kind: 'rateLimit', demand, found: 'the store gave no count' };
    }
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
  return { kind: 'rateLimit', demand, knows: false, asksCaller: by === 'caller', check };
}

function keyOf(visit: Visit, by: NonNullable<RateLimitOptions['by']>): Eventually<string | undefined> {
  if (typeof by === 'function') return by(visit.native);
  if (by === 'address') return addressKey(clientAddress(visit) ?? '', 64);
  return after(identify(visit), (who) =>
    who.state === 'known' ? `c:${who.caller.subject}` : addressKey(clientAddress(visit) ?? '', 64),
  );
}
