import { after } from '../ask.ts';
import type { Cause } from '../cause.ts';
import { idText } from '../id-text.ts';
import { identify, withCaller } from '../identify.ts';
import {
  type Caller,
  type Eventually,
  type Finding,
  type Loads,
  type Native,
  type Outcome,
  PASSED,
  type Requirement,
  type Settings,
  type Visit,
} from '../model.ts';
import { maybe, options, prompt, text } from '../options.ts';

/** What can be loaded: an object, or the id of its owner. */
export type Loadable = object | string | number | bigint;

/** Finds the object of a request, or the id of its owner; nothing where there is none. */
export type Load<T extends Loadable = Loadable> = (native: Native, caller: Caller) => Eventually<T | null | undefined>;

export interface OwnerOptions {
  /** What the object is called in reports. */
  readonly what?: string;
  /** Which property of it holds the owner's id: `ownerId` by default. */
  readonly property?: string;
  /**
   * The id of a caller as objects carry it. By default the subject, of callers of the issuer and of the kind that come
   * first in `authenticate`: a machine, or another issuer's user, of the same name is somebody else.
   */
  readonly of?: (caller: Caller) => string | number | bigint | undefined;
}

export const OWNER_OPTIONS = options({ what: maybe(text), property: maybe(text), of: maybe(prompt) });

/** What owner and tenant have in common: a property of an object that must equal one of the caller. */
export interface Belonging<T extends Loadable> {
  readonly kind: string;
  readonly load: Load<T>;
  readonly what: string;
  readonly property: string;
  /** What the caller is, or why that cannot be told. */
  readonly of: (caller: Caller, settings: Settings) => { readonly id: string } | { readonly unlike: string };
  readonly cause: Cause;
}

export function belongs<T extends Loadable>(belonging: Belonging<T>): Requirement<true> & Loads<T> {
  const { kind, what, cause, property } = belonging;
  const loaded = (visit: Visit, caller: Caller, next: (object: T | null | undefined) => Outcome) =>
    after(belonging.load(visit.native, caller), next);
  const requirement: Requirement<true> = {
    kind,
    demand: `${kind} of ${what}`,
    knows: true,
    asksCaller: true,
    check: (visit) =>
      withCaller(visit, requirement, (caller) => loaded(visit, caller, (object) => judge(object, caller, visit))),
    load: (visit) =>
      after(identify(visit), (who) => {
        // Who passed without being known cannot be handed to the author's callback: the handler gets no object.
        if (who.state !== 'known') return PASSED;
        return loaded(visit, who.caller, (object) => {
          if (object === null || object === undefined) return absent();
          visit.object = object;
          return PASSED;
        });
      }),
  };

  function judge(object: T | null | undefined, caller: Caller, visit: Visit): Outcome {
    if (object === null || object === undefined) return absent();
    const own = belonging.of(caller, visit.settings);
    const holder = typeof object === 'object' ? (object as Record<string, unknown>)[property] : object;
    const id = idText(holder);
    const name = nameOf(object, what);
    // Nobody's object is nobody's for certain; of a holder that cannot be compared nothing is certain.
    if (holder === null) return fail('failed', `${name} belongs to nobody`, cause);
    if (id === undefined) return fail('unknown', `${name} has no ${property} that can be compared`, cause);
    if ('unlike' in own) return fail('unknown', `${name} belongs to ${id}, ${own.unlike}`, cause);
    if (id !== own.id) return fail('failed', `${name} belongs to ${id}, the caller is ${own.id}`, cause);
    visit.object = object;
    return PASSED;
  }

  const absent = (): Finding => fail('unknown', 'there is no such object', 'not-403', 404);

  /** One shape for an absent object and for another's: where that is hidden, both must take as long to answer. */
  function fail(state: 'failed' | 'unknown', found: string, why: Cause, status?: number): Finding {
    const { demand } = requirement;
    return { state, kind, demand, cause: why, near: 0.5, found, status, absent: status !== undefined };
  }
  return requirement as Requirement<true> & Loads<T>;
}

function nameOf(object: object | string | number | bigint, what: string): string {
  const id = typeof object === 'object' ? idText((object as { id?: unknown }).id) : undefined;
  return id === undefined ? what : `${what} ${id}`;
}
