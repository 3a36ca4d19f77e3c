import { expect, test } from 'vitest';
import { boundedMap } from '../src/bounded-map.ts';
import { allOf, authenticated, bearer, createGuard, memoryJournal, rateLimit, scope, session } from '../src/index.ts';
import type { Reader } from '../src/model.ts';
import { memoryStore } from '../src/store.ts';
import { AUDIENCE, ISSUER, NOW, SECRET, token } from './contract/callers.ts';

/** Requests without a server, since a million of them are wanted: their address and their session, and no more. */
interface Bare {
  readonly address: string;
  readonly session: string;
}
const reader: Reader<Bare> = {
  name: 'bare',
  method: () => 'GET',
  target: () => '/',
  headers: (bare) => bare,
  header: (bare: Bare, name) => (name === 'cookie' ? `sid=${bare.session}` : undefined),
  peer: (bare) => bare.address,
  secure: () => true,
  field: () => undefined,
  route: () => '/',
};

test('a million distinct callers leave no more than the bounds say', () => {
  const store = memoryStore({ mostKeys: 10_000 });
  const journal = memoryJournal(1000);
  const guard = createGuard({
    authenticate: session({ cookie: 'sid', find: (id) => ({ subject: id }) }),
    journal,
  });
  const allowed = allOf(authenticated(), rateLimit({ limit: 1000, windowSeconds: 60, store }));
  const refused = allOf(allowed, scope('read'));
  const ask = (at: number) => {
    const address = `10.${at >> 16}.${(at >> 8) & 255}.${at & 255}`;
    // One in twenty is refused, and journalled.
    guard.decide(reader, { address, session: `s${at}` }, at % 20 === 0 ? refused : allowed);
  };
  for (let at = 0; at < 50_000; at++) ask(at);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  for (let at = 50_000; at < 1_050_000; at++) ask(at);
  globalThis.gc?.();
  const grown = process.memoryUsage().heapUsed - before;
  expect(store.size).toBe(10_000);
  expect(journal.recent(5000)).toHaveLength(1000);
  // A million callers kept would be some hundred megabytes; garbage that is not yet collected is far less.
  expect(grown).toBeLessThan(100_000_000);
}, 60_000);

test('callers beyond the counted ones are limited all the same', () => {
  const store = memoryStore({ mostKeys: 10 });
  for (let at = 0; at < 100; at++) store.hit(`key ${at}`, 60_000, 0);
  const hits = Array.from({ length: 6 }, () => store.hit('a late caller', 60_000, 0));
  expect(hits.map((count) => (count as { hits: number }).hits)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(store.size).toBe(10);
  // Nor does a flood push the counts of the first out.
  expect(store.hit('key 3', 60_000, 0)).toEqual({ hits: 2, resetMs: 60_000 });
});

test('counts that are over make room for new ones', () => {
  const store = memoryStore({ mostKeys: 10 });
  for (let at = 0; at < 10; at++) store.hit(`old ${at}`, 1000, 0);
  for (let at = 0; at < 10; at++) store.hit(`new ${at}`, 60_000, 5000);
  expect(store.size).toBe(10);
  expect(store.hit('new 9', 60_000, 5000)).toEqual({ hits: 2, resetMs: 60_000 });
});

test('no token that comes again and again is verified for ever, however many others come between', () => {
  let verified = 0;
  const authenticate = bearer({
    issuer: ISSUER,
    audience: AUDIENCE,
    key: SECRET,
    caller: ({ sub }) => {
      verified++;
      return { subject: String(sub) };
    },
  });
  const guard = createGuard({ authenticate, now: () => NOW });
  const tokens = Array.from({ length: 2000 }, (_, at) => `Bearer ${token({ sub: `${at}` })}`);
  const bearing: Reader<Bare> = {
    ...reader,
    header: ({ session: line }: Bare, name) => (name === 'authorization' ? line : undefined),
  };
  const rounds = Array.from({ length: 5 }, () => {
    const before = verified;
    for (const line of tokens) {
      expect(guard.decide(bearing, { address: '10.0.0.1', session: line }, authenticated())).toMatchObject({
        allowed: true,
      });
    }
    return verified - before;
  });
  expect(rounds).toEqual([2000, 2000, 0, 0, 0]);
});

test('remembered tokens are bounded in number and in length', () => {
  const map = boundedMap<number>(1000, 50_000);
  for (let at = 0; at < 1_000_000; at++) map.set(`token ${at}`, at);
  expect(map.size).toBeLessThanOrEqual(1000);
  expect(map.size).toBeGreaterThan(500);
  expect(map.get('token 999999')).toBe(999_999);
  expect(map.get('token 1')).toBeUndefined();
  for (let at = 0; at < 100; at++) map.set(`${at}${'x'.repeat(5000)}`, at);
  expect(map.size).toBeLessThanOrEqual(10);
  // What is used stays, however much comes after it.
  for (let at = 0; at < 5000; at++) {
    map.set(`again ${at}`, at);
    expect(map.get('again 0')).toBe(0);
  }
});
