import { isPromise } from '../ask.ts';
import type { Authenticator, Eventually, Native } from '../model.ts';
import { callback, checkOptions, options as optionsOf } from '../options.ts';
import { headersOf } from '../received.ts';
import { type Found, whoFrom } from './callback.ts';

export interface SignedInOptions {
  /**
   * Who is signed in, as another package found out: `req.user` of passport, a session of Auth.js or better-auth.
   * Nothing where nobody is: the next authenticator is tried. The headers are those of Fetch on every framework.
   */
  readonly find: (native: Native, headers: Headers) => Found | Promise<Found>;
}

const OPTIONS = optionsOf({ find: callback });

/**
 * Knows callers by a session that another package keeps, in however many cookies. Its scheme is `session`, so that
 * CSRF checks apply.
 */
export function signedIn(options: SignedInOptions): Authenticator {
  checkOptions('signedIn', OPTIONS, options);
  const { find } = options;
  return {
    scheme: 'session',
    challenge: (realm) => `Cookie realm="${realm.replace(/[^\x20-\x7e]|["\\]/g, '?')}"`,
    authenticate(visit) {
      const found: Eventually<Found> = find(visit.native, headersOf(visit));
      const who = (value: Found) => whoFrom('session', value ?? 'nobody', 'session');
      return isPromise(found) ? found.then(who) : who(found);
    },
  };
}
