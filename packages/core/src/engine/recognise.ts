import type { Case, Claim, Fix } from '../model/cause.ts';
import { CAUSE_IDS, type CauseId } from '../model/cause-id.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Span } from '../model/exchange.ts';
import { overlap, within } from '../model/span.ts';
import type { Match, Vendor } from '../model/vendor.ts';
import { type Fault, guarded } from './gather.ts';
import { match, matchAll, type Subject } from './match.ts';
import { candidatesOf } from './vendor-index.ts';
import { BORROWED, CANDIDATE, SHOWN as COUNTED } from './weights.ts';

export interface Recognised {
  readonly products: readonly Evidence<'product'>[];
  readonly claims: readonly Claim[];
  /** `vendor/refusal` of each refusal whose words matched. */
  readonly refusals: readonly string[];
  /** `vendor/refusal` of what the silence of a product usually is. */
  readonly usual: readonly string[];
}

/**
 * Which products show themselves, and what the words of their refusals mean. Of an answer that gives no reason a refusal with several
 * causes only says which there are.
 */
export function recognise(subject: Subject, vendors: readonly Vendor[], silent = false): Recognised {
  const products: Evidence<'product'>[] = [];
  const found: Found[] = [];
  for (const [place, candidate] of candidatesOf(vendors, subject)) {
    const vendor = vendors[place]!;
    const marks = candidate.present ? marksOf(vendor, subject) : [];
    const [first] = marks;
    if (first)
      products.push({
        kind: 'product',
        fact: { vendor: vendor.id, name: vendor.name, role: vendor.role },
        at: first.at,
        by: vendor.id,
      });
    for (const number of candidate.refusals) {
      const refusal = vendor.refusals[number]!;
      if ((!first && !refusal.alone) || (refusal.usual && !silent)) continue;
      const spans = matchAll(refusal.when, subject);
      if (spans) found.push({ vendor, refusal, at: worded(spans), shown: shownBy(marks, spans) });
    }
  }
  const kept = found.filter(
    (one, i) => !found.some((other, j) => outspeaks(other, one) || silences([other, j], [one, i])),
  );
  return {
    products,
    claims: kept.flatMap((one) => {
      if (one.refusal.usual) return usualIn(one);
      return silent && isList(one) ? candidatesIn(one) : claimsOf(one);
    }),
    refusals: kept.filter(({ refusal }) => !refusal.usual).map(nameOf),
    usual: kept.filter(({ refusal }) => refusal.usual).map(nameOf),
  };
}

/** One way in which a product may show itself, and the bytes that do; none where its host does. */
interface Mark {
  readonly host: boolean;
  readonly at: Claim['at'];
}

/** How a product is shown, beside the very words of the refusal: others may have borrowed these. */
const SHOWN = { no: 0, 'by its words': 1, 'by a mark': 2, 'by its host': 3 } as const;

interface Found {
  readonly vendor: Vendor;
  readonly refusal: Vendor['refusals'][number];
  readonly at: Claim['at'];
  readonly shown: keyof typeof SHOWN;
}

function nameOf({ vendor, refusal }: Found): string {
  return `${vendor.id}/${refusal.id}`;
}

function marksOf(vendor: Vendor, subject: Subject): readonly Mark[] {
  return vendor.present.flatMap((condition) => {
    const at = match(condition, subject);
    return at ? [{ host: namesHost(condition), at }] : [];
  });
}

function namesHost(condition: Match): boolean {
  return 'host' in condition || ('any' in condition && condition.any.some(namesHost));
}

function shownBy(marks: readonly Mark[], words: Claim['at']): Found['shown'] {
  if (!marks.length) return 'no';
  if (marks.some(({ host, at }) => host && !at.length)) return 'by its host';
  const apart = marks.some(({ at }) => at.length > 0 && at.every((m) => !words.some((w) => overlap(m, w))));
  return apart ? 'by a mark' : 'by its words';
}

/** Whether nothing but the words of the refusal shows the product: others may have taken them over. A standard's are anybody's. */
function isBorrowed({ vendor, shown }: Found): boolean {
  return !vendor.standard && SHOWN[shown] <= SHOWN['by its words'];
}

/**
 * Whether of two products that claim the same words the first speaks: it is better shown, or as well and says more of them. Words
 * beyond those of the first are the second's own.
 */
function outspeaks(a: Found, b: Found): boolean {
  const words = b.at.filter(isWords);
  if (
    a.vendor === b.vendor ||
    a.vendor.standard ||
    !words.length ||
    !words.every((s) => a.at.some((t) => within(s, t)))
  )
    return false;
  const better = SHOWN[a.shown] - SHOWN[b.shown];
  return better > 0 || (better === 0 && isBorrowed(a) && lengthOf(a.at) > lengthOf(b.at));
}

