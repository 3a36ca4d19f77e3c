import { createServer, type IncomingMessage } from 'node:http';
import { initTRPC, TRPCError } from '@trpc/server';
import { createHTTPHandler } from '@trpc/server/adapters/standalone';
import { buildSchema, graphql } from 'graphql';
import { expect, onTestFinished, test } from 'vitest';
import { createGuard, GuardRefusal, owner, requirement, role, session } from '../src/index.ts';
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

test('a requirement without a name is refused at start', () => {
  expect(() => requirement({ kind: 'two words', demand: 'x', check: () => true })).toThrow(/kind/);
  expect(() => requirement({ kind: 'x', demand: '', check: () => true })).toThrow(/demand/);
  expect(() => requirement({ kind: 'x', demand: 'x', check: 'true' as never })).toThrow(/check/);
});
