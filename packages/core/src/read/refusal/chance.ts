// Whether an answer speaks of access: its features, weighed as `npm run fit:refusal` fitted them.
import { isStandard } from '../../model/case.ts';
import { hashOf } from '../../model/hash.ts';
import { featuresOf } from './features.ts';
import { type OwnWords, type Place, refusesAccess } from './own-words.ts';
import { weights } from './weights.ts';

/** Gives the bits of a feature, undefined where it was never seen. */
export type Weigh = (feature: string) => number | undefined;

/** Places in a success where the standard words of a refusal, and nothing else, are one. */
const PLAIN: ReadonlySet<Place> = new Set(['notice', 'envelope', 'remark', 'line']);
/** Numbers that refuse where an envelope says nothing beside them. */
const REFUSES = /^number (?:401|403|407|419|429)$/;
/** An object that holds more than what it says of itself. */
const CARRIES = /^carries [^0]/;
const SURE = 0.95;

/** Probability that an answer refuses access, by what it says of itself. */
export function chanceOfRefusal(own: OwnWords, status: number, weigh: Weigh = fitted): number {
  const { place, said, shape } = own;
  if (place === 'none') return 0;
  if (PLAIN.has(place) && !CARRIES.test(shape[0] ?? '') && said.every(({ fact }) => isStandard(fact.text))) {
    if (said.some(({ fact }) => refusesAccess(fact.text)) || shape.some((one) => REFUSES.test(one))) return SURE;
  }
  if (place === 'notice') return 1 - SURE;
  let bits = 0;
  let words = 0;
  let read = 0;
  let known = 0;
  for (const feature of featuresOf(own, status)) {
    const weight = weigh(feature);
    if (OF_WORDS.test(feature)) words += weight ?? 0;
    else bits += weight ?? 0;
    if (!feature.startsWith('w:')) continue;
    read++;
    if (weight !== undefined) known++;
  }
  // of a number that refuses by itself, a sentence of which hardly a word is known takes little away
  const share = place === 'refusing' && words < 0 && read ? (known / read) ** 2 : 1;
  return 1 / (1 + 2 ** -(bits + words * share));
}

/** Features of what is said; the others are of how the answer is made. */
const OF_WORDS = /^(?:[cptsw]:|known )/;

let table: Map<number, number> | undefined;

const fitted: Weigh = (feature) => {
  table ??= unpack();
  return table.get(placeOf(feature));
};

/** Three bytes of a feature's hash, which is how it is filed. */
export function placeOf(feature: string): number {
  const hash = hashOf(feature);
  return (hash >>> 24) ^ (hash & 0xffffff);
}

function unpack(): Map<number, number> {
  const bytes = Uint8Array.from(atob(weights.packed), (c) => c.charCodeAt(0));
  const found = new Map<number, number>();
  for (let i = 0; i + 4 <= bytes.length; i += 4)
    found.set((bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!, ((bytes[i + 3]! << 24) >> 24) * weights.step);
  return found;
}
