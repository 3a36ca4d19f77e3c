import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import Router from '@koa/router';
import express5, { type Response as ExpressResponse, type NextFunction, type Request } from 'express';
import makeFastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { describe, expect, onTestFinished, test } from 'vitest';
import { express } from '../src/express.ts';
import { fastify } from '../src/fastify.ts';
import { hono } from '../src/hono.ts';
import {
  authenticated,
  createGuard,
  type Denied,
  type GuardOptions,
  GuardRefusal,
  type OnDenied,
  owner,
  rateLimit,
  redirectToLogin,
  requestMeets,
  role,
  safeReturn,
  session,
} from '../src/index.ts';
import { koa } from '../src/koa.ts';
import { listen } from './contract/listen.ts';
import type { Served } from './contract/suite.ts';
import { send } from './contract/suite.ts';
import { serve } from './serve.ts';

const authenticate = session({ cookie: 'sid', find: (id) => ({ subject: id }) });
const page = { accept: 'text/html,*/*;q=0.8' };

async function ask(onDenied: OnDenied | unknown, headers: Record<string, string> = {}, more: GuardOptions = {}) {
  const faults: unknown[] = [];
  const guarded = await serve(role('admin'), {
    authenticate,
    onFault: (error) => faults.push(error),
    onDenied: onDenied as OnDenied,
    ...more,
  });
  return { ...(await guarded.ask(headers)), faults };
}

test('sends a page of the application’s own with the status and the marks of the refusal', async () => {
  const seen: Denied[] = [];
  const { status, headers, body } = await ask(
    (denied: Denied) => {
      seen.push(denied);
      return { html: `<h1>${denied.problem.title}</h1>` };
    },
    { ...page, cookie: 'sid=7' },
  );
  expect([status, body]).toEqual([403, '<h1>Forbidden: role missing</h1>']);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    why403: expect.stringMatching(/^cause="role-missing", denial="/),
  });
  expect(headers['content-security-policy']).toBeUndefined();
  expect(seen).toMatchObject([{ status: 403, wantsPage: true, method: 'GET', target: '/' }]);
});

test('tells the application’s page no more than the caller may hear', async () => {
  const told: unknown[] = [];
  const tell = (denied: Denied) => {
    told.push(denied.problem);
    return undefined;
  };
  for (const disclose of ['none', 'hint', 'full'] as const) await ask(tell, { cookie: 'sid=7' }, { disclose });
  const denial = expect.any(String);
  expect(told).toEqual([
    { type: 'about:blank', title: 'Forbidden', status: 403, denial },
    {
      type: 'https://why403.dev/causes/role-missing',
      title: 'Forbidden: role missing',
      status: 403,
      cause: 'role-missing',
      denial,
    },
    expect.objectContaining({ required: { role: 'admin' } }),
  ]);
});

test.each([
  [
    'throws',
    () => {
      throw new Error('the template is broken');
    },
  ],
  ['waits', () => Promise.resolve({ html: 'late' })],
  ['answers true', () => true],
  ['answers nothing of the kind', () => ({ allowed: true })],
  ['answers no text', () => ({ html: 7 })],
  ['gives a type that would end the header', () => ({ body: 'x', type: 'a/b\r\nx: y' })],
  ['redirects to a header', () => ({ redirect: '/x\r\nset-cookie: a=b' })],
  ['redirects to nothing', () => ({ redirect: '' })],
])('an onDenied that %s leaves the default refusal, and is reported', async (_, onDenied) => {
  const { status, body, faults } = await ask(onDenied, { cookie: 'sid=7' });
  expect([status, JSON.parse(body).cause, faults.length]).toEqual([403, 'role-missing', 1]);
});

test('sends people to the login and back, and programs a 401', async () => {
  const onDenied = redirectToLogin('/login');
  const guarded = await serve(authenticated(), { authenticate, onDenied });
  const location = async (path: string, headers: Record<string, string>, method: 'GET' | 'HEAD' | 'POST' = 'GET') => {
    const answer = await guarded.ask(headers, { path, method });
    return answer.headers['location'] ?? answer.status;
  };
  expect(await location('/posts?page=2&q=a%20b', page)).toBe('/login?return=%2Fposts%3Fpage%3D2%26q%3Da%2520b');
  expect(await location('/posts', page, 'HEAD')).toBe('/login?return=%2Fposts');
  expect(await location('/posts', page, 'POST')).toBe(401);
  expect(await location('/posts', {})).toBe(401);
  expect(await location('/login', page)).toBe(401);
  expect(await location('//evil.example/', page)).toBe('/login?return=%2F');
  const redirect = await guarded.ask(page);
  expect([
    redirect.status,
    redirect.headers['www-authenticate'],
    redirect.headers['cache-control'],
    redirect.body,
  ]).toEqual([303, undefined, 'no-store', '']);
  // Who is logged in and may not is told so: to log in again would not help.
  expect((await ask(onDenied, { ...page, cookie: 'sid=7' })).status).toBe(403);
  expect(() => redirectToLogin('//evil.example')).toThrow(/no path and no https URL/);
  expect(() => redirectToLogin('javascript:alert(1)')).toThrow(/no path/);
});

