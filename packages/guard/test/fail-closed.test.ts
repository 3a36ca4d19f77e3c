import { expect, test } from 'vitest';
import { messageOf } from '../src/ask.ts';
import { faultAnswer } from '../src/guard.ts';
import {
  type Authenticator,
  ability,
  allOf,
  anyOf,
  authenticated,
  bearer,
  createGuard,
  type Denial,
  flag,
  GuardError,
  hidden,
  not,
  owner,
  permission,
  plan,
  predicate,
  type Requirement,
  requestMeets,
  requirement,
  role,
  session,
  shadow,
  stepUp,
} from '../src/index.ts';
import { AUDIENCE, bearerOf, ISSUER, NOW, SECONDS, SECRET } from './contract/callers.ts';
import { serve } from './serve.ts';

const known = session({ cookie: 'sid', find: (id) => ({ subject: id, roles: ['editor'] }) });
const cookie = { cookie: 'sid=7' };
const fails = (): never => {
  throw new Error('secret detail at /srv/app/db.ts:7');
};
const throwsUnprintable = (): never => {
  throw {
    toString() {
      throw new Error('no');
    },
  };
};
const broken = requestMeets('a broken check', fails);
const quiet = { authenticate: known, onFault: () => undefined, deadlineMs: 40 };

function authenticator(authenticate: Authenticator['authenticate']): Authenticator {
  return { scheme: 'session', challenge: () => 'Cookie realm="api"', authenticate };
}

const wrong = (value: unknown): Requirement => ({
  kind: 'wrong',
  demand: 'something',
  knows: false,
  asksCaller: false,
  check: () => value as never,
});

test.each<[string, Requirement, string]>([
  ['throws', broken, 'it threw: Error: secret detail'],
  ['throws nothing at all', requestMeets('x', () => Promise.reject(undefined)), 'it threw: undefined'],
  ['never answers', requestMeets('x', () => new Promise(() => undefined)), 'no answer within 40 ms'],
  ['answers undefined', wrong(undefined), 'neither that it passed nor what failed'],
  ['answers true', wrong(true), 'neither that it passed nor what failed'],
  ['answers a finding that passed', wrong({ state: 'passed' }), 'neither that it passed nor what failed'],
  ['resolves to undefined', wrong(Promise.resolve(undefined)), 'neither that it passed nor what failed'],
  ['resolves to null', wrong(Promise.resolve(null)), 'neither that it passed nor what failed'],
  ['answers null', wrong(null), 'neither that it passed nor what failed'],
  ['throws what cannot be printed', requestMeets('x', throwsUnprintable), 'something that cannot be printed'],
  ['is broken inside not', not(broken), 'it threw'],
  ['is broken inside hidden', hidden(broken), 'it threw'],
  ['is broken in one branch', anyOf(role('admin'), broken), 'it threw'],
  ['fails to load', owner(() => Promise.reject(new Error('db lost'))), 'db lost'],
  ['looks roles up, and finds nothing', role('banned', { from: () => undefined as never }), 'answered nothing'],
  ['looks roles up, and gets no names', role('banned', { from: () => [7] as never }), 'no list of names'],
  ['looks a plan up, and gets no text', plan('trial', { of: () => 7 as never }), 'the plan is no text'],
  [
    'has an ability that answers 1',
    ability('read', { of: () => ({ can: () => 1, relevantRuleFor: () => null }) as never, subject: 'Post' }),
    'neither true nor false',
  ],
  [
    'has an ability that waits',
    ability('read', { of: () => ({ can: async () => false, relevantRuleFor: () => null }) as never, subject: 'Post' }),
    'neither true nor false',
  ],
  ['has a flag that is neither on nor off', flag('x', { on: () => 1 as never }), 'neither on nor off'],
  [
    'has a flag whose provider fell back',
    flag('x', { client: { getBooleanDetails: async () => ({ value: true, errorCode: 'PROVIDER_NOT_READY' }) } }),
    'PROVIDER_NOT_READY',
  ],
])('a requirement that %s refuses with 503 and tells the owner alone', async (_name, requirement, says) => {
  const guarded = await serve(requirement, { ...quiet, disclose: 'full' });
  const answer = await guarded.ask(cookie);
  expect([answer.status, answer.denial?.state, answer.denial?.cause]).toEqual([503, 'fault', null]);
  expect(answer.denial?.because).toContain(says);
  expect(JSON.stringify([answer.headers, answer.body])).not.toMatch(/srv|lost|threw| at /);
  // Nor does the journal keep a stack, whose paths are of no use to anyone who reads it.
  expect(JSON.stringify(answer.denial)).not.toContain('.test.ts');
  const { denial } = answer;
  expect(answer.body).toBe(
    `{"type":"about:blank","title":"Service Unavailable","status":503,"denial":"${denial?.id}"}\n`,
  );
  expect(guarded.callers).toEqual([]);
});

