import type { Case, Cause, Claim } from '../model/cause.ts';
import type { Question } from '../questions/questions.ts';

type Posterior = readonly { readonly cause: Cause; readonly probability: number }[];

/** A person's answer costs more than a request: it has to tell at least so much. Bits. */
export const LEAST_OF_A_PERSON = 0.2;
const FLOOR = 0.02;

/** A question and the bits that its answer is expected to tell. */
export interface PlannedQuestion {
  readonly question: Question;
  readonly bits: number;
}

/** The question to a person that tells most, or undefined where none tells enough. */
export function nextQuestion(
  posterior: Posterior,
  questions: readonly Question[],
  c: Case,
  asked: ReadonlySet<string>,
): PlannedQuestion | undefined {
  const planned = questions
    .filter((question) => !asked.has(question.id) && question.when(c))
    .map((question) => ({ question, bits: bitsOf(posterior, question) }))
    .sort((a, b) => b.bits - a.bits);
  return planned[0] && planned[0].bits >= LEAST_OF_A_PERSON ? planned[0] : undefined;
}

function bitsOf(posterior: Posterior, question: Question): number {
  return [true, false].reduce((sum, answer) => {
    const total = average(posterior, question, answer);
    return posterior.reduce((inner, { cause, probability }) => {
      const chance = chanceOf(question, cause, answer);
      return inner + probability * chance * Math.log2(chance / total);
    }, sum);
  }, 0);
}

function chanceOf({ id, yes: usual }: Question, { answers }: Cause, answer: boolean): number {
  const yes = FLOOR + (answers?.[id] ?? usual) * (1 - 2 * FLOOR);
  return answer ? yes : 1 - yes;
}

function average(posterior: Posterior, question: Question, answer: boolean): number {
  return posterior.reduce((sum, { cause, probability }) => sum + probability * chanceOf(question, cause, answer), 0);
}

/** What a person's answer says about every cause. */
export function claimsOfAnswer(posterior: Posterior, question: Question, answer: boolean): readonly Claim[] {
  const total = average(posterior, question, answer);
  return posterior.map(({ cause }) => {
    const bits = Math.log2(chanceOf(question, cause, answer) / total);
    return {
      cause: cause.id,
      weight: bits >= 0 ? 'hints' : 'doubts',
      bits,
      says: `${question.asks} ${answer ? 'yes' : 'no'}`,
      at: [],
      quote: { from: 'your answer', text: answer ? 'yes' : 'no' },
      by: `question/${question.id}`,
    };
  });
}
