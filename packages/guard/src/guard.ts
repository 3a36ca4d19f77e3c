import { randomBytes } from 'node:crypto';
import { union } from 'valibot';
import { clientAddress, clientAddressFrom, type ForwardedBy, type TrustedProxies } from './address/client.ts';
import { addressKey } from './address/parse.ts';
import { joined, makeAnswer } from './answer/answer.ts';
import { type OnDenied, present } from './answer/own.ts';
import { after, ask, askToLoad, isPromise, messageOf } from './ask.ts';
import { blame } from './decision.ts';
import { makeDenial, verdictOf } from './denial.ts';
import { GuardError } from './error.ts';
import { callerKey, knownCaller } from './identify.ts';
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
import {
  authenticator,
  badOption,
  callback,
  checkOptions,
  checkParts,
  count,
  emptyList,
  having,
  maybe,
  oneOf,
  oneOrMore,
  options as optionsOf,
  printable,
  prompt,
  texts,
  tokenName,
} from './options.ts';
import { foreign } from './plain.ts';
import { makeRecorder } from './recorder.ts';
import type { Sealer } from './seal.ts';
import { VISIT } from './visit.ts';

export interface GuardOptions {
  /** How callers prove who they are; several are tried in order. */
  readonly authenticate?: Authenticator | readonly Authenticator[];
  /** Where denials are kept: the last 1,000 in this process by default. */
  readonly journal?: Journal;
  /** How much a refused caller is told: `hint` by default. */
  readonly disclose?: Disclosure;
  /** Answers refusals in the application's own way: a redirect to the login, a page, its error handler. */
  readonly onDenied?: OnDenied;
  /** Puts the decision into the answer, for the owner's key alone: `sealWith(secret)`. */
  readonly seal?: Sealer;
  /** The proxies before this server: their number or their addresses. None by default. */
  readonly trustProxies?: TrustedProxies;
  /** The header in which the proxies note who called them: `x-forwarded-for` by default. */
  readonly forwardedBy?: ForwardedBy;
  /** The realm of challenges: `api` by default. */
  readonly realm?: string;
  /** How long one requirement may take, in milliseconds: 5,000 by default. Then the request is refused. */
  readonly deadlineMs?: number;
  /** Hear of each denial: `openTelemetry()`, or functions of your own. */
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
  /** The answer as it is sent: the application's own where `onDenied` makes one. Adapters call it for a refusal. */
  present<N>(reader: Reader<N>, native: N, answer: Answer): Answer;
  /** A denial by its id, from the journal, else from the last 100 of this process. */
  read(id: string): Promise<Denial | undefined>;
  /** Hands to the journal what waits for it; for the end of a server. */
  flush(): Promise<void>;
  /** Denials that the journal was not given, since there were too many of them or it failed. */
  readonly omitted: number;
  /** Refuses to guard a route with what this guard can never judge. */
  accept(requirement: Requirement): void;
  /** Tells `onFault` of a failure of the guard itself. */
  report(error: unknown): void;
  readonly journal: Journal;
}

const OPTIONS = optionsOf({
  authenticate: maybe(
    union(
      [oneOrMore(authenticator, 'authenticators'), emptyList],
      'an authenticator with scheme, challenge and authenticate, or a list of them',
    ),
  ),
  journal: maybe(having('a journal', 'write', 'read', 'recent')),
  disclose: maybe(oneOf('none', 'hint', 'full')),
  seal: maybe(having('a sealer', 'seal')),
  trustProxies: maybe(union([count(0, 19), texts], 'the number of proxies, 0 to 19, or a list of their addresses')),
  forwardedBy: maybe(tokenName),
  realm: maybe(printable),
  deadlineMs: maybe(count(1, 600_000)),
  onDenied: maybe(prompt),
  observe: maybe(oneOrMore(callback, 'a function, or a list of them')),
  onFault: maybe(callback),
  now: maybe(prompt),
  makeId: maybe(prompt),
});

/**
 * Makes a guard. Nothing is asked of the network or of a store before the first request.
 * @throws {GuardError} where options cannot be used.
 */
