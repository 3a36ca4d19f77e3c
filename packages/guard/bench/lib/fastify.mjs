import fastify from 'fastify';
import { core, everything, guardedCallers } from './guarded.mjs';
import { ABILITY, CSRF_KEY, hasScope, inRanges, LIMIT, makeToken, REMEMBERED, SECRET } from './material.mjs';

const done = async () => 'done';

/** The packages, with the options of @fastify/jwt and what verifies a token of a request. */
async function composed(jwt, verify) {
  const app = fastify();
  await app.register((await import('@fastify/jwt')).default, { secret: SECRET, ...jwt });
  await app.register((await import('@fastify/cookie')).default, { secret: CSRF_KEY });
  await app.register((await import('@fastify/csrf-protection')).default, { cookieOpts: { path: '/' } });
  await app.register((await import('@fastify/rate-limit')).default, { max: LIMIT, timeWindow: 3_600_000 });
  // Callbacks, which cost less than promises.
  const onRequest = [
    (request, reply, next) => (inRanges(request.socket.remoteAddress) ? next() : reply.code(403).send()),
    verify(app),
    (request, reply, next) => (hasScope(request.user) ? next() : reply.code(403).send()),
    app.csrfProtection,
    (_request, reply, next) => (ABILITY.can('create', 'Post') ? next() : reply.code(403).send()),
  ];
  app.post('/', { onRequest }, done);
  app.get('/csrf', async (_request, reply) => ({ made: reply.generateCsrf() }));
  const callers = async (count) => {
    const made = [];
    for (let number = 0; number < count; number++) {
      const answer = await app.inject('/csrf');
      const cookie = String(answer.headers['set-cookie']).split(';')[0];
      made.push({ authorization: `Bearer ${makeToken(number)}`, cookie, 'csrf-token': answer.json().made });
    }
    return made;
  };
  return { app, callers };
}

export const fastifyStacks = {
  async nothing() {
    const app = fastify();
    app.post('/', done);
    return { app, callers: guardedCallers };
  },
  async guard() {
    const { fastify: adapt } = await import('@why403/guard/fastify');
    const app = fastify();
    app.post('/', { onRequest: adapt(core)(everything) }, done);
    return { app, callers: guardedCallers };
  },
  'as documented': () =>
    composed(
      {},
      () => (request, reply, next) => request.jwtVerify((error) => (error ? reply.code(401).send() : next())),
    ),
  /** Its `jwtVerify` makes a verifier, and with it a cache, for each request; the verifier of `app.jwt` is made once. */
  '@fastify/jwt, cache': () =>
    composed({ verify: { cache: REMEMBERED, cacheKeyBuilder: (token) => token } }, (app) => (request, reply, next) => {
      try {
        request.user = app.jwt.verify(request.headers.authorization.slice(7));
      } catch {
        return reply.code(401).send();
      }
      next();
    }),
};
