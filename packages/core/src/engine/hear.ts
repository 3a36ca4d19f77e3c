import { isStandard } from '../model/case.ts';
import type { Case, Claim, Fix } from '../model/cause.ts';
import { CAUSE_IDS, type CauseId } from '../model/cause-id.ts';
import type { Evidence, Role } from '../model/evidence.ts';
import type { Exchange } from '../model/exchange.ts';
import { knownOf } from '../model/gap.ts';
import { isSafe } from '../model/http.ts';
import { sentKind } from '../model/sent.ts';
import { overlap } from '../model/span.ts';
import type { Catalogue } from './catalogue.ts';
import { type Ground, groundsOf } from './features.ts';
import { type Fault, gather, guarded } from './gather.ts';
import { BEHIND, listedIn } from './listed.ts';
import { subjectOf } from './match.ts';
import { consult, recognise, remedies } from './recognise.ts';
import { addBits, kindOf, levels, placeOf } from './weights.ts';

/** A ground and the fitted bits that it gives each cause, in the order of `CAUSE_IDS`. */
export interface HeardGround {
  readonly ground: Ground;
  readonly bits: Float64Array;
  /** The causes among which its sentence leaves the choice. */
  readonly listed?: ReadonlySet<CauseId>;
}

/** What an exchange says by itself, before anything else that is known is weighed beside it. */
export interface Heard {
  readonly case: Case;
  readonly products: readonly Evidence<'product'>[];
  /** `vendor/refusal` of each documented refusal that matched. */
  readonly refusals: readonly string[];
  /** `vendor/refusal` of what the silence of a product usually is. */
  readonly usual: readonly string[];
  /** What products claim: by their documented words, and by what their own judges read. */
  readonly documented: readonly Claim[];
  /** What the exchange says in general, whatever product wrote it. */
  readonly grounds: readonly HeardGround[];
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

/** What is known of an exchange before it is weighed: the case, the products, and the claims from structure. */
export function examine(exchange: Exchange, catalogue: Catalogue) {
  const evidence = gather(exchange, catalogue.readers);
  const subject = subjectOf(exchange, evidence);
  const silent = evidence.all('message').every(({ fact }) => isStandard(fact.text));
  const { products, claims, refusals, usual } = recognise(subject, catalogue.vendors, silent);
  evidence.add(products);
  // an answer alone tells nothing about its request, not even the method
  const how = knownOf(exchange);
  const known = how !== 'none';
  const c: Case = {
    exchange,
    evidence,
    host: subject.host,
    method: known ? exchange.request.method.toUpperCase() : 'request',
    safe: known && isSafe(exchange.request.method),
    status: exchange.response?.status ?? 0,
    explained: claims.some(({ weight, specific }) => specific && (weight === 'suggests' || weight === 'proves')),
    headersKnown: how === 'whole' && exchange.request.headers.length >= 2,
  };
  const structural = catalogue.causes.flatMap((cause) =>
    guarded(evidence.faults, cause.id, [], () => cause.judge(c)).map(
      (claim): Claim => ({ ...claim, cause: cause.id, by: cause.id }),
    ),
  );
  const roles: readonly Role[] = products.map(({ fact }) => fact.role);
  return { case: c, products, claims, refusals, usual, structural, roles, faults: evidence.faults };
}

function listen(exchange: Exchange, catalogue: Catalogue): Heard {
  const { case: c, products, claims, refusals, usual, structural, roles, faults } = examine(exchange, catalogue);
  const present = new Set(products.map(({ fact }) => fact.vendor));
  const grounds = exchange.response ? weighGrounds(groundsOf(c, roles, structural)) : [];
  return {
    case: c,
    products,
    refusals,
    usual,
    documented: [...claims, ...consult(c, catalogue.vendors, present, faults)],
    grounds: withLists(grounds, claims, c),
    fixes: remedies(c, catalogue.vendors, present, faults),
    faults,
  };
}

/** The fitted bits of grounds. Those of a ground sum to nothing over the causes: what all causes gain says nothing. */
export function weighGrounds(grounds: readonly Ground[]): readonly HeardGround[] {
  const places = new Map<string, number>();
  for (const { features } of grounds) for (const feature of features) places.set(feature, placeOf(feature));
  const level = levels(places.keys(), (feature) => places.get(feature)! >= 0);
  return grounds.map((ground) => {
    const bits = new Float64Array(CAUSE_IDS.length);
    for (const feature of ground.features) {
      const place = places.get(feature)!;
      const kind = kindOf(feature);
      if (place >= 0) addBits(place, kind ? level[kind]! : 1, bits);
    }
    const mean = bits.reduce((a, b) => a + b, 0) / bits.length;
    return { ground, bits: bits.map((b) => b - mean) };
  });
}

/** Documented sentences that leave several causes open speak for all of them. */
function withLists(grounds: readonly HeardGround[], documented: readonly Claim[], c: Case): readonly HeardGround[] {
  const body = c.exchange.response?.body?.text ?? '';
  const prior = grounds.flatMap(({ ground }) => (ground.of === 'prior' ? ground.features : []));
  return grounds.map((heard) => {
    const claim = documented.find(({ at }) => at.some((a) => heard.ground.at.some((b) => overlap(a, b))));
    const span = claim?.at.find(({ in: where }) => where === 'body');
    if (!span || !heard.ground.sentence) return heard;
    const listed = listedIn(heard.ground, body.slice(span.start, span.end), { prior, sent: sentKind(c) });
    if (!listed.size) return heard;
    const places = [...listed].map((cause) => CAUSE_IDS.indexOf(cause));
    const least = Math.max(...places.map((k) => heard.bits[k]!)) - BEHIND;
    return { ...heard, listed, bits: heard.bits.map((b, k) => (places.includes(k) ? Math.max(b, least) : b)) };
  });
}
