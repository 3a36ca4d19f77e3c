import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import Router from '@koa/router';
import express5, { type RequestHandler } from 'express';
import express4 from 'express4';
import makeFastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { afterAll, expect, test } from 'vitest';
import { express } from '../src/express.ts';
import { fastify } from '../src/fastify.ts';
import { hono } from '../src/hono.ts';
import {
  allOf,
  allowIps,
  anyOf,
  authenticated,
  createGuard,
  csrf,
  denyIps,
  hidden,
  not,
  type Requirement,
  rateLimit,
  role,
  session,
  shadow,
} from '../src/index.ts';
import { koa } from '../src/koa.ts';
import { isOpen, type Route, readRoutes } from '../src/routes.ts';
import { listen } from './contract/listen.ts';
import { send } from './contract/suite.ts';

/**
 * Every verdict of the table is held against a request of a stranger to the same application: what is told to demand
 * nothing answers 200, what is told to be guarded 401.
 */
const core = createGuard({ authenticate: session({ cookie: 'sid', find: () => undefined }) });
const closing: (() => Promise<unknown>)[] = [];
afterAll(() => Promise.all(closing.map((close) => close())));

/** Demands that any stranger meets, made anew for each application, since limits count. */
const WEAK = {
  shadow: () => shadow(authenticated()),
  limit: () => rateLimit({ limit: 100, windowSeconds: 60 }),
  csrf: () => csrf({ keys: 'a key for the CSRF tokens of the tests, 32 bytes or more' }),
  banned: () => denyIps('203.0.113.7'),
  several: () => allOf(rateLimit({ limit: 100, windowSeconds: 60 }), denyIps('203.0.113.7')),
};

async function hold(app: object, origin: string, paths: Readonly<Record<string, string>> = {}) {
  const routes = (readRoutes(app) ?? []).filter((route) => route.method !== 'HEAD');
  const told: Record<string, string> = {};
  const done: Record<string, string> = {};
  for (const route of routes) {
    const name = `${route.method} ${route.path}`;
    const method = route.method === '*' ? 'GET' : (route.method as 'GET');
    // Of two routes of one path the first answers.
    told[name] ??= isOpen(route) ? 'open' : 'guarded';
    const answer = await send(`${origin}${paths[route.path] ?? route.path}`, { method });
    done[name] = answer.status === 200 ? 'open' : answer.status === 401 ? 'guarded' : String(answer.status);
  }
  expect(told).toEqual(done);
  return routes.map((route: Route) => `${isOpen(route) ? 'open' : 'guarded'} ${route.method} ${route.path}`);
}

test.each([
  ['5', express5],
  ['4', express4 as unknown as typeof express5],
])('the table of Express %s says what a stranger finds', async (version, framework) => {
  const adapt = express(core);
  const guard = (requirement: Requirement) => adapt(requirement) as unknown as RequestHandler;
  const app = framework();
  const end = (_req: unknown, res: { end(text: string): void }) => void res.end('reached');
  const pass = (_req: unknown, _res: unknown, next: () => void) => next();
  for (const [name, make] of Object.entries(WEAK)) app.get(`/${name}`, guard(make()), end);
  app.get('/after', end, guard(authenticated()));
  app.get('/between', pass, guard(authenticated()), pass, end);
  app.get('/chained', guard(authenticated()), end).get('/late', end);
  app.get('/late', guard(authenticated()), end);
  const router = framework.Router();
  router.get('/inner', end);
  router.use('/deep', guard(authenticated()));
  router.get('/deep/more', end);
  app.use('/mounted', guard(authenticated()), router);
  const open = framework.Router();
  open.get('/inner', end);
  open.get('/deep/more', end);
  app.use('/half/deep', guard(authenticated()));
  app.use('/half', open);
  app.use('/handler', end);
  app.use('/behind', guard(authenticated()), end);
  const inner = framework();
  inner.get('/x', end);
  app.use('/application', inner);
  const kept = framework();
  kept.get('/x', end);
  app.use('/kept', guard(authenticated()), kept);
  app.use(framework.json());
  app.use('/typed', framework.json());
  app.use(guard(authenticated()));
  app.get('/last', end);
  const served = await listen(createServer(app));
  closing.push(() => served.close());
  const inside = { '/handler/…': '/handler/x', '/behind/…': '/behind/x', '/application/…': '/application/x' };
  const paths = { ...inside, '/kept/…': '/kept/x' };
  if (version === '4') {
    // Version 4 does not tell where something is mounted: its verdicts are held by the same names in version 5.
    const verdicts = (readRoutes(app) ?? []).map((route) => isOpen(route));
    const five = (readRoutes(app) ?? []).length;
    expect(verdicts).toHaveLength(five);
    expect(verdicts).toEqual(VERDICTS.map((line) => line.startsWith('open')));
    return;
  }
  expect(await hold(app, served.origin, paths)).toEqual(VERDICTS);
});

