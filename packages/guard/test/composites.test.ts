import { expect, test } from 'vitest';
import { allOf, anyOf, createGuard, hidden, not, type Requirement, shadow } from '../src/index.ts';
import { PASSED, type Reader } from '../src/model.ts';

const READER: Reader = {
  name: 'bare',
  method: () => 'GET',
  target: () => '/',
  headers: () => undefined,
  header: () => undefined,
  peer: () => '127.0.0.1',
  secure: () => true,
  field: () => undefined,
  route: () => undefined,
};

type State = 'passed' | 'failed' | 'unknown' | 'fault';
const STATES: readonly State[] = ['passed', 'failed', 'unknown', 'fault'];

/** A part that answers so, at once or later, and counts how often it was asked. */
interface Part {
  readonly state: State;
  readonly requirement: Requirement;
  asked: number;
}

function part(state: State, isLate: boolean, more: Partial<Requirement> = {}): Part {
  const outcome =
    state === 'passed' ? PASSED : ({ state, kind: 'part', demand: state, found: state, near: 0.5 } as const);
  const made: Part = {
    state,
    asked: 0,
    requirement: {
      kind: 'part',
      demand: state,
      knows: false,
      asksCaller: false,
      check() {
        made.asked++;
        return isLate ? Promise.resolve(outcome) : outcome;
      },
      ...more,
    },
  };
  return made;
}

const core = createGuard({ onFault: () => undefined });
async function decide(requirement: Requirement) {
  const decision = await core.decide(READER, {}, requirement);
  const tree = decision.allowed ? undefined : decision.denial.decision;
  // A record writes what cannot be told as refused; whether it was told is seen by its negation.
  return { allowed: decision.allowed, tree };
}
const stateOf = async (requirement: Requirement): Promise<State> => {
  const { allowed, tree } = await decide(requirement);
  if (allowed) return 'passed';
  if (tree?.state === 'fault') return 'fault';
  return (await decide(not(requirement))).allowed ? 'failed' : 'unknown';
};

/** Every list of so many parts, each in every state, at once and later. */
function lists(length: number): Part[][] {
  if (length === 0) return [[]];
  return lists(length - 1).flatMap((rest) =>
    STATES.flatMap((state) => [false, true].map((isLate) => [...rest.map((one) => ({ ...one })), part(state, isLate)])),
  );
}
const fresh = (list: readonly Part[]) =>
  list.map((one) => part(one.state, one.requirement.check({} as never) instanceof Promise));

test.each([1, 2, 3])(
  'allOf of %i parts passes when all pass, stops at the first that does not, and says what that said',
  async (length) => {
    for (const list of lists(length)) {
      const parts = fresh(list);
      const states = parts.map((one) => one.state);
      const first = states.findIndex((state) => state !== 'passed');
      const whole = allOf(...parts.map((one) => one.requirement));
      const { allowed, tree } = await decide(whole);
      expect([states, allowed]).toEqual([states, first < 0]);
      expect(parts.map((one) => one.asked)).toEqual(states.map((_, at) => (first < 0 || at <= first ? 1 : 0)));
      expect(await stateOf(whole)).toBe(first < 0 ? 'passed' : states[first]);
      if (tree === undefined) continue;
      expect(tree.nearest).toBe(first);
      expect(tree.branches?.map((branch) => branch.state)).toEqual(
        states.map((state, at) =>
          at < first ? 'passed' : at > first ? 'unasked' : state === 'fault' ? 'fault' : 'failed',
        ),
      );
    }
  },
);

test.each([1, 2, 3])(
  'anyOf of %i parts passes when one passes; else no part is hidden behind another',
  async (length) => {
    for (const list of lists(length)) {
      const parts = fresh(list);
      const states = parts.map((one) => one.state);
      const first = states.indexOf('passed');
      const whole = anyOf(...parts.map((one) => one.requirement));
      const { allowed, tree } = await decide(whole);
      expect([states, allowed]).toEqual([states, first >= 0]);
      expect(parts.map((one) => one.asked)).toEqual(states.map((_, at) => (first < 0 || at <= first ? 1 : 0)));
      const refused = states.includes('fault')
        ? 'fault'
        : states.every((state) => state === 'failed')
          ? 'failed'
          : 'unknown';
      expect(await stateOf(whole)).toBe(first >= 0 ? 'passed' : refused);
      if (tree === undefined) continue;
      expect(tree.branches?.map((branch) => branch.demand)).toEqual(states);
      expect(tree.nearest).toBe(states.includes('fault') ? states.indexOf('fault') : 0);
    }
  },
);

