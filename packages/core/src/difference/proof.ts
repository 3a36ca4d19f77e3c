// A turn proves a cause where what changed names that cause alone. A change that moves two things at once (the scheme that a proxy
// tells, and with it whether Origin fits; the client's name, and with it the session that is bound to it) names two causes: then the
// answer's own words, or a further request, must say which. Words that name another cause are heard: no turn outweighs them.
import type { Judgement, Ranked, Weighed } from '../engine/judge.ts';
import { credentialsOf, isStandard } from '../model/case.ts';
import type { Case, Cause, LooksAt } from '../model/cause.ts';
import type { CauseId } from '../model/cause-id.ts';
import type { Span } from '../model/exchange.ts';
import type { Turn } from '../model/experiment.ts';
import { sameSecret } from '../model/secret.ts';
import { overlap } from '../model/span.ts';
import { hasHeader, withHeader } from '../model/vary.ts';
import { isAddressHeader, isClientHeader, isOriginHeader, isSchemeHeader, meaningOf, OBJECT } from './meaning.ts';
import type { Sendable, Unit } from './units.ts';

/** Bits from which the answer's own words count as naming a cause. */
const NAMED = 1.5;
/** Bits by which words for another cause outweigh a turn. */
const SPOKEN_AGAINST = 5;

/** Other causes that the same words of a product are written for, from which on they are no name of one. */
const SEVERAL = 2;

/** A further request that separates what a change names from what it moves besides: refused alike, the proof stands. */
export interface Control {
  readonly changed: string;
  readonly to: Sendable;
}

/** What a turn may prove, and what must be asked before it does. */
export interface Proof {
  readonly turn: Turn;
  /** Absent where the turn proves nothing, or proves it by itself. */
  readonly control?: Control;
  /** Whether the answer's own words name what the turn proves: a chance turn would hardly fit them. */
  readonly named?: true;
}

/**
 * The turn as far as it holds: proofs become suggestions where the change moves more than it names, or where the answer speaks
 * against it. `units` is what changed, `known` whether the server took the credential for somebody's.
 */
export function proofOf(
  turn: Turn,
  units: readonly Unit[],
  refused: Sendable,
  judgement: Judgement,
  known: boolean | undefined,
): Proof {
  const proved = causesOf(turn).filter((cause) => turn[cause] === 'proves');
  if (!proved.length) return { turn };
  const causes = judgement.ranked.map(({ cause }) => cause);
  const moved = new Set(units.flatMap((u) => movedBesides(u, judgement.case, known)));
  const besides = causes
    .filter(({ id, looksAt }) => looksAt && moved.has(looksAt) && !proved.includes(id))
    .map(({ id }) => id);
  // who writes a check words it by what it is for, and a header that serves one purpose is looked at for that
  const precise = units.every(servesOnePurpose);
  const against = judgement.ranked.some(
    ({ cause }) =>
      !(cause.id in turn) &&
      !(precise && cause.rivals.some((rival) => proved.includes(rival))) &&
      spoken(judgement, cause.id) >= SPOKEN_AGAINST + spokenMost(judgement, causesOf(turn)),
  );
  if (against) return { turn: weaker(turn, besides) };
  if (spokenMost(judgement, proved) >= NAMED) return { turn, named: true };
  if (besides.length) return { turn: weaker(turn, besides) };
  const control = controlOf(causes, proved, units, refused, judgement.case);
  return control ? { turn, control } : { turn };
}

/** Whether a part of a request is there for one check alone, and nothing that proves who is asking. */
function servesOnePurpose({ kind, name }: Unit): boolean {
  return (
    kind === 'header' &&
    (isOriginHeader(name) || isSchemeHeader(name) || isAddressHeader(name) || name === 'user-agent' || name === 'host')
  );
}

/** A turn whose control passed: it names its causes no longer alone. */
export function unproved(turn: Turn): Turn {
  return weaker(turn, []);
}

function causesOf(turn: Turn): readonly CauseId[] {
  return Object.keys(turn) as CauseId[];
}

function weaker(turn: Turn, besides: readonly CauseId[]): Turn {
  const kept = Object.fromEntries(
    causesOf(turn).map((cause) => [cause, turn[cause] === 'proves' ? 'suggests' : turn[cause]]),
  );
  return { ...Object.fromEntries(besides.map((cause) => [cause, 'suggests'])), ...kept } as Turn;
}

/** Bits that the answer's own words give a cause. */
function spoken(judgement: Judgement, cause: CauseId): number {
  return wordsFor(judgement, cause).reduce((sum, { bits }) => sum + bits, 0);
}

/**
 * The claims for a cause that stand on the answer's own words, its number aside. A page that every refusal of such a server gets
 * gives no reason, and what a product says for several reasons alike names none of them.
 */
