// What only a person knows. Each answer has a chance under each cause, as an experiment's outcomes have; a question is put where
// its answer is expected to tell more than the next request would. The chances stand in the causes' own `answers`.
import { credentialsOf } from '../model/case.ts';
import type { Case, QuestionId } from '../model/cause.ts';

/** One question to a person, answered with yes or no. */
export interface Question {
  readonly id: QuestionId;
  readonly asks: string;
  /** Whether it makes sense for this case. */
  when(c: Case): boolean;
  /** The chance of a yes under every cause that says no other. */
  readonly yes: number;
}

const known = (c: Case): boolean => credentialsOf(c).length > 0;

/** Every question, in no order that matters. */
export const questions: readonly Question[] = [
  {
    id: 'other-network',
    asks: 'Does the same request work from another network, a phone’s for instance?',
    when: () => true,
    yes: 0.03,
  },
  {
    id: 'colleague',
    asks: 'Does it work for a colleague who has the role, from where you are?',
    when: known,
    yes: 0.05,
  },
  {
    id: 'worked-before',
    asks: 'Did this very request work before, with nothing changed on your side?',
    when: () => true,
    yes: 0.2,
  },
  {
    id: 'in-browser',
    asks: 'Does it work in a browser, logged in as the same user?',
    when: (c) => c.evidence.first('user-agent')?.fact.kind !== 'browser',
    yes: 0.05,
  },
  {
    id: 'own-object',
    asks: 'Is what you ask for your own, and not somebody else’s or another team’s?',
    when: (c) =>
      known(c) &&
      /\/(?:\d{1,20}|[0-9a-f]{8}-[0-9a-f-]{20,40}|[0-9a-f]{16,64})(?:[/?.]|$)/i.test(c.exchange.request.url),
    yes: 0.75,
  },
];
