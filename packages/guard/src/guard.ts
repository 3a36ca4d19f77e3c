import { randomBytes } from 'node:crypto';
import { clientAddress, clientAddressFrom, type ForwardedBy, type TrustedProxies } from './address/client.ts';
import { makeAnswer } from './answer/answer.ts';
import type { Verdict } from './answer/problem.ts';
import { ask, isPromise, messageOf } from './ask.ts';
import { blame } from './decision.ts';
import { makeDenial } from './denial.ts';
import { GuardError } from './error.ts';
import { knownCaller } from './identify.ts';
import { memoryJournal } from './journal/memory.ts';
import {
  type Answer,
  type Authenticator,
  type Decision,
  type Denial,
  type Disclosure,
  type Eventually,
  type Finding,
  type Journal,
  type Native,
  type Observer,
  type Outcome,
  PASSED,
  type Reader,
  type Requirement,
  type Settings,
  type Visit,
} from './model.ts';
import { plain } from './plain.ts';
import type { Sealer } from './seal.ts';
import { VISIT } from './visit.ts';

export interface GuardOptions {
  /** How callers prove who they are; several are tried in order. */
  readonly authenticate?: Authenticator | readonly Authenticator[];
  /** Where denials are kept: the last 1,000 in this process by default. */
  readonly journal?: Journal;
  /** How much a refused caller is told: `hint` by default. */
  readonly disclose?: Disclosure;
  /** Puts the decision into the answer, for the owner's key alone: `sealWith(secret)`. */
  readonly seal?: Sealer;
  /** The proxies before this server: their number or their addresses. None by default. */
  readonly trustProxies?: TrustedProxies;
  readonly forwardedBy?: ForwardedBy;
  /** The realm of challenges: `api` by default. */
  readonly realm?: string;
  /** How long one requirement may take, in milliseconds: 5,000 by default. Then the request is refused. */
  readonly deadlineMs?: number;
  readonly observe?: Observer | readonly Observer[];
  /** Hears of a journal, an observer or a guard that failed; by default one line goes to standard error. */
  readonly onFault?: (error: unknown, what: 'journal' | 'observer' | 'guard') => void;
  /** Milliseconds since 1970, for tests. */
  readonly now?: () => number;
  /** Makes ids of denials, for tests. */
  readonly makeId?: () => string;
}

/** Decides requests. Adapters bring it to a framework. */
export interface Guard {
  decide<N>(reader: Reader<N>, native: N, requirement: Requirement): Eventually<Decision>;
  /** The answer for an object that is not there, the same as for a hidden one. It gets a denial too. */
  absent<N>(reader: Reader<N>, native: N): Answer;
  /** A denial by its id, from the journal, else from the last 100 of this process. */
  read(id: string): Promise<Denial | undefined>;
  /** Refuses to guard a route with what this guard can never judge. */
  accept(requirement: Requirement): void;
  /** Tells `onFault` of a failure of the guard itself. */
  report(error: unknown): void;
  readonly journal: Journal;
}

/**
 * Makes a guard. Nothing is asked of the network or of a store before the first request.
 * @throws {GuardError} where options cannot be used.
 */
