import type { Case, Claim, Fix } from '../model/cause.ts';
import type { Evidence, Role } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { knownOf } from '../model/gap.ts';
import { isSafe } from '../model/http.ts';
import type { Catalogue } from './catalogue.ts';
import { type Fault, gather, guarded } from './gather.ts';
import { subjectOf } from './match.ts';
import { consult, recognise, remedies } from './recognise.ts';
import { claimsOfWords, said } from './words.ts';

/** What an exchange says by itself, before anything else that is known is weighed beside it. */
export interface Heard {
  readonly case: Case;
  readonly products: readonly Evidence<'product'>[];
  readonly roles: readonly Role[];
  /** `vendor/refusal` of each documented refusal that matched. */
  readonly refusals: readonly string[];
  /** What products claim: by their documented words, and by what their own judges read. */
  readonly documented: readonly Claim[];
  /** What causes claim besides. */
  readonly claims: readonly Claim[];
  readonly fixes: readonly Fix[];
  readonly faults: readonly Fault[];
}

/** Of the exchange that was heard last, as experiments have it judged again and again; no longer than the exchange itself is kept. */
let latest = new WeakMap<Exchange, { readonly catalogue: Catalogue; readonly heard: Heard }>();

/** Asks readers, products and causes what they make of an exchange. */
export function hear(exchange: Exchange, catalogue: Catalogue): Heard {
  const known = latest.get(exchange);
  if (known?.catalogue === catalogue) return known.heard;
  const heard = listen(exchange, catalogue);
  latest = new WeakMap([[exchange, { catalogue, heard }]]);
  return heard;
}

function listen(exchange: Exchange, catalogue: Catalogue): Heard {
  const evidence = gather(exchange, catalogue.readers);
  const subject = subjectOf(exchange, evidence);
  const { products, claims: documented, refusals } = recognise(subject, catalogue.vendors);
  evidence.add(products);
  // an answer alone tells nothing about its request, not even the method
  const how = knownOf(exchange);
  const known = how !== 'none';
  const strong = documented.filter(({ weight }) => weight === 'suggests' || weight === 'proves');
  const c: Case = {
    exchange,
    evidence,
    host: subject.host,
    method: known ? exchange.request.method.toUpperCase() : 'request',
    safe: known && isSafe(exchange.request.method),
    status: exchange.response?.status ?? 0,
    explained: strong.length > 0,
    headersKnown: how === 'whole' && exchange.request.headers.length >= 2,
  };
  const present = new Set(products.map(({ fact }) => fact.vendor));
  const claims: Claim[] = [
    ...claimsOfWords(exchange, said(evidence), catalogue.causes, new Set(strong.map(({ cause }) => cause))),
    ...catalogue.causes.flatMap((cause) =>
      guarded(evidence.faults, cause.id, [], () => cause.judge(c)).map((claim) => ({
        ...claim,
        cause: cause.id,
        by: cause.id,
      })),
    ),
  ];
  const fixes = remedies(c, catalogue.vendors, present, evidence.faults);
  const roles = products.map(({ fact }) => fact.role);
  const own = [...documented, ...consult(c, catalogue.vendors, present, evidence.faults)];
  return { case: c, products, roles, refusals, documented: own, claims, fixes, faults: evidence.faults };
}
