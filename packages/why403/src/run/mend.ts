import { catalogue, certaintyOf, type Sendable } from '@why403/core';
import { differences } from './compare-working.ts';
import { prove } from './prove.ts';
import { prepared } from './questions.ts';
import { ask, control, judgement, materialOf, may, mayVary, refused, type Session, turned } from './session.ts';

const PLACEHOLDER = /<[a-z][^<>"]{0,60}>/i;

/**
 * Looks for a request that passes, once the cause stands: what the server's side says passes, what follows from the cause itself, the experiment that turns it,
 * another credential that the user gave, what the working request has and this one lacks.
 */
export async function mend(session: Session): Promise<void> {
  const now = judgement(session);
  const [top] = now.ranked;
  if (!refused(session) || session.mended.length || session.unstable || !top || certaintyOf(now) === 'unknown') return;
  if (!mayVary(session)) return;
  const send = session.imported.send;
  for (const { cause, text, request } of session.options.remedies?.() ?? [])
    if (cause === top.cause.id && may(session, request) && (await passes(session, text, 'mended', { request, send })))
      return;
  for (const fix of top.cause.fixes(now.case)) {
    if (
      fix.request &&
      !PLACEHOLDER.test(JSON.stringify(fix.request)) &&
      may(session, fix.request) &&
      (await passes(session, fix.text, 'mended', { request: fix.request, send }))
    )
      return;
  }
  const material = { ...materialOf(session), mending: true as const };
  const asked = new Set(session.seen.map(({ variation }) => variation.changed));
  const helpful = catalogue.experiments
    .flatMap((e) => e.vary(now.case, material, catalogue.causes))
    .filter(
      (v) =>
        !asked.has(v.changed) &&
        v.fix !== undefined &&
        !v.elsewhere &&
        !v.wait &&
        !v.wrong &&
        may(session, v.request, v.send) &&
        v.expects(top.cause.id)[0] >= 0.25,
    );
  for (const variation of helpful.slice(0, 4)) {
    const { request } = await prepared(session, variation);
    if (!request) continue;
    const to: Sendable = { request, send: variation.send ?? send };
    if (!(await passes(session, variation.fix!, variation.experiment, to, variation.changed))) continue;
    // what passes may say that another cause was meant: that takes the whole proof
    if (session.mended.length && certaintyOf(now) !== 'proven') {
      const { turn, certain } = await prove(session, to, variation.turn, variation.changed, variation.experiment);
      if (!session.unstable)
        turned(session, turn, certain === true, `${variation.changed}, it passes`, variation.experiment, 200);
    }
    return;
  }
  if (session.options.working && !session.compared) await differences(session, session.options.working);
}

export async function passes(
  session: Session,
  text: string,
  id: string,
  to: Sendable,
  changed = text,
): Promise<boolean> {
  const answer = await ask(session, changed, id, to);
  // that it passes counts only while the refused one is still refused
  if (answer?.outcome === 'allowed' && (session.refusals > 1 || (await control(session)) !== false))
    session.mended.push({ text, ...to });
  return answer === undefined || answer.outcome === 'allowed';
}
