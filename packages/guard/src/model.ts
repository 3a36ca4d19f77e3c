import type { Problem } from './answer/problem.ts';
import type { Cause } from './cause.ts';

/** How much of a decision its caller is told: nothing but the status, what to ask for, or all of it. */
export type Disclosure = 'none' | 'hint' | 'full';

/** The framework's own request. Requirements hand it to the author's callbacks, whose annotation gives it a type. */
// biome-ignore lint/suspicious/noExplicitAny: each framework brings another type; the author names it in the callback.
export type Native = any;

/** A value, now or later. What is known at once is answered at once: the hot path has no promise in it. */
export type Eventually<T> = T | Promise<T>;

export type CallerKind = 'person' | 'machine';

/** Who calls, once that is proved. */
export interface Caller {
  /** The stable name of the caller: `sub` of a token, the user's id of a session. */
  readonly subject: string;
  /** How it was proved: `bearer`, `session`, `api-key`, `basic`, `client-certificate`. */
  readonly scheme: string;
  /** Who gave the subject its name; undefined for names of this server's own. */
  readonly issuer: string | undefined;
  /** A person, or a program that acts for itself. */
  readonly kind: CallerKind;
  readonly scopes: ReadonlySet<string>;
  readonly roles: ReadonlySet<string>;
  readonly permissions: ReadonlySet<string>;
  readonly tenant: string | undefined;
  readonly plan: string | undefined;
  /** Authentication context class (OpenID Connect Core §2). */
  readonly acr: string | undefined;
  /** Authentication methods (RFC 8176). */
  readonly amr: readonly string[];
  /** When the person last proved themselves, in seconds since 1970. */
  readonly authTime: number | undefined;
  /** What CSRF tokens are bound to: the id of the session. */
  readonly session: string | undefined;
  /** Everything else the credential said. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** What looking for the caller came to. */
export type Who =
  | { readonly state: 'known'; readonly caller: Caller }
  | { readonly state: 'absent'; readonly found?: string; readonly says?: string }
  | {
      /** `foreign`: in order, but another issuer's, so that the next authenticator may know it. */
      readonly state: 'refused' | 'foreign';
      readonly cause: Cause;
      /** For the owner. */
      readonly found: string;
      /** For the caller from disclosure `hint` on: a sentence that holds nothing of the request or of the server. */
      readonly says?: string | undefined;
    }
  | { readonly state: 'fault'; readonly found: string };

/** A way of proving who calls. */
export interface Authenticator {
  readonly scheme: string;
  /** Whose names its callers have, where they are not this server's own. */
  readonly issuer?: string;
  /** Whom it knows for the most part: people by default. */
  readonly kind?: CallerKind;
  /** `WWW-Authenticate` of this scheme, or undefined where HTTP has no way of asking for it. */
  challenge(realm: string, parameters: ChallengeParameters): string | undefined;
  authenticate(visit: Visit): Eventually<Who>;
}

/** RFC 6750 §3 and RFC 9470 §3. */
export interface ChallengeParameters {
  readonly error?: 'invalid_token' | 'insufficient_scope' | 'insufficient_user_authentication';
  readonly error_description?: string | undefined;
  readonly scope?: string;
  readonly acr_values?: string;
  readonly max_age?: number;
}

/** How one framework's request is read. One constant a framework, so that a request costs no closures. */
export interface Reader<N = Native> {
  readonly name: string;
  /** Whether all that it reads are handshakes of WebSockets, or of what stands in for them. */
  readonly isHandshake?: boolean;
  method(native: N): string;
  /** Path and query, as they were sent. */
  target(native: N): string;
  /** What headers are read from, fetched once a request: on frameworks built on Node that is not for nothing. */
  headers(native: N): Native;
  /** Value of a header, its name in lower case; several values joined as they were received. */
  header(headers: Native, name: string): string | undefined;
  /** Address of the other end of the connection; undefined where the platform does not tell. */
  peer(native: N): string | undefined;
  /** Whether the connection itself is TLS; undefined where the platform does not tell. */
  secure(native: N): boolean | undefined;
  /** A field of a submitted form. */
  field(native: N, name: string): Eventually<string | undefined>;
  /** The route's pattern, for reports. */
  route(native: N): string | undefined;
}

/** What is found once a request, however many guards and fields ask. */
export interface Identity {
  /** Use `identify`. */
  who: Eventually<Who> | undefined;
  /** Use `clientAddress`. */
  address: string | null | undefined;
}

/**
 * One question of one guard about one request. Each has its own headers and its own object, so that neither an outer
 * guard nor a question at the same time lends what was not demanded here.
 */
export interface Visit {
  readonly reader: Reader;
  readonly native: Native;
  /** What the reader reads headers from. */
  readonly received: Native;
  /** Milliseconds since 1970, the same for all requirements of this request. */
  readonly now: number;
  readonly settings: Settings;
  readonly identity: Identity;
  /** Headers that the answer gets, allowed or refused. */
  readonly headers: [name: string, value: string][];
  /** What `owner` and `tenant` loaded. */
  object: unknown;
}

/** The settled part of a guard's options that requirements may read. */
export interface Settings {
  readonly authenticators: readonly Authenticator[];
  readonly deadlineMs: number;
  readonly resolveAddress: (visit: Visit) => string | undefined;
  /** Whose ids the objects of this server carry: the issuer and the kind of callers that come first. */
  readonly owners: { readonly issuer: string | undefined; readonly kind: CallerKind };
  /** Takes what a requirement in shadow mode would have refused, in its own time. */
  readonly reportShadow: (visit: Visit, finding: Finding) => void;
}

/** What may be told of a demand, from which disclosure on. */
export interface Tell {
  readonly name: string;
  readonly value: unknown;
  readonly from: 'hint' | 'full';
}

/**
 * One node of a decision: what was wanted, what was found. Plain JSON.
 *
 * Of a demand there are three answers: yes (`PASSED`), no (`failed`) and cannot tell (`unknown`, where the request does
 * not give what it takes: a caller, an address, an object; `fault`, where the server is at fault). Only yes lets pass,
 * and only no is turned to yes by `not`. Records and answers write `unknown` as `failed`: both refuse alike.
 */
export interface Finding {
  readonly state: 'failed' | 'fault' | 'passed' | 'unasked' | 'unknown';
  readonly kind: string;
  readonly demand: string;
  /** A sentence for the owner. */
  readonly found?: string;
  /** A sentence for the caller from disclosure `hint` on. */
  readonly says?: string | undefined;
  readonly cause?: Cause;
  readonly status?: number | undefined;
  /** How near it came, 0 to 1: of several failed branches the nearest is the one that the caller hears of. */
  readonly near?: number;
  readonly tells?: readonly Tell[];
  readonly challenge?: ChallengeParameters;
  /** Seconds to wait. */
  readonly retryAfter?: number;
  /** The object is absent, or its being there is hidden: the answer is the one of an absent object. */
  readonly absent?: boolean;
  readonly branches?: readonly Finding[];
  /** Which branch settled it. */
  readonly nearest?: number;
}

/** The one value that lets a request pass. Anything else refuses, an empty answer too. */
export const PASSED: unique symbol = Symbol('passed');
export type Outcome = typeof PASSED | Finding;

/** Something demanded of a request. `Knows`: whether passing it means that the caller is known. */
export interface Requirement<Knows extends boolean = boolean> {
  readonly kind: string;
  /** What it demands, in a few words: `role admin`. */
  readonly demand: string;
  readonly knows: Knows;
  /** Whether the caller is needed to judge it. */
  readonly asksCaller: boolean;
  readonly parts?: readonly Requirement[];
  /** Whether any stranger passes it in the end, as a limit, a list of the banned or a trial in shadow mode. */
  readonly admitsAnyone?: boolean;
  /** Whether any stranger passes its negation in the end. */
  readonly negationAdmits?: boolean;
  /** Whether nothing passes it without its judging where a handshake comes from, by a list of origins of its own. */
  readonly judgesOrigin?: boolean;
  /** Whether it lets every request pass, whatever it finds: a trial in shadow mode, and what is made of trials alone. */
  readonly isTrial?: boolean;
  check(visit: Visit): Eventually<Outcome>;
  /** Loads what the handler was promised where the request passed without it. */
  readonly load?: (visit: Visit) => Eventually<Outcome>;
}

/** Where a requirement's type says what it loads. For the type checker alone: nothing stands there. */
declare const LOADED: unique symbol;

/** A requirement that hands an object to the handler. */
export interface Loads<T> {
  readonly [LOADED]: T;
}

/** What a requirement hands to the handler: `undefined` where it loads nothing. */
export type LoadedBy<R> = R extends Loads<infer T> ? T : Requirement extends R ? unknown : undefined;

/** The caller, as the handler behind a requirement knows it. */
export type CallerBehind<R extends Requirement> = R['knows'] extends true ? Caller : Caller | undefined;

/** A refusal, as its owner reads it. */
export interface Denial {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** `shadow`: it would have been refused. `fault`: the server could not judge, and refused for safety. */
  readonly state: 'refused' | 'fault' | 'shadow';
  readonly status: number;
  readonly cause: Cause | null;
  readonly hidden: boolean;
  readonly method: string;
  /** Redacted: values of query parameters and secret-looking segments are left out. */
  readonly path: string;
  readonly route: string | null;
  readonly caller: { readonly subject: string; readonly scheme: string; readonly tenant: string | null } | null;
  readonly address: string | null;
  /** The decision in one sentence. */
  readonly because: string;
  readonly decision: Finding;
  /** How many denials were left out of the journal since the one before it, so that a flood cannot fill it. */
  readonly omitted?: number;
}

/** Where denials are kept. A journal that fails never changes an answer. */
export interface Journal {
  /** Called in batches, never while a request waits: what is given in one turn may be written together. */
  write(denial: Denial): Eventually<void>;
  read(id: string): Eventually<Denial | undefined>;
  /** The newest first. */
  recent(count: number): Eventually<readonly Denial[]>;
  close?(): Eventually<void>;
  /** Whether to keep a denial costs nothing, so that it need not wait for a batch. */
  readonly immediate?: boolean;
}

/** Hears of every denial: counters, traces, alarms. */
export type Observer = (denial: Denial) => void;

/** What is sent to the caller. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: string;
  /** What the caller may hear; a guard that failed itself has none. */
  readonly problem?: Problem;
  /** The application's error handler is to answer it, where the framework has one. */
  readonly isError?: boolean;
}

/** What a guard decided. */
export type Decision =
  | {
      readonly allowed: true;
      readonly caller: Caller | undefined;
      readonly object: unknown;
      readonly headers: Visit['headers'];
    }
  | { readonly allowed: false; readonly answer: Answer; readonly denial: Denial };
