// One door: what is written to a stream or to a file of the user's passes it, and so do saved refusals.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { allOf, folder, said } from './secrets-run.ts';

const SOURCES = path.resolve(import.meta.dirname, '../../src');
const WRITES =
  /\b(?:writeFile|writeFileSync|appendFile|appendFileSync|createWriteStream|outputFile)\b|\bprocess\.std(?:out|err)\.write\b|\bconsole\.\w+\(/;

/** Who writes by another way, and what: never a report. */
const OTHERS: Readonly<Record<string, string>> = {
  'main.ts': 'the version, and nothing else',
  'shared/state-folder.ts': 'private files: the journal, the lines with secrets',
  'inspect/shared/run-program.ts': 'what a program of the server reads, and what it answers',
  'record/run-folder.ts': 'private files of one run, which go with it',
  'run/bundle.ts': 'the secrets, where --with-secrets asks for them',
  'commands/routes.ts': 'nothing: it waits until all is written',
  'demo/unreadable.ts': "the demo's own file",
};

it('nothing but the door writes a report', () => {
  const writers = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && WRITES.test(readFileSync(path.join(SOURCES, name), 'utf8')))
    .map((name) => name.replaceAll(path.sep, '/'));
  expect(writers.sort()).toEqual(['command/door.ts', ...Object.keys(OTHERS)].sort());
});

it('what is kept and what is written to a page holds no character that is not seen', async () => {
  const unseen = '\u202e\u200b\u009b31m\u007f\u180e\u034f\u2800\ufffc\u{e0041}\ue000\u2028\ufeff';
  const dir = folder({
    'a.http': `GET /${unseen} HTTP/1.1\r\nHost: a${unseen}z.example\r\nX-A: ${unseen}\r\n\r\n\r\nHTTP/1.1 403 Forbidden\r\nX-B: ${unseen}\r\nContent-Type: text/plain\r\n\r\nno ${unseen} here`,
    'access.log': `127.0.0.1 - - [10/Oct/2026:13:55:36 +0000] "GET /p${unseen.replace(/[\u2028\u009b\u007f]/g, '')}x HTTP/1.1" 403 12 "-" "-"\n`,
  });
  await said(['--no-send', '--save', path.join(dir, 'kept'), path.join(dir, 'a.http')]);
  await said(['--no-send', '--html', path.join(dir, 'a.html'), path.join(dir, 'a.http')]);
  await said(['--no-send', '--show-secrets', '--html', path.join(dir, 'b.html'), path.join(dir, 'a.http')]);
  await said(['logs', '--html', path.join(dir, 'c.html'), path.join(dir, 'access.log')]);
  const written = [
    allOf(path.join(dir, 'kept')),
    ...['a', 'b', 'c'].map((name) => readFileSync(path.join(dir, `${name}.html`), 'utf8')),
  ];
  for (const text of written)
    expect(
      text.replaceAll('\n', '').match(/[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\ufffc]/u),
    ).toBeNull();
  expect(written[0]).toContain('diagnoses');
});
