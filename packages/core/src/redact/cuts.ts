import { MASK, mask } from './mask.ts';

/** A run of a text that is not shown. `value` is what it means where it stands encoded. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly value?: string;
  /** Not to be looked for elsewhere: a name that a person is called by. */
  readonly here?: true;
  /** Letters alone, which may be a word that is not known here: looked for elsewhere where they stand by themselves. */
  readonly word?: true;
  /** Hidden only because nothing is known of its place; where the judging points at it, its words are shown. */
  readonly soft?: true;
  /** The rest of a text of which so much is hidden that no more of it is looked at. */
  readonly unread?: true;
}

/** Runs that are hidden one by one in one text; nobody reads a report of more. */
export const MOST_CUTS = 20_000;

/** The same cuts where there are not too many; else the first ones, and the rest of the text as one. */
export function boundedCuts(text: string, cuts: readonly Cut[]): readonly Cut[] {
  if (cuts.length <= MOST_CUTS) return cuts;
  const first = [...cuts].sort((a, b) => a.start - b.start).slice(0, MOST_CUTS);
  return [...first, { start: first.at(-1)!.end, end: text.length, unread: true }];
}

/** Cuts in order, overlapping ones as one. */
export function mergeCuts(cuts: readonly Cut[]): readonly Cut[] {
  const merged: Cut[] = [];
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = merged.at(-1);
    if (cut.end <= cut.start) continue;
    if (last && cut.start < last.end) {
      if (cut.end > last.end) merged[merged.length - 1] = { start: last.start, end: cut.end };
    } else merged.push(cut);
  }
  return merged;
}

/**
 * A part of a text without its cuts, which are in order and do not overlap. A cut that reaches over an end of the part is masked
 * whole, but for the end at which another part, that shows the mask, is joined to this one.
 */
export function withoutCuts(
  text: string,
  cuts: readonly Cut[],
  from = 0,
  to = text.length,
  joined?: 'before' | 'after',
): string {
  let out = '';
  let at = from;
  for (const cut of cuts) {
    if (cut.end <= from || cut.start >= to) continue;
    out += text.slice(at, Math.max(at, cut.start));
    const elsewhere = joined === 'after' ? cut.end > to : joined === 'before' && cut.start < from;
    if (!elsewhere) out += mask(cut.value ?? text.slice(cut.start, cut.end));
    at = cut.end;
  }
  return out + text.slice(at, Math.max(at, to));
}

/** What to remember of a cut: its text as it stands and as it is meant. */
export function valuesOf(text: string, { start, end, value, here }: Cut): readonly string[] {
  if (here) return [];
  const raw = text.slice(start, end);
  return value === undefined || value === raw ? [raw] : [raw, value];
}

/** Without the cuts that reach into a mask: what stands there is our own word. */
export function outsideMasks(text: string, cuts: readonly Cut[]): readonly Cut[] {
  if (!cuts.length || !text.includes('<redacted')) return cuts;
  const masks = [...text.matchAll(MASK)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  return cuts.flatMap((cut) => {
    let parts: readonly Cut[] = [cut];
    for (const { start, end } of masks)
      parts = parts.flatMap((part): readonly Cut[] =>
        part.end <= start || part.start >= end
          ? [part]
          : [
              ...(part.start < start ? [{ start: part.start, end: start }] : []),
              ...(part.end > end ? [{ start: end, end: part.end }] : []),
            ],
      );
    return parts;
  });
}

/** The same cuts in a text that this one is a part of. */
export function shifted(cuts: readonly Cut[], by: number): readonly Cut[] {
  return by === 0 ? cuts : cuts.map((cut) => ({ ...cut, start: cut.start + by, end: cut.end + by }));
}
