import { type Claim, certaintyOf, type Exchange, type Imported } from '@why403/core';
import { SendError } from '../send/error.ts';
import { BudgetError, createSender } from '../send/sender.ts';
import { differences } from './compare-working.ts';
import { mend } from './mend.ts';
import { leaveQuestion } from './person.ts';
import { questions } from './questions.ts';
import {
  control,
  type InvestigateOptions,
  judgement,
  type Mended,
  may,
  mayHide,
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
  readonly requests: number;
  /** Every exchange of the session, in the order in which they ended. */
  readonly exchanges: readonly Exchange[];
}

/**
 * Sends the refused request, and then the questions that tell most, each with one thing changed, until the cause is proven,
 * nothing would tell more, or the budget ends. Throws SendError where the first request gets no answer.
 */
export async function investigate(imported: Imported, options: InvestigateOptions): Promise<Investigation> {
  const { request, gaps } = imported.exchange;
  const own = [request.url, ...(options.working ? [options.working.exchange.request.url] : [])];
  const sender = createSender({
    origin: own,
    maxRequests: options.maxRequests,
    allowWrites: options.allowWrites,
    ...(options.signal && { signal: options.signal }),
  });
  options.progress?.(`sending ${request.method} ${request.url}`);
  const first = await sender.send(request, imported.send, 'own');
  const base = { ...first, gaps: [...gaps, ...first.gaps], carriers: carriersOf(options.credentials) };
  const session = newSession(base, imported, options, sender);
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
    requests: sender.sent(),
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
/** How many of them must come after the last question. */
const FRESH = 2;

async function confirm(session: Session): Promise<boolean> {
  const waited = session.seen.some(({ variation, outcome }) => variation.wait && outcome === 'allowed');
  const repeated = session.claims.some(({ bits }) => bits === PROOF);
  if (!session.mended.length || waited || repeated || !may(session, session.imported.exchange.request))
    return !session.unstable;
  for (let fresh = 0; fresh < FRESH || session.refusals < STEADY; fresh++) {
    if (session.unstable || session.sender.left() < 1 || session.sender.waitMs() > 0) return false;
    if ((await control(session)) !== true) return false;
  }
  return true;
}

async function all(session: Session): Promise<void> {
  if ((refused(session) || mayHide(session)) && session.options.inspect) {
    session.claims.push(...(await session.options.inspect(session.base)));
    if (shownOnServer(session)) {
      const [top] = judgement(session).ranked;
      // Where no change on the server is known, what the caller can send instead is all there is to tell.
      return top && session.options.changes?.().includes(top.cause.id) ? undefined : mend(session);
    }
  }
  // one question tells an absent object from one that is hidden; what is no refusal otherwise is asked nothing
  if (!refused(session) && mayHide(session)) await questions(session, 1);
  if (!refused(session) || certaintyOf(judgement(session)) === 'proven') return mend(session);
  // a control first: where the refusal is not stable, no question would be answered
  const soon = session.sender.waitMs() === 0 && may(session, session.imported.exchange.request);
  if (soon && (await control(session)) === false) return;
  if (session.options.working) await differences(session, session.options.working);
  await questions(session);
  await mend(session);
  if (certaintyOf(judgement(session)) !== 'proven' && !session.unstable) leaveQuestion(session);
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
