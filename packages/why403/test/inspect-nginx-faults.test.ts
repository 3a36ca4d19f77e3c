import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '@why403/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../src/inspect/nginx/parse.ts';
import { tokenize } from '../src/inspect/nginx/tokenize.ts';
import nginx from '../src/inspect/nginx.ts';
import { parseNginxLogLine, readNginxLog } from '../src/inspect/nginx-log.ts';

let dir = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'why403-faults-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));
const put = (name: string, text: string | Uint8Array): string => {
  const file = join(dir, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return file;
};
const refusal: Exchange = {
  request: { method: 'GET', url: 'http://127.0.0.1:8080/x', headers: [['Host', '127.0.0.1:8080']] },
  response: { status: 403, headers: [] },
  gaps: [],
};

describe('a configuration is read with the file and line of every directive', () => {
  test('through includes in the order of the names, quotes over several lines, and comments', () => {
    put('conf.d/20-b.conf', '# b\nb 2;\n');
    put('conf.d/10-a.conf', 'a 1;\n');
    put('conf.d/.hidden.conf', 'no 1;\n');
    const main = put(
      'nginx.conf',
      "http {\n  x \"two\n lines\" 'it\\'s' plain#word; # comment {\n  include conf.d/*.conf;\n  y z;\n}\n",
    );
    const { directives, problems } = parseConfig(main);
    expect(problems).toEqual([]);
    expect(
      directives[0]?.block?.map(({ name, args, line, file }) => [name, ...args, line, file.slice(dir.length)]),
    ).toEqual([
      ['x', 'two\n lines', "it's", 'plain#word', 2, '/nginx.conf'],
      ['a', '1', 1, '/conf.d/10-a.conf'],
      ['b', '2', 2, '/conf.d/20-b.conf'],
      ['y', 'z', 5, '/nginx.conf'],
    ]);
  });

  test('with braces in variables, expressions and Lua left alone', () => {
    const words = (text: string): string[] => tokenize(text).tokens.map((token) => token.text);
    expect(words(`set $a \${b}c; if ($x ~ "a{2}") { }`)).toEqual([
      'set',
      '$a',
      `\${b}c`,
      ';',
      'if',
      '($x',
      '~',
      'a{2}',
      ')',
      '{',
      '}',
    ]);
    expect(words('access_by_lua_block { local t = { "}" } -- }\n if x then end } deny all;').slice(-4)).toEqual([
      '}',
      'deny',
      'all',
      ';',
    ]);
  });
});

describe('a fault of the configuration is one clear line and never a crash', () => {
  const problemsOf = (text: string | Uint8Array): readonly string[] =>
    parseConfig(put('nginx.conf', text)).problems.map((problem) => problem.replaceAll(dir, ''));

  test('a missing include', () => expect(problemsOf('include gone.conf;\na b;')).toEqual(['/gone.conf is missing']));
  test('an include that includes itself', () => {
    put('one.conf', 'include two.conf;');
    put('two.conf', 'include one.conf;');
    expect(problemsOf('include one.conf;')).toEqual([
      '/one.conf: included by itself, through /two.conf; nginx does not start with this',
    ]);
  });
  test('a loop of symbolic links', () => {
    symlinkSync('loop.conf', join(dir, 'loop.conf'));
    expect(problemsOf('include loop.conf;')).toEqual(['/loop.conf is a loop of symbolic links']);
  });
  test('a folder for a file', () => expect(problemsOf('include .;')).toEqual([' is a directory']));
  test('a quote that is never closed', () =>
    expect(problemsOf('a b;\nc "d;\n')).toEqual([
      '/nginx.conf line 2: a quote is never closed',
      '/nginx.conf line 2: "c" is not ended by ";"',
    ]));
  test('a block that is never closed', () =>
    expect(problemsOf('http {\n server {\n a b;\n')).toEqual([
      '/nginx.conf line 2: the block "server" is never closed',
      '/nginx.conf line 1: the block "http" is never closed',
    ]));
  test('a brace too many', () => expect(problemsOf('a b;\n}\nc d;')).toEqual(['/nginx.conf line 2: unexpected "}"']));
  test('binary rubbish', () =>
    expect(problemsOf(Uint8Array.from({ length: 4096 }, (_, i) => (i * 37) % 256)).length).toBeGreaterThan(0));
  test('a hundred thousand open braces', () => expect(problemsOf('a {'.repeat(100_000)).length).toBeGreaterThan(0));
  test('a line of one megabyte', () => expect(problemsOf(`a ${'x'.repeat(1 << 20)};`)).toEqual([]));

  test('a configuration that is not there is told, and the refusal stays unexplained', async () => {
    const { findings, unseen } = await nginx.inspect(refusal, {
      config: join(dir, 'nginx.conf'),
      errorLog: join(dir, 'error.log'),
    });
    expect(findings).toEqual([]);
    expect(unseen.map((one) => one.replaceAll(dir, ''))).toEqual(['/nginx.conf is missing', '/error.log is missing']);
  });

  test('a script that decides is named and not guessed', async () => {
    const config = put(
      'nginx.conf',
      `http { server { listen 8080; root ${dir}; location / { access_by_lua_block { ngx.exit(403) } content_by_lua_file x.lua; } } }`,
    );
    const { findings, unseen } = await nginx.inspect(refusal, { config, errorLog: put('error.log', '') });
    expect(findings).toEqual([]);
    expect(unseen.map((one) => one.replaceAll(dir, ''))).toEqual([
      '"access_by_lua_block" at /nginx.conf:1 runs a script that is not evaluated here',
      '"content_by_lua_file" at /nginx.conf:1 makes the answer and is not evaluated here',
    ]);
  });

  test('a variable from a module makes its rule a suspicion, and says so', async () => {
    const config = put(
      'nginx.conf',
      `http { server { listen 8080; root ${dir};\nif ($geoip2_country = RU) { return 403; }\nlocation / { return 200; } } }`,
    );
    const { findings, unseen } = await nginx.inspect(refusal, { config, errorLog: put('error.log', '') });
    expect(findings.map(({ cause, weight, location }) => [cause, weight, location?.line])).toEqual([
      ['ip-refused', 'suggests', 2],
    ]);
    expect(unseen).toHaveLength(1);
    expect(unseen[0]).toContain('$geoip2_country comes from a module');
  });

  test('a configuration that would let the request through is told to be another one', async () => {
    const config = put('nginx.conf', `http { server { listen 8080; location / { return 200 ok; } } }`);
    const { findings, unseen } = await nginx.inspect(refusal, { config, errorLog: put('error.log', '') });
    expect(findings).toEqual([]);
    expect(unseen).toEqual([
      'by this configuration the request would be answered 200, and it was answered 403: it may not be the one that runs, or something before nginx refused',
    ]);
  });
});

describe("lines of nginx's error log", () => {
  const line = (message: string, request = 'GET /x HTTP/1.1', time = '2026/03/01 10:00:00'): string =>
    `${time} [error] 12#12: *7 ${message}, client: 192.0.2.1, server: _, request: "${request}", host: "127.0.0.1:8080"`;

  test.each([
    ['access forbidden by rule', 'rule', undefined],
    ['directory index of "/srv/www/" is forbidden', 'directory', '/srv/www/'],
    ['open() "/srv/www/a b.txt" failed (13: Permission denied)', 'permission', '/srv/www/a b.txt'],
    ['"/srv/www/index.html" is forbidden (13: Permission denied)', 'permission', '/srv/www/index.html'],
    ['openat() "/srv/l" failed (40: Too many levels of symbolic links)', 'link', '/srv/l'],
    ['limiting requests, excess: 1.2 by zone "one"', 'rate', undefined],
    ['no user/password was provided for basic authentication', 'auth', undefined],
    ['user "ann": password mismatch', 'auth', undefined],
    [
      'FastCGI sent in stderr: "Unable to open primary script: /srv/r.php (Permission denied)" while reading response header from upstream',
      'script',
      '/srv/r.php',
    ],
    ['open() "/srv/gone" failed (2: No such file or directory)', 'missing', '/srv/gone'],
    ['something new', 'other', undefined],
  ])('%s', (message, kind, path) => {
    const parsed = parseNginxLogLine(line(message));
    expect(parsed).toMatchObject({ kind, client: '192.0.2.1', request: 'GET /x HTTP/1.1', host: '127.0.0.1:8080' });
    expect(parsed?.path).toBe(path);
  });

  test('only the latest lines of this very request count, half-written and binary ones are passed over', () => {
    const log = put(
      'error.log',
      Buffer.concat([
        Buffer.from(
          `${line('access forbidden by rule', 'GET /other HTTP/1.1')}\n${line('access forbidden by rule', 'GET /x HTTP/1.1', '2026/03/01 09:00:00')}\n`,
        ),
        Buffer.from([0xff, 0xfe, 0, 10]),
        Buffer.from(
          `${line('directory index of "/x" is forbidden')}\n${line('access forbidden by rule', 'GET /xy HTTP/1.1')}\n2026/03/01 10:00:01 [error] 12#12: *7 access forb`,
        ),
      ]),
    );
    expect(readNginxLog(log, refusal).lines.map(({ kind, line: number }) => [kind, number])).toEqual([
      ['directory', 4],
    ]);
  });

  test('a log that cannot be read is told', () =>
    expect(readNginxLog(join(dir, 'none.log'), refusal)).toEqual({ lines: [], unseen: `${dir}/none.log is missing` }));
});

test('without a configuration the path that the log names is walked, and its component found', async () => {
  // mkdtemp makes the folder for its owner alone, which "nobody" is not.
  const page = put('page.html', 'x');
  const log = put(
    'error.log',
    `2026/03/01 10:00:00 [error] 12#12: *7 open() "${page}" failed (13: Permission denied), client: 192.0.2.1, server: _, request: "GET /x HTTP/1.1", host: "127.0.0.1:8080"\n`,
  );
  const { findings } = await nginx.inspect(refusal, {
    config: join(dir, 'none.conf'),
    errorLog: log,
    worker: 'nobody',
  });
  expect(findings.map(({ cause, weight, location }) => [cause, weight, location])).toEqual([
    ['file-permissions', 'proves', { file: dir }],
    ['file-permissions', 'suggests', { file: log, line: 1 }],
  ]);
  expect(findings[0]?.fixes[0]?.changes?.map(({ path }) => path)).toEqual([dir]);
});
