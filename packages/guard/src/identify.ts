import { isPromise, messageOf } from './ask.ts';
import type { Authenticator, Caller, Eventually, Finding, Outcome, Requirement, Visit, Who } from './model.ts';

const ABSENT: Who = { state: 'absent' };

/** Finds out who calls, once a request. */
export function identify(visit: Visit): Eventually<Who> {
  const { identity } = visit;
  if (identity.who !== undefined) return identity.who;
  const who = identifyFrom(visit, visit.settings.authenticators, 0, undefined);
  identity.who = isPromise(who)
    ? who.then((value) => {
        identity.who = value;
        return value;
      })
    : who;
  return identity.who;
}

/**
 * One authenticator after the other. A credential that is there and bad ends the search: falling through to another
 * would let a stale token ride on a cookie. A foreign one (another issuer's) may be the next one's.
 */
function identifyFrom(
  visit: Visit,
  authenticators: readonly Authenticator[],
  start: number,
  before: Who | undefined,
): Eventually<Who> {
  let stranger = before;
  for (let at = start; at < authenticators.length; at++) {
    const who = tryOne(authenticators[at]!, visit);
    if (isPromise(who)) {
      const sofar = stranger;
      return who.then((value) => {
        const result = keep(value);
        if (!isOpen(result)) return result;
        return identifyFrom(visit, authenticators, at + 1, moreTelling(sofar, result));
      }, faultOf);
    }
    const result = keep(who);
    if (!isOpen(result)) return result;
    stranger = moreTelling(stranger, result);
  }
  return stranger ?? ABSENT;
}

/** Whether the next authenticator is tried. */
function isOpen({ state }: Who): boolean {
  return state === 'absent' || state === 'foreign';
}

/** What is told where nobody knows the caller: of a foreign credential before one that nobody is logged in by. */
function moreTelling(before: Who | undefined, next: Who): Who {
  return before === undefined || tellingOf(next) > tellingOf(before) ? next : before;
}

function tellingOf(who: Who): number {
  if (who.state === 'foreign') return 2;
  return who.state === 'absent' && who.found !== undefined ? 1 : 0;
}

function tryOne(authenticator: Authenticator, visit: Visit): Eventually<Who> {
  try {
    return authenticator.authenticate(visit);
  } catch (error) {
    return faultOf(error);
  }
}

function faultOf(error: unknown): Who {
  return { state: 'fault', found: `the authenticator threw: ${messageOf(error)}` };
}

/** What `makeCaller` makes; a caller of an authenticator of the author's own may be anything. */
function isCaller(caller: unknown): boolean {
  if (typeof caller !== 'object' || caller === null) return false;
  const { subject, roles, scopes, permissions, amr } = caller as Partial<Caller>;
  return (
    typeof subject === 'string' &&
    subject !== '' &&
    [roles, scopes, permissions].every((names) => names instanceof Set) &&
    Array.isArray(amr)
  );
}

const STATES = new Set(['known', 'absent', 'refused', 'foreign', 'fault']);

/** An authenticator of the author's own may answer anything: what cannot be read is a fault. */
function keep(who: Who): Who {
  if (typeof who !== 'object' || who === null || !STATES.has(who.state)) {
    return { state: 'fault', found: 'the authenticator gave no answer' };
  }
  if (who.state === 'known' && !isCaller(who.caller)) {
    return { state: 'fault', found: 'the authenticator knows a caller without a subject, or without sets of names' };
  }
  return who;
}

/** Judges a requirement that needs the caller; where nobody is known, that is what failed. */
export function withCaller(
  visit: Visit,
  requirement: Requirement,
  judge: (caller: Caller, visit: Visit) => Eventually<Outcome>,
): Eventually<Outcome> {
  const who = identify(visit);
  if (isPromise(who)) return who.then((value) => judgeWho(visit, requirement, value, judge));
  return judgeWho(visit, requirement, who, judge);
}

function judgeWho(
  visit: Visit,
  requirement: Requirement,
  who: Who,
  judge: (caller: Caller, visit: Visit) => Eventually<Outcome>,
): Eventually<Outcome> {
  return who.state === 'known' ? judge(who.caller, visit) : unknownCaller(visit, requirement, who);
}

function unknownCaller(visit: Visit, requirement: Requirement, who: Exclude<Who, { state: 'known' }>): Finding {
  const { kind, demand } = requirement;
  if (who.state === 'fault') return { state: 'fault', kind, demand, found: who.found };
  // HTTP has no challenge that asks for a client certificate, and a 401 must have one (RFC 9110 §15.5.2).
  const asks = visit.settings.authenticators.some((one) => one.challenge('', {}) !== undefined);
  const status = asks ? 401 : 403;
  if (who.state !== 'absent') {
    const { found, cause, says } = who;
    const challenge = { error: 'invalid_token', error_description: says } as const;
    return { state: 'unknown', kind, demand, found, says, cause, status, near: 0, challenge };
  }
  const found = who.found ?? (asks ? 'nothing that identifies the caller was sent' : 'no client certificate was sent');
  const cause = asks ? 'credentials-missing' : 'tls-required';
  return { state: 'unknown', kind, demand, found, says: who.says, cause, status, near: 0 };
}

/** The caller of a request that a guard has seen, where it is known. */
export function knownCaller(visit: Visit): Caller | undefined {
  const { who } = visit.identity;
  return who !== undefined && !isPromise(who) && who.state === 'known' ? who.caller : undefined;
}

/** One name for each caller: a subject is told apart by who gave it, and how it was proved. */
export function callerKey({ scheme, issuer, subject }: Caller): string {
  return `${scheme}|${issuer?.length ?? 0}|${issuer ?? ''}|${subject}`;
}
