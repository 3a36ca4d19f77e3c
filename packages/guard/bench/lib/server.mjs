// One server of the comparison: node server.mjs <framework> <stack>. GET answers the headers that a POST needs, but for cookies that it sets.
import { createServer } from 'node:http';
import { BlockList } from 'node:net';
import { ABILITY, CSRF_KEY, LIMIT, makeToken, RANGES, SCOPE, SECRET } from './material.mjs';

const [framework, stack] = process.argv.slice(2);
const token = makeToken();
const bearer = { authorization: `Bearer ${token}` };

/** The headers that go with a CSRF cookie and its token. */
const withCsrf = (cookie, value) => ({ ...bearer, cookie, 'x-csrf-token': value });
/** What is sent where nothing is checked: as much as elsewhere, so that the requests weigh the same. */
const idle = withCsrf(`__Host-csrf=${'x'.repeat(73)}`, 'x'.repeat(73));
const hasScope = (claims) => String(claims?.scope).split(' ').includes(SCOPE);

async function guardedToken() {
  const { csrfTokens } = await import('../../dist/requirements/csrf-token.js');
  const made = csrfTokens([CSRF_KEY], 43_200).make('a session', Date.now() / 1000);
  return withCsrf(`__Host-csrf=${made}`, made);
}

const servers = {
  async 'node nothing'() {
    return createServer((req, res) => res.end(req.method === 'GET' ? JSON.stringify(idle) : 'done'));
  },
  async 'node guard'() {
    const { node } = await import('@why403/guard/node');
    const { core, everything } = await import('./guarded.mjs');
    const headers = JSON.stringify(await guardedToken());
    const guarded = node(core)(everything, (_req, res) => res.end('done'));
    return createServer((req, res) => (req.method === 'GET' ? res.end(headers) : guarded(req, res)));
  },
  async 'node hidden'() {
    const { createGuard, owner, session } = await import('@why403/guard');
    const { node } = await import('@why403/guard/node');
    const posts = new Map([['/2', { id: 2, ownerId: '9' }]]);
    const authenticate = session({ cookie: 'sid', find: (id) => ({ subject: id }) });
    const loads = owner((req) => posts.get(req.url));
    return createServer(node(createGuard({ authenticate }))(loads, (_req, res) => res.end(), { hide: true }));
  },
  async 'express nothing'() {
    const { default: express } = await import('express');
    const app = express();
    app.get('/', (_req, res) => res.json(idle));
    app.post('/', (_req, res) => res.send('done'));
    return createServer(app);
  },
  async 'express guard'() {
    const { default: express } = await import('express');
    const { express: adapt } = await import('@why403/guard/express');
    const { core, everything } = await import('./guarded.mjs');
    const headers = await guardedToken();
    const app = express();
    app.get('/', (_req, res) => res.json(headers));
    app.post('/', adapt(core)(everything), (_req, res) => res.send('done'));
    return createServer(app);
  },
  async 'express peers'() {
    const { default: express } = await import('express');
    const { default: cookies } = await import('cookie-parser');
    const { expressjwt } = await import('express-jwt');
    const { IpFilter } = (await import('express-ipfilter')).default;
    const { doubleCsrf } = await import('csrf-csrf');
    const { rateLimit } = await import('express-rate-limit');
    const { doubleCsrfProtection, generateCsrfToken } = doubleCsrf({
      getSecret: () => CSRF_KEY,
      getSessionIdentifier: () => 'a session',
    });
    const app = express();
    app.use(cookies());
    app.get('/', (req, res) => {
      const made = generateCsrfToken(req, res);
      res.json({ ...bearer, 'x-csrf-token': made });
    });
    app.post(
      '/',
      IpFilter(RANGES, {
        mode: 'allow',
        log: false,
        detectIp: (req) => req.socket.remoteAddress.replace('::ffff:', ''),
      }),
      rateLimit({ windowMs: 3_600_000, limit: LIMIT, standardHeaders: 'draft-8', legacyHeaders: false }),
      expressjwt({ secret: SECRET, algorithms: ['HS256'] }),
      (req, res, next) => (hasScope(req.auth) ? next() : res.sendStatus(403)),
      doubleCsrfProtection,
      (_req, res, next) => (ABILITY.can('create', 'Post') ? next() : res.sendStatus(403)),
      (_req, res) => res.send('done'),
    );
    return createServer(app);
  },
  async 'fastify nothing'() {
    const { default: fastify } = await import('fastify');
    const app = fastify();
    app.get('/', async () => idle);
    app.post('/', async () => 'done');
    return app;
  },
  async 'fastify guard'() {
    const { default: fastify } = await import('fastify');
    const { fastify: adapt } = await import('@why403/guard/fastify');
    const { core, everything } = await import('./guarded.mjs');
    const headers = await guardedToken();
    const app = fastify();
    app.get('/', async () => headers);
    app.post('/', { onRequest: adapt(core)(everything) }, async () => 'done');
    return app;
  },
  async 'fastify peers'() {
    const { default: fastify } = await import('fastify');
    const app = fastify();
    await app.register((await import('@fastify/jwt')).default, { secret: SECRET });
    await app.register((await import('@fastify/cookie')).default, { secret: CSRF_KEY });
    await app.register((await import('@fastify/csrf-protection')).default, { cookieOpts: { signed: true, path: '/' } });
    await app.register((await import('@fastify/rate-limit')).default, { max: LIMIT, timeWindow: 3_600_000 });
    // Fastify has no address list of its own that people agree on: Node's, as its documentation shows it.
    const list = new BlockList();
    for (const range of RANGES) list.addSubnet(range.split('/')[0], Number(range.split('/')[1]), 'ipv4');
    app.get('/', async (_request, reply) => {
      const made = reply.generateCsrf();
      return { ...bearer, 'csrf-token': made };
    });
    const onRequest = [
      async (request, reply) => {
        if (!list.check(request.socket.remoteAddress.replace('::ffff:', ''))) return reply.code(403).send();
      },
      async (request, reply) => {
        await request.jwtVerify();
        if (!hasScope(request.user)) return reply.code(403).send();
      },
      app.csrfProtection,
      async (_request, reply) => {
        if (!ABILITY.can('create', 'Post')) return reply.code(403).send();
      },
    ];
    app.post('/', { onRequest }, async () => 'done');
    return app;
  },
  async 'hono nothing'() {
    const { Hono } = await import('hono');
    const app = new Hono();
    app.get('/', (c) => c.json(idle));
    app.post('/', (c) => c.text('done'));
    return serveHono(app);
  },
  async 'hono guard'() {
    const { Hono } = await import('hono');
    const { hono: adapt } = await import('@why403/guard/hono');
    const { core, everything } = await import('./guarded.mjs');
    const headers = await guardedToken();
    const app = new Hono();
    app.get('/', (c) => c.json(headers));
    app.post('/', adapt(core)(everything), (c) => c.text('done'));
    return serveHono(app);
  },
  async 'hono peers'() {
    const { Hono } = await import('hono');
    const { jwt } = await import('hono/jwt');
    const { csrf } = await import('hono/csrf');
    const { ipRestriction } = await import('hono/ip-restriction');
    const { getConnInfo } = await import('@hono/node-server/conninfo');
    const { rateLimiter } = await import('hono-rate-limiter');
    const app = new Hono();
    // Hono's CSRF check looks at the origin alone, and only of forms: it has no token to compare.
    const origin = 'http://127.0.0.1';
    app.get('/', (c) => c.json({ ...bearer, origin, 'content-type': 'application/x-www-form-urlencoded' }));
    app.post(
      '/',
      ipRestriction(getConnInfo, { allowList: RANGES }),
      rateLimiter({ windowMs: 3_600_000, limit: LIMIT, keyGenerator: (c) => getConnInfo(c).remote.address }),
      jwt({ secret: SECRET, alg: 'HS256' }),
      async (c, next) => (hasScope(c.get('jwtPayload')) ? next() : c.body(null, 403)),
      csrf({ origin }),
      async (c, next) => (ABILITY.can('create', 'Post') ? next() : c.body(null, 403)),
      (c) => c.text('done'),
    );
    return serveHono(app);
  },
};

async function serveHono(app) {
  const { getRequestListener } = await import('@hono/node-server');
  return createServer(getRequestListener(app.fetch));
}

const server = await servers[`${framework} ${stack}`]();
if (framework === 'fastify') {
  await server.listen({ port: 0, host: '127.0.0.1' });
  process.send({ port: server.server.address().port });
} else server.listen(0, '127.0.0.1', () => process.send({ port: server.address().port }));
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
process.once('disconnect', () => process.exit(0));
