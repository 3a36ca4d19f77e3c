import { silence } from '../model/case.ts';
import type { Case, Cause, Claim, Fix } from '../model/cause.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Exchange, Span } from '../model/exchange.ts';
import { isSafe } from '../model/http.ts';
import type { Catalogue } from './catalogue.ts';
import { type Fault, gather, guarded } from './gather.ts';
import { subjectOf } from './match.ts';
import { consult, recognise, remedies } from './recognise.ts';
import { reread } from './reread.ts';
import { BITS, ECHO, priorOf, TEMPERATURE } from './weights.ts';
import { claimsOfWords, said } from './words.ts';

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
  const evidence = gather(exchange, catalogue.readers);
  const subject = subjectOf(exchange, evidence);
  const { products, claims: worded, refusals } = recognise(subject, catalogue.vendors);
  evidence.add(products);
  // an answer alone tells nothing about its request, not even the method
  const known = !exchange.gaps.some((gap) => /request is not known/i.test(gap));
  const strong = worded.filter(({ weight }) => weight === 'suggests' || weight === 'proves');
  const own = strong.length > 0;
  const c: Case = {
    exchange,
    evidence,
    host: subject.host,
    method: known ? exchange.request.method.toUpperCase() : 'request',
    safe: known && isSafe(exchange.request.method),
    status: exchange.response?.status ?? 0,
    explained: own,
    headersKnown:
      known && exchange.request.headers.length >= 2 && !exchange.gaps.some((gap) => /request header/.test(gap)),
  };
  const present = new Set(products.map(({ fact }) => fact.vendor));
  const claims: Claim[] = [
    ...further,
    ...worded,
    ...consult(c, catalogue.vendors, present, evidence.faults),
    ...claimsOfWords(exchange, said(evidence), catalogue.causes, new Set(strong.map(({ cause }) => cause))),
    ...catalogue.causes.flatMap((cause) =>
      guarded(evidence.faults, cause.id, [], () => cause.judge(c)).map((claim) => ({
        ...claim,
        cause: cause.id,
        by: cause.id,
      })),
    ),
  ];
  const meant = reread(c, claims);
  const kept = withoutSuperseded(meant, evidence.all('message'));
  const roles = products.map(({ fact }) => fact.role);
  // an empty answer stays silent, whatever product sent it
  const silent = exchange.response && (silence(c) ?? (own && !exchange.response.body?.text ? 'none' : undefined));
  const scored = catalogue.causes.map((cause) => {
    const weighed = weigh(kept.filter((claim) => claim.cause === cause.id));
    const bits =
      Math.log2(priorOf(cause.id, c.status, roles, silent)) / TEMPERATURE + weighed.reduce((sum, w) => sum + w.bits, 0);
    return { cause, bits, claims: weighed };
  });
  const top = Math.max(...scored.map(({ bits }) => bits));
  const total = scored.reduce((sum, { bits }) => sum + 2 ** (bits - top), 0);
  const ranked = scored
    .map(({ cause, bits, claims: list }) => ({ cause, probability: 2 ** (bits - top) / total, claims: list }))
    .sort((a, b) => b.probability - a.probability);
  const fixes = remedies(c, catalogue.vendors, present, evidence.faults);
  return { case: c, ranked, products, refusals, fixes, faults: evidence.faults };
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

function overlap(a: Span, b: Span): boolean {
  if (a.part !== b.part || a.in !== b.in || a.index !== b.index) return false;
  if (a.start === undefined || b.start === undefined) return true;
  return a.start < (b.end ?? Infinity) && b.start < (a.end ?? Infinity);
}
