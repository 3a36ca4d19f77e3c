// Hundreds of products with thousands of refusals: looking at each for every exchange would take most of the time. Only what an
// exchange shows, by what `file-vendors.ts` filed it under, is looked at. What matches stays the same.
import type { Vendor } from '../model/vendor.ts';
import { type Filed, fileVendors, type Item, type Named, placesOf, type Worded } from './file-vendors.ts';
import type { Subject } from './match.ts';
import { makeSpotter, type Spotter } from './spot.ts';

/** The vendors whose presence is to be tried, and the refusals, each by vendor, in the catalogue's order. */
export type Candidates = Iterable<
  readonly [vendor: number, what: { readonly present: boolean; readonly refusals: readonly number[] }]
>;

/** Exchanges that are looked at one product after the other before the products are filed: a single one is done sooner without. */
const BEFORE = 3;
/** Texts up to this length are searched for one string after the other the first few times: no table need be made for that. */
const SHORT = 2000;

interface Known {
  calls: number;
  filed?: Filed;
  index?: (subject: Subject) => Candidates;
}

const known = new WeakMap<readonly Vendor[], Known>();

/**
 * Takes the products as filed already: a bundle brings that with it.
 * @public called by what scripts/pack-catalogue.mjs writes
 */
export function setFiled(vendors: readonly Vendor[], filed: Filed): void {
  known.set(vendors, { calls: 0, filed });
}

export function candidatesOf(vendors: readonly Vendor[], subject: Subject): Candidates {
  const state = known.get(vendors) ?? { calls: 0 };
  known.set(vendors, state);
  if (++state.calls <= BEFORE && !state.filed)
    return vendors.map((vendor, v) => [v, { present: true, refusals: [...vendor.refusals.keys()] }] as const);
  state.index ??= makeIndex(state.filed ?? fileVendors(vendors));
  return state.index(subject);
}

const NAMES: Readonly<Record<Named, (subject: Subject) => Iterable<string>>> = {
  header: ({ got }) => got.keys(),
  sent: ({ sent }) => sent.keys(),
  host: ({ host }) => domainsOf(host),
  challenge: ({ challenges }) => challenges.map(({ scheme }) => scheme),
  code: ({ codes }) => codes.map(({ code }) => code),
};
const TEXTS: Readonly<Record<Worded, (subject: Subject) => string>> = {
  text: ({ text }) => text,
  body: ({ body }) => body,
  target: ({ target }) => target.toLowerCase(),
  site: ({ host }) => host,
  cookies: ({ cookies }) => cookies.map(({ name }) => name).join('\n'),
  values: ({ exchange }) => exchange.response?.headers.map((h) => h[1].toLowerCase()).join('\n') ?? '',
};

type Take = (items: readonly Item[]) => void;

function makeIndex(filed: Filed): (subject: Subject) => Candidates {
  const names = Object.entries(NAMES).map(([kind, of]) => ({ of, items: new Map(filed.named[kind as Named]) }));
  const texts = Object.entries(TEXTS).map(([kind, of]) => ({ of, search: makeSearch(filed.worded[kind as Worded]) }));
  return (subject) => {
    const found = new Map<number, { present: boolean; readonly refusals: number[] }>();
    const take: Take = (items) => {
      for (const item of items) {
        const [vendor, refusal] = placesOf(item);
        const entry = found.get(vendor) ?? { present: false, refusals: [] };
        found.set(vendor, entry);
        if (refusal >= 0) {
          if (!entry.refusals.includes(refusal)) entry.refusals.push(refusal);
        } else if (!entry.present) {
          entry.present = true;
          entry.refusals.push(...filed.beside[vendor]!);
        }
      }
    };
    take(filed.always);
    for (const { of, items } of names) for (const name of of(subject)) take(items.get(name) ?? []);
    for (const { of, search } of texts) search(of(subject), take);
    for (const { refusals } of found.values()) refusals.sort((a, b) => a - b);
    return [...found].sort(([a], [b]) => a - b);
  };
}

function makeSearch(entries: Filed['worded'][Worded]): (text: string, take: Take) => void {
  let calls = 0;
  let spotter: Spotter<readonly Item[]> | undefined;
  return (text, take) => {
    if (text.length < SHORT && ++calls <= BEFORE) {
      for (const [word, items] of entries) if (text.includes(word)) take(items);
      return;
    }
    if (!spotter) {
      spotter = makeSpotter();
      for (const [word, items] of entries) spotter.add(word, items);
    }
    spotter.find(text, ([items]) => take(items!));
  };
}

/** A host and the domains above it. */
function domainsOf(host: string): readonly string[] {
  const labels = host.split('.').slice(-20);
  return labels.map((_, i) => labels.slice(i).join('.'));
}
