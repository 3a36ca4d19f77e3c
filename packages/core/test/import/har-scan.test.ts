import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import importer, { readHarEntry, readScannedEntry } from '../../src/import/har.ts';
import { createHarScanner, type HarScanOptions, REFUSAL_STATUSES } from '../../src/import/har-scan.ts';
import { findJsonFault } from '../../src/import/parts/find-json-fault.ts';
import { InputError } from '../../src/model/errors.ts';

/** Feeds a text in chunks of a size through one buffer that is used again, as a file is read. */
function scan(text: string, chunkSize: number, options: HarScanOptions = {}) {
  const bytes = Buffer.from(text);
  const scanner = createHarScanner(options);
  const buffer = Buffer.alloc(chunkSize);
  const found = [];
  for (let at = 0; at < bytes.length; at += chunkSize) {
    const size = bytes.copy(buffer, 0, at, at + chunkSize);
    found.push(...scanner.push(buffer.subarray(0, size)));
  }
  return { found, end: scanner.end(), creator: scanner.creator };
}

const entry = (status: number, text = 'x', url = 'https://a.example/') => ({
  request: { method: 'GET', url, headers: [] },
  response: { status, headers: [], content: { text } },
});
const har = (...entries: unknown[]) => JSON.stringify({ log: { version: '1.2', creator: { name: 'test' }, entries } });
const SIZES = [1, 2, 3, 7, 64, 1000, 1 << 20];

