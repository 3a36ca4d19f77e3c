import { quoted } from '../answer/challenge.ts';
import { cookieValue } from '../cookies.ts';
import type { Authenticator, Native } from '../model.ts';
import { callback, checkOptions, options as optionsOf, tokenName } from '../options.ts';
import { type Found, whoFrom } from './callback.ts';

export interface SessionOptions {
  /** The cookie that carries the session's id. Where it is not sent, nothing identifies the caller. */
  readonly cookie: string;
  /** Finds the session. */
  readonly find: (id: string, native: Native) => Found | Promise<Found>;
}

const OPTIONS = optionsOf({ cookie: tokenName, find: callback });

/** Knows callers by a session cookie. The scheme `Cookie` is draft-broyer-http-cookie-auth's. */
export function session(options: SessionOptions): Authenticator {
  checkOptions('session', OPTIONS, options);
  const { cookie, find } = options;
  return {
    scheme: 'session',
    challenge: (realm) => `Cookie realm=${quoted(realm)}, cookie-name=${quoted(cookie)}`,
    authenticate({ reader, native, received }) {
      const id = cookieValue(reader.header(received, 'cookie'), cookie);
      if (id === undefined || id === '') return { state: 'absent' };
      if (id.length > 4096)
        return { state: 'refused', cause: 'credentials-malformed', found: 'the session is too long' };
      return whoFrom('session', find(id, native), 'session');
    },
  };
}
