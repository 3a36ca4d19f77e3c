import { expect, test } from 'vitest';
import { faultAnswer } from '../src/guard.ts';
import {
  type Authenticator,
  allOf,
  anyOf,
  authenticated,
  createGuard,
  type Denial,
  flag,
  GuardError,
  hidden,
  not,
  owner,
  predicate,
  type Requirement,
  requestMeets,
  role,
  session,
  shadow,
} from '../src/index.ts';
import { serve } from './serve.ts';

const known = session({ cookie: 'sid', find: (id) => ({ subject: id, roles: ['editor'] }) });
const cookie = { cookie: 'sid=7' };
const fails = (): never => {
  throw new Error('secret detail at /srv/app/db.ts:7');
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
  ['has no parts', allOf(), 'it has no parts'],
  ['has no branches', anyOf(), 'it has no parts'],
  ['is broken inside not', not(broken), 'it threw'],
  ['is broken inside hidden', hidden(broken), 'it threw'],
  ['is broken in one branch', anyOf(role('admin'), broken), 'it threw'],
  ['fails to load', owner(() => Promise.reject(new Error('db lost'))), 'db lost'],
  ['has a flag without a client', flag('x', {}), 'neither a client nor a function'],
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
