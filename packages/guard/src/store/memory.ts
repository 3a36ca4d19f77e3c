import { checkOptions, count, maybe, options as optionsOf } from '../options.ts';
import type { Count, RateStore } from '../requirements/rate-limit.ts';

export interface MemoryStoreOptions {
  /** Callers that are counted at once: 100,000 by default. */
  readonly mostKeys?: number;
}

const OPTIONS = optionsOf({ mostKeys: maybe(count(1, 10_000_000)) });

interface Slot {
  key: string;
  hits: number;
  until: number;
}

/** Of so many slots the one that matters least makes room for a new caller. */
const SAMPLE = 8;

/**
 * Counts in this process. When more callers come than are kept, the one with the fewest hits of a handful is
 * forgotten, so that a flood of a million addresses neither fills the memory, nor refuses somebody for another's
 * hits, nor makes a caller who has many forgotten: those it brings have few.
 */
export function memoryStore(options: MemoryStoreOptions = {}): RateStore & { readonly size: number } {
  checkOptions('memoryStore', OPTIONS, options);
  const most = options.mostKeys ?? 100_000;
  const slots: Slot[] = [];
  const byKey = new Map<string, Slot>();
  let hand = 0;

  function slotFor(key: string, now: number): Slot {
    if (slots.length < most) {
      const slot = { key, hits: 0, until: 0 };
      slots.push(slot);
      return slot;
    }
    const slot = leastOf(now);
    byKey.delete(slot.key);
    Object.assign(slot, { key, hits: 0, until: 0 });
    return slot;
  }

  /** Looks at the next few slots in turn. */
  function leastOf(now: number): Slot {
    let least = slots[hand % most]!;
    for (let step = 0; step < SAMPLE; step++) {
      const slot = slots[hand++ % most]!;
      if (weightOf(slot, now) < weightOf(least, now)) least = slot;
    }
    hand %= most;
    return least;
  }

  return {
    hit(key, windowMs, now): Count {
      let slot = byKey.get(key);
      if (slot === undefined) {
        slot = slotFor(key, now);
        byKey.set(key, slot);
      }
      if (slot.until <= now) {
        slot.hits = 0;
        slot.until = now + windowMs;
      }
      slot.hits++;
      return { hits: slot.hits, resetMs: slot.until - now };
    },
    get size() {
      return slots.length;
    },
  };
}

/** A window that is over weighs nothing. */
function weightOf(slot: Slot, now: number): number {
  return slot.until <= now ? 0 : slot.hits;
}
