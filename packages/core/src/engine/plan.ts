import type { Claim } from '../model/cause.ts';
import type { CauseId } from '../model/cause-id.ts';
import type { Outcome, Variation } from '../model/experiment.ts';

const OUTCOMES = ['allowed', 'refused-alike', 'refused-otherwise'] as const;
// no chance is ever nothing: servers surprise
const FLOOR = 0.02;
/** A question that tells less than this is not worth a request. */
export const LEAST_GAIN = 0.015;
/** Bits that a second of waiting must be worth. */
const GAIN_PER_SECOND = 0.002;
/** Where no cause is as probable as this, the verdict would be of little use, and a wait costs less than an hour's search. */
const DECIDED = 0.45;
const PATIENCE = 0.8;

/** Share of the bits of an outcome that count: its odds are a model's, and answers of one server hang together. */
const CANDOUR = 0.65;

/** Bits below which an outcome is no evidence that anybody wants to read. */
const LEAST_TOLD = 0.03;

type Posterior = readonly { readonly cause: CauseId; readonly probability: number }[];

/** Expected bits about the cause that the answer to this variation tells. */
export function expectedBits(posterior: Posterior, variation: Variation): number {
  let gain = 0;
  for (let o = 0; o < OUTCOMES.length; o++) {
    const joint = posterior.map(({ cause, probability }) => probability * chance(variation, cause, o));
    const total = joint.reduce((a, b) => a + b, 0);
    if (total <= 0) continue;
    joint.forEach((j, i) => {
      if (j > 0) gain += j * Math.log2(j / total / posterior[i]!.probability);
    });
  }
  return gain;
}

function chance(variation: Variation, cause: CauseId, outcome: number): number {
  const odds = variation.expects(cause).map((p) => p + FLOOR);
  return odds[outcome]! / (odds[0]! + odds[1]! + odds[2]!);
}

export interface Planned {
  readonly variation: Variation;
  /** Expected bits. */
  readonly bits: number;
}

/** What to ask next: the variation with the most expected bits for its cost, or undefined when nothing would tell. */
export function nextVariation(posterior: Posterior, variations: readonly Variation[]): Planned | undefined {
  return ranked(posterior, variations)[0];
}

/** All questions that would tell something, the best first. */
export function ranked(posterior: Posterior, variations: readonly Variation[]): readonly Planned[] {
  const undecided = posterior.every(({ probability }) => probability < DECIDED);
  const perSecond = GAIN_PER_SECOND * (undecided ? PATIENCE : 1);
  return (
    variations
      .map((variation) => ({ variation, bits: expectedBits(posterior, variation) + (variation.gain ?? 0) }))
      // waiting costs a person's time: only where it tells a good deal
      .filter(({ variation, bits }) => bits >= LEAST_GAIN + ((variation.wait ?? 0) / 1000) * perSecond)
      .sort((a, b) => worth(b) - worth(a))
  );
}

function worth({ variation, bits }: Planned): number {
  const seconds = (variation.wait ?? 0) / 1000;
  return bits / (1 + (variation.prepare?.length ? 1 : 0) + seconds / 5);
}

/** What one answer says about every cause: the likelihood of the outcome under it against the average. */
export function claimsOfOutcome(
  posterior: Posterior,
  variation: Variation,
  outcome: Outcome,
  answer: string,
): readonly Claim[] {
  const o = OUTCOMES.indexOf(outcome as (typeof OUTCOMES)[number]);
  if (o < 0) return [];
  const average = posterior.reduce((sum, { cause, probability }) => sum + probability * chance(variation, cause, o), 0);
  return posterior.flatMap(({ cause }): Claim[] => {
    const bits = Math.log2(chance(variation, cause, o) / average) * CANDOUR;
    if (Math.abs(bits) < LEAST_TOLD) return [];
    return [
      {
        cause,
        weight: bits >= 0 ? 'hints' : 'doubts',
        bits,
        says: `${variation.changed}: ${WORDS[outcome]}`,
        at: [],
        quote: { from: `experiment ${variation.experiment}`, text: answer },
        by: `experiment/${variation.experiment}`,
      },
    ];
  });
}

const WORDS: Readonly<Record<Outcome, string>> = {
  allowed: 'it passes',
  'refused-alike': 'the answer stays the same',
  'refused-otherwise': 'the answer is another one',
  failed: 'no answer came',
};
