// The one requirement that every guarded server of the comparison has.
import { ability, allOf, allowIps, bearer, createGuard, csrf, flag, rateLimit, scope } from '@why403/guard';
import { csrfTokens } from '../../dist/requirements/csrf-token.js';
import {
  ABILITY,
  AUDIENCE,
  CSRF_KEY,
  ISSUER,
  LIMIT,
  makeToken,
  RANGES,
  REMEMBERED,
  SCOPE,
  SECRET,
} from './material.mjs';

export const core = createGuard({
  authenticate: bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET, remember: REMEMBERED }),
});
export const protect = csrf({ keys: CSRF_KEY });
export const everything = allOf(
  allowIps(...RANGES),
  rateLimit({ limit: LIMIT, windowSeconds: 3600 }),
  scope(SCOPE),
  protect,
  flag('new-editor', { on: () => true }),
  ability('create', { of: () => ABILITY, subject: 'Post' }),
);

/** The headers of so many callers: each has a token, a session and a CSRF token of its own. */
export async function guardedCallers(count) {
  const tokens = csrfTokens(CSRF_KEY, 43_200);
  return Array.from({ length: count }, (_, number) => {
    const made = tokens.make(`session ${number}`, Date.now() / 1000);
    return {
      authorization: `Bearer ${makeToken(number)}`,
      cookie: `__Host-csrf=${made}`,
      'x-csrf-token': made,
    };
  });
}