export function createGuard(options: GuardOptions = {}): Guard {
  checkOptions('createGuard', OPTIONS, options);
  if (options.forwardedBy !== undefined && options.trustProxies === undefined) {
    const hint = 'Give trustProxies: the number of proxies before this server, or their addresses.';
    const place = { of: 'createGuard', name: 'trustProxies' };
    throw badOption(place, 'is missing, and forwardedBy is read from proxies alone', hint, { got: 'undefined' });
  }
  const authenticators = [options.authenticate ?? []].flat();
  const journal = options.journal ?? memoryJournal();
  const { disclose = 'hint', seal, realm = 'api', now = Date.now, makeId = randomId, onFault = reportFault } = options;
  const observers = [options.observe ?? []].flat();
  const recorder = makeRecorder(journal, (error) => tell(error, 'journal'));
  const settings: Settings = {
    authenticators,
    deadlineMs: options.deadlineMs ?? 5000,
    resolveAddress: clientAddressFrom(options.trustProxies ?? 0, options.forwardedBy ?? 'x-forwarded-for'),
    owners: {
      issuer: authenticators[0]?.issuer,
      kind: authenticators.length > 0 && authenticators.every((one) => one.kind === 'machine') ? 'machine' : 'person',
    },
    reportShadow: (visit, finding) => record(visit, finding, makeId(), 'shadow'),
  };

  function visitFor(reader: Reader, native: Native): Visit {
    const before: Visit | undefined = native[VISIT];
    const time = now();
    // No token would be past its time, and no window over, at a time that is no number.
    if (!Number.isFinite(time)) throw new TypeError('`now` of createGuard told no time');
    // A connection that is asked about for hours, as a WebSocket is, must not be known by what was true at its begin.
    const isRecent = before !== undefined && time - before.now < RECENT_MS;
    const isOurs = isRecent && before.settings === settings;
    const visit: Visit = {
      reader,
      native,
      received: isOurs ? before.received : reader.headers(native),
      now: isOurs ? before.now : time,
      settings,
      identity: isOurs ? before.identity : { who: undefined, address: undefined },
      // An outer guard's stay, whosever it is: a limit of this one must not write over those of that one.
      headers: isRecent ? before.headers : [],
      object: undefined,
    };
    native[VISIT] = visit;
    return visit;
  }

  function tell(error: unknown, what: 'journal' | 'observer' | 'guard'): void {
    try {
      const told = onFault(error, what) as unknown;
      if (isPromise(told)) told.then(undefined, () => undefined);
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

  /** Keeps a denial and tells the observers of it, where it is not one too many. Made only then, since that costs. */
  function record(visit: Visit, finding: Finding, id: string, shadowed?: 'shadow', made?: () => Denial): void {
    guarded('journal', () => {
      const caller = knownCaller(visit);
      const who = caller === undefined ? (addressKey(clientAddress(visit) ?? '', 56) ?? '-') : callerKey(caller);
      const cause = finding.state === 'fault' ? 'fault' : (blame(finding).leaf.cause ?? 'policy-denied');
      const isKept = recorder.admits(`${shadowed ?? ''}${cause}`, who, caller !== undefined, visit.now);
      if (!isKept && observers.length === 0) return;
      const denial = made?.() ?? makeDenial(visit, finding, id, shadowed);
      if (isKept) guarded('journal', () => recorder.keep(denial));
      for (const observer of observers) guarded('observer', () => observer(denial));
    });
  }

  function conclude(visit: Visit, outcome: Outcome): Decision {
    if (outcome === PASSED) {
      return { allowed: true, caller: knownCaller(visit), object: visit.object, headers: joined(visit.headers) };
    }
    const id = makeId();
    const { leaf } = blame(outcome);
    let made: Denial | undefined;
    const denialOf = (): Denial => {
      made ??= makeDenial(visit, outcome, id);
      return made;
    };
    const isWhole = disclose === 'full' || seal !== undefined;
    const verdict = isWhole ? denialOf() : { id, ...verdictOf(outcome) };
    const answer = makeAnswer({
      denial: verdict,
      leaf,
      disclose,
      sealed: seal?.seal(denialOf()),
      realm,
      authenticators,
      visit,
    });
    if (verdict.hidden && seal === undefined) {
      // Answers first and records afterwards: what a record of a hidden and of an absent object differ in is not to be
      // read off the clock. The connection may be gone by then.
      clientAddress(visit);
      later(() => record(visit, outcome, id, undefined, denialOf));
    } else record(visit, outcome, id, undefined, denialOf);
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
    // Whatever branch passed, the handler gets the object that its route was promised.
    if (outcome === PASSED && (requirement.load === undefined || visit.object !== undefined)) {
      return conclude(visit, PASSED);
    }
    return after(after(outcome, load), (value) => conclude(visit, value));

    function load(value: Outcome): Eventually<Outcome> {
      return value === PASSED && visit.object === undefined ? askToLoad(requirement, visit) : value;
    }
  }

  function shown<N>(reader: Reader<N>, native: N, answer: Answer): Answer {
    const { onDenied } = options;
    return onDenied === undefined ? answer : present(answer, onDenied, reader, native, (error) => tell(error, 'guard'));
  }

  return {
    decide,
    absent(reader, native) {
      const visit = visitFor(reader, native);
      const decision = conclude(visit, ABSENT);
      if (decision.allowed) throw new TypeError('an absent object was allowed');
      return shown(reader, native, decision.answer);
    },
    present: shown,
    read: (id) => recorder.read(id),
    flush: () => recorder.flush(),
    get omitted() {
      return recorder.omitted;
    },
    accept(requirement) {
      checkParts('guard', [requirement]);
      if (!requirement.asksCaller || authenticators.length > 0) return;
      const message = `"${requirement.demand}" needs a caller, and this guard has no way of knowing one.`;
      throw new GuardError('no-authenticator', message, 'Give createGuard an authenticate.', {
        name: 'authenticate',
        got: 'undefined',
      });
    },
    report: (error) => tell(error, 'guard'),
    journal,
  };
}

/** How long what was found out of a request holds for further guards and questions. */
const RECENT_MS = 30_000;

const ABSENT: Finding = {
  state: 'unknown',
  kind: 'absent',
  demand: 'an object',
  found: 'the handler found no such object',
  cause: 'not-403',
  absent: true,
};

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

/** Decides, and turns a guard that throws into a refusal. What adapters call; the answer is as it is sent. */
export function decideSafely<N>(
  guard: Guard,
  reader: Reader<N>,
  native: N,
  requirement: Requirement,
): Eventually<SafeDecision> {
  const decided = judgeSafely(guard, reader, native, requirement);
  if (isPromise(decided)) return decided.then((decision) => presented(guard, reader, native, decision));
  return presented(guard, reader, native, decided);
}

function presented<N>(guard: Guard, reader: Reader<N>, native: N, decision: SafeDecision): SafeDecision {
  return decision.allowed ? decision : { allowed: false, answer: guard.present(reader, native, decision.answer) };
}

/** Decides, and turns a guard that throws into a refusal. The answer is the default one. */
export function judgeSafely<N>(
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
  console.error(`why403 guard: the ${what} failed: ${foreign(messageOf(error))}`);
}
