import {
  CAUSE_GROUPS,
  type Claim,
  certaintyOf,
  type Exchange,
  type Imported,
  isSafeRequest,
  passwordsOf,
} from '@why403/core';
import { SendError } from '../send/error.ts';
import { BudgetError } from '../send/sender.ts';
import { originOf } from '../send/target.ts';
import { differences } from './compare-working.ts';
import { mend } from './mend.ts';
import { leaveQuestion } from './person.ts';
import { askFirst } from './prove.ts';
import { questions } from './questions.ts';
import {
  control,
  type InvestigateOptions,
  judgement,
  type Mended,
  may,
  mayHide,
  mayVary,
  newSession,
  PROOF,
  refused,
  type Session,
  type Step,
} from './session.ts';

export type { InvestigateOptions, Mended, Step } from './session.ts';

/** What the experiments found. */
export interface Investigation {
  readonly exchange: Exchange;
  readonly claims: readonly Claim[];
  readonly steps: readonly Step[];
  readonly mended: readonly Mended[];
  readonly notes: readonly { readonly kind: 'gap' | 'question' | 'hop'; readonly text: string }[];
  /** The refusal stood as long as it was asked for: what passed did not pass by chance. */
  readonly held: boolean;
  /** Every exchange of the session, in the order in which they ended. */
  readonly exchanges: readonly Exchange[];
}

/**
 * Sends the refused request, and then the questions that tell most, each with one thing changed, until the cause is proven,
 * nothing would tell more, or the budget ends. Throws SendError where the first request gets no answer.
 */
export async function investigate(imported: Imported, options: InvestigateOptions): Promise<Investigation> {
  const { request, gaps } = imported.exchange;
  const { sender } = options;
  options.progress?.(`sending ${request.method} ${request.url}`);
  const send = (): Promise<Exchange> => sender.send(request, imported.send);
  const first = await (options.watch ? options.watch(send) : send());
  const base = { ...first, gaps: [...gaps, ...first.gaps], carriers: carriersOf(options.credentials) };
  const session = newSession(base, imported, options);
  let held = false;
  try {
    await all(session);
    held = await confirm(session);
  } catch (error) {
    if (error instanceof SendError)
      session.notes.push({ kind: 'gap', text: `The experiments ended early: ${error.message}` });
    else if (!(error instanceof BudgetError)) throw error;
  }
  return {
    exchange: session.base,
    claims: session.claims,
    steps: session.steps,
    mended: session.mended,
    notes: session.notes,
    held,
    exchanges: sender.exchanges(),
  };
}

/** What `--as` gives another credential for carries one in the refused request as well. */
function carriersOf(credentials: InvestigateOptions['credentials']): NonNullable<Exchange['carriers']> {
  type Carriers = NonNullable<Exchange['carriers']>;
  return credentials.flatMap(
    ({ header: [field, value] }): Carriers =>
      /^cookie$/i.test(field)
        ? value.split(/;\s*/).map((pair) => ({ in: 'cookie', name: pair.split('=', 1)[0]! }))
        : [{ in: 'header', name: field }],
  );
}

/** Refusals that must have been seen before a request that passed is told as tried: who refuses now and then lets anything pass. */
const STEADY = 4;
/** From this probability on, a refused password counts as one that may be wrong. */
const SUSPICION = 0.5;
/** How many of them must come after the last question. */
const FRESH = 2;

async function confirm(session: Session): Promise<boolean> {
  const waited = session.seen.some(({ variation, outcome }) => variation.wait && outcome === 'allowed');
  const repeated = session.claims.some(({ bits }) => bits === PROOF);
  if (!session.mended.length || waited || repeated || !mayVary(session)) return !session.unstable;
  // What may change something is not asked again and again: the refusals so far have to do.
  if (!isSafeRequest(session.imported.exchange.request)) return !session.unstable && session.refusals > 1;
  for (let fresh = 0; fresh < FRESH || session.refusals < STEADY; fresh++) {
    if (session.unstable || session.sender.left() < 1 || session.sender.waitMs(session.imported.exchange.request) > 0)
      return false;
    if ((await control(session)) !== true) return false;
  }
  return true;
}

