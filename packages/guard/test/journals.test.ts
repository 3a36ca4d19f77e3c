import { appendFile, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Database } from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Denial, type Journal, memoryJournal } from '../src/index.ts';
import { jsonLines, sqlite } from '../src/journal.ts';
import { formatDenial, openDenial, openJournal } from '../src/open.ts';

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'guard-journals-'));
});
afterAll(() => rm(directory, { recursive: true, force: true }));

function denial(number: number, changes: Partial<Denial> = {}): Denial {
  return {
    id: `denial-${String(number).padStart(9, '0')}`,
    at: new Date(Date.UTC(2026, 0, 1) + number * 1000).toISOString(),
    state: 'refused',
    status: 403,
    cause: 'not-owner',
    hidden: false,
    method: 'DELETE',
    path: '/posts/7',
    route: '/posts/:id',
    caller: { subject: '7', scheme: 'bearer', tenant: null },
    address: '127.0.0.1',
    because: 'owner failed: post 7 belongs to 9',
    decision: { state: 'failed', kind: 'owner', demand: 'owner of post', found: 'post 7 belongs to 9' },
    ...changes,
  };
}

describe.each<[string, () => Promise<Journal>]>([
  ['in memory', async () => memoryJournal(5)],
  ['of JSON lines', async () => jsonLines(join(directory, 'a.jsonl'))],
  ['of SQLite', () => sqlite(join(directory, 'a.sqlite'), { most: 5 })],
])('a journal %s', (name, open) => {
  test('keeps denials as they are, and tells the newest first', async () => {
    const journal = await open();
    for (let number = 0; number < 8; number++) await journal.write(denial(number));
    expect(await journal.read('denial-000000007')).toEqual(denial(7));
    expect(await journal.read('denial-unknown')).toBeUndefined();
    expect((await journal.recent(3)).map((one) => one.id)).toEqual([7, 6, 5].map((number) => denial(number).id));
    const isBounded = !name.includes('JSON');
    expect((await journal.read('denial-000000001')) === undefined).toBe(isBounded);
    await journal.close?.();
  });

  test('keeps hostile texts as texts', async () => {
    const journal = await open();
    const hostile = denial(100, { because: `'; DROP TABLE denials; --\u001b[31m\n{"id":"x"}\u202e`, path: '/ä?"' });
    await journal.write(hostile);
    expect(await journal.read(hostile.id)).toEqual(hostile);
    await journal.close?.();
  });
});

test('a file of JSON lines is private, printable, and put aside when it is long', async () => {
  const file = join(directory, 'long.jsonl');
  const journal = jsonLines(file, { mostBytes: 2000 });
  for (let number = 0; number < 12; number++) await journal.write(denial(number, { because: '\u001b[2J\u202e' }));
  expect((await stat(`${file}.1`)).mode & 0o777).toBe(0o600);
  expect((await stat(`${file}.1`)).size).toBeGreaterThan(2000);
  expect(await readFile(`${file}.1`, 'latin1')).toMatch(/^[\x20-\x7e\n]*$/);
  expect(await journal.read('denial-000000011')).toMatchObject({ because: '\u001b[2J\u202e' });
});

test('a file of JSON lines survives a line that was cut, and lines of others', async () => {
  const file = join(directory, 'cut.jsonl');
  const journal = jsonLines(file);
  await journal.write(denial(1));
  await appendFile(file, '{"id":"cut\n\n[]\nnull\n{"id":7}\n');
  await journal.write(denial(2));
  expect((await journal.recent(10)).map((one) => one.id)).toEqual([denial(2).id, denial(1).id]);
});

test('two writers at once lose nothing of a SQLite file or of JSON lines', async () => {
  for (const open of [
    () => sqlite(join(directory, 'two.sqlite')),
    async () => jsonLines(join(directory, 'two.jsonl')),
  ]) {
    const writers = await Promise.all([open(), open()]);
    await Promise.all(Array.from({ length: 100 }, async (_, number) => writers[number % 2]!.write(denial(number))));
    expect(await writers[0]!.recent(1000)).toHaveLength(100);
    for (const writer of writers) await writer.close?.();
  }
});

