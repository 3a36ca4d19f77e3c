import { pipe, regex, string } from 'valibot';
import { clientAddress } from '../address/client.ts';
import { after, isPromise } from '../ask.ts';
import { CAUSES, type Cause } from '../cause.ts';
import { identify, withCaller } from '../identify.ts';
import {
  type Caller,
  type Eventually,
  type Finding,
  type Native,
  type Outcome,
  PASSED,
  type Requirement,
  type Visit,
} from '../model.ts';
import { callback, checkOptions, flagOption, maybe, options as optionsOf, text } from '../options.ts';

/** What a requirement of the author's own gets to judge by. */
export interface Asked<Knows extends boolean> {
  readonly caller: Knows extends true ? Caller : Caller | undefined;
  /** The framework's own request. */
  readonly request: Native;
  /** A header of the request, its name in lower case. */
  header(name: string): string | undefined;
  /** The client's address, by the guard's `trustProxies`; undefined where it cannot be told. */
  address(): string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Puts a header on the answer, allowed or refused. */
  setHeader(name: string, value: string): void;
}

/** Why a requirement of the author's own refuses. */
export interface Refused {
  /** A sentence for the owner. */
  readonly found: string;
  /** `policy-denied` by default. */
  readonly cause?: Cause;
  /** 403 by default. */
  readonly status?: 401 | 403 | 404 | 429;
  /** What the caller is told from disclosure `hint` on, under the requirement's kind. Nothing by default. */
  readonly tell?: unknown;
  /** Seconds to wait, for `Retry-After`. */
  readonly retryAfter?: number;
}

export interface RequirementOptions<Knows extends boolean> {
  /** A word for reports, and the member of `required`: `quota`. */
  readonly kind: string;
  /** What is demanded, in a few words: `room for one more file`. */
  readonly demand: string;
  /** Whether strangers are refused with 401 before `check` is asked: `true` by default. */
  readonly asksCaller?: Knows;
  /** `true` passes, and nothing else does. */
  readonly check: (asked: Asked<Knows>) => Eventually<true | Refused>;
}

const KIND = 'a word of letters, digits and -, such as quota';
const OPTIONS = optionsOf({
  kind: pipe(string(KIND), regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, KIND)),
  demand: text,
  asksCaller: maybe(flagOption),
  check: callback,
});

const STATUSES: ReadonlySet<unknown> = new Set([401, 403, 404, 429, undefined]);

/**
 * A requirement of the author's own, composed and reported like any other. A check that throws, hangs, or answers
 * neither `true` nor a refusal refuses with 503.
 * @throws {GuardError} where an option cannot be used.
 */
export function requirement<const Knows extends boolean = true>(
  options: RequirementOptions<Knows>,
): Requirement<Knows> {
  checkOptions('requirement', OPTIONS, options);
  const { kind, demand } = options;
  const asksCaller = (options.asksCaller ?? true) as Knows;
  const made: Requirement<Knows> = {
    kind,
    demand,
    knows: asksCaller,
    asksCaller,
    check(visit) {
      if (asksCaller) return withCaller(visit, made, (caller) => judge(visit, caller));
      if (visit.settings.authenticators.length === 0) return judge(visit, undefined);
      return after(identify(visit), (who) => judge(visit, who.state === 'known' ? who.caller : undefined));
    },
  };

  function judge(visit: Visit, caller: Caller | undefined): Eventually<Outcome> {
    const verdict = options.check(askedOf(visit, caller) as Asked<Knows>);
    return isPromise(verdict) ? verdict.then(settle) : settle(verdict);
  }

  function settle(verdict: true | Refused): Outcome {
    if (verdict === true) return PASSED;
    if (typeof verdict !== 'object' || verdict === null || typeof verdict.found !== 'string') {
      return { state: 'fault', kind, demand, found: 'the check answered neither true nor a refusal' };
    }
    const { found, cause = 'policy-denied', status, tell, retryAfter } = verdict;
    const trouble = troubleOf(verdict);
    if (trouble !== undefined) return { state: 'fault', kind, demand, found: `the check named ${trouble}` };
    const failed: Finding = { state: 'failed', kind, demand, found, cause, status, absent: status === 404 };
    return {
      ...failed,
      ...(tell === undefined ? {} : { tells: [{ name: kind, value: asJson(tell), from: 'hint' }] as const }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  }
  return made;
}

/** What of a refusal cannot be answered, in words; undefined where all of it can. */
function troubleOf({ cause, status, tell, retryAfter }: Refused): string | undefined {
  if (!STATUSES.has(status)) return 'a status that refuses nothing';
  if (cause !== undefined && !CAUSES.includes(cause)) return 'a cause that does not exist';
  const isTime = retryAfter === undefined || (Number.isInteger(retryAfter) && retryAfter >= 0 && retryAfter < 1e9);
  if (!isTime) return 'a time to wait that is no whole number of seconds';
  return tell !== undefined && asJson(tell) === undefined ? 'what cannot be told in JSON' : undefined;
}

/** A copy as JSON, so that writing the answer cannot fail; undefined where there is none. */
function asJson(value: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(value));
  } catch {
    return undefined;
  }
}

/** Headers of the answer's framing, and those that say what the guard itself decided. */
const RESERVED = new Set([
  'cache-control',
  'connection',
  'content-encoding',
  'content-length',
  'content-security-policy',
  'content-type',
  'keep-alive',
  'location',
  'retry-after',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'why403',
  'www-authenticate',
  'x-content-type-options',
]);

function askedOf(visit: Visit, caller: Caller | undefined): Asked<boolean> {
  return {
    caller,
    request: visit.native,
    header: (name) => visit.reader.header(visit.received, name),
    address: () => clientAddress(visit),
    now: visit.now,
    setHeader(name, value) {
      // A platform would throw when the answer is sent, which is too late to refuse; and a second length or mark beside
      // the guard's own would make two answers of one.
      if (RESERVED.has(String(name).toLowerCase())) throw new TypeError(`setHeader cannot set ${name}`);
      if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,200}$/.test(name) || !/^[\t\x20-\x7e\x80-\xff]{0,8000}$/.test(value)) {
        throw new TypeError('setHeader was given what no header can hold');
      }
      visit.headers.push([name.toLowerCase(), value]);
    },
  };
}
