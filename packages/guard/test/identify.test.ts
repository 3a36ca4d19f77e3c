import { expect, test } from 'vitest';
import { type Authenticator, authenticated, createGuard } from '../src/index.ts';
import type { Who } from '../src/model.ts';
import { nodeReader } from '../src/node.ts';

const CALLER = {
  subject: '7',
  scheme: 'test',
  issuer: undefined,
  kind: 'person',
  scopes: new Set(),
  roles: new Set(),
  permissions: new Set(),
  tenant: undefined,
  plan: undefined,
  acr: undefined,
  amr: [],
  authTime: undefined,
  session: undefined,
  claims: {},
} as const;

const ANSWERS: Readonly<Record<string, Who>> = {
  known: { state: 'known', caller: CALLER as never },
  absent: { state: 'absent' },
  nobody: { state: 'absent', found: 'nobody is logged in', says: 'Nobody is logged in.' },
  foreign: { state: 'foreign', cause: 'credentials-invalid', found: 'another issuer’s' },
  refused: { state: 'refused', cause: 'credentials-expired', found: 'expired' },
  fault: { state: 'fault', found: 'broken' },
};
type Name = keyof typeof ANSWERS;

function authenticator(name: Name, isLate: boolean, asked: string[]): Authenticator {
  return {
    scheme: 'test',
    challenge: () => 'Test',
    authenticate() {
      asked.push(String(name));
      return isLate ? Promise.resolve(ANSWERS[name]!) : ANSWERS[name]!;
    },
  };
}

const request = () => ({ method: 'GET', url: '/', socket: {}, headers: {} }) as never;

/** What a list of credentials comes to, by the words of the guide: the first that is not left to the next decides. */
function expected(names: readonly Name[]): Name {
  const decisive = names.find((name) => name !== 'absent' && name !== 'nobody' && name !== 'foreign');
  if (decisive !== undefined) return decisive;
  return names.find((name) => name === 'foreign') ?? names.find((name) => name === 'nobody') ?? 'absent';
}

test('of any three credentials, at once or later, the first that is not left to the next decides', async () => {
  const names = Object.keys(ANSWERS);
  for (const one of names) {
    for (const two of names) {
      for (const three of names) {
        for (const late of [0, 1, 2, 4, 7]) {
          const asked: string[] = [];
          const list = [one, two, three].map((name, at) => authenticator(name, ((late >> at) & 1) === 1, asked));
          const core = createGuard({ authenticate: list, onFault: () => undefined });
          const decision = await core.decide(nodeReader, request(), authenticated());
          const wanted = expected([one, two, three]);
          const found = decision.allowed ? 'known' : (decision.denial.decision.found ?? '');
          const words = { known: 'known', absent: 'nothing that identifies the caller was sent' }[wanted];
          expect([one, two, three, late, found]).toEqual([
            one,
            two,
            three,
            late,
            words ?? (ANSWERS[wanted] as { found: string }).found,
          ]);
          const last = [one, two, three].findIndex(
            (name) => name === 'known' || name === 'refused' || name === 'fault',
          );
          expect(asked).toEqual([one, two, three].slice(0, last < 0 ? 3 : last + 1));
        }
      }
    }
  }
});

test('who calls is found out once a request, also while it is being found out', async () => {
  for (const isLate of [false, true]) {
    const asked: string[] = [];
    const core = createGuard({ authenticate: authenticator('known', isLate, asked) });
    const native = request();
    await Promise.all([1, 2, 3].map(() => core.decide(nodeReader, native, authenticated())));
    await core.decide(nodeReader, native, authenticated());
    expect(asked).toHaveLength(1);
  }
});

const { roles: _roles, ...withoutRoles } = CALLER;
test.each<[string, unknown]>([
  ['nothing', undefined],
  ['null', null],
  ['a text', 'known'],
  ['an unknown state', { state: 'passed' }],
  ['no state', {}],
  ['no caller', { state: 'known' }],
  ['null for a caller', { state: 'known', caller: null }],
  ['a text for a caller', { state: 'known', caller: '7' }],
  ['an empty subject', { state: 'known', caller: { ...CALLER, subject: '' } }],
  ['a number for a subject', { state: 'known', caller: { ...CALLER, subject: 7 } }],
  ['no roles', { state: 'known', caller: withoutRoles }],
  ['scopes in a list', { state: 'known', caller: { ...CALLER, scopes: [] } }],
  ['permissions in a list', { state: 'known', caller: { ...CALLER, permissions: ['a'] } }],
  ['one method of login as a text', { state: 'known', caller: { ...CALLER, amr: 'mfa' } }],
])('an authenticator that answers %s knows nobody: 503', async (_name, answer) => {
  for (const isLate of [false, true]) {
    const core = createGuard({
      authenticate: {
        scheme: 'test',
        challenge: () => 'Test',
        authenticate: () => (isLate ? Promise.resolve(answer) : answer) as never,
      },
      onFault: () => undefined,
    });
    const decision = await core.decide(nodeReader, request(), authenticated());
    expect(decision.allowed ? 200 : decision.answer.status).toBe(503);
  }
});

test('an authenticator that throws, at once or later, knows nobody, and says what it threw to the owner alone', async () => {
  for (const isLate of [false, true]) {
    const core = createGuard({
      authenticate: {
        scheme: 'test',
        challenge: () => 'Test',
        authenticate() {
          if (isLate) return Promise.reject(new Error('no database'));
          throw new Error('no database');
        },
      },
      onFault: () => undefined,
    });
    const decision = await core.decide(nodeReader, request(), authenticated());
    if (decision.allowed) throw new Error('it passed');
    expect([decision.answer.status, decision.denial.because]).toEqual([503, expect.stringContaining('no database')]);
    expect(decision.answer.body).not.toContain('database');
  }
});
