import { after } from '../ask.ts';
import { withCaller } from '../identify.ts';
import { type Caller, type Eventually, type Outcome, PASSED, type Requirement } from '../model.ts';
import { callback, checkOptions, maybe, options } from '../options.ts';
import { NAMES } from './role.ts';

export interface PlanOptions {
  /** The plan of a caller; the credential's `plan` by default. */
  readonly of?: (caller: Caller) => Eventually<string | null | undefined>;
}

const OPTIONS = options({ of: maybe(callback) });

/** Demands one of the plans: what the account has paid for. */
export function plan(names: string | readonly string[], given: PlanOptions = {}): Requirement<true> {
  checkOptions('plan', NAMES, { names });
  checkOptions('plan', OPTIONS, given);
  const wants = [names].flat();
  const of = given.of ?? ((caller) => caller.plan);
  const requirement: Requirement<true> = {
    kind: 'plan',
    demand: `plan ${wants.join(' or ')}`,
    knows: true,
    asksCaller: true,
    check: (visit) => withCaller(visit, requirement, (caller) => after(of(caller), judge)),
  };

  function judge(has: unknown): Outcome {
    const { kind, demand } = requirement;
    const isTold = has !== undefined && has !== null;
    if (isTold && typeof has !== 'string') return { state: 'fault', kind, demand, found: 'the plan is no text' };
    if (isTold && wants.includes(has)) return PASSED;
    return {
      // What a credential does not tell is neither one plan nor another.
      state: isTold ? 'failed' : 'unknown',
      kind,
      demand,
      found: `has plan ${has ?? 'none'}, wants ${wants.join(' or ')}`,
      cause: 'feature-unavailable',
      near: 0.6,
      tells: [{ name: 'plan', value: wants.length === 1 ? wants[0] : wants, from: 'hint' }],
    };
  }
  return requirement;
}