test.each<[string, Requirement]>([
  ['roles that are not found', role('banned', { from: () => undefined as never })],
  ['one role as a text', role('banned', { from: () => 'banned' })],
  ['a plan that comes later', plan('trial', { of: async () => 'trial' })],
  ['a plan that is a number', plan('trial', { of: () => 7 as never })],
  [
    'an ability that waits',
    ability('read', { of: () => ({ can: async () => false, relevantRuleFor: () => null }) as never, subject: 'Post' }),
  ],
  ['a login of no time', stepUp({ maxAge: 60 })],
])('what cannot be read of %s is no clear no: its negation refuses', async (_name, inner) => {
  const find = () => ({ subject: '4', authTime: Number.NaN });
  const guarded = await serve(not(inner), { ...quiet, authenticate: session({ cookie: 'sid', find }) });
  expect((await guarded.ask(cookie)).status).not.toBe(200);
  expect(guarded.callers).toEqual([]);
});

test.each<[string, Requirement]>([
  ['one of its letters', role('a', { from: () => 'banana' })],
  ['two of its letters', permission(['a', 'b'], { from: () => 'ab' })],
])('a name that is handed over as a text is one name, and not %s', async (_name, requirement) => {
  const guarded = await serve(requirement, quiet);
  expect((await guarded.ask(cookie)).status).toBe(403);
});

test.each<[string, object]>([
  ['a tenant that is null', { tenant: null }],
  ['a tenant that is a number', { tenant: 5 }],
  ['null for all that a table may leave empty', { tenant: null, plan: null, acr: null, session: null, roles: null }],
])('a caller of %s is refused with a record', async (_name, fields) => {
  const faults: unknown[] = [];
  const guarded = await serve(role('admin'), {
    authenticate: session({ cookie: 'sid', find: () => ({ subject: '4', ...fields }) as never }),
    onFault: (error) => faults.push(error),
  });
  const { status, denial } = await guarded.ask(cookie);
  expect([status, denial?.caller?.subject, faults]).toEqual([403, '4', []]);
  expect(denial?.caller?.tenant).toBe('tenant' in fields && fields.tenant === 5 ? '5' : null);
});

test.each<[string, object]>([
  ['roles that are numbers', { roles: [7] }],
  ['a tenant that is an object', { tenant: {} }],
  ['methods of login that are a number', { amr: 7 }],
  ['a kind that does not exist', { kind: 'admin' }],
])('a caller of %s is nobody: 503', async (_name, fields) => {
  const authenticate = session({ cookie: 'sid', find: () => ({ subject: '4', ...fields }) as never });
  const guarded = await serve(role('editor'), { ...quiet, authenticate });
  expect((await guarded.ask(cookie)).status).toBe(503);
});

test('a method of login is one name, and not a part of a text', async () => {
  const authenticate = session({ cookie: 'sid', find: () => ({ subject: '4', amr: 'xmfax' }) as never });
  const guarded = await serve(stepUp({ amr: ['mfa'] }), { ...quiet, authenticate });
  expect((await guarded.ask(cookie)).status).toBe(403);
});

test.each<[string, unknown]>([
  ['has no subject', { roles: new Set(), scopes: new Set(), permissions: new Set(), amr: [] }],
  ['has roles in a list', { subject: '4', roles: ['admin'], scopes: new Set(), permissions: new Set(), amr: [] }],
  ['is nothing', null],
])('a caller of an authenticator of the author’s own that %s is nobody', async (_name, caller) => {
  const authenticate = authenticator(() => ({ state: 'known', caller }) as never);
  const guarded = await serve(not(role('banned')), { ...quiet, authenticate });
  expect((await guarded.ask(cookie)).status).toBe(503);
});

test('a header that no platform takes is refused before the answer is made', async () => {
  for (const [name, value] of [
    ['x-a', 'line\nbreak'],
    ['x a', 'b'],
    ['x-a', '\u20ac'],
  ] as const) {
    const own = requirement({
      kind: 'own',
      demand: 'a header',
      asksCaller: false,
      check(asked) {
        asked.setHeader(name, value);
        return true;
      },
    });
    const guarded = await serve(own, quiet);
    expect((await guarded.ask({})).status).toBe(503);
  }
});

test('a broken branch does not stop another that passes', async () => {
  const guarded = await serve(anyOf(broken, role('editor')), quiet);
  expect((await guarded.ask(cookie)).status).toBe(200);
});

test.each<[string, Authenticator['authenticate']]>([
  ['throws', fails],
  ['rejects', async () => fails()],
  ['hangs', () => new Promise(() => undefined)],
  ['answers nothing', () => undefined as never],
  ['answers something else', () => ({ state: 'root' }) as never],
  ['resolves to nothing', async () => undefined as never],
])('an authenticator that %s refuses with 503', async (_name, authenticate) => {
  const guarded = await serve(authenticated(), { ...quiet, authenticate: authenticator(authenticate) });
  const answer = await guarded.ask(cookie);
  expect([answer.status, answer.denial?.state]).toEqual([503, 'fault']);
  expect(answer.body).not.toContain('secret');
});

