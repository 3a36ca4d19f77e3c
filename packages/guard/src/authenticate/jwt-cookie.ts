import { quoted } from '../answer/challenge.ts';
import { after } from '../ask.ts';
import { cookieValue } from '../cookies.ts';
import type { Authenticator, Caller, Reader, Who } from '../model.ts';
import { checkOptions, options as optionsOf, tokenName } from '../options.ts';
import { BEARER, type BearerOptions, bearer } from './bearer.ts';

export interface JwtCookieOptions extends Omit<BearerOptions, 'resourceMetadata'> {
  /** The cookie that holds the token. */
  readonly cookie: string;
}

const OPTIONS = optionsOf({ cookie: tokenName, ...BEARER });

/**
 * Knows callers by a JWT in a cookie. Browsers send cookies by themselves, for any page: the scheme is `jwt-cookie`, to
 * which CSRF checks always apply, other than to a token in `Authorization`.
 * @throws {GuardError} where issuer, audience or keys cannot be used.
 */
export function jwtCookie(options: JwtCookieOptions): Authenticator {
  checkOptions('jwtCookie', OPTIONS, options);
  const { cookie, ...rest } = options;
  const inner = bearer(rest);
  const callers = new WeakMap<Caller, Caller>();

  /** The token's caller is remembered by `bearer`; its twin with the right scheme is remembered with it. */
  function renamed(who: Who): Who {
    if (who.state !== 'known') return who;
    let caller = callers.get(who.caller);
    if (caller === undefined) {
      caller = { ...who.caller, scheme: 'jwt-cookie' };
      callers.set(who.caller, caller);
    }
    return { state: 'known', caller };
  }
  return {
    ...inner,
    scheme: 'jwt-cookie',
    challenge: (realm) => `Cookie realm=${quoted(realm)}, cookie-name=${quoted(cookie)}`,
    authenticate(visit) {
      const token = cookieValue(visit.reader.header(visit.received, 'cookie'), cookie);
      if (token === undefined || token === '') return { state: 'absent' };
      const reader: Reader = { ...visit.reader, header: () => `Bearer ${token}` };
      return after(inner.authenticate({ ...visit, reader }), renamed);
    },
  };
}
