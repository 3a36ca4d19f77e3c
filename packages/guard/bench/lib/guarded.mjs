// The one requirement that every guarded server of the comparison has.
import { ability, allOf, allowIps, bearer, createGuard, csrf, flag, rateLimit, scope } from '@why403/guard';
import { ABILITY, AUDIENCE, CSRF_KEY, ISSUER, LIMIT, RANGES, SCOPE, SECRET } from './material.mjs';

export const core = createGuard({ authenticate: bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET }) });
export const protect = csrf({ keys: CSRF_KEY });
export const everything = allOf(
  allowIps(...RANGES),
  rateLimit({ limit: LIMIT, windowSeconds: 3600 }),
  scope(SCOPE),
  protect,
  flag('new-editor', { on: () => true }),
  ability('create', { of: () => ABILITY, subject: 'Post' }),
);