export function createGuard(options: GuardOptions = {}): Guard {
  const authenticators = [options.authenticate ?? []].flat();
  const settings: Settings = {
    authenticators,
    deadlineMs: options.deadlineMs ?? 5000,
    resolveAddress: clientAddressFrom(options.trustProxies ?? 0, options.forwardedBy ?? 'x-forwarded-for'),
  };
  const journal = options.journal ?? memoryJournal();
  const spare = memoryJournal(100);
  const { disclose = 'hint', seal, realm = 'api', now = Date.now, makeId = randomId, onFault = reportFault } = options;
  const observers = [options.observe ?? []].flat();

  function visitFor(reader: Reader, native: Native): Visit {
    const known: Visit | undefined = native[VISIT];
    if (known !== undefined && known.settings === settings) {
      known.headers = [];
      known.shadows = [];
      return known;
    }
    const visit: Visit = {
      reader,
      native,
      received: reader.headers(native),
      now: now(),
      settings,
      who: undefined,
      address: undefined,
      headers: [],
      shadows: [],
      object: undefined,
    };
    native[VISIT] = visit;
    return visit;
  }

  function keep(denial: Denial): void {
    spare.write(denial);
    guarded('journal', () => journal.write(denial));
    for (const observer of observers) guarded('observer', () => observer(denial));
  }

  function tell(error: unknown, what: 'journal' | 'observer' | 'guard'): void {
    try {
      onFault(error, what);
    } catch {
      // A reporter that fails has nobody to tell.
    }
  }

  /** Keeping a record must neither change an answer nor end the process. */
  function guarded(what: 'journal' | 'observer', work: () => unknown): void {
    try {
      const done = work() as Eventually<unknown>;
      if (isPromise(done)) done.catch((error: unknown) => tell(error, what));
    } catch (error) {
      tell(error, what);
    }
  }

  function conclude(visit: Visit, outcome: Outcome): Decision {
    for (const finding of visit.shadows) keep(makeDenial(visit, finding, makeId(), 'shadow'));
    if (outcome === PASSED) {
      return { allowed: true, caller: knownCaller(visit), object: visit.object, headers: visit.headers };
    }
    const { leaf, hidden } = blame(outcome);
    if (hidden && outcome.state !== 'fault' && seal === undefined) return hide(visit, outcome, leaf);
    const denial = makeDenial(visit, outcome, makeId());
    keep(denial);
    const sealed = seal?.seal(denial);
    return { allowed: false, denial, answer: answerFor(visit, denial, leaf, sealed) };
  }

  function answerFor(visit: Visit, denial: Verdict, leaf: Finding, sealed?: string): Answer {
    return makeAnswer({ denial, leaf, disclose, sealed, realm, authenticators, visit });
  }

  /**
   * Answers first and records afterwards: what a record of a hidden and of an absent object differ in is not to be
   * read off the clock.
   */
  function hide(visit: Visit, finding: Finding, leaf: Finding): Decision {
    const id = makeId();
    // The connection may be gone when the record is made.
    clientAddress(visit);
    const answer = answerFor(visit, { id, status: 404, state: 'refused', cause: null, hidden: true }, leaf);
    let made: Denial | undefined;
    const denialOf = (): Denial => {
      made ??= makeDenial(visit, finding, id);
      return made;
    };
    later(() => guarded('journal', () => keep(denialOf())));
    return {
      allowed: false,
      answer,
      get denial() {
        return denialOf();
      },
    };
  }

  function decide(reader: Reader, native: Native, requirement: Requirement): Eventually<Decision> {
    const visit = visitFor(reader, native);
    const outcome = ask(requirement, visit);
    return isPromise(outcome) ? outcome.then((value) => conclude(visit, value)) : conclude(visit, outcome);
  }

  return {
    decide,
    absent(reader, native) {
      const visit = visitFor(reader, native);
      const found = 'the handler found no such object';
      const finding: Finding = {
        state: 'failed',
        kind: 'absent',
        demand: 'an object',
        found,
        cause: 'not-403',
        absent: true,
      };
      const decision = conclude(visit, finding);
      if (decision.allowed) throw new TypeError('an absent object was allowed');
      return decision.answer;
    },
    async read(id) {
      let found: Denial | undefined;
      try {
        found = await journal.read(id);
      } catch (error) {
        tell(error, 'journal');
      }
      return found ?? spare.read(id);
    },
    accept(requirement) {
      if (!requirement.asksCaller || authenticators.length > 0) return;
      const message = `"${requirement.demand}" needs a caller, and this guard has no way of knowing one.`;
      throw new GuardError('no-authenticator', message, 'Give createGuard an authenticate.');
    },
    report: (error) => tell(error, 'guard'),
    journal,
  };
}

/** After the answer is on its way. Where a platform has no such queue, at once. */
const later: (work: () => void) => unknown = globalThis.setImmediate ?? ((work) => work());

let pool = Buffer.alloc(0);
let used = 0;

/** 96 random bits: ids must not be guessed, since a denial may be asked for by its id. Drawn in stock, for speed. */
function randomId(): string {
  if (used >= pool.length) {
    pool = randomBytes(3072);
    used = 0;
  }
  used += 12;
  return pool.toString('base64url', used - 12, used);
}

/** The answer when a guard itself fails: nothing passes, and nothing of the error is told. */
export function faultAnswer(): Answer {
  const body = '{"type":"about:blank","title":"Service Unavailable","status":503}\n';
  const headers = [
    ['content-type', 'application/problem+json'],
    ['content-length', String(body.length)],
    ['cache-control', 'no-store'],
  ] as const;
  return { status: 503, headers, body };
}

/** A decision as an adapter gets it. */
export type SafeDecision = Extract<Decision, { allowed: true }> | { readonly allowed: false; readonly answer: Answer };

/** Decides, and turns a guard that throws into a refusal. What adapters call. */
export function decideSafely<N>(
  guard: Guard,
  reader: Reader<N>,
  native: N,
  requirement: Requirement,
): Eventually<SafeDecision> {
  try {
    const decision = guard.decide(reader, native, requirement);
    if (!isPromise(decision)) return decision;
    return decision.catch((error: unknown) => broken(guard, error));
  } catch (error) {
    return broken(guard, error);
  }
}

function broken(guard: Guard, error: unknown): { readonly allowed: false; readonly answer: Answer } {
  guard.report(error);
  return { allowed: false, answer: faultAnswer() };
}

function reportFault(error: unknown, what: string): void {
  console.error(`why403 guard: the ${what} failed: ${plain(messageOf(error))}`);
}
