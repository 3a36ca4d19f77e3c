import type { Case, Claim, Fix, Weight } from './cause.ts';
import type { CauseId, Who } from './cause-id.ts';
import type { Role } from './evidence.ts';

/**
 * One condition on an exchange. Strings are compared without regard to case, with runs of white space as one space;
 * regular expressions must be linear.
 */
export type Match =
  | { readonly status: number | readonly number[] }
  | { readonly method: string | readonly string[] }
  /** Request host: a string matches it and its subdomains. */
  | { readonly host: string | RegExp }
  /** Port of the request's URL, where it names one: software of one's own is often known by it. */
  | { readonly port: number | readonly number[] }
  /** Request path and query: a string is a prefix. */
  | { readonly path: string | RegExp }
  /** A request header is there (and its value contains, or matches, `is`). */
  | { readonly sent: string; readonly is?: string | RegExp }
  /** A response header is there (and its value contains, or matches, `is`). */
  | { readonly header: string; readonly is?: string | RegExp }
  /** A cookie of this name is set or was sent: a string is a prefix. */
  | { readonly cookie: string | RegExp }
  /** The words of the answer contain this: every message, title, heading and visible text of the body. */
  | { readonly text: string | RegExp }
  /** The raw body contains this. */
  | { readonly body: string | RegExp }
  /** A machine-readable code of the body (`code`, `error`, `reason`, `type`, `status` fields, XML `<Code>`), a challenge's `error`, or an error-type header equals this. */
  | { readonly code: string | RegExp | readonly string[] }
  /** A WWW-Authenticate challenge of this scheme is there (and a parameter of it contains, or matches, `is`). */
  | { readonly challenge: string; readonly param?: string; readonly is?: string | RegExp }
  | { readonly any: readonly Match[] }
  | { readonly not: Match };

/** One way in which a product words a refusal. */
export interface Refusal {
  /** Unique within the vendor, kebab-case. */
  readonly id: string;
  /** All of these must hold. */
  readonly when: readonly Match[];
  /** Whether the words identify the product by themselves, so that the refusal is recognised without `present`. */
  readonly alone?: true;
  /** What these words say about each cause. `proves` only where the product's documentation or source leaves no other reading. */
  readonly causes: Partial<Readonly<Record<CauseId, Weight>>>;
  /**
   * What it was, of a hundred such answers in which the product gives no reason. Stands in place of `causes`, which are empty then:
   * it orders the candidates, and makes none of them likely. Of a product's habits the first that fits counts: the nearer one first.
   */
  readonly usual?: Partial<Readonly<Record<CauseId, number>>>;
  /** One short sentence for the user: what the product says with this, in our own words. */
  readonly says: string;
  /** What to do, worded for the one who can, where that is more exact than the cause's own fix. */
  readonly fix?: { readonly who: Who; readonly text: string };
  /** Where the wording is documented or shown: documentation, source or public thread. */
  readonly source: string;
}

/** How a product shows that it answered, and how it words each of its refusals. Data; one file each in `vendors/`. */
export interface Vendor {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /**
   * A standard that many products follow, or a kind of place that many servers have: its words are said beside a product's own, never
   * in their place, and its habits count where no product's own do.
   */
  readonly standard?: true;
  /** Any of these shows that the product had a part in the answer. */
  readonly present: readonly Match[];
  readonly refusals: readonly Refusal[];
  /** What a header or field of the product names outright, compared with what was sent; for what data cannot say. */
  judge?(c: Case): readonly Claim[];
  /** What can be done about a refusal of this product, whatever its cause; told last, or first where the cause is not sure. */
  fixes?(c: Case): readonly Fix[];
}
