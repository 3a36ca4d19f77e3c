// Hundreds of products with thousands of refusals: looking at each for every exchange would take most of the time. Each condition
// is filed under something that an exchange must show for it to hold (a header's name, a host, a run of characters); only what an
// exchange shows is then looked at. What matches stays the same.
import { fold } from '../model/text.ts';
import type { Match, Vendor } from '../model/vendor.ts';
import type { Subject } from './match.ts';
import { prepare } from './pattern.ts';

/** What an exchange must show for a condition to hold: any one of these. */
type Key = { readonly kind: 'text' | 'header' | 'sent' | 'host' | 'challenge'; readonly name: string };

/** A presence (refusal -1) or a refusal of a vendor, by their places in the catalogue. */
interface Item {
  readonly vendor: number;
  readonly refusal: number;
}

export interface Candidates {
  /** The vendors whose presence is to be tried, and the refusals, each by vendor, in the catalogue's order. */
  of(
    subject: Subject,
  ): Iterable<readonly [vendor: number, what: { readonly present: boolean; readonly refusals: readonly number[] }]>;
}

/** Exchanges that are looked at one product after the other before the index is made: a single one is done sooner without. */
const BEFORE = 3;
const made = new WeakMap<readonly Vendor[], { calls: number; index?: Candidates }>();

export function candidatesOf(vendors: readonly Vendor[], subject: Subject): ReturnType<Candidates['of']> {
  const known = made.get(vendors) ?? { calls: 0 };
  made.set(vendors, known);
  if (++known.calls <= BEFORE)
    return vendors.map((vendor, v) => [v, { present: true, refusals: [...vendor.refusals.keys()] }] as const);
  known.index ??= makeIndex(vendors);
  return known.index.of(subject);
}

const LEAST = 4;
const BUCKETS = 1 << 16;

function makeIndex(vendors: readonly Vendor[]): Candidates {
  const always: Item[] = [];
  const named = {
    header: new Map<string, Item[]>(),
    sent: new Map<string, Item[]>(),
    host: new Map<string, Item[]>(),
    challenge: new Map<string, Item[]>(),
  };
  const needles: { readonly text: string; readonly items: Item[] }[][] = Array.from({ length: BUCKETS });
  const file = (keys: readonly Key[] | undefined, item: Item): void => {
    if (!keys?.length) return void always.push(item);
    for (const { kind, name } of keys) {
      if (kind !== 'text') {
        const list = named[kind].get(name);
        if (list) list.push(item);
        else named[kind].set(name, [item]);
        continue;
      }
      const hash = hashAt(name, 0);
      needles[hash] ??= [];
      const bucket = needles[hash]!;
      const same = bucket.find(({ text }) => text === name);
      if (same) same.items.push(item);
      else bucket.push({ text: name, items: [item] });
    }
  };
  vendors.forEach((vendor, v) => {
    for (const condition of vendor.present) file(keysOf(condition), { vendor: v, refusal: -1 });
    vendor.refusals.forEach(({ when }, r) => {
      const all = when.map(keysOf).filter((keys): keys is readonly Key[] => keys !== undefined);
      // words tell most; then whatever else there is
      file(all.find((keys) => keys.every(({ kind }) => kind === 'text')) ?? all[0], { vendor: v, refusal: r });
    });
  });
  return {
    of(subject) {
      const found = new Map<number, { present: boolean; readonly refusals: number[] }>();
      const take = (items: readonly Item[] | undefined): void => {
        for (const { vendor, refusal } of items ?? []) {
          const entry = found.get(vendor) ?? { present: false, refusals: [] };
          found.set(vendor, entry);
          if (refusal < 0) entry.present = true;
          else if (!entry.refusals.includes(refusal)) entry.refusals.push(refusal);
        }
      };
      take(always);
      for (const name of subject.got.keys()) take(named.header.get(name));
      for (const name of subject.sent.keys()) take(named.sent.get(name));
      for (const { scheme } of subject.challenges) take(named.challenge.get(scheme));
      for (let host = subject.host; host; host = host.includes('.') ? host.slice(host.indexOf('.') + 1) : '')
        take(named.host.get(host));
      const { text } = subject;
      for (let i = 0; i + LEAST <= text.length; i++) {
        const bucket = needles[hashAt(text, i)];
        if (bucket) for (const needle of bucket) if (text.startsWith(needle.text, i)) take(needle.items);
      }
      for (const { refusals } of found.values()) refusals.sort((a, b) => a - b);
      return [...found].sort(([a], [b]) => a - b);
    },
  };
}

function hashAt(text: string, i: number): number {
  return (
    (((text.charCodeAt(i) * 31 + text.charCodeAt(i + 1)) * 31 + text.charCodeAt(i + 2)) * 31 + text.charCodeAt(i + 3)) &
    (BUCKETS - 1)
  );
}

/** Under what a condition is filed; undefined where it may hold of any exchange. */
function keysOf(condition: Match): readonly Key[] | undefined {
  if ('text' in condition) return textKeys(condition.text);
  if ('code' in condition) {
    // codes are messages too, and stand in the text
    if (condition.code instanceof RegExp) return undefined;
    return texts([condition.code].flat().map(fold));
  }
  if ('header' in condition) return [{ kind: 'header', name: condition.header.toLowerCase() }];
  if ('sent' in condition) return [{ kind: 'sent', name: condition.sent.toLowerCase() }];
  if ('challenge' in condition) return [{ kind: 'challenge', name: condition.challenge.toLowerCase() }];
  if ('host' in condition && typeof condition.host === 'string') return [{ kind: 'host', name: condition.host }];
  if ('any' in condition) {
    const all = condition.any.map(keysOf);
    return all.every((keys) => keys !== undefined) ? all.flat() : undefined;
  }
  return undefined;
}

function textKeys(is: string | RegExp): readonly Key[] | undefined {
  if (typeof is === 'string') return texts([fold(is)]);
  // of each branch the set of strings whose shortest is the longest
  const words: string[] = [];
  for (const [, needs] of prepare(is).parts) {
    const best = needs
      .map((set) => ({ set, least: Math.min(...set.map((s) => s.length)) }))
      .sort((a, b) => b.least - a.least)[0];
    if (!best || best.least < LEAST) return undefined;
    words.push(...best.set);
  }
  return texts(words);
}

function texts(words: readonly string[]): readonly Key[] | undefined {
  return words.length && words.every((w) => w.length >= LEAST)
    ? words.map((name) => ({ kind: 'text', name }))
    : undefined;
}
