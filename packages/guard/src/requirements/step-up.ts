import { withCaller } from '../identify.ts';
import { type Caller, type ChallengeParameters, PASSED, type Requirement } from '../model.ts';
import { amount, badOption, checkOptions, maybe, namesWithoutBlanks, options } from '../options.ts';

export interface StepUpOptions {
  /** One of these authentication context classes. */
  readonly acr?: readonly string[];
  /** All of these authentication methods (RFC 8176), such as `mfa`. */
  readonly amr?: readonly string[];
  /** The login is at most so many seconds old. */
  readonly maxAge?: number;
}

const OPTIONS = options({
  acr: maybe(namesWithoutBlanks),
  amr: maybe(namesWithoutBlanks),
  maxAge: maybe(amount(0, 1e9)),
});

/**
 * Demands a stronger or fresher login, and asks for it as RFC 9470 says. What a credential does not tell counts as
 * not given.
 * @throws {GuardError} `step-up-empty` where nothing is demanded.
 */
export function stepUp(given: StepUpOptions): Requirement<true> {
  checkOptions('stepUp', OPTIONS, given);
  const { acr = [], amr = [], maxAge } = given;
  if (acr.length === 0 && amr.length === 0 && maxAge === undefined) {
    const code = { code: 'step-up-empty', got: 'undefined' };
    throw badOption(
      { of: 'stepUp', name: 'acr' },
      'is missing, as are amr and maxAge',
      'Give acr, amr or maxAge.',
      code,
    );
  }
  const wants = [
    acr.length === 0 ? '' : `acr ${acr.join(' or ')}`,
    amr.length === 0 ? '' : `amr ${amr.join(' and ')}`,
    maxAge === undefined ? '' : `a login of the last ${maxAge} s`,
  ].filter((part) => part !== '');
  const challenge: ChallengeParameters = {
    error: 'insufficient_user_authentication',
    ...(acr.length === 0 ? {} : { acr_values: acr.join(' ') }),
    ...(maxAge === undefined ? {} : { max_age: maxAge }),
  };
  const requirement: Requirement<true> = {
    kind: 'stepUp',
    demand: wants.join(' and '),
    knows: true,
    asksCaller: true,
    check: (visit) =>
      withCaller(visit, requirement, (caller) => {
        const lacks = lacking(caller, given, Math.floor(visit.now / 1000));
        if (lacks === undefined) return PASSED;
        // A login of which nothing is told counts as a weak one, but is not known to be one.
        const state = tellsLogin(caller, given) ? 'failed' : 'unknown';
        const { kind, demand } = requirement;
        const value = { acr, amr, maxAge };
        const tells = [{ name: 'stepUp', value, from: 'hint' }] as const;
        // 401, since the credential is what must change (RFC 9470 §3), where a scheme can ask for it.
        const status = visit.settings.authenticators.some((one) => one.scheme === 'bearer') ? 401 : 403;
        const found = `has ${lacks}, wants ${demand}`;
        return { state, kind, demand, found, cause: 'step-up-required', status, near: 0.9, tells, challenge };
      }),
  };
  return requirement;
}

function tellsLogin(caller: Caller, { acr = [], amr = [], maxAge }: StepUpOptions): boolean {
  if (acr.length > 0 && caller.acr === undefined) return false;
  return (amr.length === 0 || caller.amr.length > 0) && (maxAge === undefined || caller.authTime !== undefined);
}

function lacking(caller: Caller, { acr = [], amr = [], maxAge }: StepUpOptions, now: number): string | undefined {
  if (acr.length > 0 && (caller.acr === undefined || !acr.includes(caller.acr))) return `acr ${caller.acr ?? 'none'}`;
  if (!amr.every((method) => caller.amr.includes(method))) return `amr ${caller.amr.join(' ') || 'none'}`;
  if (maxAge === undefined) return undefined;
  if (caller.authTime === undefined) return 'no time of login';
  const age = now - caller.authTime;
  // A login of the future is none of the last seconds.
  return age >= -60 && age <= maxAge ? undefined : `a login ${age} s old`;
}