/** Another connection, by the library that the journal uses on this Node: the one for old Nodes reads no write-ahead log. */
async function openAlike(file: string): Promise<{ exec(sql: string): unknown; close(): void }> {
  const own = (await import(`node:${'sqlite'}`).catch(() => undefined)) as
    | { DatabaseSync: new (file: string) => { exec(sql: string): unknown; close(): void } }
    | undefined;
  return own ? new own.DatabaseSync(file) : new Database(file);
}

test('a database that another process holds keeps nothing else waiting, and gets its denials when it is free', async () => {
  const file = join(directory, 'held.sqlite');
  const journal = await sqlite(file);
  await journal.write(denial(1));
  const holder = await openAlike(file);
  holder.exec('BEGIN IMMEDIATE');
  let isWritten = false;
  const written = Promise.resolve(journal.write(denial(2))).then(() => {
    isWritten = true;
  });
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 1));
  expect(isWritten).toBe(false);
  holder.exec('COMMIT');
  holder.close();
  await written;
  expect((await journal.recent(10)).map(({ id }) => id)).toEqual([denial(2).id, denial(1).id]);
  await journal.close?.();
});

test('a database that cannot be opened says so when the server starts', async () => {
  await expect(sqlite(join(directory, 'nowhere', 'x.sqlite'))).rejects.toThrow();
  const text = join(directory, 'text.sqlite');
  await appendFile(text, 'this is no database, and was never one of any kind or version');
  await expect(sqlite(text)).rejects.toThrow(/not a database/);
});

test('what is asked of a journal after its end is refused, and ends nothing', async () => {
  const journal = await sqlite(join(directory, 'ended.sqlite'));
  await journal.close?.();
  await journal.close?.();
  await expect(Promise.resolve(journal.write(denial(1)))).rejects.toThrow('has ended');
});

test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, undefined])(
  'of %s denials every journal gives none',
  async (count) => {
    const journals = [
      await sqlite(join(directory, 'none.sqlite')),
      jsonLines(join(directory, 'none.jsonl')),
      memoryJournal(),
    ];
    for (const journal of journals) {
      await journal.write(denial(1));
      expect(await journal.recent(count as number)).toEqual([]);
      await journal.close?.();
    }
  },
);

test('a journal is opened by its place, and a denial by its id', async () => {
  const places = [join(directory, 'place.jsonl'), join(directory, 'place.sqlite')];
  for (const place of places) {
    await expect(openJournal(place)).rejects.toThrow('names no journal');
    const written = place.endsWith('.jsonl') ? jsonLines(place) : await sqlite(place);
    await written.write(denial(1));
    await written.close?.();
    const journal = await openJournal(place);
    expect(await openDenial(denial(1).id, { journal })).toEqual(denial(1));
    await expect(openDenial('denial-000000009', { journal })).rejects.toThrow('no denial of this id');
    await journal.close?.();
  }
  await expect(openJournal('/etc/passwd')).rejects.toThrow('names no journal');
  await expect(openDenial('not an id!', {})).rejects.toThrow('neither a sealed token nor an id');
  await expect(openDenial('denial-000000001', {})).rejects.toThrow('needs the journal');
});

test('a denial is told in text, one line for each part of the decision, and nothing in it moves the cursor', () => {
  const told = formatDenial(
    denial(1, {
      because: 'role failed; \u001b[2Jowner failed',
      decision: {
        state: 'failed',
        kind: 'anyOf',
        demand: 'role admin or owner of post',
        nearest: 1,
        branches: [
          { state: 'failed', kind: 'role', demand: 'role admin', found: 'has editor, wants admin' },
          { state: 'failed', kind: 'owner', demand: 'owner of post', found: 'post 7 belongs to 9\u202e' },
        ],
      },
    }),
  );
  expect(told).toBe(
    [
      '403  DELETE /posts/7',
      'state    refused',
      'cause    not-owner',
      'caller   7 from 127.0.0.1',
      'at       2026-01-01T00:00:01.000Z',
      'denial   denial-000000001',
      'because  role failed;  [2Jowner failed',
      '',
      'failed  anyOf (role admin or owner of post)',
      '  failed  role (role admin): has editor, wants admin',
      '  failed  owner (owner of post): post 7 belongs to 9',
      '',
    ].join('\n'),
  );
});