const VERDICTS = [
  'open GET /shadow',
  'open GET /limit',
  'open GET /csrf',
  'open GET /banned',
  'open GET /several',
  'open GET /after',
  'guarded GET /between',
  'guarded GET /chained',
  'open GET /late',
  'guarded GET /late',
  'guarded GET /mounted/inner',
  'guarded GET /mounted/deep/more',
  'open GET /half/inner',
  'guarded GET /half/deep/more',
  'open * /handler/…',
  'guarded * /behind/…',
  'open * /application/…',
  'guarded * /kept/…',
  'guarded GET /last',
];

test('the table of Hono says what a stranger finds', async () => {
  const guard = hono(core);
  const app = new Hono();
  const end = (c: { text(text: string): Response }) => c.text('reached');
  for (const [name, make] of Object.entries(WEAK)) app.get(`/${name}`, guard(make()), end);
  app.get('/after', end, guard(authenticated()));
  app.get('/between', async (_c, next) => next(), guard(authenticated()), end);
  app.use('/api/*', guard(authenticated()));
  app.get('/api/posts', end);
  app.get('/api/:id/more', end);
  const inner = new Hono();
  inner.get('/x', end);
  app.route('/api/inner', inner);
  app.route('/outer', inner);
  app.mount('/mounted', () => new Response('reached'));
  app.mount('/api/mounted', () => new Response('reached'));
  app.all('/all', end);
  const served = await listen(createServer(getRequestListener(app.fetch)));
  closing.push(() => served.close());
  const paths = { '/api/:id/more': '/api/7/more', '/mounted/*': '/mounted/x', '/api/mounted/*': '/api/mounted/x' };
  expect(await hold(app, served.origin, paths)).toEqual([
    ...VERDICTS.slice(0, 6),
    'guarded GET /between',
    'guarded GET /api/posts',
    'guarded GET /api/:id/more',
    'guarded GET /api/inner/x',
    'open GET /outer/x',
    'open * /mounted/*',
    'guarded * /api/mounted/*',
    'open * /all',
  ]);
});

test('the table of Koa says what a stranger finds', async () => {
  const guard = koa(core);
  const app = new Koa();
  const end = (ctx: { body: unknown }) => {
    ctx.body = 'reached';
  };
  const router = new Router();
  for (const [name, make] of Object.entries(WEAK)) router.get(`/${name}`, guard(make()), end);
  router.get('/after', end, guard(authenticated()));
  router.get('/between', (_ctx, next) => next(), guard(authenticated()), end);
  const nested = new Router();
  nested.get('/x', end);
  router.use('/guarded', guard(authenticated()), nested.routes());
  router.use('/open', nested.routes());
  const late = new Router({ prefix: '/late' });
  late.get('/x', end);
  app.use(router.routes()).use(guard(authenticated())).use(late.routes()).use(end);
  const served = await listen(createServer(app.callback()));
  closing.push(() => served.close());
  expect(await hold(app, served.origin, { '/…': '/nowhere' })).toEqual([
    ...VERDICTS.slice(0, 6),
    'guarded GET /between',
    'guarded GET /guarded/x',
    'open GET /open/x',
    'guarded GET /late/x',
    'guarded * /…',
  ]);
});

test('the table of Fastify says what a stranger finds', async () => {
  const guard = fastify(core);
  const app = makeFastify();
  guard.record(app);
  const end = async () => 'reached';
  for (const [name, make] of Object.entries(WEAK)) app.get(`/${name}`, { onRequest: guard(make()) }, end);
  app.get('/several-hooks', { onRequest: [guard(WEAK.limit()), guard(authenticated())] }, end);
  app.get('/late-hook', { preHandler: guard(authenticated()) }, end);
  app.get('/none', end);
  await app.register(
    async (scope) => {
      scope.get('/before', end);
      scope.addHook('onRequest', guard(authenticated()));
      scope.get('/after', end);
    },
    { prefix: '/scope' },
  );
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  closing.push(() => app.close());
  expect(await hold(app, origin)).toEqual([
    ...VERDICTS.slice(0, 5),
    'guarded GET /several-hooks',
    'guarded GET /late-hook',
    'open GET /none',
    'guarded GET /scope/before',
    'guarded GET /scope/after',
  ]);
});

/** An application of one way to guard a route too narrowly, and what a stranger asks it for. */
const HOLES: Readonly<
  Record<string, (app: ReturnType<typeof express5>, guard: RequestHandler, end: RequestHandler) => string>
> = {
  'a guard at an expression that is no whole segment': (app, guard, end) => {
    app.use(/^\/adm/, guard);
    app.get('/admin', end);
    return '/admin';
  },
  'a guard of one method and a handler of all': (app, guard, end) => {
    app.route('/x').get(guard).all(end);
    return 'POST /x';
  },
  'a guard at what is optional in the route': (app, guard, end) => {
    app.use('/a', guard);
    app.get('{/a}/b', end);
    return '/b';
  },
  'a guard that minds capitals before a route that does not': (app, guard, end) => {
    const strict = express5.Router({ caseSensitive: true });
    strict.use('/sub', guard, strictly(end));
    app.use(strict);
    const router = express5.Router({ caseSensitive: true });
    router.use('/Area', guard);
    const inner = express5.Router();
    inner.get('/area/y', end);
    router.use('/', inner);
    app.use(router);
    return '/AREA/y';
  },
};

