import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blame } from '../src/decision.ts';
import {
  allOf,
  allowIps,
  anyOf,
  createGuard,
  denyIps,
  type Finding,
  flag,
  hidden,
  not,
  owner,
  predicate,
  type Requirement,
  rateLimit,
  requestMeets,
  role,
  scope,
  session,
  shadow,
} from '../src/index.ts';
import type { Reader } from '../src/model.ts';
import { plain, redactTarget } from '../src/plain.ts';
import { serve } from './serve.ts';

const cookie = { cookie: 'sid=7' };
const authenticate = session({
  cookie: 'sid',
  find: (id) => ({ subject: id, roles: ['editor'], scopes: ['read'] }),
});

const reader: Reader<object> = {
  name: 'bare',
  method: () => 'GET',
  target: () => '/',
  headers: () => undefined,
  header: () => undefined,
  peer: () => '127.0.0.1',
  secure: () => false,
  field: () => undefined,
  route: () => undefined,
};

/** A tree, and what it must come to: passed, failed on its merits, or not to be told, with or without a fault. */
type Truth = 'passed' | 'failed' | 'unknown' | 'fault';
interface Tree {
  readonly requirement: Requirement;
  readonly truth: Truth;
}

/** Every way of not knowing: nobody who calls, no address, no object, and the faults of a server. */
const LEAVES: readonly (readonly [Truth, () => Requirement])[] = [
  ['passed', () => requestMeets('yes', () => true)],
  ['passed', () => requestMeets('yes, later', async () => true)],
  ['failed', () => requestMeets('no', () => false)],
  ['failed', () => requestMeets('no, later', async () => 'a reason')],
  ['passed', () => denyIps('203.0.113.7')],
  ['failed', () => allowIps('203.0.113.7')],
  ['unknown', () => role('admin')],
  ['unknown', () => owner(() => undefined)],
  ['fault', () => requestMeets('throws', () => raise())],
  ['fault', () => requestMeets('rejects', async () => raise())],
  ['fault', () => requestMeets('undefined', () => undefined as never)],
  ['fault', () => flag('x', { client: { getBooleanDetails: async () => ({ value: true, errorCode: 'GENERAL' }) } })],
  ['fault', () => flag('x', { on: () => 'yes' as never })],
  ['fault', () => rateLimit({ limit: 1, windowSeconds: 1, store: { hit: () => Promise.reject(new Error('lost')) } })],
  ['fault', () => rateLimit({ limit: 1, windowSeconds: 1, store: { hit: () => undefined as never } })],
];

function raise(): never {
  throw new Error('broken');
}

const some = (truths: readonly Truth[], ...order: Truth[]): Truth => order.find((one) => truths.includes(one))!;

const trees = fc.letrec<{ tree: Tree; leaf: Tree; all: Tree; any: Tree; not: Tree; hidden: Tree; tried: Tree }>(
  (tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      tie('leaf'),
      tie('all'),
      tie('any'),
      tie('not'),
      tie('hidden'),
      tie('tried'),
    ),
    leaf: fc.constantFrom(...LEAVES).map(([truth, make]) => ({ truth, requirement: make() })),
    all: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((parts) => ({
      requirement: allOf(...parts.map((part) => part.requirement)),
      truth: parts.find((part) => part.truth !== 'passed')?.truth ?? 'passed',
    })),
    any: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }).map((parts) => ({
      requirement: anyOf(...parts.map((part) => part.requirement)),
      truth: some(
        parts.map((part) => part.truth),
        'passed',
        'fault',
        'unknown',
        'failed',
      ),
    })),
    not: tie('tree').map(({ truth, requirement }) => ({
      requirement: not(requirement),
      truth: truth === 'passed' ? 'failed' : truth === 'failed' ? 'passed' : truth,
    })),
    hidden: tie('tree').map((part) => ({ requirement: hidden(part.requirement), truth: part.truth })),
    tried: tie('tree').map((part) => ({
      requirement: allOf(shadow(part.requirement), part.requirement),
      truth: part.truth,
    })),
  }),
);

