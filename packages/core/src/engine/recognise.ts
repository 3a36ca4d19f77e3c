import type { Case, Claim, Fix } from '../model/cause.ts';
import type { CauseId } from '../model/cause-id.ts';
import type { Evidence } from '../model/evidence.ts';
import type { Vendor } from '../model/vendor.ts';
import { type Fault, guarded } from './gather.ts';
import { match, matchAll, type Subject } from './match.ts';
import { candidatesOf } from './vendor-index.ts';

export interface Recognised {
  readonly products: readonly Evidence<'product'>[];
  readonly claims: readonly Claim[];
  /** `vendor/refusal` of each refusal that matched. */
  readonly refusals: readonly string[];
}

/** Which products show themselves, and what the words of their refusals mean. */
export function recognise(subject: Subject, vendors: readonly Vendor[]): Recognised {
  const products: Evidence<'product'>[] = [];
  const claims: Claim[] = [];
  const refusals: string[] = [];
  for (const [place, candidate] of candidatesOf(vendors, subject)) {
    const vendor = vendors[place]!;
    const at = candidate.present ? firstMatch(vendor.present, subject) : undefined;
    if (at)
      products.push({
        kind: 'product',
        fact: { vendor: vendor.id, name: vendor.name, role: vendor.role },
        at,
        by: vendor.id,
      });
    for (const number of candidate.refusals) {
      const refusal = vendor.refusals[number]!;
      if (!at && !refusal.alone) continue;
      const spans = matchAll(refusal.when, subject);
      if (!spans) continue;
      const by = `${vendor.id}/${refusal.id}`;
      refusals.push(by);
      for (const [cause, weight] of Object.entries(refusal.causes)) {
        claims.push({
          cause: cause as CauseId,
          weight,
          // words alone do not show the product: another may have borrowed them
          says: at ? `${vendor.name}: ${refusal.says}` : `in the words of ${vendor.name}: ${refusal.says}`,
          at: worded(spans),
          by,
          specific: true,
          ...(refusal.fix && { fix: refusal.fix }),
        });
      }
    }
  }
  return { products, claims, refusals };
}

function firstMatch(conditions: Vendor['present'], subject: Subject): Claim['at'] | undefined {
  for (const condition of conditions) {
    const spans = match(condition, subject);
    if (spans) return spans;
  }
  return undefined;
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
