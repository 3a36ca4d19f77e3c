import { after } from '../ask.ts';
import { identify } from '../identify.ts';
import { type Caller, type Eventually, type Native, type Outcome, PASSED, type Requirement } from '../model.ts';
import { badOption, callback, checkOptions, having, maybe, oneOf, options, text } from '../options.ts';

/** What is used of an OpenFeature client (https://openfeature.dev/specification/sections/flag-evaluation). */
export interface FlagClient {
  getBooleanDetails(
    key: string,
    fallback: boolean,
    context?: Record<string, string | number | boolean>,
  ): Promise<{ readonly value: boolean; readonly errorCode?: unknown; readonly reason?: string }>;
}

export interface FlagOptions {
  /** An OpenFeature client. Its targeting key is the caller's subject, where that is known. */
  readonly client?: FlagClient;
  /** Or a function that knows. */
  readonly on?: (caller: Caller | undefined, native: Native) => Eventually<boolean>;
  /** Whether the caller is told the flag's name at disclosure `hint`. */
  readonly tell?: 'hint' | 'full';
}

const OPTIONS = options({
  client: maybe(having('a client of OpenFeature', 'getBooleanDetails')),
  on: maybe(callback),
  tell: maybe(oneOf('hint', 'full')),
});
const NAME = options({ name: text });

/**
 * Demands that a feature flag is on. A client that answers with its fallback because of an error does not know: that
 * is the server's fault, not a flag that is off.
 * @throws {GuardError} `option` where it gets neither a client nor a function, or both.
 */
export function flag(name: string, given: FlagOptions): Requirement<false> {
  checkOptions('flag', NAME, { name });
  checkOptions('flag', OPTIONS, given);
  if ((given.client === undefined) === (given.on === undefined)) {
    const problem = given.on === undefined ? 'is missing, and so is client' : 'is given beside client';
    throw badOption({ of: 'flag', name: 'on' }, problem, 'Give either client or on.');
  }
  const requirement: Requirement<false> = {
    kind: 'flag',
    demand: `flag ${name}`,
    knows: false,
    asksCaller: false,
    check: (visit) => {
      if (visit.settings.authenticators.length === 0) return evaluate(undefined, visit.native);
      return after(identify(visit), (who) =>
        // Who cannot be told apart is no reason to evaluate the flag for a stranger.
        who.state === 'fault'
          ? { state: 'fault', kind: 'flag', demand: `flag ${name}`, found: who.found }
          : evaluate(who.state === 'known' ? who.caller : undefined, visit.native),
      );
    },
  };

  function evaluate(caller: Caller | undefined, native: Native): Eventually<Outcome> {
    if (given.client === undefined) return after(given.on?.(caller, native), (on) => judge(on, undefined));
    const context = caller === undefined ? {} : { targetingKey: caller.subject };
    return given.client
      .getBooleanDetails(name, false, context)
      .then(({ value, errorCode }) =>
        judge(
          value,
          errorCode === undefined || errorCode === null ? undefined : `the flag's provider said ${errorCode}`,
        ),
      );
  }

  function judge(on: boolean | undefined, trouble: string | undefined): Outcome {
    const { kind, demand } = requirement;
    if (trouble !== undefined || typeof on !== 'boolean') {
      return { state: 'fault', kind, demand, found: trouble ?? 'the flag is neither on nor off' };
    }
    if (on) return PASSED;
    const tells = [{ name: 'flag', value: name, from: given.tell ?? 'full' }] as const;
    return { state: 'failed', kind, demand, found: `${name} is off`, cause: 'feature-unavailable', near: 0.6, tells };
  }
  return requirement;
}