async function all(session: Session): Promise<void> {
  const { request } = session.imported.exchange;
  // what the number or the words do not show to be a refusal, the server's own files and logs may
  const failed = (session.base.response?.status ?? 0) >= 400 && (session.base.response?.status ?? 0) < 500;
  if ((refused(session) || failed) && session.options.inspect) {
    session.claims.push(...(await session.options.inspect(session.base)));
    if (shownOnServer(session)) {
      const [top] = judgement(session).ranked;
      // Where no change on the server is known, what the caller can send instead is all there is to tell.
      return top && session.options.changes?.().includes(top.cause.id) ? undefined : mend(session);
    }
  }
  const elsewhere = [...(session.base.redirects ?? []), session.base]
    .map(({ request: { url } }) => originOf(url))
    .find((origin) => origin !== originOf(request.url));
  if (elsewhere !== undefined) {
    session.notes.push({
      kind: 'gap',
      text: `A redirect led to ${elsewhere}, so nothing more was asked. To look into that answer, give why403 its own address.`,
    });
    return;
  }
  await suspectPassword(session);
  // one question tells an absent object from one that is hidden; what is no refusal otherwise is asked nothing
  if (!refused(session) && mayHide(session)) await questions(session, 1);
  if (!refused(session) || certaintyOf(judgement(session)) === 'proven') return mend(session);
  // a control first: where the refusal is not stable, no question would be answered
  const soon = session.sender.waitMs(request) === 0 && isSafeRequest(request) && may(session, request);
  if (soon && (await control(session)) === false) return;
  if (session.options.working) await differences(session, session.options.working);
  await questions(session);
  await mend(session);
  if (certaintyOf(judgement(session)) !== 'proven' && !session.unstable) leaveQuestion(session);
}

/**
 * A password that may be wrong is not tried again: that could count towards a lock-out. It is taken for right where the words name
 * another cause than the login and the server is seen to know it: without it, it asks for one.
 */
async function suspectPassword(session: Session): Promise<void> {
  const { exchange, send } = session.imported;
  const passwords = passwordsOf(exchange.request);
  if (!refused(session) || (passwords.length === 0 && send.user === undefined)) return;
  const wrong = judgement(session)
    .ranked.filter(({ cause }) => CAUSE_GROUPS.authentication.some((id) => id === cause.id))
    .reduce((sum, { probability }) => sum + probability, 0);
  const isSuspect = session.base.response?.status === 401 || wrong >= SUSPICION;
  if (!isSuspect && (worksElsewhere(session, passwords) || (await isAskedFor(session)))) return;
  session.sender.spendPasswords(exchange.request, send);
  session.notes.push({
    kind: 'gap',
    text: 'The password may be wrong, so nothing more was sent with it: a second try could count towards a lock-out.',
  });
}

/** Whether the user says of a request with the same password that it works. */
function worksElsewhere({ options: { working } }: Session, passwords: readonly string[]): boolean {
  return working !== undefined && passwordsOf(working.exchange.request).some((one) => passwords.includes(one));
}

/** Whether the same request without the password is told to sign in. */
async function isAskedFor(session: Session): Promise<boolean> {
  const answer = await askFirst(
    session,
    ({ request, send, elsewhere, prepare, wait, wrong, given }) =>
      passwordsOf(request).length === 0 &&
      (send ?? session.imported.send).user === undefined &&
      !(elsewhere || prepare || wait || wrong || given),
  );
  return answer?.exchange?.response?.status === 401;
}

/** Whether the server's files or logs prove a cause that the server's admin has to mend: no request would tell or help more. */
function shownOnServer(session: Session): boolean {
  const now = judgement(session);
  const [top] = now.ranked;
  return (
    certaintyOf(now) === 'proven' &&
    top?.cause.who[0] === 'server-admin' &&
    top?.claims.some(({ claim }) => claim.by.startsWith('inspect/') && claim.weight === 'proves') === true
  );
}
