import type { RateStore } from '../requirements/rate-limit.ts';

/** Sends one command to Redis or Valkey: `(words) => client.call(...words)` or `(words) => client.sendCommand(words)`. */
export type SendCommand = (words: [string, ...string[]]) => Promise<unknown>;

export interface RedisStoreOptions {
  readonly send: SendCommand;
  /** `why403:rate:` by default. */
  readonly prefix?: string;
}

/** One round trip, and no window without an end: count and expiry are set in one script. */
const SCRIPT = `local n = redis.call('INCR', KEYS[1])
local t = redis.call('PTTL', KEYS[1])
if t < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) t = tonumber(ARGV[1]) end
return {n, t}`;

/** Counts in Redis or Valkey, for servers of several processes. */
export function redisStore(options: RedisStoreOptions): RateStore {
  const prefix = options.prefix ?? 'why403:rate:';
  return {
    async hit(key, windowMs) {
      const reply = await options.send(['EVAL', SCRIPT, '1', `${prefix}${key}`, String(windowMs)]);
      const [hits, resetMs] = Array.isArray(reply) ? reply.map(Number) : [];
      return { hits: hits ?? Number.NaN, resetMs: resetMs ?? 0 };
    },
  };
}
