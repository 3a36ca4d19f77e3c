import { createSecretKey, webcrypto } from 'node:crypto';
import { getRequestListener } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import { Hono } from 'hono';
import { core, everything, guardedCallers } from './guarded.mjs';
import { ABILITY, hasScope, inRanges, LIMIT, makeToken, RANGES, REMEMBERED, SECRET } from './material.mjs';

const done = (c) => c.text('done');
const served = (app) => getRequestListener(app.fetch);

/** The packages around the check of an address and of a token. */
async function composed(address, authenticate) {
  const { csrf } = await import('hono/csrf');
  const { rateLimiter } = await import('hono-rate-limiter');
  // Hono's CSRF check looks at the origin alone, and only of forms: it has no token to compare.
  const origin = 'http://127.0.0.1';
  const app = new Hono();
  app.post(
    '/',
    address,
    rateLimiter({ windowMs: 3_600_000, limit: LIMIT, keyGenerator: (c) => getConnInfo(c).remote.address }),
    authenticate,
    async (c, next) => (hasScope(c.get('jwtPayload')) ? next() : c.body(null, 403)),
    csrf({ origin }),
    async (c, next) => (ABILITY.can('create', 'Post') ? next() : c.body(null, 403)),
    done,
  );
  const callers = async (count) =>
    Array.from({ length: count }, (_, number) => ({
      authorization: `Bearer ${makeToken(number)}`,
      origin,
      'content-type': 'application/x-www-form-urlencoded',
    }));
  return { app: served(app), callers };
}

const byBlockList = (c, next) => (inRanges(c.env.incoming.socket.remoteAddress) ? next() : c.body(null, 403));

export const honoStacks = {
  async nothing() {
    return { app: served(new Hono().post('/', done)), callers: guardedCallers };
  },
  async guard() {
    const { hono: adapt } = await import('@why403/guard/hono');
    return { app: served(new Hono().post('/', adapt(core)(everything), done)), callers: guardedCallers };
  },
  async 'as documented'() {
    const { ipRestriction } = await import('hono/ip-restriction');
    const { jwt } = await import('hono/jwt');
    return composed(ipRestriction(getConnInfo, { allowList: RANGES }), jwt({ secret: SECRET, alg: 'HS256' }));
  },
  async 'hono/jwt, CryptoKey'() {
    const { jwt } = await import('hono/jwt');
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const secret = await webcrypto.subtle.importKey('raw', Buffer.from(SECRET), algorithm, false, ['verify']);
    return composed(byBlockList, jwt({ secret, alg: 'HS256' }));
  },
  async 'jose, KeyObject'() {
    const { jwtVerify } = await import('jose');
    const key = createSecretKey(Buffer.from(SECRET));
    return composed(byBlockList, async (c, next) => {
      const { payload } = await jwtVerify(c.req.header('authorization').slice(7), key, { algorithms: ['HS256'] });
      c.set('jwtPayload', payload);
      return next();
    });
  },
  async 'fast-jwt, cache'() {
    const { createVerifier } = await import('fast-jwt');
    const verify = createVerifier({
      key: SECRET,
      algorithms: ['HS256'],
      cache: REMEMBERED,
      cacheKeyBuilder: (token) => token,
    });
    return composed(byBlockList, (c, next) => {
      c.set('jwtPayload', verify(c.req.header('authorization').slice(7)));
      return next();
    });
  },
};