function errorOf(act: () => unknown): InputError {
  try {
    act();
  } catch (error) {
    if (error instanceof InputError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('the place where a text stops being JSON', () => {
  it('is told exactly when JSON.parse refuses', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(60),
        fc.constantFrom('', '"', '{', ']', ',', ':', '\\', 'x', '1', '\n'),
        fc.nat(2),
        (json, at, insert, cut) => {
          const text = json.slice(0, at) + insert + json.slice(at + cut);
          let valid = true;
          try {
            JSON.parse(text);
          } catch {
            valid = false;
          }
          const place = findJsonFault(text);
          expect(place === -1).toBe(valid);
        },
      ),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['{"a": tru}', 6],
    ['{"a": 1,}', 8],
    ['[1 2]', 3],
    ['{"a" 1}', 5],
    ['[01]', 1],
    ['["a\n"]', 3],
    ['', 0],
    ['{} x', 3],
  ])('%j at %d', (text, at) => expect(findJsonFault(text)).toBe(at));

  it('tells the byte of the file for an entry that is malformed inside', () => {
    const text = `{"log":{"entries":[{"request":{"url":"\u00e9"},"response":{"status":403,"x":nul}}]}}`;
    const { found } = scan(text, 7);
    expect(errorOf(() => readScannedEntry(found[0]!)).message).toBe(
      `Entry 1 of the HAR is not well-formed JSON at byte ${Buffer.from(text.slice(0, text.indexOf('nul}'))).length}.`,
    );
  });
});

describe('the HAR scanner', () => {
  it('picks the refused entries and counts all, however the file is cut into chunks', () => {
    const text = har(entry(200), entry(403, 'no'), entry(302), entry(401), entry(0));
    for (const size of SIZES) {
      const { found, end, creator } = scan(text, size);
      expect(found.map(({ index, status }) => [index, status])).toEqual([
        [1, 403],
        [3, 401],
        [4, 0],
      ]);
      expect(end).toEqual({ entries: 5, bytes: text.length });
      expect(JSON.parse(Buffer.from(creator!).toString())).toEqual({ name: 'test' });
      for (const one of found) {
        const bytes = Buffer.from(one.bytes!).toString();
        expect(bytes).toBe(text.slice(one.offset, one.offset + one.size));
        expect(JSON.parse(bytes).response.status).toBe(one.status);
      }
    }
  });

  it('is not misled by strings that look like JSON, by escapes or by the order of keys', () => {
    const traps = [
      '"}]}],"response":{"status":403}',
      '\\',
      '\\\\"',
      '{"log":{"entries":[{"response":{"status":403}}]}}',
      `${'\\"'.repeat(200)}`,
      `${'a'.repeat(100)}\\${'b'.repeat(100)}"`,
      '\u{1f512}\u00e9\u2028',
    ];
    const entries = [
      ...traps.map((text) => entry(200, text, text)),
      {
        response: { content: { text: traps[0], status: 403 }, headers: [{ status: 403 }], status: 200 },
        request: { response: { status: 403 }, url: 'x' },
      },
      { response: { content: { text: traps[0] }, status: 403 }, request: { url: 'last' } },
    ];
    const text = JSON.stringify({
      log: { entries, pages: [{ response: { status: 403 } }], comment: 'entries' },
      entries: [entry(403)],
      response: { status: 403 },
    });
    for (const pretty of [text, JSON.stringify(JSON.parse(text), null, 2)]) {
      for (const size of SIZES) {
        const { found, end } = scan(pretty, size);
        expect(found.map(({ index }) => index)).toEqual([entries.length - 1]);
        expect(JSON.parse(Buffer.from(found[0]!.bytes!).toString())).toEqual(entries.at(-1));
        expect(end.entries).toBe(entries.length);
      }
    }
  });

  it('takes an entry without a response as one without an answer, and statuses that the caller asks for', () => {
    expect(scan(har({ request: { url: 'x' } }), 5).found.map(({ status }) => status)).toEqual([0]);
    const { found } = scan(har(entry(200), entry(302)), 5, { predicate: (status) => status === 302 });
    expect(found.map(({ index }) => index)).toEqual([1]);
    const asked: number[] = [];
    scan(har(entry(200), entry(302), entry(403)), 5, { predicate: (status) => asked.push(status) > 99 });
    expect(asked).toEqual([200, 302]);
  });

  it('names an entry that is larger than the limit and does not keep its bytes', () => {
    const text = har(entry(403, 'y'.repeat(5000)), entry(403));
    for (const size of SIZES) {
      const { found } = scan(text, size, { maxEntry: 1000 });
      expect(found.map((one) => one.bytes === undefined)).toEqual([true, false]);
      expect(errorOf(() => readScannedEntry(found[0]!)).message).toMatch(/^Entry 1 of the HAR has 5\d{3} bytes/);
    }
  });

  it('tells the byte at which a file is cut off, after giving what came before', () => {
    const text = har(entry(403), entry(403, 'second'));
    const cut = text.indexOf('second') + 3;
    const scanner = createHarScanner({ name: 'cut.har' });
    expect(scanner.push(Buffer.from(text.slice(0, cut)))).toHaveLength(1);
    const error = errorOf(() => scanner.end());
    expect(error.code).toBe('MALFORMED');
    expect(error.message).toBe(
      `The HAR cut.har is cut off: it ends at byte ${cut}, inside entry 2, which begins at byte ${text.indexOf('{"request"', text.indexOf('{"request"') + 1)}.`,
    );
    expect(error.hint).toBe('1 entry was read before it. Export it again.');
  });

  it('tells the byte at which a file is malformed', () => {
    const cases: [string, number][] = [
      ['{"log": {"entries": [<html>]}}', 21],
      ['{"log": {"entries": [5, []]}}', 24],
      ['{"log": {"entries": {}}}', 20],
      ['{"log": {"entries": []}}  x', 26],
      ['{"log": {"entries": [}]}', 21],
    ];
    for (const [text, offset] of cases) {
      const error = errorOf(() => scan(text, 4));
      expect([text, error.code]).toEqual([text, 'MALFORMED']);
      expect(error.message).toContain(`at byte ${offset}:`);
    }
  });

  it('refuses what is no HAR', () => {
    expect(errorOf(() => scan('', 4)).code).toBe('EMPTY_INPUT');
    expect(errorOf(() => scan('[1]', 4)).code).toBe('NOT_HTTP');
    expect(errorOf(() => scan('{"log": {}}', 4)).code).toBe('NOT_HTTP');
  });

  it('finds what JSON.parse finds in any HAR of any shape', () => {
    const any = fc.jsonValue({ maxDepth: 4 });
    const key = fc.constantFrom('response', 'status', 'request', 'log', 'entries', 'content', '\\"', 'x');
    const wild = fc.dictionary(key, any);
    const arbitrary = fc.record({
      before: wild,
      entries: fc.array(fc.tuple(fc.integer({ min: 200, max: 510 }), wild, wild, fc.string({ unit: 'binary' })), {
        maxLength: 6,
      }),
    });
    fc.assert(
      fc.property(
        arbitrary,
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom(undefined, 2, '\t'),
        ({ before, entries }, chunkSize, indent) => {
          const list = entries.map(([status, a, b, text]) => {
            const { response: _, ...rest } = a;
            const { status: __, ...inner } = b;
            return { ...rest, request: { text }, response: { ...inner, content: text, status }, after: a };
          });
          const { log: _, ...root } = before;
          const text = JSON.stringify({ ...root, log: { entries: list } }, null, indent);
          const { found, end } = scan(text, chunkSize);
          expect(end.entries).toBe(list.length);
          const expected = list.flatMap((one, index) =>
            REFUSAL_STATUSES.has(one.response.status) ? [[index, JSON.parse(JSON.stringify(one))]] : [],
          );
          expect(found.map((one) => [one.index, JSON.parse(Buffer.from(one.bytes!).toString())])).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the URL of an entry', () => {
  const entry = (url: string) => ({
    request: { method: 'GET', url, httpVersion: 'HTTP/1.1', headers: [], cookies: [] },
    response: { status: 403, statusText: 'Forbidden', headers: [], content: {} },
  });
  it('is read without the white space around it, and as http where it is a WebSocket', () => {
    expect(readHarEntry(entry(' https://a.example/x '), 0).exchange.request.url).toBe('https://a.example/x');
    expect(readHarEntry(entry('wss://a.example/x'), 0).exchange.request.url).toBe('https://a.example/x');
  });
  it.each(['ftp://a.example/', '://a.example/', 'https://'])('is refused in one line where it is %s', (url) => {
    expect(() => readHarEntry(entry(url), 2)).toThrow('Entry 3 of the HAR asks for no URL of http or https.');
  });
});

describe('a HAR with entries that are no requests of HTTP', () => {
  it('is read without them, and says how many they are', () => {
    const entry = (url: string) => ({ request: { method: 'GET', url, headers: [] }, response: { status: 200 } });
    const urls = ['data:text/plain,a', 'https://shop.example.test/', 'blob:https://shop.example.test/1', 'about:blank'];
    const text = JSON.stringify({ log: { entries: [...urls.map(entry), { response: {} }] } });
    const read = importer.read(text, {});
    expect(read.map(({ exchange }) => exchange.request.url)).toEqual(['https://shop.example.test/']);
    expect(read[0]!.notes).toEqual([
      'Entry 5 of the HAR has no request with a URL: it was passed over.',
      '3 entries of the HAR ask for no URL of http or https (data:, blob:, an extension): they were passed over.',
    ]);
  });
});