function isWords(span: Span): boolean {
  return span.part === 'response' && span.in !== 'status';
}

function lengthOf(spans: Claim['at']): number {
  return spans.filter(isWords).reduce((sum, { start, end }) => sum + ((end ?? 0) - (start ?? 0)), 0);
}

function claimsOf(found: Found): readonly Claim[] {
  const { vendor, refusal, at } = found;
  const borrowed = isBorrowed(found);
  return Object.entries(refusal.causes).map(
    ([cause, weight]): Claim => ({
      cause: cause as CauseId,
      // words alone do not show the product, so they do not prove what it means by them
      weight: borrowed && weight === 'proves' ? 'suggests' : weight,
      ...(borrowed && weight in BORROWED && { bits: BORROWED[weight]! }),
      says: borrowed ? refusal.says : `${vendor.name}: ${refusal.says}`,
      at,
      by: `${vendor.id}/${refusal.id}`,
      specific: true,
      ...(refusal.fix && { fix: refusal.fix }),
    }),
  );
}

/** Whether a refusal names several causes for software that answers so wherever it runs; what one service means by its silence is its own. */
function isList({ refusal, shown }: Found): boolean {
  const weights = Object.values(refusal.causes);
  return weights.length > 1 && !weights.includes('proves') && shown !== 'by its host';
}

/** The claims of a page that gives no reason: which causes it can have, and little about which of them it is. */
function candidatesIn(found: Found): readonly Claim[] {
  return claimsOf(found).map(({ weight, ...claim }) => ({
    ...claim,
    specific: false,
    weight: 'hints',
    bits: CANDIDATE[weight],
  }));
}

/** The most and the least that one product's habit counts: how often something is the reason there, of a hundred, is an estimate. */
const MOST_USUAL = 5;

/**
 * Whether a habit counts for nothing beside something else that was found: of one product its words come first, then the first
 * habit that fits, as a table lists them; a product's own habit stands before that of software in general.
 */
function silences([other, j]: readonly [Found, number], [one, i]: readonly [Found, number]): boolean {
  if (!one.refusal.usual || i === j) return false;
  if (other.vendor === one.vendor) return !other.refusal.usual || j < i;
  // a path is like another product's: who is shown besides is meant
  if (other.refusal.usual && one.shown === 'no' && other.shown !== 'no') return true;
  return one.vendor.standard === true && !other.vendor.standard && other.refusal.usual !== undefined;
}

/** The claims of a product's habit, where the product says nothing: bits against a cause that the habit does not name. */
function usualIn({ vendor, refusal, at }: Found): readonly Claim[] {
  const shares = Object.entries(refusal.usual!);
  const named = shares.reduce((sum, [, share]) => sum + share, 0);
  const rest = Math.max(100 - named, 5) / (CAUSE_IDS.length - shares.length);
  const over = Math.max(0, Math.log2(Math.max(...shares.map(([, share]) => share)) / rest) - MOST_USUAL);
  return shares.flatMap(([cause, share]) => {
    const bits = Math.log2(share / rest) - over;
    if (bits <= 0) return [];
    return [
      {
        cause: cause as CauseId,
        weight: 'hints' as const,
        bits: bits / COUNTED,
        says: `${vendor.name}: ${refusal.says}`,
        at,
        by: `${vendor.id}/${refusal.id}`,
        specific: false,
      },
    ];
  });
}

// The words say it; a status or header that only narrows the product down is left out where there are words.
function worded(spans: Claim['at']): Claim['at'] {
  const words = spans.filter((s) => s.in !== 'status');
  return words.length ? words : spans;
}

/** What each product's own judge reads out of the case. */
export function consult(
  c: Case,
  vendors: readonly Vendor[],
  present: ReadonlySet<string>,
  faults: Fault[],
): readonly Claim[] {
  return withCode(vendors).flatMap((vendor) =>
    vendor.judge && present.has(vendor.id)
      ? guarded(faults, vendor.id, [], () => vendor.judge!(c)).map((claim) => ({ specific: true, ...claim }))
      : [],
  );
}

/** What each product that shows itself says can be done about a refusal of it, whatever the cause. */
export function remedies(
  c: Case,
  vendors: readonly Vendor[],
  present: ReadonlySet<string>,
  faults: Fault[],
): readonly Fix[] {
  return withCode(vendors).flatMap((vendor) =>
    vendor.fixes && present.has(vendor.id) ? guarded(faults, vendor.id, [], () => vendor.fixes!(c)) : [],
  );
}

const coded = new WeakMap<readonly Vendor[], readonly Vendor[]>();

/** The few vendors that are more than data. */
function withCode(vendors: readonly Vendor[]): readonly Vendor[] {
  const known = coded.get(vendors) ?? vendors.filter((vendor) => vendor.judge ?? vendor.fixes);
  coded.set(vendors, known);
  return known;
}
