import { after, ask } from '../ask.ts';
import type { Cause } from '../cause.ts';
import { type Finding, type Outcome, PASSED, type Requirement } from '../model.ts';
import { cause, checkOptions, checkParts, maybe, options } from '../options.ts';
import { checkAlternatives } from './any-of.ts';

export interface NotOptions {
  /** The cause of its refusal: `policy-denied` by default. */
  readonly cause?: Cause;
}

const OPTIONS = options({ cause: maybe(cause) });

/**
 * Passes when the part says no. Where it cannot tell (nobody knows who calls, the address or the object is not there,
 * the check broke) `not` cannot tell either, and refuses as the part does: `not(role('banned'))` demands a known caller.
 */
export function not<K extends boolean>(part: Requirement<K>, given: NotOptions = {}): Requirement<K> {
  checkOptions('not', OPTIONS, given);
  checkParts('not', [part]);
  checkAlternatives('not', [part]);
  const requirement: Requirement<K> = {
    kind: 'not',
    demand: part.parts === undefined ? `not ${part.demand}` : `not (${part.demand})`,
    knows: part.knows,
    asksCaller: part.asksCaller,
    parts: [part],
    admitsAnyone: part.negationAdmits === true,
    negationAdmits: part.admitsAnyone === true,
    check: (visit) => after(ask(part, visit), judge),
  };

  function judge(outcome: Outcome): Outcome {
    const { kind, demand } = requirement;
    if (outcome === PASSED) {
      const branches: readonly Finding[] = [{ state: 'passed', kind: part.kind, demand: part.demand }];
      const found = `${part.demand} holds, and must not`;
      return { state: 'failed', kind, demand, found, cause: given.cause ?? 'policy-denied', near: 0.3, branches };
    }
    return outcome.state === 'failed'
      ? PASSED
      : { state: outcome.state, kind, demand, branches: [outcome], nearest: 0 };
  }
  return requirement;
}