test('of branches that failed alike the first is told, and of others the nearest', async () => {
  const near = (nearness: number, name: string): Requirement => ({
    ...part('failed', false).requirement,
    demand: name,
    check: () => ({ state: 'failed', kind: 'part', demand: name, near: nearness }),
  });
  const nearest = async (...parts: Requirement[]) => (await decide(anyOf(...parts))).tree?.nearest;
  expect(await nearest(near(0.5, 'a'), near(0.5, 'b'))).toBe(0);
  expect(await nearest(near(0.4, 'a'), near(0.5, 'b'), near(0.3, 'c'))).toBe(1);
  expect(await nearest(near(0.1, 'a'), near(0.2, 'b'), near(0.3, 'c'))).toBe(2);
});

test.each(STATES)('not of what %s, at once and later', async (state) => {
  for (const isLate of [false, true]) {
    const expected = { passed: 'failed', failed: 'passed', unknown: 'unknown', fault: 'fault' }[state];
    expect(await stateOf(not(part(state, isLate).requirement))).toBe(expected);
    expect(await stateOf(hidden(part(state, isLate).requirement))).toBe(state);
  }
});

test('groups are named so that it is plain what belongs together', () => {
  const { requirement } = part('passed', false);
  const name = (demand: string) => ({ ...requirement, demand });
  expect(anyOf(name('a'), allOf(name('b'), name('c')), anyOf(name('d'))).demand).toBe('a or (b and c) or d');
  expect(not(allOf(name('a'), name('b'))).demand).toBe('not (a and b)');
  expect(not(name('a')).demand).toBe('not a');
});

const FLAGS = ['admitsAnyone', 'negationAdmits', 'judgesOrigin', 'asksCaller', 'knows'] as const;
type Flag = (typeof FLAGS)[number];
/** How a group has what its parts have: as all of them, or as any. */
const RULES: Record<'allOf' | 'anyOf', Record<Flag, 'all' | 'any'>> = {
  allOf: { admitsAnyone: 'all', negationAdmits: 'any', judgesOrigin: 'any', asksCaller: 'any', knows: 'any' },
  anyOf: { admitsAnyone: 'any', negationAdmits: 'all', judgesOrigin: 'all', asksCaller: 'any', knows: 'all' },
};

test.each(FLAGS)('groups know of their parts: %s', (flag) => {
  const one = (value: boolean | undefined) => part('passed', false, { [flag]: value }).requirement;
  // What every requirement says of itself is never left out.
  const values = flag === 'asksCaller' || flag === 'knows' ? [true, false] : [true, false, undefined];
  for (const [name, make] of [
    ['allOf', allOf],
    ['anyOf', anyOf],
  ] as const) {
    for (const left of values) {
      for (const right of values) {
        const expected =
          RULES[name][flag] === 'all' ? left === true && right === true : left === true || right === true;
        expect([name, left, right, make(one(left), one(right))[flag] === true]).toEqual([name, left, right, expected]);
      }
    }
  }
  for (const value of values) {
    expect(hidden(one(value))[flag] === true).toBe(value === true);
    const negated = not(one(value) as Requirement<boolean>);
    const expected = flag === 'asksCaller' || flag === 'knows' ? value === true : false;
    if (flag !== 'admitsAnyone' && flag !== 'negationAdmits') expect(negated[flag] === true).toBe(expected);
  }
});

test('a negation lets in whom the thing itself keeps out, and the reverse', () => {
  const one = (more: Partial<Requirement>) => not(part('passed', false, more).requirement);
  expect([one({ admitsAnyone: true }).admitsAnyone, one({ admitsAnyone: true }).negationAdmits]).toEqual([false, true]);
  expect([one({ negationAdmits: true }).admitsAnyone, one({ negationAdmits: true }).negationAdmits]).toEqual([
    true,
    false,
  ]);
});

test('trials stay trials in groups of trials, and in no other', () => {
  const real = part('passed', false).requirement;
  const trial = shadow(real);
  expect(allOf(trial, hidden(trial)).isTrial).toBe(true);
  expect(allOf(trial, real).isTrial).toBe(false);
  expect(allOf(real, trial).isTrial).toBe(false);
  expect(hidden(real).isTrial).toBe(false);
  expect(() => anyOf(real, trial)).toThrow('part 2 is in shadow mode');
  expect(() => anyOf(allOf(trial), real)).toThrow('part 1 is in shadow mode');
});
