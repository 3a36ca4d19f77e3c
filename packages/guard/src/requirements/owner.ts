import { after } from '../ask.ts';
import type { Cause } from '../cause.ts';
import { withCaller } from '../identify.ts';
import {
  type Caller,
  type Eventually,
  type Finding,
  type Native,
  type Outcome,
  PASSED,
  type Requirement,
  type Visit,
} from '../model.ts';

/** Finds the object of a request, or the id of its owner; nothing where there is none. */
export type Load = (native: Native, caller: Caller) => Eventually<object | string | number | null | undefined>;

export interface OwnerOptions {
  /** What the object is called in reports. */
  readonly what?: string;
  /** Which property of it holds the owner's id: `ownerId` by default. */
  readonly property?: string;
}

/**
 * Demands that the object belongs to the caller. An object that is not there is answered with 404, and what was
 * loaded is handed to the handler, so that it is not loaded twice.
 */
export function owner(load: Load, options: OwnerOptions = {}): Requirement<true> {
  return belongs({
    kind: 'owner',
    load,
    what: options.what ?? 'the object',
    property: options.property ?? 'ownerId',
    of: (caller) => caller.subject,
    cause: 'not-owner',
  });
}

/** What owner and tenant have in common: a property of an object that must equal one of the caller. */
export interface Belonging {
  readonly kind: string;
  readonly load: Load;
  readonly what: string;
  readonly property: string;
  readonly of: (caller: Caller) => string | undefined;
  readonly cause: Cause;
}

export function belongs(belonging: Belonging): Requirement<true> {
  const { kind, what, cause, property } = belonging;
  const requirement: Requirement<true> = {
    kind,
    demand: `${kind} of ${what}`,
    knows: true,
    asksCaller: true,
    check: (visit) =>
      withCaller(visit, requirement, (caller) =>
        after(belonging.load(visit.native, caller), (object) => judge(object, caller, visit)),
      ),
  };

  function judge(object: Awaited<ReturnType<Load>>, caller: Caller, visit: Visit): Outcome {
    if (object === null || object === undefined) return fail('there is no such object', 'not-403', 404);
    const holder = typeof object === 'object' ? (object as Record<string, unknown>)[property] : object;
    if (typeof holder !== 'string' && typeof holder !== 'number') {
      const found = `${what} has no ${property} that is a string or a number`;
      return { state: 'fault', kind, demand: requirement.demand, found };
    }
    const own = belonging.of(caller);
    if (own !== undefined && own !== '' && String(holder) === own) {
      visit.object = object;
      return PASSED;
    }
    return fail(`${nameOf(object, what)} belongs to ${holder}, the caller is ${own ?? 'of none'}`, cause, undefined);
  }

  /** One shape for an absent object and for another's: where that is hidden, both must take as long to answer. */
  function fail(found: string, why: Cause, status: number | undefined): Finding {
    const { demand } = requirement;
    return { state: 'failed', kind, demand, cause: why, near: 0.5, found, status, absent: status !== undefined };
  }
  return requirement;
}

function nameOf(object: object | string | number, what: string): string {
  const id = typeof object === 'object' ? (object as { id?: unknown }).id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? `${what} ${id}` : what;
}
