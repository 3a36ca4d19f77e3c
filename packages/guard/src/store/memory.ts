import type { Count, RateStore } from '../requirements/rate-limit.ts';

export interface MemoryStoreOptions {
  /** Callers counted one by one; those beyond share counters. 100,000 by default. */
  readonly mostKeys?: number;
}

interface Slot {
  hits: number;
  until: number;
}

/** How many counters all callers beyond the limit of memory share. */
const SHARED = 65_536;

/**
 * Counts in this process. When more callers come than are kept, the new ones share counters: an attacker with a
 * million addresses neither fills the memory nor pushes others' counts, or its own, out of it.
 */
export function memoryStore(options: MemoryStoreOptions = {}): RateStore & { readonly size: number } {
  const most = options.mostKeys ?? 100_000;
  const slots = new Map<string, Slot>();
  const shared = new Map<number, Slot>();
  let sweptAt = 0;

  function slotOf(key: string, now: number): Slot {
    const known = slots.get(key);
    if (known !== undefined) return known;
    if (slots.size >= most && now - sweptAt > 1000) {
      sweptAt = now;
      for (const [name, slot] of slots) if (slot.until <= now) slots.delete(name);
    }
    const slot: Slot = { hits: 0, until: 0 };
    if (slots.size < most) {
      slots.set(key, slot);
      return slot;
    }
    const name = hash(key) % SHARED;
    const common = shared.get(name) ?? slot;
    if (common === slot) shared.set(name, slot);
    return common;
  }
  return {
    hit(key, windowMs, now): Count {
      const slot = slotOf(key, now);
      if (slot.until <= now) {
        slot.hits = 0;
        slot.until = now + windowMs;
      }
      slot.hits++;
      return { hits: slot.hits, resetMs: slot.until - now };
    },
    get size() {
      return slots.size;
    },
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
