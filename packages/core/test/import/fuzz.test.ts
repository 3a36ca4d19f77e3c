import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCurlWords } from '../../src/import/curl.ts';
import { createHarScanner } from '../../src/import/har-scan.ts';
import { readAnyText } from '../../src/import/text/index.ts';
import { importers as known } from '../../src/importers.ts';
import { InputError } from '../../src/model/errors.ts';
import type { Importer } from '../../src/model/importer.ts';
import { tools } from '../../src/tools.ts';

const anyText: Importer = {
  id: 'text',
  title: 'any text',
  accepts: () => true,
  read: (text, context) => readAnyText(text, context, tools),
};
const importers = [...known, anyText];
const folder = join(import.meta.dirname, 'fixtures');
const texts = join(import.meta.dirname, '../../fixtures/texts');
const samples = [
  ...readdirSync(folder)
    .filter((file) => file !== 'golden')
    .map((file) => readFileSync(join(folder, file), 'utf8')),
  ...readdirSync(texts).flatMap((file) => readFileSync(join(texts, file), 'utf8').split(/^:::? ?.*\n/m)),
];
const context = {
  env: { TOKEN: 'x y' },
  readFile: () => new Uint8Array([97, 61, 98, 10, 255]),
  readStdin: () => new Uint8Array([97]),
  name: 'fuzz',
};

