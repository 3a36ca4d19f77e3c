import { ask, isPromise } from '../ask.ts';
import { nearness } from '../decision.ts';
import { type Eventually, type Finding, type Outcome, PASSED, type Requirement, type Visit } from '../model.ts';
import { empty } from './all-of.ts';

/** Whether every one of the parts knows the caller. */
export type EveryKnows<P extends readonly Requirement[]> = P[number]['knows'] extends true ? true : false;

/**
 * Passes when one part passes. When none does, the caller hears of the branch that came nearest; where a branch could
 * not be judged it might have passed, so that the answer is the server's fault and not the caller's.
 */
export function anyOf<const P extends readonly Requirement[]>(...parts: P): Requirement<EveryKnows<P>> {
  const requirement: Requirement<EveryKnows<P>> = {
    kind: 'anyOf',
    demand: parts.map((part) => (part.kind === 'allOf' ? `(${part.demand})` : part.demand)).join(' or '),
    knows: (parts.length > 0 && parts.every((part) => part.knows)) as EveryKnows<P>,
    asksCaller: parts.some((part) => part.asksCaller),
    parts,
    check: (visit) => (parts.length === 0 ? empty(requirement) : checkFrom(requirement, parts, visit, [])),
  };
  return requirement;
}

function checkFrom(
  requirement: Requirement,
  parts: readonly Requirement[],
  visit: Visit,
  failed: readonly Finding[],
): Eventually<Outcome> {
  const branches = [...failed];
  for (let at = failed.length; at < parts.length; at++) {
    const outcome = ask(parts[at]!, visit);
    if (isPromise(outcome)) {
      return outcome.then((value) =>
        value === PASSED ? PASSED : checkFrom(requirement, parts, visit, [...branches, value]),
      );
    }
    if (outcome === PASSED) return PASSED;
    branches.push(outcome);
  }
  return refused(requirement, branches);
}

function refused(requirement: Requirement, branches: readonly Finding[]): Finding {
  const faulty = branches.findIndex((branch) => branch.state === 'fault');
  const nearest = faulty >= 0 ? faulty : nearestOf(branches);
  const { kind, demand } = requirement;
  return { state: faulty >= 0 ? 'fault' : 'failed', kind, demand, branches, nearest };
}

function nearestOf(branches: readonly Finding[]): number {
  let best = 0;
  branches.forEach((branch, index) => {
    if (nearness(branch) > nearness(branches[best]!)) best = index;
  });
  return best;
}
