import { GuardRefusal } from './answer/refusal.ts';
import { type Guard, judgeSafely } from './guard.ts';
import type { Answer, CallerBehind, LoadedBy, Native, Reader, Requirement } from './model.ts';
import { checkOptions, flagOption, maybe, options, text } from './options.ts';
import { hidden } from './requirements/hidden.ts';
import { shadow } from './requirements/shadow.ts';

/** What a route may say of its guard. */
export interface RouteOptions {
  /** Refuses with the 404 of an absent object. */
  readonly hide?: boolean;
  /** Refuses nothing, and only reports what it would have refused. */
  readonly shadow?: boolean;
}

/** Options of a route whose guard does refuse. */
export interface Enforced {
  readonly shadow?: false;
}

/** Of a route that no framework knows: its name in the table. */
export type PlacedOptions = RouteOptions & { readonly route?: string };

/** What a route was guarded with, as its handler may trust it: what is only tried out promises nothing. */
export type Behind<R extends Requirement, O extends RouteOptions> = 'shadow' extends keyof O
  ? O extends Enforced
    ? R
    : Requirement<false>
  : R;

/** What a handler behind a guard knows. */
export interface Known<R extends Requirement = Requirement> {
  readonly caller: CallerBehind<R>;
  /** What `owner` or `tenant` loaded. */
  readonly object: LoadedBy<R>;
}

/** What a decision that allows tells the handler. */
export function knownOf<R extends Requirement>(decision: Allowed): Known<R> {
  return { caller: decision.caller, object: decision.object } as Known<R>;
}

/** What the guards of a request have let pass, each with what it found out. */
const ADMITTED: unique symbol = Symbol.for('why403.guard.admitted');

interface Admitted {
  readonly requirement: Requirement;
  readonly known: Allowed;
}

/** What a decision that allows found out. */
interface Allowed {
  readonly caller: unknown;
  readonly object: unknown;
}

/** What a decision that allows tells the handler, noted on the request for the `known` of its middleware. */
export function admit<R extends Requirement>(native: Native, requirement: Requirement, decision: Allowed): Known<R> {
  const known = knownOf<R>(decision);
  const before: Admitted[] | undefined = native[ADMITTED];
  if (before === undefined) native[ADMITTED] = [{ requirement, known }];
  else before.push({ requirement, known });
  return known;
}

/** A refusal that the application's error handler is to answer, or undefined where the answer stands. */
export function errorOf({ isError, ...answer }: Answer): GuardRefusal | undefined {
  return isError === true && answer.problem !== undefined ? new GuardRefusal(answer, answer.problem) : undefined;
}

/** What asking a guard outside of a middleware comes to. */
export type Checked<R extends Requirement> =
  | ({ readonly allowed: true } & Known<R>)
  | { readonly allowed: false; readonly status: number; readonly refusal: GuardRefusal };

/** Asking a guard within a handler: for one field, one message, one object of many. */
export interface Asks<N> {
  /** Judges a requirement for a request, and answers nothing by itself. */
  check<R extends Requirement, const O extends RouteOptions = Enforced>(
    native: N,
    requirement: R,
    options?: O,
  ): Promise<Checked<Behind<R, O>>>;
  /**
   * Who calls and what was loaded, where the requirement holds.
   * @throws {GuardRefusal} where it does not.
   */
  demand<R extends Requirement, const O extends RouteOptions = Enforced>(
    native: N,
    requirement: R,
    options?: O,
  ): Promise<Known<Behind<R, O>>>;
}

/** Makes both ways of asking, for the requests of one framework. */
export function asking<N>(guard: Guard, reader: Reader<N>): Asks<N> {
  async function check<R extends Requirement, const O extends RouteOptions = Enforced>(
    native: N,
    requirement: R,
    options?: O,
  ): Promise<Checked<Behind<R, O>>> {
    const decision = await judgeSafely(guard, reader, native, prepare(guard, requirement, options ?? {}));
    if (decision.allowed) return { allowed: true, ...knownOf<Behind<R, O>>(decision) };
    const { answer } = decision;
    const { status } = answer;
    const problem = answer.problem ?? { type: 'about:blank', title: 'Service Unavailable', status, denial: '' };
    return { allowed: false, status, refusal: new GuardRefusal(answer, problem) };
  }
  return {
    check,
    async demand(native, requirement, options) {
      const checked = await check(native, requirement, options);
      if (!checked.allowed) throw checked.refusal;
      return checked;
    },
  };
}

/** Where a middleware carries what it demands, so that a table of routes can be read from an application. */
export const GUARDED: unique symbol = Symbol.for('why403.guard.requirement');

/** A route that was to be hidden must not be shown because of a slip of the pen. */
const ROUTE_OPTIONS = options({ hide: maybe(flagOption), shadow: maybe(flagOption), route: maybe(text) });

/** The requirement of a route as its options want it, once it is sure that this guard can judge it. */
export function prepare(guard: Guard, requirement: Requirement, route: RouteOptions): Requirement {
  checkOptions('guard', ROUTE_OPTIONS, route);
  guard.accept(requirement);
  const inner = route.hide === true ? hidden(requirement) : requirement;
  return route.shadow === true ? shadow(inner) : inner;
}

/** Marks a middleware with what it demands. */
export function mark<F extends object>(middleware: F, requirement: Requirement): F {
  return Object.defineProperty(middleware, GUARDED, { value: requirement });
}

/** Tells a handler what its guard knows, typed, however the framework's own types for that look. */
export interface Knows<R extends Requirement> {
  /**
   * Who calls and what was loaded, of a request that this guard has let pass. Takes the framework's own request.
   * @throws {TypeError} where it has not let it pass.
   */
  known(native: Native): Known<R>;
}

/** A middleware that tells what it knows. */
export function telling<F extends object, R extends Requirement>(
  middleware: F,
  requirement: Requirement,
): F & Knows<R> {
  const known = (native: Native): Known<R> => {
    const admitted: readonly Admitted[] | undefined = native?.[ADMITTED];
    const own = admitted?.findLast((one) => one.requirement === requirement);
    if (own !== undefined) return knownOf<R>(own.known);
    throw new TypeError(`The guard "${requirement.demand}" has not let this request pass: put it on the route.`);
  };
  return Object.assign(mark(middleware, requirement), { known });
}

/** What a middleware demands, or undefined where it is no guard of ours. */
export function requirementOf(middleware: unknown): Requirement | undefined {
  const isMarkable = typeof middleware === 'function' || (typeof middleware === 'object' && middleware !== null);
  return isMarkable ? (middleware as { [GUARDED]?: Requirement })[GUARDED] : undefined;
}

/** Headers by name: those that came more than once, such as challenges, as a list. */
export function groupHeaders(headers: Answer['headers']): [name: string, value: string | string[]][] {
  const groups = new Map<string, string | string[]>();
  for (const [name, value] of headers) {
    const before = groups.get(name);
    groups.set(name, before === undefined ? value : [before, value].flat());
  }
  return [...groups];
}
