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