/** A router that minds capitals, with one route. */
function strictly(end: RequestHandler) {
  return express5.Router({ caseSensitive: true }).get('/kept', end);
}

test.each(Object.entries(HOLES))('the table of Express calls it open: %s', async (_name, make) => {
  const app = express5();
  const guard = express(core)(authenticated()) as unknown as RequestHandler;
  const target = make(app, guard, (_req, res) => void res.end('reached'));
  const [method, path] = target.startsWith('/') ? ['GET' as const, target] : ['POST' as const, target.slice(5)];
  const served = await listen(createServer(app));
  closing.push(() => served.close());
  expect((await send(`${served.origin}${path}`, { method })).status).toBe(200);
  expect((readRoutes(app) ?? []).filter(isOpen)).toHaveLength(1);
});

test.each<[string, boolean, (guard: Koa.Middleware, end: Koa.Middleware) => Router]>([
  [
    'a guard of a router under a prefix, which is read in other letters too',
    true,
    (guard, end) => new Router({ prefix: '/sub' }).use(guard).get('/y', end),
  ],
  [
    'a guard of a nested router',
    true,
    (guard, end) => new Router().use('/sub', new Router().use(guard).get('/y', end).routes()),
  ],
  [
    'a guard of a router that is exclusive',
    true,
    (guard, end) => new Router({ prefix: '/sub', exclusive: true, sensitive: true }).use(guard).get('/y', end),
  ],
  [
    'a guard of a router that minds capitals',
    false,
    (guard, end) => new Router({ prefix: '/sub', sensitive: true }).use(guard).get('/y', end),
  ],
  ['a guard on the route itself', false, (guard, end) => new Router({ prefix: '/sub' }).get('/y', guard, end)],
])('the table of Koa says what a stranger finds: %s', async (_name, open, make) => {
  const app = new Koa();
  const end: Koa.Middleware = (ctx) => {
    ctx.body = 'reached';
  };
  const router = make(koa(core)(authenticated()) as unknown as Koa.Middleware, end);
  app.use(router.routes());
  const served = await listen(createServer(app.callback()));
  closing.push(() => served.close());
  const answers = await Promise.all(
    ['/sub/y', '/SUB/y', '/SUB/Y', '/sub/y/', '/SUB/y/'].map((path) => send(`${served.origin}${path}`, {})),
  );
  expect(answers.some(({ status }) => status === 200)).toBe(open);
  expect((readRoutes(app) ?? []).map(isOpen)).toEqual([open]);
});

test('the table of Hono calls a route open whose optional end goes around its guard', async () => {
  const app = new Hono();
  app.use('/a/:id', hono(core)(authenticated()));
  app.get('/a/:id?', (c) => c.text('reached'));
  const answer = await app.request('http://localhost/a');
  expect([answer.status, (readRoutes(app) ?? []).map(isOpen)]).toEqual([200, [true]]);
});

test('a table of Fastify that is not whole is refused', async () => {
  const guard = fastify(core);
  expect(() => guard.table(makeFastify())).toThrow('No routes were recorded.');
  const app = makeFastify();
  app.get('/early', async () => 'reached');
  expect(() => guard.record(app)).toThrow('has routes that were not recorded');
});

test.each<[string, boolean, Requirement]>([
  ['outside of a list', true, not(allowIps('10.0.0.0/8'))],
  ['a role, or outside of a list', true, anyOf(role('a'), not(allowIps('10.0.0.0/8')))],
  ['a limit, negated twice', true, not(not(rateLimit({ limit: 100, windowSeconds: 5 })))],
  ['a list of all addresses', true, allowIps('0.0.0.0/1', '128.0.0.0/1', '::/0')],
  ['hidden, outside of a list', true, hidden(not(allowIps('10.0.0.0/8')))],
  ['a list', false, allowIps('10.0.0.0/8')],
  ['in the list of the banned', false, not(denyIps('10.0.0.0/8'))],
  ['outside of a list of all', false, denyIps('0.0.0.0/0', '::/0')],
  ['not banned', false, not(role('banned'))],
  ['a caller, or a list', false, anyOf(authenticated(), allowIps('10.0.0.0/8'))],
])('what demands %s is open to strangers: %s', async (_name, open, requirement) => {
  const app = express5();
  app.get('/x', express(core)(requirement) as unknown as RequestHandler, (_req, res) => void res.end('reached'));
  const served = await listen(createServer(app));
  closing.push(() => served.close());
  expect((await send(`${served.origin}/x`, {})).status === 200).toBe(open);
  expect((readRoutes(app) ?? []).map(isOpen)).toEqual([open]);
});
