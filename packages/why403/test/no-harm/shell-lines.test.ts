// A printed line sends the same request from every shell, and never does anything else.

import { curlLine, type Imported, type Request, sh, UNSEEN, wordsOf } from '@why403/core';
import { describe, expect, test } from 'vitest';
import { readText } from '../../src/index.ts';
import { hostileRequest, hostileText } from './hostile.ts';
import { isThere, type RanLines, runLines, SHELLS, type Started, seeded } from './shells.ts';

const there = SHELLS.filter(([shell]) => isThere(shell));
const { seed, below } = seeded();
const random = { below };

/** The request that curl would make of these arguments (curl 8, its manual), written apart from what makes the line. */
function requestOf({ args, stdin }: Started): {
  method: string;
  url: string;
  headers: string[];
  body: string | undefined;
} {
  // curl looks for it in the first place only
  const [quiet, ...words] = args.map((arg) => arg.toString('latin1'));
  if (quiet !== '-q') throw new Error(`${quiet} comes first`);
  const headers: string[] = [];
  let [method, url, body] = [undefined, undefined, undefined] as (string | undefined)[];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    if (word === '-X') method = words[++i];
    else if (word === '-I') method = 'HEAD';
    else if (word === '-m' || word === '--request-target') i++;
    else if (word === '-H') headers.push(words[++i]!);
    else if (word === '--data-raw') body = words[++i];
    else if (word === '--data-binary') {
      expect(words[++i]).toBe('@-');
      body = stdin!.toString('latin1');
    } else if (word === '-g' || word === '--path-as-is' || word === '--compressed') continue;
    else {
      expect(word).toMatch(/^http:/);
      expect(url).toBeUndefined();
      url = word;
    }
  }
  return { method: method ?? (body === undefined ? 'GET' : 'POST'), url: url!, headers, body };
}

const latin = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

/** The same of the request itself; headers that curl adds or that take its own away are left out on both sides. */
function expected({ method, url, headers, body }: Request): ReturnType<typeof requestOf> {
  return {
    method,
    url: latin(url),
    headers: headers
      .filter(([name, value]) => !(name === 'Accept' && value === '*/*'))
      .map(([name, value]) => latin(/^[ \t\v\f]*$/.test(value) ? `${name};` : `${name}: ${value}`)),
    body: body && (body.bytes ? Buffer.from(body.bytes).toString('latin1') : latin(body.text)),
  };
}

/** Lone surrogates as they are sent: U+FFFD. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const isRemoval = (header: string): boolean => /^(?:Accept|User-Agent|Content-Type|Expect):$/.test(header);

function harmless({ status, stderr, made }: RanLines): void {
  expect([stderr.slice(0, 500), status, made]).toEqual(['', 0, []]);
}

describe.concurrent(`printed lines in ${there.map(([shell]) => shell).join(', ')}`, () => {
  const requests = Array.from({ length: 4000 }, () => hostileRequest(random, 'http://127.0.0.1:9'));
  const pairs = requests.flatMap((request) => {
    const line = curlLine(request);
    return line ? [{ request, line }] : [];
  });
  console.log(`no-harm: seed ${seed}: ${pairs.length} of ${requests.length} requests have a line`);

  test('only requests that curl cannot send have none', () => {
    const without = requests.filter((request) => curlLine(request) === null);
    for (const { headers } of without)
      expect(headers.some(([name, value]) => name.startsWith('@') || (name.includes(';') && value.trim() === ''))).toBe(
        true,
      );
  });

  test('every line is one line of characters that are seen', () => {
    for (const { line } of pairs) {
      expect(line).not.toMatch(UNSEEN);
      expect(wordsOf(line).join(' ')).toBe(line);
    }
  });

  test('why403 reads every line as the request that it was made of', () => {
    const own = /^(?:accept|user-agent|content-type|content-length|host)$/i;
    const sent = ({ method, headers, body }: Request): unknown => ({
      method,
      headers: headers
        .filter(([name]) => !own.test(name))
        .map(([name, value]) => wellFormed(`${name}: ${value.replace(/^[ \t]+|[ \t]+$/g, '')}`)),
      body: body && Buffer.from(body.bytes ?? Buffer.from(body.text)).toString('latin1'),
    });
    for (const { request, line } of pairs.slice(0, 1000)) {
      const [read] = readText(line, {}) as [Imported];
      expect(sent(read.exchange.request), line).toEqual(sent(request));
    }
  });

  test.each(there)(
    '%s starts curl, and nothing else, with exactly the request',
    async (...shell) => {
      const ran = await runLines(
        shell,
        pairs.map(({ line }) => line),
      );
      harmless(ran);
      expect(ran.started.length).toBe(pairs.length);
      for (const [i, { request, line }] of pairs.entries()) {
        const made = requestOf(ran.started[i]!);
        expect({ ...made, headers: made.headers.filter((h) => !isRemoval(h)) }, line).toEqual(expected(request));
      }
      console.log(`no-harm: ${shell[0]}: ${ran.started.length} lines run, other programs started 0, files made 0`);
    },
    120_000,
  );

  test.each(there)(
    '%s gives any words to a program as they are',
    async (...shell) => {
      const words = Array.from({ length: 500 }, () => [
        ...Array.from({ length: 1 + below(4) }, () => hostileText(random, 6, /\0/g).replace(/\n+$/, '')),
        'end',
      ]);
      const ran = await runLines(
        shell,
        words.map((list) => sh`curl ${list}`),
      );
      harmless(ran);
      expect(ran.started.map(({ args }) => args.map(String))).toEqual(words.map((list) => list.map(wellFormed)));
    },
    60_000,
  );

  // with what a user may have set: history by `!`, patterns, zsh's own rules for quotes and words
  const typed: readonly (readonly [string, readonly string[]])[] = [
    ['bash', ['--norc', '--noprofile', '-i', '-H', '-O', 'extglob', '-O', 'nullglob']],
    ['zsh', ['-f', '-i', '-o', 'rcquotes', '-o', 'extendedglob', '-o', 'magicequalsubst', '-o', 'nullglob']],
    ['fish', ['--no-config']],
  ];
  test.each(typed.filter(([shell]) => isThere(shell)))(
    '%s takes them when they are typed, too',
    async (...shell) => {
      const some = pairs.slice(0, 150);
      const { started, made } = await runLines(
        shell,
        some.map(({ line }) => line),
        'typed',
      );
      expect(made).toEqual([]);
      expect(started.length).toBe(some.length);
      for (const [i, { request, line }] of some.entries()) {
        const got = requestOf(started[i]!);
        expect({ ...got, headers: got.headers.filter((h) => !isRemoval(h)) }, line).toEqual(expected(request));
      }
    },
    60_000,
  );

  test('a line says the same when it is broken between its words', async () => {
    const { shellLines } = await import('../../../core/src/report/lines.ts');
    for (const shell of there) {
      const some = pairs.slice(0, 100);
      const ran = await runLines(
        shell,
        some.map(({ line }) => shellLines(line, 60).join('\n       ')),
      );
      harmless(ran);
      for (const [i, { request, line }] of some.entries()) {
        const got = requestOf(ran.started[i]!);
        expect({ ...got, headers: got.headers.filter((h) => !isRemoval(h)) }, line).toEqual(expected(request));
      }
    }
  }, 60_000);
});
