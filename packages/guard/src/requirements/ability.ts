import { union } from 'valibot';
import { after } from '../ask.ts';
import { withCaller } from '../identify.ts';
import { type Caller, type Eventually, type Native, type Outcome, PASSED, type Requirement } from '../model.ts';
import { callback, checkOptions, options, text } from '../options.ts';

/** What is used of a CASL ability (https://casl.js.org/v6/en/api/casl-ability), so that CASL is no dependency. */
export interface Ability {
  can(action: string, subject: never): boolean;
  relevantRuleFor(action: string, subject: never): { readonly inverted: boolean; readonly reason?: unknown } | null;
}

export interface AbilityOptions {
  /** The ability of this caller. */
  readonly of: (caller: Caller, native: Native) => Eventually<Ability>;
  /** The object in question, or the name of its type. An object that is not there is answered with 404. */
  readonly subject: string | ((native: Native, caller: Caller) => Eventually<object | string | null | undefined>);
}

const OPTIONS = options({ of: callback, subject: union([text, callback], 'a text or a function') });
const ACTION = options({ action: text });

/** Demands that an ability allows an action. A rule's own `reason` goes to the owner. */
export function ability(action: string, given: AbilityOptions): Requirement<true> {
  checkOptions('ability', ACTION, { action });
  checkOptions('ability', OPTIONS, given);
  const { subject } = given;
  const requirement: Requirement<true> = {
    kind: 'ability',
    demand: `ability to ${action}${typeof subject === 'string' ? ` ${subject}` : ''}`,
    knows: true,
    asksCaller: true,
    check: (visit) =>
      withCaller(visit, requirement, (caller) =>
        after(given.of(caller, visit.native), (can) =>
          after(typeof subject === 'string' ? subject : subject(visit.native, caller), (object) => judge(can, object)),
        ),
      ),
  };

  function judge(can: Ability, object: object | string | null | undefined): Outcome {
    const { kind, demand } = requirement;
    if (object === null || object === undefined) {
      const found = 'there is no such object';
      return { state: 'unknown', kind, demand, found, cause: 'not-403', status: 404, absent: true };
    }
    const isAllowed: unknown = can.can(action, object as never);
    if (isAllowed === true) return PASSED;
    if (isAllowed !== false) {
      return { state: 'fault', kind, demand, found: 'the ability answered neither true nor false' };
    }
    const rule = can.relevantRuleFor(action, object as never);
    const denied = rule?.inverted === true;
    const because = typeof rule?.reason === 'string' ? rule.reason : denied ? 'a rule forbids it' : 'no rule allows it';
    return {
      state: 'failed',
      kind,
      demand,
      found: because,
      cause: denied ? 'policy-denied' : 'role-missing',
      near: 0.4,
    };
  }
  return requirement;
}
