import type { Span } from './exchange.ts';

/** Whether two places share bytes; a place without offsets is the whole of its part. */
export function overlap(a: Span, b: Span): boolean {
  if (a.part !== b.part || a.in !== b.in || a.index !== b.index) return false;
  if (a.start === undefined || b.start === undefined) return true;
  return a.start < (b.end ?? Infinity) && b.start < (a.end ?? Infinity);
}

/** Whether the first place lies inside the second. */
export function within(a: Span, b: Span): boolean {
  if (!overlap(a, b)) return false;
  return (
    b.start === undefined || (a.start !== undefined && a.start >= b.start && (a.end ?? Infinity) <= (b.end ?? Infinity))
  );
}
