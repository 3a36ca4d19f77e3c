import { ask, askToLoad, isPromise } from '../ask.ts';
import { nearness } from '../decision.ts';
import { GuardError } from '../error.ts';
import {
  type Eventually,
  type Finding,
  type LoadedBy,
  type Loads,
  type Outcome,
  PASSED,
  type Requirement,
  type Visit,
} from '../model.ts';
import { checkParts } from '../options.ts';
import { plain } from '../plain.ts';

/** Whether every one of the parts knows the caller. */
export type EveryKnows<P extends readonly Requirement[]> = P[number]['knows'] extends true ? true : false;

/** What the handler gets of several parts: an object of one that loads, but nothing where nobody is known. */
export type AnyLoaded<P extends readonly Requirement[]> = [Exclude<LoadedBy<P[number]>, undefined>] extends [never]
  ? undefined
  : Exclude<LoadedBy<P[number]>, undefined> | (EveryKnows<P> extends true ? never : undefined);

/**
 * Passes when one part passes. When none does, the caller hears of the branch that came nearest; where a branch could
 * not be judged it might have passed, so that the answer is the server's fault and not the caller's. Whichever branch
 * passes, the object that the others would have loaded is loaded for the handler.
 * @throws {GuardError} `requirement`, `shadow-branch`
 */
export function anyOf<const P extends readonly Requirement[]>(
  ...parts: P
): Requirement<EveryKnows<P>> & Loads<AnyLoaded<P>> {
  checkParts('anyOf', parts);
  checkAlternatives('anyOf', parts);
  const loader = parts.find((part) => part.load !== undefined);
  const requirement: Requirement<EveryKnows<P>> = {
    kind: 'anyOf',
    demand: parts.map((part) => (part.kind === 'allOf' ? `(${part.demand})` : part.demand)).join(' or '),
    knows: parts.every((part) => part.knows) as EveryKnows<P>,
    asksCaller: parts.some((part) => part.asksCaller),
    parts,
    admitsAnyone: parts.some((part) => part.admitsAnyone === true),
    negationAdmits: parts.every((part) => part.negationAdmits === true),
    judgesOrigin: parts.every((part) => part.judgesOrigin === true),
    ...(loader === undefined ? {} : { load: (visit) => askToLoad(loader, visit) }),
    check: (visit) => checkFrom(requirement, parts, visit, []),
  };
  return requirement as typeof requirement & Loads<AnyLoaded<P>>;
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
  const isKnown = branches.every((branch) => branch.state === 'failed');
  return { state: faulty >= 0 ? 'fault' : isKnown ? 'failed' : 'unknown', kind, demand, branches, nearest };
}

/**
 * A part that is only tried out passes always: as a branch it would open the door, and negated it would shut it.
 * @throws {GuardError} `shadow-branch`
 */
export function checkAlternatives(of: string, parts: readonly Requirement[]): void {
  const at = parts.findIndex((part) => part.isTrial === true);
  if (at < 0) return;
  const name = `part ${at + 1}`;
  const hint = 'Put shadow() around the whole, or beside what is demanded in an allOf().';
  throw new GuardError('shadow-branch', `${of}: ${name} is in shadow mode, and lets every request pass.`, hint, {
    name,
    got: plain(parts[at]!.demand, 60),
  });
}

function nearestOf(branches: readonly Finding[]): number {
  let best = 0;
  branches.forEach((branch, index) => {
    if (nearness(branch) > nearness(branches[best]!)) best = index;
  });
  return best;
}
