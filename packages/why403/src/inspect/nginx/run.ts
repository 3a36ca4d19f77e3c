import type { PathNode, Walk } from '../path-walk.ts';
import { bothEnds } from '../shared/tries.ts';
import type { Location, Model, Scope, Server } from './model.ts';
import type { NginxRequest } from './request.ts';
import type { LinkState } from './secure-link.ts';
import type { Chosen } from './servers.ts';
import type { Directive } from './syntax.ts';

/** Text that nginx computes, the variables of the request that it was made of, and the lines that made it. */
export interface Value {
  readonly text: string;
  /** Why the text is not known; then `text` means nothing. */
  readonly unknown?: string;
  /** Names of the request's own variables, without `$`. */
  readonly deps: ReadonlySet<string>;
  readonly via: readonly Directive[];
}

/** What can be asked of the disk as the worker's user. */
export interface Files {
  /** nginx's prefix folder, which relative paths start at; without a slash at its end. */
  readonly prefix: string;
  /** Walks to an absolute path; reads only rights and names. */
  walk(
    path: string,
    need: 'read' | 'list' | 'stat' | 'change',
    links?: 'follow' | 'refuse' | 'owner',
    linksFrom?: string,
  ): Walk;
  /** The same disk with rights added, by path. */
  withGrants(grants: ReadonlyMap<string, number>): Files;
  /** The same disk with one more file in an existing directory, readable by all. */
  withFile(path: string): Files;
  /** A file's text as the master reads it, undefined where it cannot be read. */
  text(path: string): string | undefined;
}

/** What made the server answer as it did. */
export interface Decision {
  readonly kind:
    | 'access'
    | 'limit-except'
    | 'return'
    | 'auth-basic'
    | 'auth-request'
    | 'directory'
    | 'missing'
    | 'permission'
    | 'method'
    | 'internal'
    | 'plain-on-tls'
    | 'client-certificate'
    | 'rate'
    | 'size'
    | 'malformed'
    | 'dav'
    | 'served'
    | 'redirect'
    | 'upstream'
    | 'module'
    | 'loop';
  readonly status: number;
  /** One sentence. */
  readonly says: string;
  readonly directive?: Directive;
  /** The level it was decided at. */
  readonly scope: Scope;
  /** Of conditions: the request's variables that led here, and the lines on the way. */
  readonly deps: ReadonlySet<string>;
  readonly via: readonly Directive[];
  readonly walk?: Walk;
  readonly path?: string;
  readonly node?: PathNode;
  /** Sent as it is: error pages do not apply. */
  readonly plain?: boolean;
  /** A word for the way a credential failed; `denied` where it may be good, and its owner not allowed. */
  readonly credential?: 'missing' | 'malformed' | 'invalid' | 'expired' | 'denied';
}

/** How the server answers in the end. */
export interface Outcome {
  /** Status sent; 0 where an upstream or a module decides, 444 where the connection is closed. */
  readonly status: number;
  /** All answers on the way, error pages included, in order. */
  readonly decisions: readonly Decision[];
  readonly server: Server | undefined;
  readonly chosen: Chosen | undefined;
  readonly location: Location | undefined;
}

/** A rule that was weighed and did not decide. */
export interface Weighed {
  readonly directive: Directive;
  readonly says: string;
  readonly deps: ReadonlySet<string>;
}

/** The state of one evaluation. */
export interface Run {
  readonly model: Model;
  readonly request: NginxRequest;
  readonly files: Files;
  uri: string;
  args: string;
  method: string;
  clientAddress: string | undefined;
  readonly vars: Map<string, Value>;
  captures: readonly (string | undefined)[];
  captureDeps: ReadonlySet<string>;
  chosen: Chosen | undefined;
  location: Location | undefined;
  scope: Scope;
  internal: boolean;
  /** Off after `rewrite … break`: an alias cannot be worked out any more, and nginx answers 500. */
  validLocation: boolean;
  readonly sub: boolean;
  changes: number;
  errorPage: boolean;
  errStatus: number;
  rateWaived: boolean;
  /** Variables that are being worked out, each for the one before. */
  depth: number;
  /** How a signed link fared where one was read. */
  link?: LinkState;
  readonly decisions: Decision[];
  readonly weighed: Weighed[];
  readonly unseen: Set<string>;
  /** Variables that conditions on the way here looked at, with the lines. */
  readonly control: { deps: ReadonlySet<string>; via: readonly Directive[] };
  /** Answers that are taken for what cannot be known, in the order of the questions. */
  readonly assumed: readonly number[];
  readonly questions: { readonly text: string; readonly options: number; readonly taken: number }[];
}

/** Answers by their question, for each list of questions. */
const answersOf = new WeakMap<Run['questions'], Map<string, number>>();

/** Asks something that cannot be known from here: the answer that this run was told to assume, else the first. */
export function assume(run: Run, text: string, options: number): number {
  const answers = answersOf.get(run.questions) ?? new Map(run.questions.map((one) => [one.text, one.taken]));
  answersOf.set(run.questions, answers);
  const known = answers.get(text);
  if (known !== undefined) return known;
  const taken = run.assumed[run.questions.length] ?? 0;
  run.questions.push({ text, options, taken });
  answers.set(text, taken);
  run.unseen.add(text);
  return taken;
}

export const NO_DEPS: ReadonlySet<string> = new Set();

/** Variables that one value is said to depend on: a chain of thousands of settings may depend on as many. */
const MOST_DEPS = 200;
const MOST_VIA = 64;

/** Both sets in one, which is the first where it holds the second. */
export function joinDeps(deps: ReadonlySet<string>, more: ReadonlySet<string>): ReadonlySet<string> {
  let joined: Set<string> | undefined;
  for (const name of more) {
    if (deps.has(name)) continue;
    joined ??= new Set(deps);
    if (joined.size >= MOST_DEPS) break;
    joined.add(name);
  }
  return joined ?? deps;
}

/** One list of lines after another: of a long chain its two ends. */
export const joinVia = (via: readonly Directive[], more: readonly Directive[]): readonly Directive[] =>
  bothEnds(more.length === 0 ? via : [...via, ...more], MOST_VIA);

/** A text that stands in the configuration. */
export const literal = (text: string): Value => ({ text, deps: NO_DEPS, via: [] });

/** A value that cannot be known. */
export const unknownValue = (why: string, deps: Iterable<string> = []): Value => ({
  text: '',
  unknown: why,
  deps: new Set(deps),
  via: [],
});
