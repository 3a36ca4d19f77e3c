import { knownCaller } from './identify.ts';
import type { Caller, Native, Visit } from './model.ts';

/** Where a request carries its visit, so that a second guard does not ask again who calls. */
export const VISIT: unique symbol = Symbol.for('why403.guard.visit');

/** What a guard has learnt of a request, or undefined where none has seen it. */
export function visitOf(
  native: Native,
): (Pick<Visit, 'now' | 'object' | 'settings'> & { readonly caller: Caller | undefined }) | undefined {
  const visit: Visit | undefined = native?.[VISIT];
  return visit === undefined
    ? undefined
    : { caller: knownCaller(visit), now: visit.now, object: visit.object, settings: visit.settings };
}

/** The caller of a request that a guard has let pass, where it is known. Takes the framework's own request. */
export function callerOf(native: Native): Caller | undefined {
  return visitOf(native)?.caller;
}

/** What `owner` or `tenant` has loaded for this request. */
export function objectOf<T>(native: Native): T | undefined {
  return visitOf(native)?.object as T | undefined;
}
