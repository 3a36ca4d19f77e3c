// What passes once the request is changed proves a cause only after three questions: does the change name it alone, does what came
// along not pass by itself, and does it pass again between refusals.
import {
  catalogue,
  claimsOfOutcome,
  proofOf,
  type Sendable,
  type Turn,
  unitsOf,
  unproved,
  type Variation,
} from '@why403/core';
import { ask, certify, judgement, materialOf, may, type Session } from './session.ts';

/** What a turn was found to mean, and whether it was repeated: undefined where that was not to be found out. */
export interface Proved {
  readonly turn: Turn;
  readonly certain: boolean | undefined;
}

/** Puts a turn to the proof. `changed` and `id` are told with each request that this takes. */
export async function prove(session: Session, to: Sendable, turn: Turn, changed: string, id: string): Promise<Proved> {
  if (!proves(turn)) return { turn, certain: false };
  const refused: Sendable = { request: session.imported.exchange.request, send: session.imported.send };
  const units = unitsOf(refused, to);
  const weigh = (known: boolean | undefined) => proofOf(turn, units, refused, judgement(session), known);
  // whether the credential was known at all is asked where the proof hangs on it alone
  if (wasKnown(session) === undefined && !proves(weigh(undefined).turn) && proves(weigh(true).turn))
    await askWhetherKnown(session);
  const proof = weigh(wasKnown(session));
  if (!proves(proof.turn)) return { turn: proof.turn, certain: undefined };
  if (proof.control && may(session, proof.control.to.request, proof.control.to.send)) {
    const answer = await ask(session, proof.control.changed, id, proof.control.to);
    if (answer?.outcome !== 'refused-alike') return { turn: unproved(proof.turn), certain: undefined };
  }
  return { turn: proof.turn, certain: await certify(session, to, changed, id, proof.named) };
}

export function proves(turn: Turn): boolean {
  return Object.values(turn).includes('proves');
}

/** Whether the server took the credential for somebody's: it answers a wrong one otherwise. */
function wasKnown(session: Session): boolean | undefined {
  const wrong = session.seen.find(({ variation }) => variation.wrong)?.outcome;
  return wrong === 'refused-otherwise' ? true : wrong === 'refused-alike' ? false : undefined;
}

async function askWhetherKnown(session: Session): Promise<void> {
  await askFirst(session, ({ wrong }) => wrong === 'token');
}

/** Puts the first question of this kind that may be put, out of turn, and hears its answer as any other's. */
export async function askFirst(
  session: Session,
  isMeant: (variation: Variation) => boolean,
): Promise<Awaited<ReturnType<typeof ask>>> {
  const now = judgement(session);
  const variation = catalogue.experiments
    .flatMap((e) => e.vary(now.case, materialOf(session), catalogue.causes))
    .find(isMeant);
  if (!variation) return undefined;
  const send = variation.send ?? session.imported.send;
  const kind = variation.wrong && 'wrong';
  if (!may(session, variation.request, send, kind)) return undefined;
  const { changed, experiment, request } = variation;
  const answer = await ask(session, changed, experiment, { request, send }, kind);
  if (!answer || answer.outcome === 'failed') return answer;
  session.seen.push({ variation, ...answer });
  const posterior = now.ranked.map(({ cause, probability }) => ({ cause: cause.id, probability }));
  const status = String(answer.exchange?.response?.status ?? '');
  session.claims.push(...claimsOfOutcome(posterior, variation, answer.outcome, status));
  return answer;
}
