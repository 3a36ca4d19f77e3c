// What the experiments on one refusal share: the refused exchange, the sender with its budget, and what was found so far.
import {
  type CauseId,
  type Claim,
  catalogue,
  claimsOfChanges,
  compare,
  type Exchange,
  type Imported,
  isRefusal,
  isSafeRequest,
  type Judgement,
  judge,
  type Material,
  type Outcome,
  type Request,
  type Sendable,
  type SendOptions,
  type Turn,
  type Variation,
  wordsFor,
} from '@why403/core';
import { SendError } from '../send/error.ts';
import type { Confirm, Permission } from '../send/permission.ts';
import type { Sender, SendKind } from '../send/sender.ts';

/** One request of an experiment, as it will be told. */
export interface Step {
  readonly id: string;
  readonly changed: string;
  readonly request: Request;
  readonly send: SendOptions;
  readonly status: number | null;
  readonly outcome: Outcome;
  readonly says: string;
}

/** A request that was tried and passes. */
export interface Mended {
  readonly text: string;
  readonly request: Request;
  readonly send: SendOptions;
}

export interface InvestigateOptions {
  readonly permission: Permission;
  readonly sender: Sender;
  readonly credentials: Material['credentials'];
  readonly working?: Imported;
  /** What the server's own side says of the refusal: asked once, right after the first answer, so that its log line is there. */
  readonly inspect?: (exchange: Exchange) => Promise<readonly Claim[]>;
  /** Sends the first request while the server's processes are watched. */
  readonly watch?: (send: () => Promise<Exchange>) => Promise<Exchange>;
  /** Requests that pass by what the server's side says (a link signed as it signs it), once it was inspected. */
  readonly remedies?: () => readonly { readonly cause: CauseId; readonly text: string; readonly request: Request }[];
  /** The causes that a change on the server is known for, once it was inspected. */
  readonly changes?: () => readonly CauseId[];
  /** Paths of pages that hand a CSRF token out, by the application's source, once it was inspected. */
  readonly tokenPages?: () => readonly string[];
  /** Longest wait that is not asked for first, in milliseconds. */
  readonly maxWait?: number;
  /** Whether the way without the proxy may be tried too (`--try-direct`). */
  readonly tryDirect?: boolean;
  /** Asks the person for leave; absent where nobody can be asked. */
  readonly confirm?: Confirm;
  /** Waits and shows for how long; false where the person would not wait. */
  readonly wait?: (ms: number, why: string) => Promise<boolean>;
  /** Asks the person at the terminal; undefined where they do not know. Absent where nobody can be asked. */
  readonly person?: (question: string) => Promise<boolean | undefined>;
  readonly progress?: (text: string) => void;
  readonly signal?: AbortSignal;
}

/** Refusals that must have been seen before a turn is called proven: a server that refuses one time in four must not pass for a cause. */
const REFUSALS = 8;
/** As many where the answer's own words name what turns it: a chance turn would hardly fit them. */
const NAMED_REFUSALS = 4;
/** Times that the turned request must have passed, refusals between them. */
const PASSES = 2;
/** Longest wait that is not asked for first, in milliseconds, unless the user says otherwise. */
export const DEFAULT_WAIT = 10_000;
/** Bits of a turn that was repeated: more than any words. */
export const PROOF = 22;

/** Bits of such a turn that could not be repeated as often. */
const TURN = 10;

/** The state of one investigation. It only grows. */
export interface Session {
  readonly base: Exchange;
  readonly imported: Imported;
  readonly options: InvestigateOptions;
  readonly sender: Sender;
  readonly claims: Claim[];
  readonly steps: Step[];
  readonly mended: Mended[];
  readonly notes: { kind: 'gap' | 'question' | 'hop'; text: string }[];
  readonly seen: { variation: Variation; outcome: Outcome; exchange?: Exchange }[];
  /** Times that the refused request, or one that turned out to change nothing, was refused alike. */
  refusals: number;
  /** The server answered the same request now so, now so: no turn can be trusted. */
  unstable: boolean;
  /** Whether the working request was compared with. */
  compared: boolean;
  /** When the last answer came, on the clock of `performance.now()`. */
  answered: number;
}

export function newSession(base: Exchange, imported: Imported, options: InvestigateOptions): Session {
  return {
    base,
    imported,
    options,
    sender: options.sender,
    claims: [],
    steps: [],
    mended: [],
    notes: [],
    seen: [],
    refusals: 1,
    unstable: false,
    compared: false,
    answered: performance.now(),
  };
}

