// Variables of curl 8.3 and later, as its manual describes them (https://curl.se/docs/manpage.html#--variable).
import { expect, it } from 'vitest';
import { readCurlWords } from '../../src/import/curl.ts';
import type { ImportContext } from '../../src/model/importer.ts';

const FILES: Readonly<Record<string, string>> = {
  'name.txt': ' Ann & Bob\n',
  'vars.conf': 'variable = host=b.example\nexpand-url = "https://{{host}}/c"\n',
};
const context: ImportContext = {
  env: { TOKEN: 't0k' },
  readFile: (path) => new TextEncoder().encode(FILES[path] ?? ''),
};
const url = (...words: readonly string[]): string =>
  readCurlWords(['curl', '-q', ...words], context).exchange.request.url;

it.each([
  [['--variable', 'id=7', '--expand-url', 'https://a.example/{{id}}'], 'https://a.example/7'],
  [['--variable', '%TOKEN', '--expand-url', 'https://a.example/?t={{TOKEN:b64}}'], 'https://a.example/?t=dDBr'],
  [['--variable', '%NONE=other', '--expand-url', 'https://a.example/{{NONE}}'], 'https://a.example/other'],
  [
    ['--variable', 'n@name.txt', '--expand-url', 'https://a.example/{{n:trim:url}}'],
    'https://a.example/Ann%20%26%20Bob',
  ],
  [['--variable', 'n[1-3]@name.txt', '--expand-url', 'https://a.example/{{n}}'], 'https://a.example/Ann'],
  [['--variable', 'e=aGk=', '--expand-url', 'https://a.example/{{e:64dec}}'], 'https://a.example/hi'],
  [['--expand-url', 'https://a.example/x{{unset}}y'], 'https://a.example/xy'],
  [['-g', '--variable', 'id=7', '--expand-url', 'https://a.example/\\{{id}}'], 'https://a.example/{{id}}'],
  [['-K', 'vars.conf'], 'https://b.example/c'],
])('%j', (words, expected) => {
  expect(url(...words)).toBe(expected);
});

it('fills any option, and no other words', () => {
  const words = ['--variable', 'q="x"', '--expand-json', '{"a":"{{q:json}}"}', '-H', 'A: {{q}}', 'https://a.example/'];
  const { request } = readCurlWords(['curl', '-q', ...words], context).exchange;
  expect(request.body?.text).toBe('{"a":"\\"x\\""}');
  expect(request.headers).toContainEqual(['A', '{{q}}']);
});

it('takes nothing of the environment for a text that others may have written', async () => {
  const { default: curl } = await import('../../src/import/curl.ts');
  expect(() =>
    curl.read("curl --variable %TOKEN --expand-url 'https://a.example/{{TOKEN}}'", { ...context, name: 'mail.txt' }),
  ).toThrow(/is not set/);
});
