// Questions put to the server one after the other, the one that tells most for its cost first.
import {
  type Claim,
  catalogue,
  certaintyOf,
  claimsOfOutcome,
  type Exchange,
  nextVariation,
  type Request,
  type Variation,
} from '@why403/core';
import { askPerson } from './person.ts';
import { prove } from './prove.ts';
import { ask, judgement, materialOf, may, missing, type Session, turned, waits } from './session.ts';

/** One question after the other, the one that tells most first, at most so many. */
export async function questions(session: Session, most = Number.MAX_VALUE): Promise<void> {
  const asked = new Set(session.seen.map(({ variation }) => keyOf(variation)));
  const before = asked.size;
  while (!session.unstable && asked.size - before < most) {
    const now = judgement(session);
    if (certaintyOf(now) === 'proven') return;
    const posterior = now.ranked.map(({ cause, probability }) => ({ cause: cause.id, probability }));
    const material = materialOf(session);
    const variations = catalogue.experiments
      .flatMap((e) => e.vary(now.case, material, catalogue.causes))
      .filter((v) => !asked.has(keyOf(v)) && may(session, v.request, v.send, v.wrong && 'wrong'));
    const planned = nextVariation(doubted(posterior), variations);
    // a person is asked while a wait would only pass: the time that the answer takes counts towards it
    const waits =
      planned !== undefined && (planned.variation.wait ?? session.sender.waitMs(planned.variation.request)) > 0;
    if (await askPerson(session, now.ranked, waits ? 0 : (planned?.bits ?? 0))) continue;
    // what the user gave is tried before giving up, however sure words alone look
    const next = planned?.variation ?? variations.find(({ given }) => given);
    if (!next) return;
    asked.add(keyOf(next));
    if (!(await hasLeave(session, next))) continue;
    if (!(await question(session, next, posterior))) return;
  }
}

/** Whether a question that may cost the user something may be put: a wrong password, a long wait. What was not put is said. */
async function hasLeave(session: Session, variation: Variation): Promise<boolean> {
  if (variation.wrong === 'password') {
    const ask =
      'To see whether the password is read, a wrong one is sent once. Servers may count it towards a lock-out. Send it?';
    if (await session.options.confirm?.(ask)) return true;
    missing(
      session,
      'A wrong password was not tried, as it could count towards a lock-out (asked for on a terminal only)',
    );
    return false;
  }
  if (!variation.wait) return true;
  const left = variation.wait - (performance.now() - session.answered);
  return left <= 0 || waits(session, left, 'To tell a rate limit apart');
}

// Words mislead together: what the planner believes is flattened, so that a sure look alone ends no search.
function doubted<T extends { readonly probability: number }>(posterior: readonly T[]): readonly T[] {
  const flat = posterior.map((p) => ({ ...p, probability: p.probability ** 0.6 }));
  const total = flat.reduce((sum, { probability }) => sum + probability, 0);
  return flat.map((p) => ({ ...p, probability: p.probability / total }));
}

/** Puts one question; false where no more can be asked. */
export async function question(
  session: Session,
  variation: Variation,
  posterior: Parameters<typeof claimsOfOutcome>[0],
): Promise<boolean> {
  const { request, pages } = await prepared(session, variation);
  if (request === undefined) {
    if (session.sender.left() < 1) return false;
    for (const [cause, weight] of Object.entries(variation.barren?.(pages) ?? {}) as [
      Claim['cause'],
      Claim['weight'],
    ][])
      session.claims.push({
        cause,
        weight,
        says: `${variation.changed}: the pages hold none`,
        at: [],
        quote: { from: `experiment ${variation.experiment}`, text: '' },
        by: `experiment/${variation.experiment}`,
      });
    return true;
  }
  const send = variation.send ?? session.imported.send;
  // what came with the pages may make another request of it than was planned
  if (!may(session, request, send, variation.wrong && 'wrong')) return true;
  const answer = await ask(
    session,
    variation.changed,
    variation.experiment,
    { request, send },
    variation.wrong && 'wrong',
  );
  if (!answer) return false;
  const { outcome, exchange } = answer;
  session.seen.push({ variation, outcome, ...(exchange && { exchange }) });
  if (outcome === 'failed') return true;
  if (exchange) session.claims.push(...(variation.read?.(exchange) ?? []));
  const proved =
    outcome === 'allowed' && !variation.elsewhere
      ? await prove(session, { request, send }, variation.turn, variation.changed, variation.experiment)
      : { turn: variation.turn, certain: false };
  if (session.unstable) return false;
  session.claims.push(...claimsOfOutcome(posterior, variation, outcome, String(exchange?.response?.status ?? '')));
  if (outcome === 'allowed') {
    turned(
      session,
      proved.turn,
      proved.certain === true,
      `${variation.changed}, it passes`,
      variation.experiment,
      exchange?.response?.status,
      variation.settles === true,
    );
    if (variation.fix && !variation.elsewhere) session.mended.push({ text: variation.fix, request, send });
  }
  return true;
}

/** The request of a variation, pages that it needs fetched first. */
export async function prepared(
  session: Session,
  variation: Variation,
): Promise<{ readonly request?: Request; readonly pages: readonly Exchange[] }> {
  const pages: Exchange[] = [];
  if (!variation.finish) return { request: variation.request, pages };
  for (const page of variation.prepare ?? []) {
    const answer = await ask(session, `the page ${page.url}, for its token`, variation.experiment, {
      request: page,
      send: session.imported.send,
    });
    if (!answer?.exchange) break;
    pages.push(answer.exchange);
    const request = variation.finish(pages);
    if (request) return { request, pages };
  }
  return { pages };
}
// two experiments may come to the same request; it is asked once
function keyOf(v: Variation): string {
  return JSON.stringify([v.request, v.send ?? null, v.prepare ?? null, v.wait ?? 0]);
}