/** Anything but an InputError fails the test; what was read must be of the right shape. */
function tryAll(text: string): void {
  for (const importer of importers) {
    importer.accepts(text);
    try {
      for (const { exchange, notes } of importer.read(text, context)) {
        expect(exchange.request.url).toMatch(/^https?:\/\/[^/]/i);
        expect(exchange.request.method).toMatch(/^\S+$/);
        for (const [name, value] of exchange.request.headers) expect(`${name}${value}`).toEqual(expect.any(String));
        for (const note of [...notes, ...exchange.gaps.map(({ text }) => text)])
          expect(note).not.toMatch(/[\x00-\x08\x0e-\x1f\u202a-\u202e]/);
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      expect(error.message).toMatch(/\.$|: .{1,70}$/s);
      if (error.caret) expect(error.caret.at + error.caret.length).toBeLessThanOrEqual(error.caret.text.length + 1);
    }
  }
}

describe('importers throw nothing but InputError', () => {
  it('on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => tryAll(text)),
      { numRuns: 1500 },
    );
  });

  it('on fixtures with parts taken out, doubled, moved or replaced', () => {
    const change = fc.record({
      sample: fc.nat(samples.length - 1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(40),
      insert: fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom(
          '"',
          "'",
          '\\',
          '`',
          '$(',
          '${',
          '^',
          '\n',
          '\r\n\r\n',
          '{',
          '[',
          '@{',
          '\0',
          '--next',
          ' -H ',
          ' -K x ',
          '\ud800',
        ),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        let text = samples[changes[0]!.sample]!;
        for (const { at, length, insert } of changes) {
          const place = Math.floor(at * text.length);
          text = text.slice(0, place) + insert + text.slice(place + length);
        }
        tryAll(text);
      }),
      { numRuns: 3000 },
    );
  });

  it('on any words of a curl command', () => {
    const word = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 20 }),
      fc.constantFrom(
        '-X',
        '-d',
        '-F',
        'a=@f;type=x',
        '-G',
        '-T',
        '-b',
        '-K',
        '-u',
        '-x',
        '--json',
        '--next',
        '--data-urlencode',
        'http://a/{b}',
        'http://[::1]/',
        '-z',
        '-r',
        '--resolve',
        '--cert',
        'a:b',
        '@f',
      ),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        try {
          readCurlWords(words, context);
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('on any bytes given to the HAR scanner', () => {
    const chunk = fc.oneof(
      fc.uint8Array({ maxLength: 40 }),
      fc
        .constantFrom('{"log":{"entries":[', '{"response":{"status":403', '}', ']', '"', '\\', ',')
        .map((text) => Buffer.from(text)),
    );
    fc.assert(
      fc.property(fc.array(chunk, { maxLength: 12 }), (chunks) => {
        try {
          const scanner = createHarScanner();
          for (const one of chunks) scanner.push(one);
          scanner.end();
        } catch (error) {
          if (!(error instanceof InputError)) throw error;
        }
      }),
      { numRuns: 2000 },
    );
  });

  // The limit of each test is the runner's own: what is not linear would need hours here.
  const SIZE = 10_000_000;
  const junk: Readonly<Record<string, string>> = {
    'one letter': 'a'.repeat(SIZE),
    'open brackets': '['.repeat(SIZE),
    'open braces with a key': '{"a":'.repeat(SIZE / 5),
    'open tables of PowerShell': `Invoke-WebRequest -Headers ${'@{a='.repeat(SIZE / 4)}`,
    'open brackets of PowerShell': `irm ${'('.repeat(SIZE)}`,
    'open objects of fetch': `fetch(${'{a:'.repeat(SIZE / 3)}`,
    'plus signs of fetch': `fetch("a"${'+"a"'.repeat(SIZE / 4)})`,
    'names of fetch': `${'let a=b;'.repeat(SIZE / 8)}fetch(a)`,
    'quotes of bash': `curl ${`'a' `.repeat(SIZE / 4)}`,
    'one long bash word': `curl -d '${'x'.repeat(SIZE)}' http://a/`,
    backslashes: `curl ${'\\'.repeat(SIZE)}`,
    'dollar signs': `curl ${'$'.repeat(SIZE)}`,
    'digits and redirections': `curl ${'1> a '.repeat(SIZE / 5)}`,
    'here-documents': `curl ${'<<A '.repeat(SIZE / 4)}\nx`,
    carets: `curl ^"${'^'.repeat(SIZE)}`,
    'backslashes in cmd': `curl ^"${'^\\'.repeat(SIZE / 2)}`,
    'header lines': `GET / HTTP/1.1\n${'a: b\n'.repeat(SIZE / 5)}`,
    'status lines': 'HTTP/1.1 100 Continue\n\n'.repeat(SIZE / 23),
    'folded lines': `GET / HTTP/1.1\na: b\n${' c\n'.repeat(SIZE / 3)}`,
    'one header line': `HTTP/1.1 403 x\na: ${' '.repeat(SIZE)}b`,
    'chunk sizes': `HTTP/1.1 403 x\nTransfer-Encoding: chunked\n\n${'1\na\n'.repeat(SIZE / 4)}`,
    'transcript marks': `< HTTP/1.1 403\n${'* a\n'.repeat(SIZE / 4)}`,
    wget: `--2026-01-01 00:00:00--  http://a/\n${'  a: b\n'.repeat(SIZE / 7)}`,
    spaces: ' '.repeat(SIZE),
    'line ends': '\n'.repeat(SIZE),
    'dots of a host': `${'a.'.repeat(SIZE / 2)}`,
    'dot segments': `http://a${'/..'.repeat(20_000)}`,
    variables: `${'$a.b '.repeat(SIZE / 5)}irm x`,
    'HAR entries without a URL': `{"log":{"entries":[${'{},'.repeat(SIZE / 3)}{}]}}`,
    'braces in a curl URL': `curl '${'{a}'.repeat(SIZE / 3)}'`,
    'brackets in a curl URL': `curl '${'['.repeat(SIZE)}'`,
    'parameters of a form': `curl -F 'a=b${';c'.repeat(SIZE / 2)}' http://a/`,
    'types of a form': `curl -F 'a=b;type=x${';c'.repeat(SIZE / 2)}' http://a/`,
    'many headers': `curl ${'-H a:b '.repeat(SIZE / 7)} http://a/`,
    'many cookies': `curl ${'-b a=b '.repeat(SIZE / 7)} http://a/`,
    'many URLs': `curl ${'a.b '.repeat(50_000)}`,
    'lines that refuse': 'GET https://a.example/b 403 Forbidden {"error":"x"}\n'.repeat(SIZE / 50),
    'statuses on one line': '403 Forbidden '.repeat(SIZE / 14),
    'statuses and other lines': `${'HTTP 403\n'}${'word '.repeat(20)}\n`.repeat(SIZE / 110),
    'addresses on one line': 'https://a.example/ '.repeat(SIZE / 19),
    'objects that are no bodies': '{a:'.repeat(SIZE / 3),
    'objects one behind the other': '403 {"error":1}\n'.repeat(SIZE / 16),
    'header fields': `403\n${'Server: x\n'.repeat(SIZE / 10)}`,
    'escapes of a terminal': '\u001b[31m403\u001b[0m\n'.repeat(SIZE / 13),
    'frames of a stack': `Error: 403\n${'    at a (b.js:1:1)\n'.repeat(SIZE / 20)}`,
    'lines of npm': 'npm error 403 403 Forbidden - PUT https://a/b - no\n'.repeat(SIZE / 52),
    'lines of kubectl': 'Error from server (Forbidden): pods is forbidden\n'.repeat(SIZE / 49),
    'lines of an access log': '1.2.3.4 - - [01/Jan/2026:00:00:00 +0000] "GET /a HTTP/1.1" 403 1 "-" "-"\n'.repeat(
      SIZE / 76,
    ),
    'items of Burp': `<?xml version="1.0"?><items burpVersion="1">${'<item><request>a</request></item>'.repeat(SIZE / 33)}`,
    'blocks of Bruno': `get {\n  url: a.b\n}\n${'headers {\n a: b\n}\n'.repeat(SIZE / 20)}`,
    'requests of Hurl': `GET https://a.b\nHTTP 200\n${'GET https://a.b\n'.repeat(SIZE / 16)}`,
    'parts of an .http file': `### a\n${'GET https://a.b\n### a\n'.repeat(SIZE / 22)}`,
    'messages of ZAP': '==== 1 ====\nGET https://a.b/ HTTP/1.1\n\n'.repeat(SIZE / 41),
    'a tnetstring in another': `9:4:type;,${'9:'.repeat(SIZE / 2)}`,
    'items of HTTPie': `http a.b ${'a=b '.repeat(SIZE / 4)}`,
  };
  for (const [name, text] of Object.entries(junk)) {
    it(`in bounded time on ten megabytes of ${name}`, () => tryAll(text), 60_000);
  }
});
