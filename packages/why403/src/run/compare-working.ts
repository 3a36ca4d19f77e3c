// The smallest difference between the refused request and one that works.
import {
  asksForAnother,
  CAUSE_GROUPS,
  type Claim,
  catalogue,
  certaintyOf,
  claimsOfChanges,
  type Imported,
  meaningOf,
  nameOf,
  type Request,
  type Sendable,
  shrink,
  type Unit,
  unitsOf,
  weightOf,
} from '@why403/core';
import { originOf } from '../send/target.ts';
import { prove } from './prove.ts';
import { ask, judgement, list, may, mayVary, type Session, turned } from './session.ts';
import { compareTexts } from './unsent.ts';

/** The smallest difference between the refused request and the one that works. */
export async function differences(session: Session, working: Imported): Promise<void> {
  const refused: Sendable = { request: session.imported.exchange.request, send: session.imported.send };
  const allowed: Sendable = { request: working.exchange.request, send: working.send };
  session.compared = true;
  const unsent = session.options.permission.workingBecause;
  const away = originOf(allowed.request.url) !== originOf(refused.request.url);
  if (unsent !== undefined || !may(session, allowed.request, allowed.send)) {
    const why = unsent ?? `The working request was not sent: ${session.sender.refuses(allowed.request, allowed.send)}`;
    asTexts(session, working, why);
    return;
  }
  const units = unitsOf(refused, allowed);
  if (!units.length) {
    session.notes.push({
      kind: 'gap',
      text: 'The working request is the refused one: the difference lies below HTTP, or not in the requests at all.',
    });
    return;
  }
  const control = await ask(session, 'the working request', 'working', allowed);
  if (!control) return;
  if (control.outcome !== 'allowed') {
    session.notes.push({
      kind: 'gap',
      text: `The working request does not pass now (${control.exchange?.response?.status ?? 'no answer'}), so it cannot be compared with.`,
    });
    if (control.outcome === 'refused-alike')
      session.claims.push(
        ...claimsOfChanges(['time'], catalogue.causes, {
          says: 'the request that is said to work is refused alike',
          quote: { from: 'experiment working', text: String(control.exchange?.response?.status ?? '') },
          by: 'experiment/working',
        }),
      );
    return;
  }
  // each goes where the user sent it; nothing of one goes to where the other goes
  if (away) {
    asTexts(session, working, 'The working request goes to another origin, and passes there.');
    return;
  }
  const other = units.filter((u) => u.kind === 'method' || u.kind === 'path');
  const rest = units.filter((u) => u.kind !== 'method' && u.kind !== 'path');
  const found = other.length ? await elsewhere(session, other, rest, refused) : await smallest(session, units, refused);
  if (!found) return;
  await conclude(session, found, refused, allowed, units.length);
}

/** What the texts of the two say, where no request can. */
function asTexts(session: Session, working: Imported, why: string): void {
  const { claims, notes } = compareTexts({ ...session.imported, exchange: session.base }, working);
  session.notes.push({ kind: 'gap', text: why }, ...notes);
  session.claims.push(...claims);
}

/** The working request asks for another thing: only what both could have alike is worth carrying over. */
export async function elsewhere(
  session: Session,
  other: readonly Unit[],
  rest: readonly Unit[],
  refused: Sendable,
): Promise<readonly Unit[] | undefined> {
  const shared = rest.filter(
    (u) => u.kind === 'header' || u.kind === 'cookie' || u.kind === 'certificate' || u.kind === 'connection',
  );
  if (shared.length && mayVary(session)) {
    const to = shared.reduce((s, u) => u.apply(s), refused);
    const answer = await ask(session, `with ${list(shared.map(nameOf))} of the working request`, 'difference', to);
    if (answer?.outcome === 'allowed') return await smallest(session, shared, refused);
  }
  return other;
}

export async function smallest(
  session: Session,
  units: readonly Unit[],
  refused: Sendable,
): Promise<readonly Unit[] | undefined> {
  if (units.length === 1) return units;
  const { case: c, ranked } = judgement(session);
  const share = new Map(ranked.map(({ cause, probability }) => [cause.id, probability]));
  const weight = (u: Unit): number => {
    const meant = Object.entries(meaningOf([u], c, catalogue.causes)).reduce(
      (sum, [cause, w]) => sum + (w === 'proves' || w === 'suggests' ? (share.get(cause as Claim['cause']) ?? 0) : 0),
      0,
    );
    return weightOf(u) * (0.3 + meant);
  };
  const shrunk = await shrink(units, weight, async (set) => {
    const to = set.reduce((s, u) => u.apply(s), refused);
    if (!may(session, to.request, to.send)) return undefined;
    const answer = await ask(session, `with ${list(set.map(nameOf))} of the working request`, 'difference', to);
    if (!answer) return undefined;
    return answer.outcome === 'allowed' ? 'allowed' : 'refused';
  });
  if (shrunk.found) return shrunk.found;
  session.notes.push({
    kind: 'gap',
    text: 'The budget ended before the smallest difference was found: --max-requests allows more.',
  });
  return undefined;
}

export async function conclude(
  session: Session,
  found: readonly Unit[],
  refused: Sendable,
  working: Sendable,
  of: number,
): Promise<void> {
  const { case: c } = judgement(session);
  const meant = meaningOf(found, c, catalogue.causes);
  const to = found.reduce((s, u) => u.apply(s), refused);
  const names = list(found.map(nameOf));
  const elsewhere = found.some((u) => asksForAnother(u, c));
  const says = `of ${of} differences to the working request ${found.length === 1 ? 'one turns' : 'these turn'} the answer: ${names}`;
  // words have proven it already: what is looked for is only a request that passes
  const known = certaintyOf(judgement(session)) === 'proven';
  const { turn, certain } =
    known || elsewhere
      ? { turn: meant, certain: undefined }
      : await prove(session, to, meant, `with ${names} of the working request`, 'difference');
  if (session.unstable && !known) return;
  if (!known) turned(session, turn, certain === true, says, 'difference', 200, !elsewhere);
  if (!known) sameCaller(session, refused.request);
  if (!elsewhere) session.mended.push({ text: `send it with ${names} of the working request`, ...to });
  else if (known && isAboutMethod(session) && found.every(({ kind }) => kind === 'method'))
    session.mended.push({ text: `send it with ${names}, as the working request`, ...working });
}

/** Where the method is what is wrong, the working request on the same path is the way to ask. */
function isAboutMethod(session: Session): boolean {
  return judgement(session).ranked[0]?.cause.otherMethod === true;
}

/** The same credential passes elsewhere: it is neither missing nor wrong. */
export function sameCaller(session: Session, refused: Request): void {
  const sent = credentialValues(refused);
  if (!sent || sent !== credentialValues(session.options.working!.exchange.request)) return;
  for (const cause of CAUSE_GROUPS.authentication)
    session.claims.push({
      cause,
      weight: 'doubts',
      bits: -3,
      says: 'the same credential passes on the working request',
      at: [],
      quote: { from: 'experiment working', text: '' },
      by: 'experiment/working',
    });
}
function credentialValues(request: Request): string {
  return request.headers
    .filter(([n]) => /^(?:authorization|cookie|.{0,30}(?:key|token).{0,20})$/i.test(n))
    .map(([n, v]) => `${n.toLowerCase()}: ${v}`)
    .sort()
    .join('\n');
}