test('returns to paths of this server alone', () => {
  for (const good of ['/', '/a', '/a/b?c=d#e', '/a//b', '/@x', '/a?next=//evil.example'])
    expect(safeReturn(good)).toBe(good);
  const bad = [
    '',
    'a',
    '//e.example',
    '/\\e.example',
    '/\t/e.example',
    '/a\n',
    'https://e.example',
    'javascript:x',
    '\\\\e',
    ' /a',
    '/a b',
    undefined,
    7,
    ['/a'],
    `/${'a'.repeat(3000)}`,
  ];
  for (const one of bad) expect([one, safeReturn(one, '/home')]).toEqual([one, '/home']);
});

/** One application a framework, whose own error handler answers, and whose guarded handler says so if it is reached. */
const FRAMEWORKS: Record<string, (options: GuardOptions) => Promise<Served>> = {
  async Express(options) {
    const guard = express(createGuard(options));
    const app = express5();
    app.get('/', guard(role('admin')), (_req, res) => {
      res.send('reached');
    });
    app.use((error: unknown, _req: Request, res: ExpressResponse, next: NextFunction) => {
      if (error instanceof GuardRefusal) res.status(error.status).set(error.headers).send(`own: ${error.message}`);
      else next(error);
    });
    return listen(createServer(app));
  },
  async Fastify(options) {
    const guard = fastify(createGuard(options));
    const app = makeFastify();
    app.setErrorHandler((error, _request, reply) => {
      const { status, headers, message } = error as GuardRefusal;
      return reply.code(status).headers(headers).send(`own: ${message}`);
    });
    app.get('/', { onRequest: guard(role('admin')) }, async () => 'reached');
    return { origin: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
  },
  async Koa(options) {
    const guard = koa(createGuard(options));
    const app = new Koa();
    const router = new Router();
    router.get('/', guard(role('admin')), (ctx) => {
      ctx.body = 'reached';
    });
    app.use(async (ctx, next) => {
      try {
        await next();
      } catch (error) {
        const { status, headers, message } = error as GuardRefusal;
        ctx.status = status;
        ctx.set(headers as Record<string, string>);
        ctx.body = `own: ${message}`;
      }
    });
    app.use(router.routes());
    return listen(createServer(app.callback()));
  },
  async Hono(options) {
    const guard = hono(createGuard(options));
    const app = new Hono();
    app.get('/', guard(role('admin')), (c) => c.text('reached'));
    app.onError((error, c) => {
      const { status, headers, message } = error as GuardRefusal;
      return c.text(`own: ${message}`, status as 403, headers as Record<string, string>);
    });
    return listen(createServer(getRequestListener(app.fetch)));
  },
};

describe.each(Object.entries(FRAMEWORKS))('the error handler of %s', (_, start) => {
  test('answers a refusal, with its status and headers', async () => {
    const served = await start({ authenticate, onDenied: () => ({ error: true }) });
    onTestFinished(async () => {
      await served.close();
    });
    const forbidden = await send(served.origin, { headers: { cookie: 'sid=7' } });
    expect([forbidden.status, forbidden.body]).toEqual([403, 'own: Forbidden: role missing']);
    const unknown = await send(served.origin, {});
    expect([unknown.status, unknown.headers['www-authenticate'], unknown.headers['cache-control']]).toEqual([
      401,
      'Cookie realm="api", cookie-name="sid"',
      'no-store',
    ]);
  });
});

test('a framework’s default error page tells no stack', async () => {
  const guard = express(createGuard({ authenticate, onDenied: () => ({ error: true }) }));
  const app = express5();
  app.get('/', guard(role('admin')), (_req, res) => {
    res.send('reached');
  });
  const served = await listen(createServer(app));
  onTestFinished(async () => {
    await served.close();
  });
  const { status, body } = await send(served.origin, { headers: { cookie: 'sid=7' } });
  expect([status, body.includes('GuardRefusal'), /node_modules|src\//.test(body)]).toEqual([403, true, false]);
});

/** Names and values as they came over the wire, in their order, without what differs by chance. */
async function wire(origin: string, path: string): Promise<string> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    request(`${origin}${path}`, { headers: { cookie: 'sid=7' }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const pairs: string[] = [];
        for (let at = 0; at < response.rawHeaders.length; at += 2) {
          const [name, value] = [response.rawHeaders[at]!, response.rawHeaders[at + 1]!];
          pairs.push(`${name}: ${name.toLowerCase() === 'date' ? '…' : value}`);
        }
        resolve(
          [response.statusCode, ...pairs, Buffer.concat(chunks).toString()].join('\n').replaceAll(/;?r=\d+/g, ';r=…'),
        );
      });
    })
      .on('error', reject)
      .end();
  });
}

