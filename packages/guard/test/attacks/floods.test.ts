import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  authenticated,
  createGuard,
  type Denial,
  type Journal,
  memoryJournal,
  type RateStore,
  rateLimit,
  requestMeets,
} from '../../src/index.ts';
import { jsonLines, sqlite } from '../../src/journal.ts';
import { memoryStore } from '../../src/store.ts';
import { serve } from '../serve.ts';
import { anyAddress, authenticate, flood, limited, pause, quiet, reader, statuses } from './flood.ts';

/** A journal that says what it was given. */
function watched(write: (denial: Denial) => void | Promise<void>): Journal {
  return { write, read: () => undefined, recent: () => [] };
}

test('of a flood of strangers a journal gets a bounded part, and the number of what was left out', async () => {
  const kept: Denial[] = [];
  let time = 1_000_000;
  const guard = createGuard({ authenticate, journal: watched((one) => void kept.push(one)), now: () => time });
  await flood(guard);
  await guard.flush();
  expect(kept).toHaveLength(1000);
  expect(guard.omitted).toBe(19_000);
  // A known caller's denial is kept in spite of it.
  await flood(guard, 1, 'ann');
  // Later some strangers' are kept again, and the first tells how many were not.
  time += 100;
  await flood(guard, 1);
  await guard.flush();
  expect(kept.slice(1000).map((one) => [one.caller?.subject, one.omitted])).toEqual([
    ['ann', 19_000],
    [undefined, undefined],
  ]);
});

test('of one caller, known or not, a journal gets a hundred at once and one a second', async () => {
  for (const sid of [undefined, 'ann']) {
    const kept: Denial[] = [];
    let time = 1_000_000;
    const guard = createGuard({ authenticate, journal: watched((one) => void kept.push(one)), now: () => time });
    const ask = () => flood(guard, 1, sid);
    for (let at = 0; at < 500; at++) await ask();
    await guard.flush();
    expect(kept).toHaveLength(100);
    for (let second = 0; second < 5; second++) {
      time += 1000;
      for (let at = 0; at < 10; at++) await ask();
    }
    await guard.flush();
    expect(kept).toHaveLength(105);
    expect(kept.slice(100).map((one) => one.omitted)).toEqual([400, 9, 9, 9, 9]);
    // Back in time nothing is gained.
    time -= 1_000_000;
    await ask();
    await guard.flush();
    expect(kept).toHaveLength(105);
  }
});

test('each cause has its own bound', async () => {
  const kept: Denial[] = [];
  const guard = createGuard({ authenticate, journal: watched((one) => void kept.push(one)), now: () => 1 });
  await flood(guard, 300);
  const bare = { address: '10.0.0.1' };
  await guard.decide(
    reader,
    bare,
    requestMeets('x', () => false, { cause: 'host-rejected' }),
  );
  await guard.decide(
    reader,
    bare,
    requestMeets('x', () => undefined as never),
  );
  await guard.flush();
  expect(kept.slice(-2).map((one) => [one.state, one.cause])).toEqual([
    ['refused', 'host-rejected'],
    ['fault', null],
  ]);
});

test('a journal that hangs has one batch, the process a bounded queue, and the owner a word of it', async () => {
  let writes = 0;
  const faults: string[] = [];
  const journal = watched(() => {
    writes++;
    return new Promise<void>(() => undefined);
  });
  const guard = createGuard({
    authenticate,
    journal,
    now: (() => {
      // An hour between any two, so that no rate leaves any out.
      let time = 0;
      return () => (time += 3_600_000);
    })(),
    onFault: (error) => faults.push(String(error)),
  });
  await flood(guard, 5000);
  await pause(300);
  expect(writes).toBeLessThanOrEqual(100);
  expect(guard.omitted).toBe(5000 - writes - 1000);
  expect(faults).toEqual(['Error: the journal has 1000 denials waiting; others are left out']);
});

test('a journal that fails is asked less and less, and what it lost is counted', async () => {
  let isLost = true;
  const kept: Denial[] = [];
  const faults: unknown[] = [];
  const journal = watched(async (denial) => {
    if (isLost) throw new Error('lost');
    kept.push(denial);
  });
  const guard = createGuard({ authenticate, journal, now: () => 1, onFault: (_, what) => faults.push(what) });
  await flood(guard, 250);
  await pause(900);
  // Batches of one, a hundred and a hundred, after 0, 400 and 800 ms; not one for each denial.
  expect(faults.length).toBeLessThanOrEqual(3);
  expect(new Set(faults)).toEqual(new Set(['journal']));
  isLost = false;
  await guard.flush();
  await flood(guard, 1, 'ann');
  await guard.flush();
  const told = kept.reduce((sum, one) => sum + 1 + (one.omitted ?? 0), 0);
  expect([told, guard.omitted + kept.length]).toEqual([251, 251]);
});

test('a journal is never written while a request waits', async () => {
  let isDeciding = false;
  const during: boolean[] = [];
  const guard = createGuard({ authenticate, journal: watched(() => void during.push(isDeciding)) });
  for (let at = 0; at < 50; at++) {
    isDeciding = true;
    guard.decide(reader, { address: anyAddress(at) }, authenticated());
    isDeciding = false;
  }
  await guard.flush();
  expect(during).toEqual(Array.from({ length: 50 }, () => false));
});

