// A sentence that leaves several causes open ("is invalid, has expired or does not have permission") speaks for each of them.
import type { Statement } from '../language/statements.ts';
import { CAUSE_IDS, type CauseId } from '../model/cause-id.ts';
import type { Sent } from '../model/sent.ts';
import { type Ground, statementFeatures } from './features.ts';
import { addBits, placeOf } from './weights.ts';

/** Bits above the mean that a statement has to give a cause, to stand for it. */
const CLEAR = 2;
/** Bits by which the causes of a list stay behind the one that its words speak for most: their order remains. */
export const BEHIND = 0.5;
/** What is there, where it is not denied; of the other states a denial says that all is well. */
const POSITIVE: ReadonlySet<string> = new Set(['allowed', 'listed', 'supported', 'found']);

/**
 * The causes among which a documented sentence leaves the choice: what stands right before an "or" and right behind it, and what is
 * said before of the same thing. None where it leaves none. `words` are those that the product documents.
 */
export function listedIn(
  { sentence }: Ground,
  words: string,
  { prior, sent }: { readonly prior: readonly string[]; readonly sent: Sent },
): ReadonlySet<CauseId> {
  if (!sentence?.choices.length) return new Set();
  const told = sentence.statements
    .filter(({ thing, state, denied }) => thing !== 'it' && denied === POSITIVE.has(state))
    .filter(({ start, end }) => words.includes(sentence.text.slice(start, end)))
    .slice(0, 8);
  const causes = sentence.choices.flatMap((choice) => {
    const before = told.filter(({ end }) => end <= choice);
    const behind = told.filter(({ end }) => end > choice);
    const [last, first] = [before.at(-1), behind[0]];
    if (!last || !first) return [];
    const [best] = behind
      .filter(({ thing }) => thing === first.thing)
      .map((statement) => causesOf(statement, sent, prior))
      .sort((a, b) => b[0]!.bits - a[0]!.bits);
    return [
      ...before.filter(({ thing }) => thing === last.thing).flatMap((one) => causesOf(one, sent, prior)),
      ...best!,
    ];
  });
  const listed = new Set(causes.flatMap(({ cause, bits }) => (bits >= CLEAR ? [cause] : [])));
  return listed.size > 1 ? listed : new Set();
}

/** Bits by which a cause may stay behind the one that a statement speaks for most, to be meant as well: who lacks a permission may be a key or a person. */
const ALIKE = 1;

/** The causes that a statement by itself speaks for most, the first first, and the bits above the mean that it gives them. */
function causesOf(statement: Statement, sent: Sent, prior: readonly string[]) {
  const bits = new Float64Array(CAUSE_IDS.length);
  for (const feature of [...prior, ...statementFeatures(statement, sent)]) {
    const place = placeOf(feature);
    if (place >= 0) addBits(place, 1, bits);
  }
  const mean = bits.reduce((a, b) => a + b, 0) / bits.length;
  const most = Math.max(...bits);
  return CAUSE_IDS.map((cause, k) => ({ cause, bits: bits[k]! - mean }))
    .filter((one) => one.bits >= most - mean - ALIKE)
    .sort((a, b) => b.bits - a.bits);
}