test('a session without a subject is no caller', async () => {
  const authenticate = session({ cookie: 'sid', find: () => ({ subject: '' }) });
  const guarded = await serve(authenticated(), { ...quiet, authenticate });
  expect((await guarded.ask(cookie)).status).toBe(503);
});

test.each<[string, (denial: Denial) => void | Promise<void>]>([
  ['throws', fails],
  ['rejects', async () => fails()],
  ['hangs', () => new Promise(() => undefined)],
])('a journal that %s changes no answer, and the denial is still found', async (_name, write) => {
  const faults: unknown[] = [];
  const journal = { write, read: () => Promise.reject(new Error('journal lost')), recent: () => [] };
  const guarded = await serve(role('admin'), { authenticate: known, journal, onFault: (_, what) => faults.push(what) });
  const answer = await guarded.ask(cookie);
  expect([answer.status, answer.denial?.cause]).toEqual([403, 'role-missing']);
  expect(faults).toContain('journal');
});

test('an observer that throws, and a reporter that throws, change no answer', async () => {
  const guarded = await serve(role('admin'), { authenticate: known, observe: fails, onFault: fails });
  expect((await guarded.ask(cookie)).status).toBe(403);
});

test.each<[string, () => unknown]>([
  ['tells no number', () => Number.NaN],
  ['tells a promise', () => Promise.resolve(NOW)],
  ['tells an object', () => new Date(NOW)],
])('a clock that %s lets nobody pass, since no token would be past its time', async (_name, now) => {
  const faults: unknown[] = [];
  const authenticate = bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET });
  const onFault = (error: unknown): void => void faults.push(error);
  const guarded = await serve(authenticated(), { authenticate, now: now as () => number, onFault });
  const { status, body } = await guarded.ask(bearerOf({ exp: SECONDS - 600 }));
  expect([status, JSON.parse(body).title, String(faults[0])]).toEqual([
    503,
    'Service Unavailable',
    'TypeError: `now` of createGuard told no time',
  ]);
});

test.each([[null], [undefined]])('an ability over an object that is %s is not asked: there is none', async (object) => {
  const all = { can: () => true, relevantRuleFor: () => null };
  const guarded = await serve(ability('read', { of: () => all, subject: () => object }), { authenticate: known });
  const { status, denial } = await guarded.ask(cookie);
  expect([status, denial?.because]).toEqual([404, 'ability failed: there is no such object']);
});

test('a flag is not evaluated for a stranger where who calls cannot be told', async () => {
  const seen: unknown[] = [];
  const on = flag('x', {
    on(caller) {
      seen.push(caller?.subject);
      return true;
    },
  });
  const lost = authenticator(() => Promise.reject(new Error('lost')));
  expect((await (await serve(on, { ...quiet, authenticate: lost })).ask(cookie)).status).toBe(503);
  const guarded = await serve(on, quiet);
  expect([(await guarded.ask(cookie)).status, (await guarded.ask()).status]).toEqual([200, 200]);
  expect(seen).toEqual(['7', undefined]);
});

test('a guard that fails itself refuses and tells nothing', async () => {
  const reports: unknown[] = [];
  const guarded = await serve(role('admin'), {
    authenticate: known,
    makeId: fails,
    onFault: (_, what) => reports.push(what),
  });
  const answer = await guarded.ask(cookie);
  expect([answer.status, answer.body, reports]).toEqual([503, faultAnswer().body, ['guard']]);
});

test('a requirement in shadow mode refuses nothing, broken or not, and is reported', async () => {
  const seen: Denial[] = [];
  const options = { ...quiet, observe: (denial: Denial) => seen.push(denial) };
  for (const requirement of [broken, role('admin')]) {
    const guarded = await serve(requirement, options, { shadow: true });
    expect((await guarded.ask(cookie)).status).toBe(200);
  }
  expect(seen.map((denial) => [denial.state, denial.cause])).toEqual([
    ['shadow', null],
    ['shadow', 'role-missing'],
  ]);
  const guarded = await serve(allOf(shadow(role('admin')), role('root')), options);
  expect((await guarded.ask(cookie)).status).toBe(403);
});

test('a guard without authentication takes no requirement that needs a caller', async () => {
  const core = createGuard();
  expect(() =>
    core.accept(
      allOf(
        requestMeets('x', () => true),
        role('admin'),
      ),
    ),
  ).toThrow(GuardError);
  expect(() => core.accept(requestMeets('x', () => true))).not.toThrow();
});

test('a predicate passes on true alone', async () => {
  for (const verdict of [1, 'yes', {}, [], undefined, null, false, 0]) {
    const guarded = await serve(
      predicate('x', () => verdict as never),
      quiet,
    );
    expect([verdict, (await guarded.ask(cookie)).status === 200]).toEqual([verdict, false]);
  }
  const guarded = await serve(
    predicate('x', () => true),
    quiet,
  );
  expect((await guarded.ask(cookie)).status).toBe(200);
});

test('an error as long as a request may make it is cut', async () => {
  expect(messageOf(new Error('x'.repeat(100_000)))).toHaveLength(2000);
  expect(messageOf('x'.repeat(100_000))).toHaveLength(2000);
});
