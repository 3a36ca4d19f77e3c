import { isPromise } from '../ask.ts';
import type { Eventually, Who } from '../model.ts';
import { type CallerFields, makeCaller } from './caller.ts';

/**
 * What an author's callback answers: a caller, nothing for a credential it does not know, or why it is no good.
 * `nobody`: it is in order, and nobody is logged in by it, such as the session of a visitor.
 */
export type Found = CallerFields | 'expired' | 'invalid' | 'malformed' | 'nobody' | null | undefined | false;

/** Turns a callback's answer into what a guard goes on with. Anything but a caller refuses. */
export function whoFrom(scheme: string, answer: Eventually<Found>, what: string): Eventually<Who> {
  return isPromise(answer) ? answer.then((found) => judge(scheme, found, what)) : judge(scheme, answer, what);
}

function judge(scheme: string, found: Found, what: string): Who {
  if (typeof found === 'object' && found !== null) return { state: 'known', caller: makeCaller(scheme, found) };
  if (found === 'nobody')
    return { state: 'absent', found: `nobody is logged in by the ${what}`, says: 'Nobody is logged in.' };
  const known = found === 'expired' || found === 'malformed' ? found : 'invalid';
  const says = { expired: 'is past its time', malformed: 'cannot be read', invalid: 'is not known here' }[known];
  return { state: 'refused', cause: `credentials-${known}`, found: `the ${what} ${says}` };
}
