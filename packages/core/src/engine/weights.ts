// What features and strength words are worth. The features' numbers are fitted (`fitted.ts`, written by `npm run fit`); argued are
// only those of what products document and of what experiments, files and logs show.

import type { Weight } from '../model/cause.ts';
import { CAUSE_IDS } from '../model/cause-id.ts';
import { hashOf } from '../model/hash.ts';
import { fitted } from './fitted.ts';

export { hashOf };

/** How far a claim in strength words moves its cause, in bits (log2 of the likelihood ratio). */
export const BITS: Readonly<Record<Weight, number>> = { proves: 30, suggests: 13, hints: 4, doubts: -4, excludes: -21 };

/**
 * Bits of documented words whose product only these words show, as others may have borrowed them: what would prove stands between
 * words that prove and words that suggest, and what would suggest leaves the general words a say.
 */
export const BORROWED: Readonly<Partial<Record<Weight, number>>> = { proves: 17, suggests: 8 };

/** Bits of the candidates that a product's page names which gives no reason: their order is the fitted one. */
export const CANDIDATE: Readonly<Record<Weight, number>> = { ...BITS, suggests: 2, hints: 0.7 };

/** Each further claim on the words of one answer counts this share of the one before: they are not independent. */
export const ECHO = 0.4;

/** What the exact likelihood of an outcome of an experiment counts for, in full: how far its odds are to be believed is the planner's. */
export const SHOWN = 1.2;

/**
 * Bits by which a documented state of what was sent stands before the other one, where the request is not shown: about one answer in
 * five that calls a credential or a token invalid is sent where there is none.
 */
export const OTHERWISE = 2;

/** Share of the general words' bits where a product's documented words explain the same answer. */
export const BESIDE_DOCUMENTED = 0.8;

/** Share of the bits of number, method and path where a product's habit is known: it was told for just these. */
export const BESIDE_USUAL = 0.3;

/** Probability from which a verdict is `likely` (the contract's figure). */
export const LIKELY = 0.7;
/** A proven verdict must also leave no strong rival. */
export const PROVEN = 0.85;

/** How many features of a kind an answer may have before each counts less: long answers say a thing more than once. */
const USUAL_NUMBER: Readonly<Record<string, number>> = { w: 20, c: 8, s: 6, p: 20 };

/** The kind of a feature, where its number is levelled. */
export function kindOf(feature: string): string | undefined {
  return feature[1] === ':' && feature[0]! in USUAL_NUMBER ? feature[0] : undefined;
}

/** What each feature of an answer counts for, by its kind. */
export function levels(
  features: Iterable<string>,
  known: (feature: string) => boolean,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const feature of features) {
    const kind = kindOf(feature);
    if (kind && known(feature)) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return Object.fromEntries(
    Object.entries(counts).map(([kind, n]) => [
      kind,
      Math.sqrt(USUAL_NUMBER[kind]! / Math.max(USUAL_NUMBER[kind]!, n)),
    ]),
  );
}

const K = CAUSE_IDS.length;
let table: { readonly hashes: Uint32Array; readonly weights: Int8Array } | undefined;

function open(): { readonly hashes: Uint32Array; readonly weights: Int8Array } {
  if (table) return table;
  const bytes = (text: string): Uint8Array => Uint8Array.from(atob(text), (ch) => ch.charCodeAt(0));
  table = {
    hashes: new Uint32Array(bytes(fitted.hashes).buffer),
    weights: new Int8Array(bytes(fitted.weights).buffer),
  };
  return table;
}

/** Place of a feature's weights; -1 where it was never seen. */
export function placeOf(feature: string): number {
  const { hashes } = open();
  const hash = hashOf(feature);
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (hashes[middle]! === hash) return middle;
    if (hashes[middle]! < hash) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

/** Adds the bits of a feature for every cause, in the order of `CAUSE_IDS`. */
export function addBits(place: number, share: number, to: Float64Array): void {
  const { weights } = open();
  const factor = share * fitted.bits;
  for (let k = 0, at = place * K; k < K; k++, at++) to[k]! += factor * weights[at]!;
}
