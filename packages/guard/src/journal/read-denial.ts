import type { Denial } from '../model.ts';

/** A denial from a store, or undefined where the text is none: a cut line, something else's row. */
export function readDenial(text: unknown): Denial | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const value = JSON.parse(text) as Partial<Denial> | null;
    return typeof value?.id === 'string' && typeof value.at === 'string' && typeof value.decision === 'object'
      ? (value as Denial)
      : undefined;
  } catch {
    return undefined;
  }
}

/** How many denials are asked for: none where it is no number of them, which each store would read in its own way. */
export function atMost(count: number): number {
  return Number.isInteger(count) && count > 0 ? Math.min(count, 1_000_000) : 0;
}
