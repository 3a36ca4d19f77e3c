import { silence } from '../model/case.ts';
import type { Case, Cause, Claim, Fix } from '../model/cause.ts';
import { CAUSE_IDS } from '../model/cause-id.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { overlap } from '../model/span.ts';
import type { Catalogue } from './catalogue.ts';
import type { Fault } from './gather.ts';
import { type HeardGround, hear } from './hear.ts';
import { chanceRefused, settle } from './refusal.ts';
import { reread } from './reread.ts';
import { claimOf } from './tell-grounds.ts';
import { BESIDE_DOCUMENTED, BESIDE_USUAL, BITS, ECHO, LIKELY, SHOWN } from './weights.ts';

/** A claim, and how far it really moved its cause after everything that rests on the same bytes was counted once. */
export interface Weighed {
  readonly claim: Claim;
  readonly bits: number;
}

export interface Ranked {
  readonly cause: Cause;
  readonly probability: number;
  readonly claims: readonly Weighed[];
}

/** The causes of one refusal, most probable first, with what moved them. */
export interface Judgement {
  readonly case: Case;
  readonly ranked: readonly Ranked[];
  readonly products: readonly Evidence<'product'>[];
  /** `vendor/refusal` of each documented refusal that matched. */
  readonly refusals: readonly string[];
  /** Likewise of what the silence of a product usually is. */
  readonly usual: readonly string[];
  /** What the products say can be done, whatever the cause. */
  readonly fixes: readonly Fix[];
  readonly faults: readonly Fault[];
}

/**
 * Weighs all causes for one exchange. Does no I/O: the same exchange and the same further claims (of experiments, files, logs)
 * give the same judgement everywhere.
 */
export function judge(exchange: Exchange, catalogue: Catalogue, further: readonly Claim[] = []): Judgement {
  const { case: c, products, refusals, usual, documented, grounds, fixes, faults } = hear(exchange, catalogue);
  const outside = reread(c, [...further, ...documented], catalogue.causes, grounds);
  const shares = grounds.map(({ ground }) => {
    if (usual.length && ground.of === 'prior') return BESIDE_USUAL;
    return c.explained && ground.of === 'words' ? BESIDE_DOCUMENTED : 1;
  });
  const alike = catalogue.causes.map((cause) => {
    const k = CAUSE_IDS.indexOf(cause.id);
    const weighed = weigh(outside.filter((claim) => claim.cause === cause.id));
    const bits =
      grounds.reduce((sum, ground, i) => sum + ground.bits[k]! * shares[i]!, 0) +
      weighed.reduce((sum, w) => sum + w.bits, 0);
    return { cause, bits, k, weighed };
  });
  const scored = settle(alike, chanceRefused(exchange, c.evidence, documented));
  const share = sharesOf(scored.map(({ bits }) => bits));
  const told = scored.map(({ cause, k, weighed }, i) => {
    const own = share[i]! < SHOWN_FROM ? [] : general(grounds, shares, k, exchange);
    return {
      cause,
      probability: share[i]!,
      claims: [...weighed, ...own].sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits)),
    };
  });
  const ranked = heldBack(c, told).sort((a, b) => b.probability - a.probability);
  return { case: c, ranked, products, refusals, usual, fixes, faults };
}

function sharesOf(bits: readonly number[]): readonly number[] {
  const top = Math.max(...bits);
  const shares = bits.map((b) => 2 ** (b - top));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

/** The most that a number, a path and what was not sent make probable. */
const BARE_MOST = LIKELY - 0.01;

/** The causes of a refusal that says nothing, none of them likely: their order stands, and they come nearer to each other. */
function heldBack(c: Case, causes: readonly Ranked[]): Ranked[] {
  const top = causes.reduce((a, b) => (b.probability > a.probability ? b : a));
  if (top.probability <= BARE_MOST || !isBareNumber(c) || top.claims.some(isGrounded)) return [...causes];
  const logs = causes.map(({ probability }) => Math.log2(Math.max(probability, 1e-9)));
  let [low, high] = [0, 1];
  for (let i = 0; i < 20; i++) {
    const middle = (low + high) / 2;
    if (Math.max(...sharesOf(logs.map((log) => log * middle))) > BARE_MOST) high = middle;
    else low = middle;
  }
  const shares = sharesOf(logs.map((log) => log * low));
  return causes.map((one, i) => ({ ...one, probability: shares[i]! }));
}

/** A number that every kind of refusal is told with, and no reason beside it. */
export function isBareNumber(c: Case): boolean {
  return (c.status === 401 || c.status === 403) && silence(c) !== undefined;
}

/** Whether a claim rests on more than a number, a path and what was not sent: on words, a header, what a server shows, or a flaw of what was sent. */
export function isGrounded({ claim, bits }: Weighed): boolean {
  if (bits <= 0) return false;
  if (claim.quote || claim.specific) return true;
  // what only lists the candidates speaks for none of them
  if (claim.specific === false) return false;
  if (claim.at.some((span) => span.part === 'response' && span.in !== 'status')) return true;
  const strong = claim.weight !== 'hints' || claim.argued === 'suggests' || claim.argued === 'proves';
  return strong && claim.at.some((span) => span.part === 'request' && span.in !== 'method' && span.in !== 'url');
}

/** Causes less probable than this get no evidence from general words and structure: nobody reads it. */
const SHOWN_FROM = 0.004;
/** Bits below which a ground is no evidence that anybody wants to read. */
const LEAST = 0.4;

/** What the exchange says in general about one cause. */
function general(
  grounds: readonly HeardGround[],
  shares: readonly number[],
  k: number,
  exchange: Exchange,
): readonly Weighed[] {
  return grounds.flatMap((ground, i) => {
    const bits = ground.bits[k]! * shares[i]!;
    const claim = Math.abs(bits) < LEAST ? undefined : claimOf(ground, k, exchange);
    return claim ? [{ claim, bits }] : [];
  });
}

/** Claims of one cause: what rests on the same bytes counts once, the strongest; further words count less and less. */
function weigh(claims: readonly Claim[]): readonly Weighed[] {
  const sorted = [...claims].sort((a, b) => Math.abs(bitsOf(b)) - Math.abs(bitsOf(a)));
  const kept: Weighed[] = [];
  let words = 0;
  for (const claim of sorted) {
    const bits = bitsOf(claim);
    if (kept.some((k) => bitsOf(k.claim) > 0 === bits > 0 && sameGround(k.claim, claim))) continue;
    const echoed = bits > 0 && !claim.quote && claim.at.some((span) => span.part === 'response');
    const share = echoed ? ECHO ** words : 1;
    if (echoed) words++;
    kept.push({ claim, bits: bits * share });
  }
  return kept;
}

function bitsOf(claim: Claim): number {
  return claim.bits === undefined ? BITS[claim.weight] : claim.bits * SHOWN;
}

function sameGround(a: Claim, b: Claim): boolean {
  if (a.quote || b.quote) return a.quote?.from === b.quote?.from && a.says === b.says;
  return a.at.some((s) => b.at.some((t) => overlap(s, t)));
}
