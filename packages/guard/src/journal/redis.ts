import type { Denial, Journal } from '../model.ts';
import { anyText, callback, checkOptions, count, maybe, options as optionsOf } from '../options.ts';
import type { SendCommand } from '../store/redis.ts';
import { atMost, readDenial } from './read-denial.ts';
import { together } from './together.ts';

export interface RedisJournalOptions {
  /** Sends one command, its name first: `(words) => client.call(...words)` with ioredis. */
  readonly send: SendCommand;
  /** `why403:denial:` by default. */
  readonly prefix?: string;
  /** How long a denial is kept: 30 days by default. */
  readonly keepSeconds?: number;
  /** Denials kept: 10,000 by default. */
  readonly most?: number;
}

const OPTIONS = optionsOf({
  send: callback,
  prefix: maybe(anyText),
  keepSeconds: maybe(count(1, 3_153_600_000)),
  most: maybe(count(1, 10_000_000)),
});

/**
 * A batch in one round trip. Each denial has a key that expires, and its id stands in a list; what falls off the list's
 * end loses its key too, so that no flood fills the server. On a cluster, give a prefix with a hash tag: `{why403}:`.
 */
const SCRIPT = `for i = 4, #ARGV, 2 do
  redis.call('SET', ARGV[1] .. ARGV[i], ARGV[i + 1], 'EX', ARGV[2])
  redis.call('LPUSH', KEYS[1], ARGV[i])
end
while redis.call('LLEN', KEYS[1]) > tonumber(ARGV[3]) do
  redis.call('DEL', ARGV[1] .. redis.call('RPOP', KEYS[1]))
end
redis.call('EXPIRE', KEYS[1], ARGV[2])
return 1`;

/** Keeps denials in Redis or Valkey, for servers of several processes. */
export function redisJournal(options: RedisJournalOptions): Journal {
  checkOptions('redisJournal', OPTIONS, options);
  const { send, prefix = 'why403:denial:', keepSeconds = 2_592_000, most = 10_000 } = options;
  const list = `${prefix}recent`;
  const ids = `${prefix}id:`;
  const one = async (id: string) => readDenial(await send(['GET', `${ids}${id}`]));

  async function writeAll(denials: readonly Denial[]): Promise<void> {
    const pairs = denials.flatMap((denial) => [denial.id, JSON.stringify(denial)]);
    await send(['EVAL', SCRIPT, '1', list, ids, String(keepSeconds), String(most), ...pairs]);
  }
  return {
    write: together(writeAll),
    read: one,
    async recent(number) {
      if (atMost(number) === 0) return [];
      const found = await send(['LRANGE', list, '0', String(atMost(number) - 1)]);
      const denials = await Promise.all((Array.isArray(found) ? found : []).map((id) => one(String(id))));
      return denials.flatMap((denial) => denial ?? []);
    },
  };
}