test('any tree of requirements passes only when logic says so, and else tells a leaf that failed', async () => {
  const guard = createGuard({ authenticate, onFault: () => undefined });
  await fc.assert(
    fc.asyncProperty(trees.tree, async ({ requirement, truth }) => {
      const decision = await guard.decide(reader, {}, requirement);
      expect(decision.allowed).toBe(truth === 'passed');
      if (decision.allowed) return;
      expect(decision.denial.state).toBe(truth === 'fault' ? 'fault' : 'refused');
      expect(decision.answer.status === 503).toBe(truth === 'fault');
      const told = blame(decision.denial.decision).leaf;
      expect(told.state).toBe(decision.denial.decision.state);
      expect(decision.denial.because).not.toBe('');
    }),
    { numRuns: 1000 },
  );
});

test('a refusal of several branches names each, and the nearest speaks', async () => {
  const near = allOf(role('editor'), scope('read'), scope('write'));
  const guarded = await serve(anyOf(role('admin'), near), { authenticate, disclose: 'full' });
  const { denial } = await guarded.ask(cookie);
  expect(denial?.because).toBe('role failed: has editor, wants admin; scope failed: has read, wants write');
  expect([denial?.cause, denial?.decision.nearest]).toEqual(['scope-insufficient', 1]);
  const states = (finding: Finding): unknown => finding.branches?.map((one) => [one.kind, one.state, states(one)]);
  expect(states(denial!.decision)).toEqual([
    ['role', 'failed', undefined],
    [
      'allOf',
      'failed',
      [
        ['role', 'passed', undefined],
        ['scope', 'passed', undefined],
        ['scope', 'failed', undefined],
      ],
    ],
  ]);
});

test('a default deny has a reason too', async () => {
  const guarded = await serve(
    requestMeets('nothing is allowed here', () => false),
    {},
  );
  const answer = await guarded.ask();
  expect(answer.denial).toMatchObject({
    cause: 'policy-denied',
    because: 'request failed: the test answered false',
    decision: { demand: 'nothing is allowed here' },
  });
});

test('what an author or a caller wrote ends no header, no line and no page', async () => {
  const nasty = `x"\r\nSet-Cookie: a=b\r\n\r\n<script>alert('1')</script>\u001b[31m\u202e&`;
  const guarded = await serve(
    predicate(nasty, () => nasty, { tell: nasty }),
    { authenticate, disclose: 'full', realm: `x"\\<script>alert('1')</script>` },
  );
  for (const accept of ['application/json', 'text/html']) {
    const answer = await guarded.ask({ ...cookie, accept }, { path: '/%0d%0aX: y' });
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).not.toMatch(/\u001b|\u202e|\r/);
    if (accept === 'text/html') expect(answer.body).not.toContain('<script>');
    expect(answer.denial?.because).toContain(`Set-Cookie: a=b`);
    if (accept === 'application/json') expect(JSON.parse(answer.body).required.reason).toBe(plainly(nasty));
  }
  const stranger = await guarded.ask({});
  expect(stranger.headers['www-authenticate']).toBe(
    `Cookie realm="x\\"\\\\<script>alert('1')</script>", cookie-name="sid"`,
  );
  expect(stranger.headers['set-cookie']).toBeUndefined();
});

const plainly = (text: string) => plain(text);

test('a denial keeps no secret of the request', async () => {
  const jwt = `${'a'.repeat(20)}.${'b'.repeat(20)}.${'c'.repeat(20)}`;
  const guarded = await serve(
    predicate('x', () => `no luck with Bearer abcdef and ${jwt}`),
    { authenticate },
  );
  const path = '/reset/9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c?token=hunter2&page=2';
  const { denial } = await guarded.ask(cookie, { path });
  expect(JSON.stringify(denial)).not.toMatch(/hunter2|9f8a7b6c5d|abcdef|bbbb/);
  expect([denial?.path, denial?.because]).toEqual([
    '/reset/9f8a…?token&page',
    'predicate failed: no luck with Bearer (credentials) and (token)',
  ]);
  expect(redactTarget('/users/0b9c3b1e-7d5a-4c7e-9a51-3f1d2c4b5a69/posts')).toBe(
    '/users/0b9c3b1e-7d5a-4c7e-9a51-3f1d2c4b5a69/posts',
  );
});
