import { createServer, type IncomingMessage, type Server } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import Router from '@koa/router';
import { initTRPC, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import express5 from 'express';
import makeFastify from 'fastify';
import { buildSchema, graphql } from 'graphql';
import { Hono } from 'hono';
import Koa from 'koa';
import { expect, onTestFinished, test } from 'vitest';
import { express } from '../src/express.ts';
import { fastify } from '../src/fastify.ts';
import { hono } from '../src/hono.ts';
import {
  authenticated,
  createGuard,
  GuardRefusal,
  owner,
  type Requirement,
  requirement,
  role,
  session,
} from '../src/index.ts';
import { koa } from '../src/koa.ts';
import { node, nodeReader } from '../src/node.ts';
import { listen } from './contract/listen.ts';
import { send } from './contract/suite.ts';
import { serve } from './serve.ts';

let asked = 0;
const authenticate = session({
  cookie: 'sid',
  async find(id) {
    asked++;
    return { subject: id, roles: id === 'boss' ? ['accounting'] : [] };
  },
});
const accounts = new Map([
  ['1', { name: 'one', salary: '10', ownerId: 'ann' }],
  ['2', { name: 'two', salary: '20', ownerId: 'bob' }],
]);

test('GraphQL: each field is judged by itself, and who calls is found out once', async () => {
  const core = createGuard({ authenticate });
  const guard = node(core);
  const schema = buildSchema(
    'type Account { name: String, salary: String } type Query { accounts: [Account], boss: String }',
  );
  const rootValue = {
    accounts: () =>
      [...accounts.values()].map((account) => ({
        name: account.name,
        salary: async (_args: object, req: IncomingMessage) =>
          (
            await guard.demand(
              req,
              owner(async () => account),
            )
          ).object.salary,
      })),
    boss: async (_args: object, req: IncomingMessage) => {
      await guard.demand(req, role('accounting'));
      return 'yes';
    },
  };
  const server = createServer(async (req, res) => {
    const source = '{ accounts { name salary } boss }';
    res.end(JSON.stringify(await graphql({ schema, source, rootValue, contextValue: req })));
  });
  const served = await listen(server);
  onTestFinished(async () => {
    await served.close();
  });
  asked = 0;
  const { data, errors } = JSON.parse((await send(served.origin, { headers: { cookie: 'sid=ann' } })).body);
  expect(asked).toBe(1);
  // Each question has an object of its own, though all were asked at the same time.
  expect(data).toEqual({
    accounts: [
      { name: 'one', salary: '10' },
      { name: 'two', salary: null },
    ],
    boss: null,
  });
  const at = (path: string) => errors.find((one: { path: unknown[] }) => one.path.join('.') === path);
  expect(errors.length).toBe(2);
  expect(at('accounts.1.salary')).toMatchObject({
    message: 'Forbidden: not owner',
    extensions: { code: 'NOT_OWNER', http: { status: 403 } },
  });
  expect(at('boss')).toMatchObject({ message: 'Forbidden: role missing', extensions: { code: 'ROLE_MISSING' } });
  expect(await core.read(at('accounts.1.salary').extensions.denial)).toMatchObject({
    cause: 'not-owner',
    caller: { subject: 'ann' },
  });
  const boss = JSON.parse((await send(served.origin, { headers: { cookie: 'sid=boss' } })).body);
  expect(boss.data.boss).toBe('yes');
});

test('tRPC: a procedure is judged by a middleware of its own', async () => {
  const guard = node(createGuard({ authenticate }));
  const t = initTRPC.context<{ req: IncomingMessage }>().create();
  const admins = t.procedure.use(async ({ ctx, next }) => {
    const checked = await guard.check(ctx.req, role('accounting'));
    if (checked.allowed) return next({ ctx: { caller: checked.caller } });
    const code = checked.status === 401 ? 'UNAUTHORIZED' : 'FORBIDDEN';
    throw new TRPCError({ code, message: checked.refusal.message, cause: checked.refusal });
  });
  const router = t.router({ salary: admins.query(({ ctx }) => ctx.caller.subject) });
  const handler = createHTTPHandler({ router, createContext: ({ req }) => ({ req }) });
  const served = await listen(createServer(handler));
  onTestFinished(async () => {
    await served.close();
  });
  const ask = async (sid: string) => {
    const answer = await send(`${served.origin}/salary`, { headers: sid === '' ? {} : { cookie: `sid=${sid}` } });
    return [answer.status, answer.body];
  };
  expect(await ask('boss')).toEqual([200, '{"result":{"data":"boss"}}']);
  expect(await ask('ann')).toEqual([403, expect.stringContaining('Forbidden: role missing')]);
  expect(await ask('')).toEqual([401, expect.stringContaining('Unauthorized')]);
});

/** What an application of the test is made of. */
interface Proof {
  readonly core: ReturnType<typeof createGuard>;
  readonly own: typeof load;
  readonly any: ReturnType<typeof authenticated>;
  readonly say: (read: () => { readonly name: string }) => string;
}

/** What the two routes of an application answer. */
async function reached(server: Server): Promise<readonly string[]> {
  const served = await listen(server);
  onTestFinished(async () => {
    await served.close();
  });
  const ask = (path: string) => send(`${served.origin}${path}`, { headers: { cookie: 'sid=ann' } });
  return [(await ask('/behind')).body, (await ask('/both')).body];
}

const find = (id: string) => ({ subject: id });
const load = owner(async () => accounts.get('1'));

test.each<[string, (all: Proof) => Promise<readonly string[]>]>([
  [
    'Express',
    async ({ core, own, any, say }) => {
      const guard = express(core);
      const [mine, known] = [guard(own), guard(any)];
      const app = express5();
      app.get('/behind', known, (req, res) => void res.send(say(() => mine.known(req).object)));
      app.get('/both', mine, known, (req, res) => void res.send(say(() => mine.known(req).object)));
      return reached(createServer(app));
    },
  ],
  [
    'Fastify',
    async ({ core, own, any, say }) => {
      const guard = fastify(core);
      const [mine, known] = [guard(own), guard(any)];
      const app = makeFastify();
      app.get('/behind', { onRequest: known }, async (req) => say(() => mine.known(req).object));
      app.get('/both', { onRequest: [mine, known] }, async (req) => say(() => mine.known(req).object));
      await app.ready();
      return reached(app.server);
    },
  ],
  [
    'Hono',
    async ({ core, own, any, say }) => {
      const guard = hono(core);
      const [mine, known] = [guard(own), guard(any)];
      const app = new Hono();
      app.get('/behind', known, (c) => c.text(say(() => mine.known(c).object)));
      app.get('/both', mine, known, (c) => c.text(say(() => mine.known(c).object)));
      return reached(createServer(getRequestListener(app.fetch)));
    },
  ],
  [
    'Koa',
    async ({ core, own, any, say }) => {
      const guard = koa(core);
      const [mine, known] = [guard(own), guard(any)];
      const app = new Koa();
      const end = (ctx: Koa.Context) => {
        ctx.body = say(() => mine.known(ctx).object);
      };
      app.use(new Router().get('/behind', known, end).get('/both', mine, known, end).routes());
      return reached(createServer(app.callback()));
    },
  ],
])(
  'on %s, known() tells of its own guard alone, and throws where another let the request pass',
  async (_name, make) => {
    const core = createGuard({ authenticate: session({ cookie: 'sid', find }) });
    const say = (read: () => { readonly name: string }) => {
      try {
        return read().name;
      } catch (error) {
        return `${(error as Error).name}: ${(error as Error).message}`;
      }
    };
    const answers = await make({ core, own: load, any: authenticated(), say });
    expect(answers).toEqual([
      'TypeError: The guard "owner of the object" has not let this request pass: put it on the route.',
      'one',
    ]);
  },
);

test('who calls is found out again on a connection that stays open', async () => {
  let time = Date.UTC(2026, 0, 1);
  let known = true;
  const core = createGuard({
    authenticate: session({ cookie: 'sid', find: () => (known ? { subject: '7' } : 'expired') }),
    now: () => time,
  });
  const guard = node(core);
  const statuses: unknown[] = [];
  const server = createServer(async (req, res) => {
    const ask = async () => {
      const checked = await guard.check(req, role('x'));
      statuses.push(checked.allowed ? 200 : checked.status);
    };
    await ask();
    known = false;
    await ask();
    time += 30_000;
    await ask();
    res.end();
  });
  const served = await listen(server);
  await send(served.origin, { headers: { cookie: 'sid=7' } });
  await served.close();
  expect(statuses).toEqual([403, 403, 401]);
});

test('what fails within a check refuses, and is an error that says nothing of it', async () => {
  const guard = node(createGuard({ authenticate, onFault: () => undefined }));
  const req = { headers: { cookie: 'sid=ann' }, method: 'GET', url: '/', socket: {} } as unknown as IncomingMessage;
  const broken = requirement({
    kind: 'broken',
    demand: 'a database',
    check: () => Promise.reject(new Error('password')),
  });
  const refusal = await guard.demand(req, broken).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(GuardRefusal);
  expect(refusal).toMatchObject({ status: 503, message: 'Service Unavailable' });
  expect(JSON.stringify(refusal)).not.toContain('password');
  // A route's own answers, such as a redirect, are no business of a field's.
  const redirecting = node(createGuard({ authenticate, onDenied: () => ({ redirect: '/login' }) }));
  expect(await redirecting.check(req, role('x'))).toMatchObject({ allowed: false, status: 403 });
});

test('any framework’s requests can be judged with a reader', async () => {
  const core = createGuard({ authenticate });
  const req = { headers: { cookie: 'sid=boss' }, method: 'GET', url: '/', socket: {} } as unknown as IncomingMessage;
  expect(await core.decide(nodeReader, req, role('accounting'))).toMatchObject({ allowed: true });
});

test('a requirement of the author’s own says why, how long, and how much is told', async () => {
  const quota = requirement({
    kind: 'quota',
    demand: 'room for one more post',
    check: ({ caller, header, setHeader, now }) => {
      setHeader('X-Quota', '100');
      if (caller.subject === 'free') return true;
      const status = header('x-status');
      return {
        found: `${caller.subject} has 100 posts at ${now}`,
        tell: { posts: 100 },
        ...(status === undefined ? {} : { status: Number(status) as 404, retryAfter: 60 }),
      };
    },
  });
  const guarded = await serve(quota, { authenticate, now: () => 7 });
  expect((await guarded.ask({ cookie: 'sid=free' })).headers).toMatchObject({ 'x-quota': '100' });
  const refused = await guarded.ask({ cookie: 'sid=ann' });
  expect([refused.status, JSON.parse(refused.body).required, refused.headers['x-quota']]).toEqual([
    403,
    { quota: { posts: 100 } },
    '100',
  ]);
  expect(refused.denial?.because).toBe('quota failed: ann has 100 posts at 7');
  const late = await guarded.ask({ cookie: 'sid=ann', 'x-status': '429' });
  expect([late.status, late.headers['retry-after']]).toEqual([429, '60']);
  const hidden = await guarded.ask({ cookie: 'sid=ann', 'x-status': '404' });
  expect([hidden.status, hidden.headers['retry-after'], JSON.parse(hidden.body).required]).toEqual([
    404,
    undefined,
    undefined,
  ]);
  expect((await guarded.ask({ cookie: 'sid=ann', 'x-status': '200' })).status).toBe(503);
  expect((await guarded.ask()).status).toBe(401);
});

test.each([[undefined], [false], [1], ['yes'], [{}], [null], [{ found: 7 }]])(
  'a check that answers %j refuses',
  async (verdict) => {
    const odd = requirement({ kind: 'odd', demand: 'a clear answer', asksCaller: false, check: () => verdict as true });
    const guarded = await serve(odd, { onFault: () => undefined });
    expect((await guarded.ask()).status).toBe(503);
  },
);

test('a requirement that asks for no caller hears of one where it is known, and judges strangers too', async () => {
  const heard: unknown[] = [];
  const made = requirement({
    kind: 'open',
    demand: 'anything',
    asksCaller: false,
    check({ caller, address }) {
      heard.push([caller?.subject, address()]);
      return true;
    },
  });
  for (const options of [{ authenticate }, {}]) {
    const guarded = await serve(made, options);
    expect((await guarded.ask({ cookie: 'sid=boss' })).status).toBe(200);
    expect((await guarded.ask()).status).toBe(200);
  }
  const address = expect.stringContaining('127.0.0.1');
  expect(heard).toEqual([
    ['boss', address],
    [undefined, address],
    [undefined, address],
    [undefined, address],
  ]);
});

test('a requirement without a name is refused at start', () => {
  expect(() => requirement({ kind: 'two words', demand: 'x', check: () => true })).toThrow(/kind/);
  expect(() => requirement({ kind: 'x', demand: '', check: () => true })).toThrow(/demand/);
  expect(() => requirement({ kind: 'x', demand: 'x', check: 'true' as never })).toThrow(/check/);
});

test.each(['content-length', 'Content-Type', 'why403', 'cache-control', 'transfer-encoding', 'www-authenticate'])(
  'the header %s is the guard’s own: a requirement that sets it refuses with 503',
  async (name) => {
    const own = requirement({
      kind: 'own',
      demand: 'x',
      asksCaller: false,
      check(asked) {
        asked.setHeader(name, '5');
        return { found: 'no' };
      },
    });
    const { status, headers, denial } = await (await serve(own, { onFault: () => undefined })).ask();
    expect([status, denial?.state]).toEqual([503, 'fault']);
    expect(headers['why403']).toMatch(/^denial="[\w-]{16}"$/);
  },
);

const cycle: { self?: unknown } = {};
cycle.self = cycle;

test.each<[string, object]>([
  ['a BigInt', { tell: 5n }],
  ['a cycle', { tell: cycle }],
  ['a function', { tell: () => 5 }],
  [
    'what throws',
    {
      tell: {
        toJSON() {
          throw new Error('no');
        },
      },
    },
  ],
  ['a time that is over', { retryAfter: -1 }],
  ['half a second', { retryAfter: 0.5 }],
  ['a time without end', { retryAfter: 1e30 }],
  ['a cause that does not exist', { cause: '__proto__' }],
  ['a cause that no header can hold', { cause: 'ü"\r\n' }],
])('a refusal that names %s is a fault with a record', async (_name, more) => {
  const own = requirement({
    kind: 'own',
    demand: 'x',
    asksCaller: false,
    check: () => ({ found: 'no', ...more }) as never,
  });
  const { status, denial } = await (await serve(own, {})).ask();
  expect([status, denial?.state]).toEqual([503, 'fault']);
});

test('a finding of an author’s own that names no cause of ours is told as a policy', async () => {
  const own: Requirement = {
    kind: 'own',
    demand: 'x',
    knows: false,
    asksCaller: false,
    check: () => ({ state: 'failed', kind: 'own', demand: 'x', found: 'no', cause: 'ü"' as never }),
  };
  const { status, headers } = await (await serve(own, {})).ask();
  expect([status, headers['why403']]).toEqual([403, expect.stringMatching(/^cause="policy-denied", /)]);
});

test('an onFault that fails, now or later, ends nothing', async () => {
  const rejections: unknown[] = [];
  const note = (error: unknown) => rejections.push(error);
  process.on('unhandledRejection', note);
  onTestFinished(() => void process.off('unhandledRejection', note));
  const guarded = await serve(role('accounting'), {
    authenticate,
    observe: () => {
      throw new Error('no metrics');
    },
    onFault: async () => {
      throw new Error('nobody hears');
    },
  });
  expect((await guarded.ask({ cookie: 'sid=ann' })).status).toBe(403);
  await new Promise((resolve) => setImmediate(resolve));
  expect(rejections).toEqual([]);
});