/** What experiments may look at. */
export function materialOf(session: Session): Material {
  const { imported, options, seen } = session;
  return {
    send: imported.send,
    credentials: options.credentials,
    seen,
    ...(options.tryDirect && { direct: true }),
    ...(options.tokenPages && { tokenPages: options.tokenPages() }),
    ...(options.working && { working: options.working }),
  };
}

export function judgement(session: Session): Judgement {
  return judge(session.base, catalogue, session.claims);
}

export function refused(session: Session): boolean {
  return session.base.response !== undefined && isRefusal(judgement(session));
}

/** Whether the answer says that nothing is there, as servers also do to hide what they refuse. */
export function mayHide(session: Session): boolean {
  const status = session.base.response?.status;
  return status === 404 || status === 410;
}

/** May this request be sent, by what the sender's permission says. */
export function may(session: Session, request: Request, send?: SendOptions, kind?: SendKind): boolean {
  return session.sender.refuses(withoutLength(request), send ?? session.imported.send, kind) === undefined;
}

/** May the refused request be varied: it asks to change nothing, or there is leave to. */
export function mayVary(session: Session): boolean {
  return session.options.permission.writes || isSafeRequest(session.imported.exchange.request);
}

/**
 * Waits, where that may be: not longer than the user allows, or after a yes. `why` says what for. False where the wait was not
 * begun, or was ended early; what was not found out for it is said.
 */
export async function waits(session: Session, ms: number, why: string): Promise<boolean> {
  const { confirm, wait, signal, maxWait = DEFAULT_WAIT } = session.options;
  const known = Number.isFinite(ms);
  const long = known ? `${Math.ceil(ms / 1000)} seconds` : 'a time that cannot be read';
  if (ms > maxWait && !(known && (await confirm?.(`${why} takes ${long}. Wait?`)))) {
    missing(
      session,
      `${why} takes ${long}${known ? ', more than --max-wait allows' : ''}: what else was to be asked was not.`,
    );
    return false;
  }
  if (wait ? await wait(ms, why) : await sleep(ms, signal).then(() => true)) return signal?.aborted !== true;
  missing(session, `${why}: the wait was ended early, and what else was to be asked was not.`);
  return false;
}

export async function ask(
  session: Session,
  changed: string,
  id: string,
  to: Sendable,
  kind?: SendKind,
): Promise<{ exchange?: Exchange; outcome: Outcome } | undefined> {
  // a chain of redirects is asked as a whole: its middle would pass for an answer
  const steps = to.send.follow ? 1 + (session.base.redirects?.length ?? 0) : 1;
  if (session.sender.left() < steps || session.options.signal?.aborted || !may(session, to.request, to.send, kind))
    return undefined;
  // Only where it goes itself: a limit is taken for that of the whole origin, as nothing tells how far it reaches, and a
  // request during the wait may prolong it. So no experiment is put meanwhile: they all go home.
  const wait = session.sender.waitMs(to.request);
  if (wait > 0 && !(await waits(session, wait, 'The wait that the server asks for'))) return undefined;
  session.options.progress?.(`asking: ${changed}`);
  let exchange: Exchange | undefined;
  let outcome: Outcome = 'failed';
  let says = '';
  try {
    exchange = await session.sender.send(withoutLength(to.request), to.send, kind);
    outcome = compare(session.base, exchange, catalogue);
    noticeHttps(session, exchange);
    if (outcome === 'refused-alike') session.refusals++;
  } catch (error) {
    if (!(error instanceof SendError) || error.code === 'ABORTED') throw error;
    says = error.message;
  }
  session.answered = performance.now();
  const status = exchange?.response?.status ?? null;
  session.steps.push({ id, changed, request: to.request, send: to.send, status, outcome, says });
  return { ...(exchange && { exchange }), outcome };
}

/** Says once what could not be found out, so that the diagnosis so far does not pass for a whole one. */
export function missing(session: Session, text: string): void {
  if (!session.notes.some((note) => note.text === text)) session.notes.push({ kind: 'gap', text });
}

