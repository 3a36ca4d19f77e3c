// The one thing to do next where no cause stands out.
import { nextQuestion } from '../engine/ask.ts';
import type { Judgement } from '../engine/judge.ts';
import { questions } from '../questions/questions.ts';

/** What the product that answered says can be done, else the question whose answer would tell most. */
export function stepOf({ case: c, ranked, fixes }: Judgement): string | undefined {
  if (!c.exchange.response) return undefined;
  const own = ranked.flatMap(({ claims }) => claims).find(({ claim }) => claim.specific === false && claim.fix);
  if (own) return own.claim.fix!.text;
  if (fixes[0]) return fixes[0].text;
  return nextQuestion(ranked, questions, c, new Set())?.question.asks;
}
