import { after, isPromise } from '../ask.ts';
import type { Cause } from '../cause.ts';
import { withCaller } from '../identify.ts';
import { type Caller, type Eventually, type Native, type Outcome, PASSED, type Requirement } from '../model.ts';
import { anyText, callback, cause as causeOption, checkOptions, maybe, options, text } from '../options.ts';

export interface PredicateOptions {
  /** For the owner; a test may answer with a reason of its own. */
  readonly reason?: string;
  /** The cause of its refusal: `policy-denied` by default. */
  readonly cause?: Cause;
  /** What the caller is told of it at disclosure `hint`. Nothing by default. */
  readonly tell?: string;
}

/** `true` passes. `false` or a reason refuses. */
export type Verdict = boolean | string;

const OPTIONS = options({ reason: maybe(anyText), cause: maybe(causeOption), tell: maybe(anyText) });
const TEST = options({ name: text, test: callback });

/** Any demand on a known caller, with a name and a reason. Only `true` passes, not what is merely truthy. */
export function predicate(
  name: string,
  test: (caller: Caller, native: Native) => Eventually<Verdict>,
  given: PredicateOptions = {},
): Requirement<true> {
  checkOptions('predicate', TEST, { name, test });
  checkOptions('predicate', OPTIONS, given);
  const requirement: Requirement<true> = {
    kind: 'predicate',
    demand: name,
    knows: true,
    asksCaller: true,
    check: (visit) =>
      withCaller(visit, requirement, (caller) =>
        after(test(caller, visit.native), (verdict) => judgeVerdict(requirement, verdict, given)),
      ),
  };
  return requirement;
}

/** Any demand on the request alone, whoever calls. */
export function requestMeets(
  name: string,
  test: (native: Native) => Eventually<Verdict>,
  given: PredicateOptions = {},
): Requirement<false> {
  checkOptions('requestMeets', TEST, { name, test });
  checkOptions('requestMeets', OPTIONS, given);
  const requirement: Requirement<false> = {
    kind: 'request',
    demand: name,
    knows: false,
    asksCaller: false,
    check: (visit) => {
      const verdict = test(visit.native);
      if (isPromise(verdict)) return verdict.then((value) => judgeVerdict(requirement, value, given));
      return judgeVerdict(requirement, verdict, given);
    },
  };
  return requirement;
}

function judgeVerdict(requirement: Requirement, verdict: Verdict, given: PredicateOptions): Outcome {
  if (verdict === true) return PASSED;
  const { kind, demand } = requirement;
  if (verdict !== false && typeof verdict !== 'string') {
    return { state: 'fault', kind, demand, found: 'the test answered neither true, false nor a reason' };
  }
  const found = verdict === false ? (given.reason ?? 'the test answered false') : verdict;
  const cause = given.cause ?? 'policy-denied';
  const tells = given.tell === undefined ? [] : [{ name: 'reason', value: given.tell, from: 'hint' } as const];
  return { state: 'failed', kind, demand, found, cause, near: 0.5, tells };
}
