import type { CauseGroup, CauseId, Who } from './cause-id.ts';
import type { Change } from './change.ts';
import type { EvidenceSet } from './evidence.ts';
import type { Exchange, Span } from './exchange.ts';
import type { ShellLine } from './shell.ts';

/** Strength of a claim in words; their numbers stand in `engine/weights.ts`. */
export type Weight = 'proves' | 'suggests' | 'hints' | 'doubts' | 'excludes';

/** For or against a cause, and the bytes that it stands on. */
export interface Claim {
  readonly cause: CauseId;
  readonly weight: Weight;
  /** The exact log2 of the likelihood ratio where it was computed (experiments), in place of the weight's number. */
  readonly bits?: number;
  /** What the cause's own judge called it, where its bits are fitted. */
  readonly argued?: Weight;
  /** One sentence for the user, without the fix. */
  readonly says: string;
  readonly at: readonly Span[];
  /** Bytes from outside the exchange (an experiment's answer, a file, a log), in place of `at`. */
  readonly quote?: { readonly from: string; readonly text: string };
  readonly location?: { readonly file: string; readonly line?: number };
  /** Id of the unit that claims. */
  readonly by: string;
  /** A product's own documented words outrank what the same words mean in general; false of a list of candidates without a reason. */
  readonly specific?: boolean;
  /** What the product says has to be done, where it does. */
  readonly fix?: { readonly who: Who; readonly text: string };
}

/** Everything that a judge may look at. */
export interface Case {
  readonly exchange: Exchange;
  readonly evidence: EvidenceSet;
  /** The request's host, lower case, without the port. */
  readonly host: string;
  readonly method: string;
  /** Whether the method is safe (RFC 9110 §9.2.1). */
  readonly safe: boolean;
  readonly status: number;
  /** Whether the material shows the request's headers at all; a request without any tells nothing by their absence. */
  readonly headersKnown: boolean;
  /** Whether a product's own documented words explain the refusal: then its silence means nothing more. */
  readonly explained?: boolean;
}

/** One thing that a person can do. */
export interface Fix {
  readonly who: Who;
  readonly text: string;
  /** The mended request, where it follows from what is known. Secrets stand as placeholders `<name>`. */
  readonly request?: Exchange['request'];
  readonly commands?: readonly ShellLine[];
}

export type ChecklistItem =
  | 'authenticated'
  | 'permission'
  | 'csrf'
  | 'ip'
  | 'scopes'
  | 'file-permissions'
  | 'feature-flag';

/** What was sent that a cause is about, and what is the matter with it: servers say one of these states and mean another. */
export interface Concern {
  readonly thing: 'credentials' | 'form-token';
  readonly state: 'absent' | 'unreadable' | 'past' | 'wrong';
}

/** What a cause looks at that may change along with another part of a request. */
export type LooksAt = 'origin' | 'host' | 'client' | 'content' | 'credential' | 'rights' | 'owner' | 'visibility';

/** The questions to a person; `questions/questions.ts` puts them. */
export type QuestionId = 'other-network' | 'colleague' | 'worked-before' | 'in-browser' | 'own-object';

/** The places of the guide that name causes; `report/guide.ts` has their text. */
export type GuidePlace =
  | 'confirm'
  | 'row-absent'
  | 'row-past'
  | 'row-scope'
  | 'row-rights'
  | 'quick-test'
  | 'role'
  | 'form-token'
  | 'address'
  | 'file'
  | 'scope'
  | 'check'
  | 'ask-401-or-403'
  | 'ask-403-or-404'
  | 'ask-upload';

/** One cause of a refused request; one file each in `causes/`. */
export interface Cause {
  readonly id: CauseId;
  readonly group: CauseGroup;
  /** A noun phrase for headings. */
  readonly title: string;
  /** One paragraph. */
  readonly explain: string;
  /** Who can mend it, the likeliest first. */
  readonly who: readonly Who[];
  readonly signs: { readonly for: readonly string[]; readonly against: readonly string[] };
  /** The experiment that settles it, in words. */
  readonly settledBy: string;
  readonly checklist?: ChecklistItem;
  /** The numbers that tell it, the right one first, where they are not those of its group. */
  readonly statuses?: readonly number[];
  readonly rivals: readonly CauseId[];
  readonly concern?: Concern;
  /** Whether it can only be where the server knows who calls. */
  readonly callerKnown?: boolean;
  readonly looksAt?: LooksAt;
  /** Whether the way to ask is another method on the same path. */
  readonly otherMethod?: true;
  /** What speaks for or against it where such a change is all that lies between refused and allowed. */
  readonly turnedBy?: Partial<Readonly<Record<Change, Weight>>>;
  /** The chance that a person answers yes, where it is not the one that most causes share. */
  readonly answers?: Partial<Readonly<Record<QuestionId, number>>>;
  /** Where the guide names it, and where it leads from there to what it says of itself; `check` is the line of its `checklist`. */
  readonly guide?: Partial<Readonly<Record<GuidePlace, 'named' | 'explained'>>>;
  readonly references: readonly { readonly title: string; readonly url: string }[];
  /** One sentence: the verdict in words, for this case. */
  summary(c: Case): string;
  /** What to look for in the structure of an exchange: claims that do not come from words alone. */
  judge(c: Case): readonly Omit<Claim, 'cause' | 'by'>[];
  fixes(c: Case): readonly Fix[];
}
