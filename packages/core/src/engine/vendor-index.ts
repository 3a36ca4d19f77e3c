// Hundreds of products with thousands of refusals: looking at each for every exchange would take most of the time. Each condition
// is filed under something that an exchange must show for it to hold (a header's name, a host, a run of characters in the answer);
// only what an exchange shows is then looked at. What matches stays the same.
import { fold } from '../model/text.ts';
import type { Match, Vendor } from '../model/vendor.ts';
import type { Subject } from './match.ts';
import { keyWords } from './pattern.ts';
import { LEAST, makeSpotter } from './spot.ts';

/** What is filed by its name, as the exchange has it. */
const NAMED = ['header', 'sent', 'host', 'challenge', 'code'] as const;
/** What is filed by a run of characters, looked for in lower case. */
const TEXTS = {
  text: (subject: Subject) => subject.text,
  body: (subject: Subject) => subject.body,
  target: (subject: Subject) => subject.target.toLowerCase(),
  site: (subject: Subject) => subject.host,
  cookies: (subject: Subject) => subject.cookies.map(({ name }) => name).join('\n'),
  values: (subject: Subject) => subject.exchange.response?.headers.map((h) => h[1].toLowerCase()).join('\n') ?? '',
};

type Key = { readonly kind: (typeof NAMED)[number] | keyof typeof TEXTS; readonly name: string };

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

function makeIndex(vendors: readonly Vendor[]): Candidates {
  const always: Item[] = [];
  /** Refusals under nothing, which are looked at where the product shows itself: vendor by vendor. */
  const beside: number[][] = vendors.map(() => []);
  const named = new Map(NAMED.map((kind) => [kind as Key['kind'], new Map<string, Item[]>()]));
  const spotters = Object.entries(TEXTS).map(([kind, of]) => ({ kind, of, spotter: makeSpotter<Item>() }));
  const file = (keys: readonly Key[] | undefined, item: Item): void => {
    if (!keys?.length) return void always.push(item);
    for (const { kind, name } of keys) {
      const names = named.get(kind);
      if (!names) spotters.find((one) => one.kind === kind)!.spotter.add(name, item);
      else if (names.has(name)) names.get(name)!.push(item);
      else names.set(name, [item]);
    }
  };
  vendors.forEach((vendor, v) => {
    for (const condition of vendor.present) file(keysOf(condition), { vendor: v, refusal: -1 });
    vendor.refusals.forEach(({ when, alone }, r) => {
      const all = when.map(keysOf).filter((keys): keys is readonly Key[] => keys !== undefined);
      // words tell most; then whatever else there is
      const words = all.find((keys) => keys.every(({ kind }) => kind === 'text' || kind === 'body' || kind === 'code'));
      if (all.length || alone) file(words ?? all[0], { vendor: v, refusal: r });
      else beside[v]!.push(r);
    });
  });
  return {
    of(subject) {
      const found = new Map<number, { present: boolean; readonly refusals: number[] }>();
      const take = (items: readonly Item[] | undefined): void => {
        if (items) for (const item of items) takeOne(item);
      };
      const takeOne = ({ vendor, refusal }: Item): void => {
        const entry = found.get(vendor) ?? { present: false, refusals: [] };
        found.set(vendor, entry);
        if (refusal >= 0) {
          if (!entry.refusals.includes(refusal)) entry.refusals.push(refusal);
        } else if (!entry.present) {
          entry.present = true;
          entry.refusals.push(...beside[vendor]!);
        }
      };
      take(always);
      for (const name of subject.got.keys()) take(named.get('header')!.get(name));
      for (const name of subject.sent.keys()) take(named.get('sent')!.get(name));
      for (const { scheme } of subject.challenges) take(named.get('challenge')!.get(scheme));
      for (const { code } of subject.codes) take(named.get('code')!.get(code));
      for (let host = subject.host; host; host = host.includes('.') ? host.slice(host.indexOf('.') + 1) : '')
        take(named.get('host')!.get(host));
      for (const { of, spotter } of spotters) spotter.find(of(subject), take);
      for (const { refusals } of found.values()) refusals.sort((a, b) => a - b);
      return [...found].sort(([a], [b]) => a - b);
    },
  };
}

/** Under what a condition is filed; undefined where it may hold of any exchange. */
function keysOf(condition: Match): readonly Key[] | undefined {
  if ('text' in condition) return keysIn('text', condition.text, fold);
  if ('body' in condition) return keysIn('body', condition.body, fold);
  if ('path' in condition) return keysIn('target', condition.path);
  if ('cookie' in condition) return keysIn('cookies', condition.cookie);
  if ('code' in condition)
    return condition.code instanceof RegExp
      ? undefined
      : [condition.code].flat().map((code) => ({ kind: 'code', name: code.toLowerCase() }));
  if ('header' in condition)
    return (
      (condition.is !== undefined && keysIn('values', condition.is)) || [
        { kind: 'header', name: condition.header.toLowerCase() },
      ]
    );
  if ('sent' in condition) return [{ kind: 'sent', name: condition.sent.toLowerCase() }];
  if ('challenge' in condition) return [{ kind: 'challenge', name: condition.challenge.toLowerCase() }];
  if ('host' in condition)
    return typeof condition.host === 'string'
      ? [{ kind: 'host', name: condition.host }]
      : keysIn('site', condition.host);
  if ('any' in condition) {
    const all = condition.any.map(keysOf);
    return all.every((keys) => keys !== undefined) ? all.flat() : undefined;
  }
  return undefined;
}

function keysIn(
  kind: keyof typeof TEXTS,
  is: string | RegExp,
  folded: (text: string) => string = (text) => text.toLowerCase(),
): readonly Key[] | undefined {
  const words = typeof is === 'string' ? [folded(is)] : keyWords(is);
  return words?.every(({ length }) => length >= LEAST) ? words.map((name) => ({ kind, name })) : undefined;
}
