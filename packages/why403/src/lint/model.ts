import type { Case, CauseId, Exchange, Span } from '@why403/core';

export type Level = 'error' | 'warning' | 'note';

/** Where a rule stands written. */
export interface Reference {
  /** `RFC 9110 §15.5.2` */
  readonly title: string;
  readonly url: string;
}

/** What a rule looks at: one exchange, what was read out of it, and the cause that the judging takes for the likeliest. */
export interface Subject {
  readonly exchange: Exchange;
  readonly response: NonNullable<Exchange['response']>;
  readonly status: number;
  readonly case: Case;
  /** Whether the status is a refusal: 401, 403, 405, 407, 429, 451, or a 404. */
  readonly refused: boolean;
  readonly cause: CauseId;
  /** Probability of that cause, 0 to 1. */
  readonly probability: number;
  /** Whether the request's headers are known; without them nothing can be said about what was not sent. */
  readonly headersKnown: boolean;
  /** Answer to a request for an object that does not exist, where the user gave one. */
  readonly absent?: Exchange;
}

/** What one rule found. */
export interface Found {
  /** One sentence: what is wrong, without the mending. */
  readonly says: string;
  /** The bytes that say so. */
  readonly at: Span;
  /** Another level than the rule's. */
  readonly level?: Level;
  readonly reference?: Reference;
}

/** One way in which a refusal lies or leaks; one file each in `rules/`, named by its id. */
export interface Rule {
  readonly id: string;
  /** A sentence for the list of rules. */
  readonly title: string;
  readonly level: Level;
  readonly reference: Reference;
  /** What to do, one or two sentences. */
  readonly mend: string;
  check(subject: Subject): readonly Found[];
}

/** A finding of a rule at a place of an exchange. Plain JSON, secrets redacted. */
export interface Finding {
  readonly rule: string;
  readonly level: Level;
  readonly says: string;
  readonly mend: string;
  readonly reference: Reference;
  /** The bytes that say so, shortened and redacted; empty where something is missing. */
  readonly quote: string;
  readonly at: Span;
  readonly request: { readonly method: string; readonly url: string };
  readonly status: number;
  readonly source: { readonly name: string; readonly entry?: number } | null;
}