export function wordsFor({ case: c, ranked }: Judgement, cause: CauseId): readonly Weighed[] {
  if (c.evidence.all('message').every(({ fact }) => isStandard(fact.text))) return [];
  const own = ({ claim }: Weighed): boolean =>
    !claim.quote && claim.at.some(({ part, in: where }) => part === 'response' && where !== 'status');
  const claims = ranked.find((r) => r.cause.id === cause)?.claims ?? [];
  const shared = sharedWords(ranked);
  return claims.filter(
    (weighed) =>
      own(weighed) &&
      (weighed.claim.weight === 'proves' ||
        !weighed.claim.at.some((span) => shared.some((other) => overlap(span, other)))),
  );
}

/** Where words stand that a product has for several reasons. */
function sharedWords(ranked: readonly Ranked[]): readonly Span[] {
  const documented = ranked.flatMap(({ claims }) =>
    claims.map(({ claim }) => claim).filter(({ specific, at }) => specific === true && at.length > 0),
  );
  return documented
    .filter((claim) => {
      const others = documented.filter((other) => other !== claim && other.by === claim.by);
      return (
        claim.weight !== 'proves' && (others.length >= SEVERAL || others.some(({ weight }) => weight === claim.weight))
      );
    })
    .flatMap(({ at }) => at.filter(({ part, in: where }) => part === 'response' && where !== 'status'));
}

function spokenMost(judgement: Judgement, causes: readonly CauseId[]): number {
  return Math.max(0, ...causes.map((cause) => spoken(judgement, cause)));
}

/** What servers look at that a change moves beside the part that it is named for, by what else the refused request holds. */
function movedBesides(u: Unit, c: Case, known: boolean | undefined): readonly LooksAt[] {
  const { request } = c.exchange;
  const tellsOrigin = hasHeader(request, 'origin') || hasHeader(request, 'referer');
  switch (u.kind) {
    case 'header':
      if (isSchemeHeader(u.name) || u.name === 'host') return tellsOrigin ? ['origin'] : [];
      // a session may hold for the client only that logged in with it
      if (isClientHeader(u.name)) return hasHeader(request, 'cookie') ? ['credential'] : [];
      if (isAddressHeader(u.name)) return addressesDisagree(c) ? ['content'] : [];
      if (/^sec-fetch-/.test(u.name)) return ['origin'];
      if (u.name === 'x-requested-with' && c.safe) return ['client'];
      return isCredential(u, c) ? ofCaller(c, known) : [];
    case 'cookie':
    case 'query':
    case 'field':
      if (isCredential(u, c)) return ofCaller(c, known);
      // another object may be meant as well
      return u.kind !== 'cookie' && OBJECT.test(u.name) && credentialsOf(c).length ? ['owner'] : [];
    case 'connection':
      // the other address may be another machine
      return u.name === 'address' ? ['host'] : [];
    default:
      return [];
  }
}

/** A credential on both sides that is not the same secret in another form: another token may be good where this one is not. */
function isCredential(u: Unit, c: Case): boolean {
  if (u.refused === undefined || u.allowed === undefined) return false;
  return (
    !sameSecret(u.refused, u.allowed) &&
    credentialsOf(c).some(({ fact }) => fact.name.toLowerCase() === u.name.toLowerCase())
  );
}

/** What another caller's credential changes: whether it is good at all, and, where that is not what was told, what it may do. */
function ofCaller(c: Case, known: boolean | undefined): readonly LooksAt[] {
  if (c.status === 404) return ['visibility'];
  if (known === true) return [];
  return c.status === 401 || c.status === 407 ? ['credential'] : ['credential', 'rights'];
}

function addressesDisagree(c: Case): boolean {
  const told = c.exchange.request.headers
    .filter(([name]) => isAddressHeader(name.toLowerCase()))
    .map(([, value]) => value);
  return new Set(told.map((value) => value.trim())).size > 1;
}

function controlOf(
  causes: readonly Cause[],
  proved: readonly CauseId[],
  units: readonly Unit[],
  refused: Sendable,
  c: Case,
): Control | undefined {
  // another host may be another site: the one that is refused has to be refused as an unknown one is
  const isAboutHost = causes.some(({ id, looksAt }) => looksAt === 'host' && proved.includes(id));
  if (isAboutHost && units.some((u) => u.kind === 'header' && u.name === 'host'))
    return {
      changed: 'with a host that no server knows',
      to: { ...refused, request: withHeader(refused.request, 'Host', 'why403.invalid') },
    };
  // what came along with what is named must not pass by itself
  const along = units.filter((u) => !Object.values(meaningOf([u], c, causes)).includes('proves'));
  if (!along.length || along.length === units.length) return undefined;
  return {
    changed: 'with all that changed but what is named by it',
    to: along.reduce((to, u) => u.apply(to), refused),
  };
}
