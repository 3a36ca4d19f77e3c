import { type Eventually, type Finding, type Outcome, PASSED, type Requirement, type Visit } from './model.ts';

export function isPromise<T>(value: Eventually<T>): value is Promise<T> {
  return typeof value === 'object' && value !== null && typeof (value as { then?: unknown }).then === 'function';
}

/** Goes on with a value, at once where it is there. */
export function after<T, U>(value: Eventually<T>, next: (value: T) => Eventually<U>): Eventually<U> {
  return isPromise(value) ? value.then(next) : next(value);
}

/** A node for a requirement that could not be judged. */
export function fault(requirement: Requirement, found: string): Finding {
  return { state: 'fault', kind: requirement.kind, demand: requirement.demand, found };
}

/**
 * Asks one requirement, and turns everything but a clear answer into a fault: a throw, a promise that never settles,
 * a value that is neither passed nor a finding. Nothing passes by accident.
 */
export function ask(requirement: Requirement, visit: Visit): Eventually<Outcome> {
  // A composite's parts have a deadline each; its own would only hide which of them was late.
  return askSafely(requirement, visit, 'check', requirement.parts === undefined);
}

/** Loads what a requirement promised to the handler, where the request passed without it. */
export function askToLoad(requirement: Requirement, visit: Visit): Eventually<Outcome> {
  return requirement.load === undefined ? PASSED : askSafely(requirement, visit, 'load', true);
}

function askSafely(
  requirement: Requirement,
  visit: Visit,
  what: 'check' | 'load',
  hasDeadline: boolean,
): Eventually<Outcome> {
  try {
    const outcome = requirement[what]?.(visit) as Eventually<Outcome>;
    if (outcome === PASSED) return PASSED;
    if (!isPromise(outcome)) return settled(requirement, outcome);
    return hasDeadline ? inTime(requirement, outcome, visit.settings.deadlineMs) : outcome;
  } catch (error) {
    return fault(requirement, `it threw: ${messageOf(error)}`);
  }
}

/** The answers other than yes: no, cannot tell, and cannot tell through the server's own fault. */
const REFUSES: ReadonlySet<unknown> = new Set(['failed', 'unknown', 'fault']);

function settled(requirement: Requirement, outcome: Outcome): Outcome {
  if (outcome === PASSED) return PASSED;
  if (typeof outcome === 'object' && outcome !== null && REFUSES.has(outcome.state)) return outcome;
  return fault(requirement, 'it answered neither that it passed nor what failed');
}

function inTime(requirement: Requirement, outcome: Promise<Outcome>, deadlineMs: number): Promise<Outcome> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(fault(requirement, `no answer within ${deadlineMs} ms`)), deadlineMs);
    outcome.then(
      (value) => {
        clearTimeout(timer);
        resolve(settled(requirement, value));
      },
      (error: unknown) => {
        clearTimeout(timer);
        resolve(fault(requirement, `it threw: ${messageOf(error)}`));
      },
    );
  });
}

/** The message of an error without its stack, as it is; a record leaves out of it what may be secret. */
export function messageOf(error: unknown): string {
  try {
    const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return text.slice(0, 2000);
  } catch {
    return 'something that cannot be printed';
  }
}
