// Under what an exchange must show for a condition to hold, each presence and each refusal of the products is filed.
import { fold } from '../model/text.ts';
import type { Match, Vendor } from '../model/vendor.ts';
import { keyWords } from './pattern.ts';
import { LEAST } from './spot.ts';

/** What is filed by a name, as the exchange has it in lower case. */
export type Named = 'header' | 'sent' | 'host' | 'challenge' | 'code';
/** What is filed by a run of characters that stands in a text of the exchange, in lower case. */
export type Worded = 'text' | 'body' | 'target' | 'site' | 'cookies' | 'values';

/** A presence or a refusal of a vendor, by their places in the catalogue: `itemOf` makes it. */
export type Item = number;

/** The products of a catalogue, filed. Plain data, so that a bundle can carry it. */
export interface Filed {
  /** What may hold of any exchange. */
  readonly always: readonly Item[];
  /** Of each vendor the refusals that are looked at wherever it shows itself. */
  readonly beside: readonly (readonly number[])[];
  readonly named: Readonly<Record<Named, Entries>>;
  readonly worded: Readonly<Record<Worded, Entries>>;
}

type Entries = readonly (readonly [key: string, items: readonly Item[]])[];

const MOST_REFUSALS = 1024;

/** Refusal -1 is the vendor's presence. */
export function itemOf(vendor: number, refusal: number): Item {
  return vendor * MOST_REFUSALS + refusal + 1;
}

export function placesOf(item: Item): readonly [vendor: number, refusal: number] {
  return [Math.floor(item / MOST_REFUSALS), (item % MOST_REFUSALS) - 1];
}

type Key = { readonly kind: Named | Worded; readonly name: string };

export function fileVendors(vendors: readonly Vendor[]): Filed {
  const always: Item[] = [];
  const beside: number[][] = vendors.map(() => []);
  const drawers = new Map<Key['kind'], Map<string, Item[]>>();
  const file = (keys: readonly Key[] | undefined, item: Item): void => {
    if (!keys?.length) always.push(item);
    for (const { kind, name } of keys ?? []) {
      const drawer = drawers.get(kind) ?? new Map<string, Item[]>();
      drawers.set(kind, drawer);
      drawer.set(name, [...(drawer.get(name) ?? []), item]);
    }
  };
  vendors.forEach((vendor, v) => {
    for (const condition of vendor.present) file(keysOf(condition), itemOf(v, -1));
    vendor.refusals.forEach(({ when, alone }, r) => {
      const all = when.map(keysOf).filter((keys): keys is readonly Key[] => keys !== undefined);
      // words tell most; then whatever else there is
      const words = all.find((keys) => keys.every(({ kind }) => kind === 'text' || kind === 'body' || kind === 'code'));
      if (all.length || alone) file(words ?? all[0], itemOf(v, r));
      else beside[v]!.push(r);
    });
  });
  const drawer = (kind: Key['kind']): Entries => [...(drawers.get(kind) ?? [])];
  return {
    always,
    beside,
    named: {
      header: drawer('header'),
      sent: drawer('sent'),
      host: drawer('host'),
      challenge: drawer('challenge'),
      code: drawer('code'),
    },
    worded: {
      text: drawer('text'),
      body: drawer('body'),
      target: drawer('target'),
      site: drawer('site'),
      cookies: drawer('cookies'),
      values: drawer('values'),
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
  kind: Worded,
  is: string | RegExp,
  folded: (text: string) => string = (text) => text.toLowerCase(),
): readonly Key[] | undefined {
  const words = typeof is === 'string' ? [folded(is)] : keyWords(is);
  return words?.every(({ length }) => length >= LEAST) ? words.map((name) => ({ kind, name })) : undefined;
}
