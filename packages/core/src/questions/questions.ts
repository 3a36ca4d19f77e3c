// What only a person knows. Each answer has a chance under each cause, as an experiment's outcomes have; a question is put where
// its answer is expected to tell more than the next request would.
import { credentialsOf } from '../model/case.ts';
import type { Case } from '../model/cause.ts';
import { CAUSE_GROUPS, type CauseGroup, type CauseId } from '../model/cause-id.ts';

/** One question to a person, answered with yes or no. */
export interface Question {
  readonly id: string;
  readonly asks: string;
  /** Whether it makes sense for this case. */
  when(c: Case): boolean;
  /** The chance of a yes under this cause. */
  yes(cause: CauseId): number;
}

function chances(table: Partial<Record<CauseId | CauseGroup, number>>, rest: number): (cause: CauseId) => number {
  const byCause = new Map<CauseId, number>();
  for (const [group, ids] of Object.entries(CAUSE_GROUPS) as [CauseGroup, readonly CauseId[]][])
    for (const id of ids) byCause.set(id, table[id] ?? table[group] ?? rest);
  return (cause) => byCause.get(cause) ?? rest;
}

const known = (c: Case): boolean => credentialsOf(c).length > 0;

/** Every question, in no order that matters. */
export const questions: readonly Question[] = [
  {
    id: 'other-network',
    asks: 'Does the same request work from another network, a phone’s for instance?',
    when: () => true,
    yes: chances({ 'ip-refused': 0.93, 'proxy-refused': 0.8, 'rate-limited': 0.5, 'client-refused': 0.12 }, 0.03),
  },
  {
    id: 'colleague',
    asks: 'Does it work for a colleague who has the role, from where you are?',
    when: known,
    yes: chances(
      {
        'role-missing': 0.92,
        'scope-insufficient': 0.6,
        'not-owner': 0.5,
        authentication: 0.8,
        'csrf-invalid': 0.6,
        'csrf-missing': 0.3,
        'rate-limited': 0.6,
        'policy-denied': 0.25,
        'step-up-required': 0.4,
        'feature-unavailable': 0.12,
        'object-hidden': 0.5,
        'ip-refused': 0.08,
      },
      0.05,
    ),
  },
  {
    id: 'worked-before',
    asks: 'Did this very request work before, with nothing changed on your side?',
    when: () => true,
    yes: chances(
      {
        'credentials-expired': 0.95,
        'rate-limited': 0.92,
        'credentials-invalid': 0.5,
        'csrf-invalid': 0.6,
        'ip-refused': 0.45,
        'policy-denied': 0.45,
        'feature-unavailable': 0.35,
        'server-rule': 0.3,
        'file-permissions': 0.35,
        'role-missing': 0.25,
        'client-refused': 0.3,
        'proxy-refused': 0.3,
        'credentials-malformed': 0.05,
        'credentials-missing': 0.07,
        'csrf-missing': 0.07,
        'method-refused': 0.04,
      },
      0.2,
    ),
  },
  {
    id: 'in-browser',
    asks: 'Does it work in a browser, logged in as the same user?',
    when: (c) => c.evidence.first('user-agent')?.fact.kind !== 'browser',
    yes: chances(
      {
        'client-refused': 0.92,
        'csrf-missing': 0.85,
        'csrf-invalid': 0.85,
        'origin-rejected': 0.75,
        'credentials-missing': 0.85,
        'credentials-malformed': 0.8,
        'credentials-invalid': 0.7,
        'credentials-expired': 0.75,
        'scope-insufficient': 0.6,
        'content-rejected': 0.4,
        'rate-limited': 0.4,
      },
      0.05,
    ),
  },
  {
    id: 'own-object',
    asks: 'Is what you ask for your own, and not somebody else’s or another team’s?',
    when: (c) =>
      known(c) &&
      /\/(?:\d{1,20}|[0-9a-f]{8}-[0-9a-f-]{20,40}|[0-9a-f]{16,64})(?:[/?.]|$)/i.test(c.exchange.request.url),
    yes: chances({ 'not-owner': 0.12, 'object-hidden': 0.45, 'role-missing': 0.6 }, 0.75),
  },
];
