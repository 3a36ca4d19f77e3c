import type { ChecklistItem } from './cause.ts';
import type { CauseGroup, CauseId, Who } from './cause-id.ts';
import type { Header } from './exchange.ts';
import type { Known } from './gap.ts';
import type { ShellLine } from './shell.ts';

export type Certainty = 'proven' | 'likely' | 'possible' | 'unknown';

/** One piece of evidence for or against a cause. */
export interface ToldEvidence {
  /** Where the bytes stand: `response body`, `request header Cookie`, `experiment no-credentials`, `file /etc/nginx/nginx.conf:12`. */
  readonly from: string;
  /** The bytes themselves, redacted. */
  readonly quote: string;
  /** What stands around the quote on its line, for showing the spot. */
  readonly before: string;
  readonly after: string;
  /** How far it moved this cause: log2 of the likelihood ratio. Adds up. */
  readonly bits: number;
  readonly says: string;
  /** Id of the unit that claims. */
  readonly by: string;
}

export interface ToldFix {
  readonly who: Who;
  readonly text: string;
  /** The mended request as a curl line. */
  readonly request: ShellLine | null;
  readonly commands: readonly ShellLine[] | null;
  /** Why a line is not given that there would be; absent where none is missing. */
  readonly withheld?: string;
  /** Whether it was tried and helped; null where it was not tried. */
  readonly verified: boolean | null;
}

export interface ToldCause {
  readonly cause: CauseId;
  readonly probability: number;
  readonly evidence: readonly ToldEvidence[];
  readonly fixes: readonly ToldFix[];
  readonly location: { readonly file: string; readonly line: number | null } | null;
}

export interface ToldExperiment {
  readonly id: string;
  readonly changed: string;
  /** As a curl line; null where that holds a secret, or curl cannot send it. */
  readonly request: ShellLine | null;
  /** Why the line is not given. */
  readonly withheld?: string;
  readonly status: number | null;
  readonly outcome: 'allowed' | 'refused-alike' | 'refused-otherwise' | 'failed';
  readonly says: string;
}

export interface ChecklistAnswer {
  readonly item: ChecklistItem;
  readonly answer: 'ok' | 'problem' | 'unknown' | 'not-applicable';
  readonly because: string;
}

/** One request, its answer, and why it was refused. Plain JSON; every report is a function of it. Secrets are already redacted. */
export interface Diagnosis {
  readonly request: {
    readonly method: string;
    readonly url: string;
    readonly headers: readonly Header[];
    readonly body: string | null;
    /** How much of the request the input shows; of what it does not show, nothing is claimed. */
    readonly known: Known;
  };
  readonly response: {
    readonly status: number;
    readonly headers: readonly Header[];
    readonly body: string | null;
    /** What it says in words of its own, understood or not, up to 300 characters; null where it says nothing. */
    readonly words: string | null;
  } | null;
  readonly verdict: {
    readonly cause: CauseId | null;
    readonly group: CauseGroup | null;
    readonly certainty: Certainty;
    readonly probability: number;
    readonly who: Who | null;
    readonly summary: string;
  };
  readonly causes: readonly ToldCause[];
  readonly checklist: readonly ChecklistAnswer[];
  readonly experiments: readonly ToldExperiment[];
  readonly requestsSent: number;
  /** Products that show themselves, the one that most likely refused first. */
  readonly products: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  /** What to know besides the verdict: a number that lies, the one thing to do next where no cause stands out, what the source could not show, what would refuse next. */
  readonly notes: readonly {
    readonly kind: 'number' | 'step' | 'next' | 'gap' | 'fault' | 'question' | 'hop' | 'server';
    readonly text: string;
  }[];
  /** Whether this is a refusal at all; the exit status depends on it. */
  readonly refused: boolean;
  /** Where the request stands in what was read, counted from 1; absent where nothing else was read. */
  readonly source?: { readonly name: string; readonly entry: number };
  /** How many more answers of a large recording are alike: they count with this one and were not judged each. Absent for none. */
  readonly alike?: number;
}

/** The document of `--json`. */
export interface Document {
  readonly schema: 'why403/1';
  readonly diagnoses: readonly Diagnosis[];
  /** Several refusals by their cause, the one that refused most first; absent where there are not several. */
  readonly groups?: readonly ToldGroup[];
  /** What of a large recording was only counted, the most frequent first; absent where all was judged. */
  readonly unjudged?: readonly NotJudged[];
}

/** Answers that may be refusals and were not judged. */
export interface NotJudged {
  /** Null where there was no answer, and for what is left over. */
  readonly status: number | null;
  /** Method and pattern of the URL; null for what is left over. */
  readonly route: string | null;
  readonly answers: number;
}

/** The refusals of one cause among several. */
export interface ToldGroup {
  /** Null where no cause is known. */
  readonly cause: CauseId | null;
  readonly refusals: number;
  /** Of all refusals, from 0 to 1. */
  readonly share: number;
  /** Places in `diagnoses`, from 0. */
  readonly diagnoses: readonly number[];
}
