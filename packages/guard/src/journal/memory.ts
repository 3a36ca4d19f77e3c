import type { Denial, Journal } from '../model.ts';

/** Keeps the last denials in this process: 1,000 by default. */
export function memoryJournal(size = 1000): Journal {
  const ring = new Map<string, Denial>();
  return {
    write(denial) {
      ring.set(denial.id, denial);
      if (ring.size <= size) return;
      for (const oldest of ring.keys()) {
        ring.delete(oldest);
        break;
      }
    },
    read: (id) => ring.get(id),
    recent: (count) => [...ring.values()].reverse().slice(0, count),
  };
}