test('a denial is found by its id while it waits, and after its journal has failed', async () => {
  const journal = watched(() => Promise.reject(new Error('lost')));
  const guard = createGuard({ authenticate, journal, onFault: () => undefined });
  const decision = await guard.decide(reader, { address: '10.0.0.1' }, authenticated());
  if (decision.allowed) throw new Error('allowed');
  expect(await guard.read(decision.denial.id)).toMatchObject({ id: decision.denial.id });
  await guard.flush();
  expect(await guard.read(decision.denial.id)).toMatchObject({ id: decision.denial.id });
});

describe('files', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'guard-floods-'));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  test.each([
    ['JSON lines', async () => jsonLines(join(directory, 'a.jsonl'), { mostBytes: 50_000 })],
    ['SQLite', () => sqlite(join(directory, 'a.sqlite'), { most: 300 })],
  ])('a flood leaves no more in %s than it may hold', async (name, open) => {
    const journal = await open();
    const guard = createGuard({ authenticate, journal, onFault: () => undefined });
    await flood(guard, 3000);
    await guard.flush();
    const held = (await journal.recent(5000)).length;
    expect(held).toBeGreaterThan(100);
    expect(held).toBeLessThanOrEqual(300);
    expect(name === 'SQLite' ? held : 300).toBe(300);
    await journal.close?.();
  });
});

test('a million callers neither refuse an innocent one nor hide one who asks too often', () => {
  const store = memoryStore({ mostKeys: 10_000 });
  const hit = (key: string) => (store.hit(key, 60_000, 0) as { hits: number }).hits;
  for (let at = 0; at < 50; at++) hit('greedy');
  let worst = 0;
  for (let at = 0; at < 1_000_000; at++) {
    worst = Math.max(worst, hit(`caller ${at}`));
    if (at % 1000 === 0) expect(hit('greedy')).toBe(51 + at / 1000);
  }
  expect(worst).toBe(1);
  expect(store.size).toBe(10_000);
});

test.each<[string, () => unknown]>([
  ['throws', () => raise()],
  ['rejects', () => Promise.reject(new Error('lost'))],
  ['hangs', () => new Promise(() => undefined)],
  ['answers nothing', () => undefined],
  ['answers null', () => null],
  ['answers NaN', () => ({ hits: Number.NaN, resetMs: 1 })],
  ['answers no hits', () => ({ hits: 0, resetMs: 1 })],
  ['answers a negative count', () => ({ hits: -5, resetMs: 1 })],
  ['answers text', () => ({ hits: '1', resetMs: 1 })],
  ['resolves to nothing', async () => undefined],
])('a store that %s refuses with 503, is asked three times and then left alone', async (_name, work) => {
  let asked = 0;
  const store = {
    hit() {
      asked++;
      return work() as never;
    },
  };
  const guard = createGuard(quiet);
  expect(await statuses(guard, limited(store), 100)).toBe('{"503":100}');
  expect(asked).toBe(3);
  asked = 0;
  expect(await statuses(guard, limited(store, { onStoreDown: 'allow' }), 100)).toBe('{"200":100}');
  expect(asked).toBe(3);
});

function raise(): never {
  throw new Error('broken');
}

test('limits over windows of other lengths share a store, and not a count', async () => {
  let now = 1_000_000;
  const store = memoryStore();
  const [minute, hour] = [60, 3600].map((windowSeconds) => rateLimit({ limit: 3, windowSeconds, store }));
  const options = { now: () => now };
  const [short, long] = [await serve(minute!, options), await serve(hour!, options)];
  const statuses: number[] = [];
  // The short one first: its window would otherwise be the one of both.
  for (let round = 0; round < 4; round++) {
    expect((await short.ask()).status).toBe(200);
    statuses.push((await long.ask()).status);
    now += 61_000;
  }
  expect(statuses).toEqual([200, 200, 200, 429]);
});

test('a store that came back is tried by one request, and used again', async () => {
  let isDown = true;
  let asked = 0;
  const store: RateStore = {
    hit: async () => {
      asked++;
      await pause(10);
      if (isDown) throw new Error('lost');
      return { hits: 1, resetMs: 1000 };
    },
  };
  const guard = createGuard(quiet);
  const limit = limited(store);
  await statuses(guard, limit, 10);
  await pause(550);
  asked = 0;
  const ask = () => guard.decide(reader, { address: '10.0.0.1' }, limit);
  const atOnce = await Promise.all(Array.from({ length: 20 }, ask));
  expect([asked, atOnce.filter((one) => one.allowed).length]).toEqual([1, 0]);
  isDown = false;
  await pause(550);
  expect(await statuses(guard, limit, 10)).toBe('{"200":10}');
});

test('what passed uncounted stands in the journal', async () => {
  const journal = memoryJournal();
  const guard = createGuard({ journal });
  await statuses(guard, limited({ hit: () => raise() }, { onStoreDown: 'allow' }), 1);
  expect(await journal.recent(9)).toMatchObject([{ state: 'shadow', because: expect.stringContaining('broken') }]);
});

test('one late answer refuses its own request and no other', async () => {
  let at = 0;
  const store: RateStore = {
    hit: async () => {
      if (at++ === 1) await pause(200);
      return { hits: 1, resetMs: 1000 };
    },
  };
  expect(await statuses(createGuard(quiet), limited(store, { storeDeadlineMs: 50 }), 6)).toBe('{"200":5,"503":1}');
});
