import type { Case, Cause, Claim, Weight } from './cause.ts';
import type { CauseId } from './cause-id.ts';
import type { Exchange, Request } from './exchange.ts';
import type { Imported, SendOptions } from './importer.ts';

/** How the answer to a changed request stands to the refusal. */
export type Outcome = 'allowed' | 'refused-alike' | 'refused-otherwise' | 'failed';

/** Chances of `allowed`, `refused-alike` and `refused-otherwise`, in this order; they need not add up to 1. */
export type Odds = readonly [allowed: number, alike: number, otherwise: number];

/** What a turn from refused to allowed says about the causes, when this was the only change. */
export type Turn = Partial<Readonly<Record<CauseId, Weight>>>;

/** One request that differs from the refused one in one thing. */
export interface Variation {
  /** The experiment's id. */
  readonly experiment: string;
  /** What was changed, for the user: "without the Origin header". */
  readonly changed: string;
  readonly request: Request;
  readonly send?: SendOptions;
  /** What to expect of the answer under each cause; decides how much the question tells. */
  expects(cause: CauseId): Odds;
  readonly turn: Turn;
  /** Whether a turn excludes the causes that `turn` does not name: the change has nothing to do with them. */
  readonly settles?: true;
  /** Made of what the user gave (`--as`): asked before giving up. */
  readonly given?: true;
  /** Where the changed request is what the user should send: the sentence of the fix. */
  readonly fix?: string;
  /** Where a turn says no more than the odds do: other requests may pass for reasons of their own (another path or method). */
  readonly elsewhere?: true;
  /** Pages that are fetched first, with GET, each only if those before it did not serve. */
  readonly prepare?: readonly Request[];
  /** The request made with what the pages hold; undefined where they hold nothing of use. */
  finish?(pages: readonly Exchange[]): Request | undefined;
  /** What it says where all pages were fetched, and none held anything of use. */
  barren?(pages: readonly Exchange[]): Turn;
  /** Bits that the words of the answer tell, expected beside those of its outcome. */
  readonly gain?: number;
  /** What the answer says beyond its outcome. */
  read?(answer: Exchange): readonly Claim[];
  /** The credential that it carries cannot be right: it is sent once at most, and a password only after a yes. */
  readonly wrong?: 'token' | 'password';
  /** Milliseconds that must have passed since the last answer before it is sent. */
  readonly wait?: number;
}

/** What the user gave besides the refused request, and what was found out by the way. */
export interface Material {
  readonly send: SendOptions;
  readonly credentials: readonly { readonly name: string; readonly header: readonly [string, string] }[];
  readonly working?: Imported;
  /** The way without the proxy that is set may be tried too (`--try-direct`). */
  readonly direct?: true;
  /** The cause stands, and a request that passes is looked for: what a turn would prove matters less. */
  readonly mending?: true;
  /** Paths of pages that hand a CSRF token out, where the application's source names some. */
  readonly tokenPages?: readonly string[];
  /** Answers of this session so far, by experiment. */
  readonly seen: readonly { readonly variation: Variation; readonly outcome: Outcome; readonly exchange?: Exchange }[];
}

/** One question put to the server by changing one thing. One file each in `experiments/`. Pure: it makes requests, it sends none. */
export interface Experiment {
  readonly id: string;
  /** The question, for help and docs. */
  readonly asks: string;
  vary(c: Case, material: Material, causes: readonly Cause[]): readonly Variation[];
}
