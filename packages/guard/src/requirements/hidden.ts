import { after, ask, askToLoad } from '../ask.ts';
import { blame } from '../decision.ts';
import { type LoadedBy, type Loads, PASSED, type Requirement } from '../model.ts';
import { checkParts } from '../options.ts';

/**
 * Refuses as an absent object does, with a 404 that tells nothing. A rate limit and a fault of the server are told as
 * they are: they hold for any object. Put `authenticated()` outside of it to ask strangers to log in first.
 */
export function hidden<R extends Requirement>(
  ...parts: readonly [part: R]
): Requirement<R['knows']> & Loads<LoadedBy<R>> {
  checkParts('hidden', parts, 1);
  const [part] = parts;
  const requirement: Requirement<R['knows']> = {
    kind: 'hidden',
    demand: part.demand,
    knows: part.knows,
    asksCaller: part.asksCaller,
    parts: [part],
    admitsAnyone: part.admitsAnyone === true,
    negationAdmits: part.negationAdmits === true,
    judgesOrigin: part.judgesOrigin === true,
    isTrial: part.isTrial === true,
    ...(part.load === undefined ? {} : { load: (visit) => askToLoad(part, visit) }),
    check: (visit) =>
      after(ask(part, visit), (outcome) => {
        if (outcome === PASSED) return PASSED;
        const plainly = outcome.state === 'fault' || blame(outcome).leaf.status === 429;
        const { state, demand } = outcome;
        return { state, kind: 'hidden', demand, absent: !plainly, branches: [outcome], nearest: 0 };
      }),
  };
  return requirement as typeof requirement & Loads<LoadedBy<R>>;
}
