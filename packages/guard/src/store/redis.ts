import { anyText, callback, checkOptions, maybe, options as optionsOf } from '../options.ts';
import type { Count, RateStore } from '../requirements/rate-limit.ts';
import { remoteClock } from './remote-clock.ts';

/** Sends one command to Redis or Valkey: `(words) => client.call(...words)` or `(words) => client.sendCommand(words)`. */
export type SendCommand = (words: [string, ...string[]]) => Promise<unknown>;

export interface RedisStoreOptions {
  /** Sends one command, its name first: `(words) => client.call(...words)` with ioredis. */
  readonly send: SendCommand;
  /** `why403:rate:` by default. */
  readonly prefix?: string;
}

const OPTIONS = optionsOf({ send: callback, prefix: maybe(anyText) });

/**
 * One round trip, and no window without an end: count and expiry are set in one script. A command that its client kept
 * while the server was away counts nothing when it comes at last: its request was answered long ago.
 */
const SCRIPT = `local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
if now > tonumber(ARGV[2]) then return {-1, 0, now} end
local n = redis.call('INCR', KEYS[1])
local t = redis.call('PTTL', KEYS[1])
if t < 0 then redis.call('PEXPIRE', KEYS[1], ARGV[1]) t = tonumber(ARGV[1]) end
return {n, t, now}`;

/** Counts in Redis or Valkey, for servers of several processes. */
export function redisStore(options: RedisStoreOptions): RateStore {
  checkOptions('redisStore', OPTIONS, options);
  const prefix = options.prefix ?? 'why403:rate:';
  const clock = remoteClock();

  async function hit(key: string, windowMs: number): Promise<Count | 'late'> {
    const deadline = String(clock.deadline());
    const reply = await options.send(['EVAL', SCRIPT, '1', `${prefix}${key}`, String(windowMs), deadline]);
    const [hits, resetMs, now] = Array.isArray(reply) ? reply.map(Number) : [];
    clock.learn(now);
    return hits === -1 ? 'late' : { hits: hits ?? Number.NaN, resetMs: resetMs ?? 0 };
  }
  return {
    hit: (key, windowMs) => clock.onTime(() => hit(key, windowMs)),
    async prepare() {
      const reply = await options.send(['TIME']);
      if (Array.isArray(reply)) clock.learn(Number(reply[0]) * 1000);
    },
  };
}
