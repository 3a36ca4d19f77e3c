import { isStandard, silence } from '../model/case.ts';
import type { Case, Cause, Claim, Fix } from '../model/cause.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { overlap } from '../model/span.ts';
import type { Catalogue } from './catalogue.ts';
import type { Fault } from './gather.ts';
import { hear } from './hear.ts';
import { chanceRefused, settle } from './refusal.ts';
import { reread } from './reread.ts';
import { BITS, ECHO, priorOf, TEMPERATURE, UNREAD } from './weights.ts';

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
  /** What the products say can be done, whatever the cause. */
  readonly fixes: readonly Fix[];
  readonly faults: readonly Fault[];
}

/**
 * Weighs all causes for one exchange. Does no I/O: the same exchange and the same further claims (of experiments, files, logs)
 * give the same judgement everywhere.
 */
export function judge(exchange: Exchange, catalogue: Catalogue, further: readonly Claim[] = []): Judgement {
  const { case: c, products, roles, refusals, documented, claims, fixes, faults } = hear(exchange, catalogue);
  const meant = reread(c, [...further, ...documented, ...claims]);
  const kept = withoutSuperseded(meant, c.evidence.all('message'));
  // an empty answer stays silent, whatever product sent it
  const silent =
    exchange.response && (silence(c) ?? (c.explained && !exchange.response.body?.text ? 'none' : undefined));
  // a reason that nobody here can read speaks against every guess
  const share = isUnread(c, kept) ? UNREAD : 1;
  const alike = catalogue.causes.map((cause) => {
    const weighed = weigh(kept.filter((claim) => claim.cause === cause.id)).map((w) =>
      w.claim.quote ? w : { ...w, bits: w.bits * share },
    );
    const bits =
      (Math.log2(priorOf(cause.id, c.status, roles, silent)) / TEMPERATURE) * share +
      weighed.reduce((sum, w) => sum + w.bits, 0);
    return { cause, bits, claims: weighed };
  });
  const scored = settle(alike, chanceRefused(exchange, c.evidence, documented));
  const top = Math.max(...scored.map(({ bits }) => bits));
  const total = scored.reduce((sum, { bits }) => sum + 2 ** (bits - top), 0);
  const ranked = scored
    .map(({ cause, bits, claims: list }) => ({ cause, probability: 2 ** (bits - top) / total, claims: list }))
    .sort((a, b) => b.probability - a.probability);
  return { case: c, ranked, products, refusals, fixes, faults };
}

/** Whether the answer gives a reason in a sentence of its own, and no words of it were understood. */
function isUnread(c: Case, claims: readonly Claim[]): boolean {
  const spoken = c.evidence
    .all('message')
    .some(({ fact }) => fact.text.trim().split(/\s+/, 4).length === 4 && !isStandard(fact.text));
  return (
    spoken &&
    !claims.some(
      ({ weight, at, quote }) =>
        !quote &&
        (weight === 'proves' || weight === 'suggests' || weight === 'hints') &&
        at.some((span) => span.part === 'response' && (span.in === 'body' || span.in === 'header')),
    )
  );
}

/** A product's documented words say what they mean; what the same message would mean in general is not counted beside them. */
function withoutSuperseded(claims: readonly Claim[], messages: readonly Evidence<'message'>[]): readonly Claim[] {
  const strong = claims.filter((claim) => claim.specific && (claim.weight === 'suggests' || claim.weight === 'proves'));
  if (!strong.length) return claims;
  const taken = strong.flatMap(({ at }) => at.filter((span) => span.in === 'body' || span.in === 'header'));
  const covered = messages.flatMap(({ at }) => at).filter((span) => taken.some((t) => overlap(span, t)));
  return claims.filter(
    (claim) =>
      claim.specific ||
      claim.quote ||
      BITS[claim.weight] < 0 ||
      !claim.at.length ||
      !claim.at.every(
        (span) => span.part === 'response' && span.in !== 'status' && covered.some((t) => overlap(span, t)),
      ),
  );
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
    kept.push({ claim, bits: (bits * share) / TEMPERATURE });
  }
  return kept;
}

function bitsOf(claim: Claim): number {
  return claim.bits ?? BITS[claim.weight];
}

function sameGround(a: Claim, b: Claim): boolean {
  if (a.quote || b.quote) return a.quote?.from === b.quote?.from && a.says === b.says;
  return a.at.some((s) => b.at.some((t) => overlap(s, t)));
}
