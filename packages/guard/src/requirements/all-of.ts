import { ask, askToLoad, isPromise } from '../ask.ts';
import {
  type Eventually,
  type Finding,
  type Loads,
  type Outcome,
  PASSED,
  type Requirement,
  type Visit,
} from '../model.ts';
import { checkParts } from '../options.ts';

/** Whether one of the parts knows the caller. */
export type SomeKnows<P extends readonly Requirement[]> = P extends readonly [
  infer Head extends Requirement,
  ...infer Tail extends readonly Requirement[],
]
  ? Head['knows'] extends true
    ? true
    : SomeKnows<Tail>
  : false;

/** What the handler gets of several parts that all passed: what the last of them that loads has loaded. */
export type LastLoaded<P extends readonly Requirement[], Found = undefined> = P extends readonly [
  infer Head,
  ...infer Tail extends readonly Requirement[],
]
  ? LastLoaded<Tail, Head extends Loads<infer T> ? ([T] extends [undefined] ? Found : T) : Found>
  : Found;

/**
 * Passes when all parts pass. They are asked in order, and none after the first that does not: where that one cannot
 * tell, the whole cannot either, though a later one might have said no.
 * @throws {GuardError} `requirement`
 */
export function allOf<const P extends readonly Requirement[]>(
  ...parts: P
): Requirement<SomeKnows<P>> & Loads<LastLoaded<P>> {
  checkParts('allOf', parts);
  const loader = parts.findLast((part) => part.load !== undefined);
  const requirement: Requirement<SomeKnows<P>> = {
    kind: 'allOf',
    demand: parts.map((part) => part.demand).join(' and '),
    knows: parts.some((part) => part.knows) as SomeKnows<P>,
    asksCaller: parts.some((part) => part.asksCaller),
    parts,
    admitsAnyone: parts.every((part) => part.admitsAnyone === true),
    negationAdmits: parts.some((part) => part.negationAdmits === true),
    judgesOrigin: parts.some((part) => part.judgesOrigin === true),
    isTrial: parts.every((part) => part.isTrial === true),
    ...(loader === undefined ? {} : { load: (visit) => askToLoad(loader, visit) }),
    check: (visit) => checkFrom(requirement, parts, visit, 0),
  };
  return requirement as typeof requirement & Loads<LastLoaded<P>>;
}

function checkFrom(
  requirement: Requirement,
  parts: readonly Requirement[],
  visit: Visit,
  start: number,
): Eventually<Outcome> {
  for (let at = start; at < parts.length; at++) {
    const outcome = ask(parts[at]!, visit);
    if (outcome === PASSED) continue;
    if (!isPromise(outcome)) return stopped(requirement, parts, at, outcome);
    return outcome.then((value) =>
      value === PASSED ? checkFrom(requirement, parts, visit, at + 1) : stopped(requirement, parts, at, value),
    );
  }
  return PASSED;
}

function stopped(
  requirement: Requirement,
  parts: readonly Requirement[],
  at: number,
  outcome: Exclude<Outcome, symbol>,
): Finding {
  const branches = parts.map((part, index): Finding => {
    if (index === at) return outcome;
    return { state: index < at ? 'passed' : 'unasked', kind: part.kind, demand: part.demand };
  });
  return { state: outcome.state, kind: requirement.kind, demand: requirement.demand, branches, nearest: at };
}
