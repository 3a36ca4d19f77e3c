import { after, isPromise } from '../ask.ts';
import type { Cause } from '../cause.ts';
import { withCaller } from '../identify.ts';
import { type Caller, type Eventually, type Native, type Outcome, PASSED, type Requirement } from '../model.ts';

export interface PredicateOptions {
  /** For the owner; a test may answer with a reason of its own. */
  readonly reason?: string;
  readonly cause?: Cause;
  /** What the caller is told of it at disclosure `hint`. Nothing by default. */
  readonly tell?: string;
}

/** `true` passes. `false` or a reason refuses. */
export type Verdict = boolean | string;

/** Any demand on a known caller, with a name and a reason. Only `true` passes, not what is merely truthy. */
export function predicate(
  name: string,
  test: (caller: Caller, native: Native) => Eventually<Verdict>,
  options: PredicateOptions = {},
): Requirement<true> {
  const requirement: Requirement<true> = {
    kind: 'predicate',
    demand: name,
    knows: true,
    asksCaller: true,
    check: (visit) =>
      withCaller(visit, requirement, (caller) =>
        after(test(caller, visit.native), (verdict) => judgeVerdict(requirement, verdict, options)),
      ),
  };
  return requirement;
}

/** Any demand on the request alone, whoever calls. */
export function requestMeets(
  name: string,
  test: (native: Native) => Eventually<Verdict>,
  options: PredicateOptions = {},
): Requirement<false> {
  const requirement: Requirement<false> = {
    kind: 'request',
    demand: name,
    knows: false,
    asksCaller: false,
    check: (visit) => {
      const verdict = test(visit.native);
      if (isPromise(verdict)) return verdict.then((value) => judgeVerdict(requirement, value, options));
      return judgeVerdict(requirement, verdict, options);
    },
  };
  return requirement;
}

function judgeVerdict(requirement: Requirement, verdict: Verdict, options: PredicateOptions): Outcome {
  if (verdict === true) return PASSED;
  const { kind, demand } = requirement;
  if (verdict !== false && typeof verdict !== 'string') {
    return { state: 'fault', kind, demand, found: 'the test answered neither true, false nor a reason' };
  }
  const found = verdict === false ? (options.reason ?? 'the test answered false') : verdict;
  const cause = options.cause ?? 'policy-denied';
  const tells = options.tell === undefined ? [] : [{ name: 'reason', value: options.tell, from: 'hint' } as const];
  return { state: 'failed', kind, demand, found, cause, near: 0.5, tells };
}