/** A redirect to https on another path of the site says that plain http is not wanted. */
export function noticeHttps(session: Session, { response }: Exchange): void {
  const to = response?.headers.find(([n]) => n.toLowerCase() === 'location')?.[1] ?? '';
  if (
    !/^http:/i.test(session.base.request.url) ||
    !/^https:/i.test(to) ||
    (response?.status ?? 0) < 300 ||
    session.claims.some(({ by }) => by === 'experiment/redirect')
  )
    return;
  session.claims.push(
    ...claimsOfChanges(['plain-http-elsewhere'], catalogue.causes, {
      says: 'other requests to this site are led to https',
      quote: { from: 'experiment redirect', text: to.slice(0, 200) },
      by: 'experiment/redirect',
    }),
  );
}

/** The refused request once more. Whether it is still refused alike. */
export async function control(session: Session): Promise<boolean | undefined> {
  const answer = await ask(session, 'nothing: the same request again', 'control', {
    request: session.imported.exchange.request,
    send: session.imported.send,
  });
  if (!answer || answer.outcome === 'failed') return undefined;
  if (answer.outcome === 'refused-alike') return true;
  session.unstable = true;
  session.notes.push({
    kind: 'gap',
    text: 'The refusal is not stable: the same request was answered otherwise the next time, so no turn is called proven.',
  });
  if (answer.outcome === 'allowed')
    session.claims.push(
      ...claimsOfChanges(['time'], catalogue.causes, {
        says: 'the same request passes now and is refused then',
        quote: { from: 'experiment control', text: String(answer.exchange?.response?.status ?? '') },
        by: 'experiment/control',
      }),
    );
  return false;
}

/** Refused, allowed, refused, allowed: as often as a proof takes. Undefined where the budget ended first. */
export async function certify(
  session: Session,
  to: Sendable,
  changed: string,
  id: string,
  named = false,
): Promise<boolean | undefined> {
  // A request that may change something is not sent again once it passed: the refused one stands for the proof, if it may.
  if (!isSafeRequest(to.request)) return (await control(session)) === false ? false : undefined;
  let passes = 1;
  const refusals = named ? NAMED_REFUSALS : REFUSALS;
  while (session.refusals < refusals || passes < PASSES) {
    const stable = await control(session);
    if (stable !== true) return stable;
    if (passes < PASSES) {
      const again = await ask(session, `${changed}, again`, id, to);
      if (!again) return undefined;
      if (again.outcome !== 'allowed') {
        session.unstable = true;
        session.notes.push({
          kind: 'gap',
          text: `What passed once (${changed}) did not pass again, so no turn is called proven.`,
        });
        return false;
      }
      passes++;
    }
  }
  return true;
}

/** Bits against what has nothing to do with a change that turned the answer, where what the change means is not sure. */
const UNTURNED = -5;

/** What a turn means, as claims: proven ones only after they were repeated. */
export function turned(
  session: Session,
  turn: Turn,
  certain: boolean,
  says: string,
  id: string,
  status: number | undefined,
  about = false,
): void {
  const quote = { from: `experiment ${id}`, text: `${session.base.response?.status ?? ''} → ${status ?? ''}` };
  // one change turned it: what has nothing to do with that change did not refuse
  if (about && Object.keys(turn).length) {
    // a turn that proves nothing leaves what the answer's own words say standing
    const open = !Object.values(turn).includes('proves');
    const now = judgement(session);
    for (const { cause } of now.ranked) {
      // the answer's own words may say better than we what the changed part was for
      const named = wordsFor(now, cause.id).some(
        ({ claim: { weight } }) => weight === 'suggests' || weight === 'proves',
      );
      if (!(cause.id in turn) && !(named && open))
        session.claims.push({
          cause: cause.id,
          weight: 'doubts',
          bits: open ? UNTURNED : -TURN,
          says: `what turns the answer has nothing to do with it: ${says}`,
          at: [],
          quote,
          by: `experiment/${id}`,
        });
    }
  }
  for (const [cause, weight] of Object.entries(turn) as [Claim['cause'], Claim['weight']][]) {
    session.claims.push({
      cause,
      weight: weight === 'proves' && !certain ? 'suggests' : weight,
      ...(weight === 'proves' && { bits: certain ? PROOF : TURN }),
      says,
      at: [],
      quote,
      by: `experiment/${id}`,
    });
  }
}
// the sender counts the body anew: a length left over from another body would make the server wait
function withoutLength(request: Request): Request {
  return { ...request, headers: request.headers.filter(([name]) => name.toLowerCase() !== 'content-length') };
}

/** Names in a sentence, the rest as a number. */
export function list(names: readonly string[]): string {
  return names.length > 4 ? `${names.slice(0, 3).join(', ')} and ${names.length - 3} more` : names.join(' and ');
}

export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
