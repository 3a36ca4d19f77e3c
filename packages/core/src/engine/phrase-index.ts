// Which phrases of the causes may stand in a text: as `vendor-index.ts` does it for products.
import type { Cause, Phrase } from '../model/cause.ts';
import { hasPattern, keyWords } from './pattern.ts';
import { LEAST, makeSpotter, type Spotter } from './spot.ts';

interface Index {
  readonly phrases: readonly (readonly [Cause, Phrase])[];
  readonly always: readonly number[];
  readonly spotter: Spotter<number>;
}

/** Texts that are looked through phrase by phrase before the index is made: a single one is done sooner without. */
const BEFORE = 3;
const made = new WeakMap<readonly Cause[], { calls: number; index?: Index }>();

/** The phrases that match somewhere in a text, in the order of the causes. */
export function phrasesIn(text: string, causes: readonly Cause[]): readonly (readonly [Cause, Phrase])[] {
  const known = made.get(causes) ?? { calls: 0 };
  made.set(causes, known);
  if (++known.calls <= BEFORE) return listOf(causes).filter(([, phrase]) => hasPattern(phrase.is, text));
  known.index ??= makeIndex(causes);
  const { phrases, always, spotter } = known.index;
  const found = new Set(always);
  spotter.find(text, (numbers) => {
    for (const number of numbers) found.add(number);
  });
  return [...found]
    .sort((a, b) => a - b)
    .map((number) => phrases[number]!)
    .filter(([, phrase]) => hasPattern(phrase.is, text));
}

function listOf(causes: readonly Cause[]): readonly (readonly [Cause, Phrase])[] {
  return causes.flatMap((cause) => cause.phrases.map((phrase) => [cause, phrase] as const));
}

function makeIndex(causes: readonly Cause[]): Index {
  const phrases = listOf(causes);
  const always: number[] = [];
  const spotter = makeSpotter<number>();
  phrases.forEach(([, { is }], number) => {
    const words = keyWords(is);
    if (words?.every(({ length }) => length >= LEAST)) for (const word of words) spotter.add(word, number);
    else always.push(number);
  });
  return { phrases, always, spotter };
}