const OBJECTS: Record<string, object> = { '/hidden': { ownerId: '9' }, '/gone': { ownerId: '7' } };
const HIDING: Record<string, (options: GuardOptions) => Promise<Served>> = {
  async Express(options) {
    const [outer, guard] = [express(createGuard({})), express(createGuard(options))];
    const app = express5();
    app.use(outer(rateLimit({ name: 'all', limit: 100, windowSeconds: 60 })));
    app.use(guard(rateLimit({ name: 'mine', limit: 50, windowSeconds: 60 })));
    const mine = owner((req: Request) => OBJECTS[req.path]);
    app.get('/*path', guard(mine, { hide: true }), (req, res) => guard.absent(req, res));
    return listen(createServer(app));
  },
  async Fastify(options) {
    const [outer, guard] = [fastify(createGuard({})), fastify(createGuard(options))];
    const app = makeFastify();
    app.addHook('onRequest', outer(rateLimit({ name: 'all', limit: 100, windowSeconds: 60 })));
    app.addHook('onRequest', guard(rateLimit({ name: 'mine', limit: 50, windowSeconds: 60 })));
    app.get(
      '/*',
      {
        onRequest: guard(
          owner((request) => OBJECTS[request.url]),
          { hide: true },
        ),
      },
      guard.absent,
    );
    return { origin: await app.listen({ port: 0, host: '127.0.0.1' }), close: () => app.close() };
  },
  async Koa(options) {
    const [outer, guard] = [koa(createGuard({})), koa(createGuard(options))];
    const app = new Koa();
    app.use(outer(rateLimit({ name: 'all', limit: 100, windowSeconds: 60 })));
    app.use(guard(rateLimit({ name: 'mine', limit: 50, windowSeconds: 60 })));
    app.use(
      guard(
        owner((ctx) => OBJECTS[ctx.path]),
        { hide: true },
      ),
    );
    app.use((ctx) => guard.absent(ctx));
    return listen(createServer(app.callback()));
  },
  async Hono(options) {
    const [outer, guard] = [hono(createGuard({})), hono(createGuard(options))];
    const app = new Hono();
    app.use(outer(rateLimit({ name: 'all', limit: 100, windowSeconds: 60 })));
    app.use(guard(rateLimit({ name: 'mine', limit: 50, windowSeconds: 60 })));
    app.get(
      '*',
      guard(
        owner((c) => OBJECTS[c.req.path]),
        { hide: true },
      ),
      (c) => guard.absent(c),
    );
    return listen(createServer(getRequestListener(app.fetch)));
  },
};

describe.each(Object.entries(HIDING))('behind other guards on %s', (_, start) => {
  test.each(['default answers', 'own pages'])(
    'a hidden object and an absent one differ in nothing: %s',
    async (kind) => {
      const onDenied: OnDenied = ({ status }) => ({ html: `<h1>${status}</h1>` });
      const served = await start({
        authenticate,
        makeId: () => 'AAAAAAAAAAAAAAAA',
        ...(kind === 'own pages' ? { onDenied } : {}),
      });
      onTestFinished(async () => {
        await served.close();
      });
      const hidden = await wire(served.origin, '/hidden');
      const gone = await wire(served.origin, '/gone');
      expect(hidden).toMatch(/^404\n/);
      expect(hidden.toLowerCase()).toContain('ratelimit-policy: "all";q=100;w=60, "mine";q=50;w=60');
      expect(gone).toBe(hidden);
      expect(await wire(served.origin, '/nothing')).toBe(hidden);
    },
  );
});

test.each([
  ['text/html', true],
  ['TEXT/HTML', true],
  ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', true],
  ['application/json;q=0.1, text/html', true],
  ['text/html;q=0.5, application/json;q=0.4', true],
  ['text/html;q=0', false],
  ['text/html; q=0.0', false],
  ['application/json, text/html', false],
  ['text/html;q=0.5, application/problem+json', false],
  ['application/json', false],
  ['text/htmlx', false],
  ['*/*', false],
])('what is accepted as %s gets a page: %s', async (accept, page) => {
  const guarded = await serve(
    requestMeets('x', () => false),
    {},
  );
  const { headers } = await guarded.ask({ accept });
  expect(headers['content-type']?.startsWith('text/html')).toBe(page);
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example/', 'http://[', 'a b', 7])(
  'a redirect to %s is none: the answer stays as it was',
  async (target) => {
    const faults: unknown[] = [];
    const guarded = await serve(
      requestMeets('x', () => false),
      { onDenied: () => ({ redirect: target as string }), onFault: (error) => faults.push(error) },
    );
    const answer = await guarded.ask();
    expect([answer.status, answer.headers['location'], faults.length]).toEqual([403, undefined, 1]);
  },
);
