import type { Journal } from '../model.ts';
import type { SendCommand } from '../store/redis.ts';
import { readDenial } from './read-denial.ts';

export interface RedisJournalOptions {
  readonly send: SendCommand;
  /** `why403:denial:` by default. */
  readonly prefix?: string;
  /** How long a denial is kept: 30 days by default. */
  readonly keepSeconds?: number;
  /** Ids kept for `recent`: 1,000 by default. */
  readonly mostRecent?: number;
}

/** Keeps denials in Redis or Valkey, for servers of several processes. */
export function redisJournal(options: RedisJournalOptions): Journal {
  const { send, prefix = 'why403:denial:', keepSeconds = 2_592_000, mostRecent = 1000 } = options;
  const list = `${prefix}recent`;
  const one = async (id: string) => readDenial(await send(['GET', `${prefix}id:${id}`]));
  return {
    async write(denial) {
      await send(['SET', `${prefix}id:${denial.id}`, JSON.stringify(denial), 'EX', String(keepSeconds)]);
      await send(['LPUSH', list, denial.id]);
      await send(['LTRIM', list, '0', String(mostRecent - 1)]);
    },
    read: one,
    async recent(count) {
      const ids = await send(['LRANGE', list, '0', String(count - 1)]);
      const found = await Promise.all((Array.isArray(ids) ? ids : []).map((id) => one(String(id))));
      return found.flatMap((denial) => denial ?? []);
    },
  };
}
