import type { Denial, Journal } from '../model.ts';
import { checkOptions, count, options } from '../options.ts';
import { atMost } from './read-denial.ts';

const OPTIONS = options({ size: count(1, 1_000_000) });

/** Keeps the last denials in this process: 1,000 by default. */
export function memoryJournal(size = 1000): Journal {
  checkOptions('memoryJournal', OPTIONS, { size });
  const ring: Denial[] = [];
  const byId = new Map<string, Denial>();
  let next = 0;
  return {
    immediate: true,
    write(denial) {
      const oldest = ring[next];
      if (oldest !== undefined && byId.get(oldest.id) === oldest) byId.delete(oldest.id);
      ring[next] = denial;
      byId.set(denial.id, denial);
      next = (next + 1) % size;
    },
    read: (id) => byId.get(id),
    recent: (count) => [...ring.slice(next), ...ring.slice(0, next)].reverse().slice(0, atMost(count)),
  };
}
