import 'reflect-metadata';
import Router from '@koa/router';
import { Controller, Get, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import express5 from 'express';
import express4 from 'express4';
import makeFastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { expect, test } from 'vitest';
import { express } from '../src/express.ts';
import { fastify } from '../src/fastify.ts';
import { hono } from '../src/hono.ts';
import { createGuard, requestMeets } from '../src/index.ts';
import { koa } from '../src/koa.ts';
import { nest } from '../src/nest.ts';
import { next } from '../src/next.ts';
import { node } from '../src/node.ts';
import { formatRoutes, readRoutes } from '../src/routes.ts';
import { web } from '../src/web.ts';

const core = createGuard();
const all = requestMeets('all', () => true);
const some = requestMeets('some', () => true);
const EXPECTED = [
  { method: 'GET', path: '/open', demands: [] },
  { method: 'GET', path: '/api/posts', demands: ['all'] },
  { method: 'POST', path: '/api/posts', demands: ['all', 'some'] },
];

test.each([
  ['5', express5, '/mounted/inner'],
  ['4', express4, '/…/inner'],
])('the routes of Express %s are read with what stands before them', (_version, framework, inner) => {
  const app = framework();
  const guard = express(core);
  const end = () => undefined;
  app.get('/open', end);
  app.use('/api', guard(all));
  app.get('/api/posts', end);
  app.post('/api/posts', guard(some), end);
  expect(readRoutes(app)).toEqual(EXPECTED);
  expect(guard.table(app)).toEqual(EXPECTED);
  const router = framework.Router();
  router.get('/inner', guard(some, { shadow: true }), end);
  app.use('/mounted', router);
  app.use(guard(all));
  app.route('/late').all(guard(some)).get(end).put(end);
  expect(guard.table(app).slice(3)).toEqual([
    { method: 'GET', path: inner, demands: ['shadow: some'] },
    { method: 'GET', path: '/late', demands: ['all', 'some'] },
    { method: 'PUT', path: '/late', demands: ['all', 'some'] },
  ]);
});

test('the routes of Fastify are written down as they are added', async () => {
  const app = makeFastify();
  const guard = fastify(core);
  expect(readRoutes(app)).toBeUndefined();
  guard.record(app);
  const end = async () => 'x';
  app.get('/open', end);
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', guard(all));
      scope.get('/posts', end);
      scope.post('/posts', { onRequest: guard(some) }, end);
      scope.put('/posts', guard.route(some, end));
    },
    { prefix: '/api' },
  );
  await app.ready();
  const expected = [...EXPECTED, { method: 'PUT', path: '/api/posts', demands: ['all', 'some'] }];
  expect(guard.table(app).filter((route) => route.method !== 'HEAD')).toEqual(expected);
  expect(readRoutes(app)).toEqual(guard.table(app));
  await app.close();
});

test('the routes of Koa are read from its routers', () => {
  const app = new Koa();
  const guard = koa(core);
  const open = new Router();
  open.get('/open', () => undefined);
  const router = new Router({ prefix: '/api' });
  router.get('/posts', () => undefined);
  router.post('/posts', guard(some), () => undefined);
  app.use(open.routes()).use(guard(all)).use(router.routes());
  expect(readRoutes(app)).toEqual(EXPECTED);
  expect(guard.table(router).map((route) => route.demands)).toEqual([[], ['some']]);
  const inner = new Router();
  inner.get('/before', () => undefined);
  inner.use(guard(some));
  inner.get('/users/:id', () => undefined);
  expect(guard.table(inner).map((route) => [route.path, route.demands])).toEqual([
    ['/before', []],
    ['/users/:id', ['some']],
  ]);
});

test('the routes of Hono are read with wider guards', () => {
  const app = new Hono();
  const guard = hono(core);
  app.get('/open', (c) => c.text('x'));
  app.use('/api/*', guard(all));
  app.get('/api/posts', (c) => c.text('x'));
  app.post('/api/posts', guard(some), (c) => c.text('x'));
  expect(readRoutes(app)).toEqual(EXPECTED);
  expect(guard.table(app)).toEqual(EXPECTED);
  const mounted = new Hono().onError((_error, c) => c.text('failed'));
  mounted.get('/inner', guard(some), async (c, _next) => c.text('x'));
  app.route('/mounted', mounted).all('/any', (c) => c.text('x'));
  expect(guard.table(app).slice(3)).toEqual([
    { method: 'GET', path: '/mounted/inner', demands: ['some'] },
    { method: '*', path: '/any', demands: [] },
  ]);
});

test('the routes of NestJS are read from its controllers', async () => {
  const guard = nest(core);
  class Open {
    open() {}
  }
  class Posts {
    list() {}
    create() {}
  }
  const decorate = (target: object, name: string, ...decorators: MethodDecorator[]) => {
    for (const one of decorators) one(target, name, Object.getOwnPropertyDescriptor(target, name)!);
  };
  decorate(Open.prototype, 'open', Get('open'));
  decorate(Posts.prototype, 'list', Get());
  decorate(Posts.prototype, 'create', Post('/'), UseGuards(guard(some)));
  Controller()(Open);
  Controller('api/posts')(Posts);
  UseGuards(guard(all))(Posts);
  class App {}
  Module({ controllers: [Open, Posts] })(App);
  const app = await NestFactory.create(App, { logger: false });
  expect(readRoutes(app)).toEqual(EXPECTED);
  expect(guard.table(app)).toEqual(EXPECTED);
  await app.close();
});

test('the handlers of Next.js are read from their modules, those of others from what was named', () => {
  const guard = next(core);
  const open = async () => new Response();
  const route = { GET: guard(all, () => new Response()), POST: open, helper: 7 };
  expect(readRoutes({ '/api/posts': route })).toEqual([
    { method: 'GET', path: '/api/posts', demands: ['all'] },
    { method: 'POST', path: '/api/posts', demands: [] },
  ]);
  const plain = node(core);
  plain(all, (_req, res) => res.end(), { route: '/plain', shadow: true });
  expect(plain.table()).toEqual([{ method: '*', path: '/plain', demands: ['shadow: all'] }]);
  const worker = web(core);
  worker(some, () => new Response());
  expect(worker.table()).toEqual([{ method: '*', path: '…', demands: ['some'] }]);
});

test('what is no application is none', () => {
  for (const one of [undefined, null, 7, 'x', {}, [], () => undefined]) expect(readRoutes(one)).toBeUndefined();
});

test('a table of routes shows those that demand nothing', () => {
  expect(formatRoutes([...EXPECTED, { method: 'GET', path: '/\u001b[2J', demands: [] }])).toBe(
    [
      'GET   /open       - nothing',
      'GET   /api/posts  all',
      'POST  /api/posts  all, then some',
      'GET   /?[2J       - nothing',
      '4 routes, 2 of them demand nothing',
      '',
    ].join('\n'),
  );
});
