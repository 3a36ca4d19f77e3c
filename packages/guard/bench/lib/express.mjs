import { createSecretKey } from 'node:crypto';
import express from 'express';
import { core, everything, guardedCallers } from './guarded.mjs';
import { ABILITY, CSRF_KEY, hasScope, inRanges, LIMIT, makeToken, RANGES, REMEMBERED, SECRET } from './material.mjs';

const key = createSecretKey(Buffer.from(SECRET));
const done = (_req, res) => res.send('done');
const scoped = (req, res, next) => (hasScope(req.auth) ? next() : res.sendStatus(403));
const able = (_req, res, next) => (ABILITY.can('create', 'Post') ? next() : res.sendStatus(403));

/** The packages around a middleware that puts a token's claims into `req.auth`. */
async function composed(address, authenticate) {
  const { default: cookies } = await import('cookie-parser');
  const { doubleCsrf } = await import('csrf-csrf');
  const { rateLimit } = await import('express-rate-limit');
  const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({
    getSecret: () => CSRF_KEY,
    getSessionIdentifier: (req) => req.auth.sid,
  });
  const app = express();
  app.post(
    '/',
    address,
    rateLimit({ windowMs: 3_600_000, limit: LIMIT, standardHeaders: 'draft-8', legacyHeaders: false }),
    authenticate,
    scoped,
    cookies(),
    doubleCsrfProtection,
    able,
    done,
  );
  const callers = async (count) =>
    Array.from({ length: count }, (_, number) => {
      let cookie = '';
      const res = { cookie: (name, value) => (cookie = `${name}=${encodeURIComponent(value)}`) };
      const made = generateCsrfToken({ auth: { sid: `session ${number}` }, cookies: {} }, res);
      return { authorization: `Bearer ${makeToken(number)}`, cookie, 'x-csrf-token': made };
    });
  return { app, callers };
}

/** Node's own list, as its documentation shows it; the guard's own addresses are looked up in sorted ranges. */
const byBlockList = (req, res, next) => (inRanges(req.socket.remoteAddress) ? next() : res.sendStatus(403));

export const expressStacks = {
  async nothing() {
    return { app: express().post('/', done), callers: guardedCallers };
  },
  async guard() {
    const { express: adapt } = await import('@why403/guard/express');
    return { app: express().post('/', adapt(core)(everything), done), callers: guardedCallers };
  },
  async 'as documented'() {
    const { IpFilter } = (await import('express-ipfilter')).default;
    const { expressjwt } = await import('express-jwt');
    const detectIp = (req) => req.socket.remoteAddress.replace('::ffff:', '');
    const address = IpFilter(RANGES, { mode: 'allow', log: false, detectIp });
    return composed(address, expressjwt({ secret: SECRET, algorithms: ['HS256'] }));
  },
  async 'express-jwt, KeyObject'() {
    const { expressjwt } = await import('express-jwt');
    return composed(byBlockList, expressjwt({ secret: key, algorithms: ['HS256'] }));
  },
  async 'jose, KeyObject'() {
    const { jwtVerify } = await import('jose');
    return composed(byBlockList, async (req, res, next) => {
      try {
        req.auth = (await jwtVerify(req.headers.authorization.slice(7), key, { algorithms: ['HS256'] })).payload;
      } catch {
        return res.sendStatus(401);
      }
      next();
    });
  },
  async 'fast-jwt, cache'() {
    const { createVerifier } = await import('fast-jwt');
    // Its fastest: the token itself is the cache's key.
    const verify = createVerifier({
      key: SECRET,
      algorithms: ['HS256'],
      cache: REMEMBERED,
      cacheKeyBuilder: (token) => token,
    });
    return composed(byBlockList, (req, res, next) => {
      try {
        req.auth = verify(req.headers.authorization.slice(7));
      } catch {
        return res.sendStatus(401);
      }
      next();
    });
  },
};
