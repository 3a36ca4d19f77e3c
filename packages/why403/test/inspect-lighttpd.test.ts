import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CauseId } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { judgeLighttpd } from '../src/inspect/lighttpd/judge.ts';
import { readLighttpd } from '../src/inspect/lighttpd/parse.ts';
import lighttpd from '../src/inspect/lighttpd.ts';
import { viewExchange } from '../src/inspect/shared/server-view.ts';
import { startTrial } from '../src/inspect/shared/trial.ts';
import { type Asked, carryOut, installed, isRoot, type Running, startServer } from './inspect-real-servers.ts';

const has = installed('lighttpd');

const HEAD = `server.modules = ( "mod_access", "mod_accesslog" )
server.document-root = "@DIR@/www"
server.errorlog = "@DIR@/error.log"
accesslog.filename = "@DIR@/access.log"
server.pid-file = "@DIR@/lighttpd.pid"
${isRoot ? 'server.username = "www-data"\nserver.groupname = "www-data"' : ''}
server.bind = "127.0.0.1"
server.port = @PORT@
index-file.names = ( "index.html" )
mimetype.assign = ( "" => "text/plain" )
`;

interface Case {
  readonly says: string;
  readonly rules: string;
  readonly ask: Asked;
  readonly cause: CauseId;
  readonly line?: string;
  readonly files?: Readonly<Record<string, string>>;
  readonly modes?: Readonly<Record<string, number>>;
  readonly prepare?: (folder: string) => void;
  readonly root?: boolean;
}

const CASES: readonly Case[] = [
  {
    says: 'a symbolic link that is not followed',
    rules: 'server.follow-symlink = "disable"\n',
    files: { 'www/2025.txt': 'x' },
    prepare: (folder) => symlinkSync('2025.txt', join(folder, 'www/latest.txt')),
    ask: { path: '/latest.txt' },
    cause: 'file-permissions',
    line: 'server.follow-symlink = "disable"',
  },
  {
    says: 'a program, where both conditions stand on one line',
    rules: '$HTTP["useragent"] !~ "^Mozilla/" { $HTTP["url"] =~ "^/in/" { url.access-deny = ( "" ) } }\n',
    files: { 'www/in/a': 'x' },
    ask: { path: '/in/a', headers: [['User-Agent', 'okhttp/4.9']] },
    cause: 'client-refused',
  },
  {
    says: 'one path of a named site',
    rules: '$HTTP["host"] =~ "^127\\." {\n    $HTTP["url"] =~ "^/in/" {\n        url.access-deny = ( "" )\n    }\n}\n',
    files: { 'www/in/a': 'x' },
    ask: { path: '/in/a' },
    cause: 'server-rule',
    line: 'url.access-deny = ( "" )',
  },
  {
    says: 'words in a cookie',
    rules: '$HTTP["cookie"] =~ "union" {\n    url.access-deny = ( "" )\n}\n',
    ask: { path: '/index.html', headers: [['Cookie', 'q=union+select']] },
    cause: 'content-rejected',
  },
  {
    says: 'an ending',
    rules: 'url.access-deny = ( "~", ".inc" )\n',
    files: { 'www/a.inc': 'x' },
    ask: { path: '/a.inc' },
    cause: 'server-rule',
    line: 'url.access-deny = ( "~", ".inc" )',
  },
  {
    says: 'an address in a condition',
    rules:
      '$HTTP["url"] =~ "^/in/" {\n    $HTTP["remoteip"] !~ "^10\\." {\n        url.access-deny = ( "" )\n    }\n}\n',
    files: { 'www/in/a': 'x' },
    ask: { path: '/in/a' },
    cause: 'ip-refused',
    line: 'url.access-deny = ( "" )',
  },
  {
    says: 'an address in the other branch',
    rules: '$HTTP["remoteip"] == "10.0.0.0/8" {\n}\nelse $HTTP["url"] =~ "^/in/" {\n    url.access-deny = ( "" )\n}\n',
    files: { 'www/in/a': 'x' },
    ask: { path: '/in/a' },
    cause: 'ip-refused',
    line: 'url.access-deny = ( "" )',
  },
  {
    says: 'a client by its User-Agent',
    rules: '$HTTP["useragent"] =~ "(?i)curl|wget" { url.access-deny = ( "" ) }\n',
    ask: { path: '/', headers: [['User-Agent', 'curl/8']] },
    cause: 'client-refused',
    line: '$HTTP["useragent"] =~ "(?i)curl|wget" { url.access-deny = ( "" ) }',
  },
  {
    says: 'a Referer',
    rules: '$HTTP["referer"] !~ "^($|https?://own\\.test)" {\n    url.access-deny = ( ".png" )\n}\n',
    files: { 'www/a.png': 'x' },
    ask: { path: '/a.png', headers: [['Referer', 'http://other.test/']] },
    cause: 'origin-rejected',
    line: 'url.access-deny = ( ".png" )',
  },
  {
    says: 'a host name',
    rules: '$HTTP["host"] != "shop.test" { url.access-deny = ( "" ) }\n',
    ask: { path: '/' },
    cause: 'host-rejected',
    line: '$HTTP["host"] != "shop.test" { url.access-deny = ( "" ) }',
  },
  {
    says: 'a method',
    rules: '$HTTP["request-method"] !~ "^(GET|HEAD)$" { url.access-deny = ( "" ) }\n',
    ask: { method: 'OPTIONS', path: '/index.html' },
    cause: 'method-refused',
    line: '$HTTP["request-method"] !~ "^(GET|HEAD)$" { url.access-deny = ( "" ) }',
  },
  {
    says: 'a directory without an index',
    rules: '',
    files: { 'www/d/a.txt': 'x' },
    ask: { path: '/d/' },
    cause: 'directory-listing',
  },
  {
    says: 'a directory that may not be searched',
    rules: '',
    files: { 'www/shut/a.txt': 'x' },
    modes: { 'www/shut': 0o700 },
    ask: { path: '/shut/a.txt' },
    cause: 'file-permissions',
    root: true,
  },
];

describe.skipIf(!has)('lighttpd on this machine', () => {
  for (const one of CASES) {
    it.skipIf(one.root === true && !isRoot)(
      `names ${one.cause} for ${one.says}, with the line, and the fix turns the real server`,
      async () => {
        let server: Running | undefined;
        try {
          server = await startServer({
            config: 'lighttpd.conf',
            text: HEAD + one.rules,
            ...(one.files ? { files: one.files } : {}),
            ...(one.modes ? { modes: one.modes } : {}),
            ...(one.prepare ? { prepare: one.prepare } : {}),
            command: (config) => ['lighttpd', '-D', '-f', config],
          });
          const exchange = await server.ask(one.ask);
          expect([403, 404]).toContain(exchange.response?.status);
          const input = { config: server.config, ...(isRoot ? { worker: 'www-data' } : {}) };
          expect(await lighttpd.find(input)).toEqual([input]);
          const { findings } = await lighttpd.inspect(exchange, input);
          expect(findings[0]).toMatchObject({
            cause: one.cause,
            weight: 'proves',
            ...(one.line ? { quote: one.line } : {}),
          });
          expect(findings.filter((finding) => finding.weight === 'proves')).toHaveLength(1);
          expect(await carryOut(server, findings[0]?.fixes[0]?.commands ?? [], one.ask)).toBeLessThan(400);
        } finally {
          await server?.stop();
        }
      },
      30_000,
    );
  }
});

it('tells a signed path with a wrong signature from one past its time', () => {
  const config = readLighttpd(
    '/x.conf',
    () =>
      'secdownload.secret = "k"\nsecdownload.uri-prefix = "/dl/"\nsecdownload.algorithm = "md5"\nsecdownload.timeout = 60\n',
  );
  const ask = (path: string): number =>
    judgeLighttpd(
      config,
      viewExchange({ request: { method: 'GET', url: `http://127.0.0.1${path}`, headers: [] }, gaps: [] }),
      startTrial(),
    ).status;
  const time = (seconds: number): string => Math.floor(Date.now() / 1000 + seconds).toString(16);
  const sign = (at: string): string => `/dl/${createHash('md5').update(`k/a.txt${at}`).digest('hex')}/${at}/a.txt`;
  expect(ask(`/dl/${'0'.repeat(32)}/${time(0)}/a.txt`)).toBe(403);
  expect(ask(sign(time(-3600)))).toBe(410);
  expect(ask(sign(time(0)))).toBe(404);
});

it('signs a path of mod_secdownload anew, by the secret and the kind of hash that stand there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'why403-lighttpd-'));
  const config = join(folder, 'lighttpd.conf');
  const old = Math.floor(Date.now() / 1000 - 3600).toString(16);
  const mac = createHmac('sha256', 'kiwi').update(`/${old}/a b.txt`).digest('base64url');
  try {
    for (const [path, status, cause] of [
      ['/dl/a%20b.txt?x=1', 403, 'credentials-missing'],
      [`/dl/${'0'.repeat(43)}/${old}/a%20b.txt?x=1`, 403, 'credentials-invalid'],
      [`/dl/${mac}/${old}/a%20b.txt?x=1`, 410, 'credentials-expired'],
    ] as const) {
      writeFileSync(
        config,
        'server.document-root = "/nowhere"\nsecdownload.secret = "kiwi"\nsecdownload.uri-prefix = "/dl/"\nsecdownload.algorithm = "hmac-sha256"\n',
      );
      const request = { method: 'GET', url: `http://127.0.0.1${path}`, headers: [] };
      const exchange = { request, response: { status, headers: [] }, gaps: [] };
      const { findings } = await lighttpd.inspect(exchange, { config });
      expect(findings.map(({ cause, weight }) => [cause, weight])).toEqual([[cause, 'proves']]);
      expect(JSON.stringify({ ...findings[0], fixes: [] })).not.toContain('kiwi');
      const mended = findings[0]?.fixes[0]?.mended;
      expect(mended?.request.url).toMatch(/\/dl\/[\w-]{43}\/[0-9a-f]{8}\/a%20b\.txt\?x=1$/);
      // What the module lets through is then not found: the folder is empty.
      const judged = judgeLighttpd(
        readLighttpd(config, (file) => readFileSync(file, 'utf8')),
        viewExchange({ request: mended?.request ?? request, gaps: [] }),
        startTrial(),
      );
      expect(judged.status).toBe(404);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe('the reader of lighttpd configurations', () => {
  const read = (text: string): ReturnType<typeof readLighttpd> => readLighttpd('/x.conf', () => text);

  it('keeps keys, values and lines of nested conditions and their else', () => {
    const { items } = read(
      'var.root = "/srv"\nserver.document-root = var.root + "/www"\n$HTTP["url"] =~ "^/a" {\n  url.access-deny = ( "~" )\n} else $HTTP["host"] == "b" {\n}\n',
    );
    expect(items[1]).toMatchObject({ key: 'server.document-root', value: '/srv/www', line: 2 });
    expect(items[2]).toMatchObject({
      field: 'HTTP["url"]',
      op: '=~',
      value: '^/a',
      line: 3,
      body: [{ key: 'url.access-deny', line: 4 }],
    });
    expect(items[3]).toMatchObject({ field: 'HTTP["host"]', line: 5 });
  });

  it('reads a file that includes itself once, and says so', () => {
    expect(read('include "/x.conf"\n').unseen).toEqual(['/x.conf: includes itself; read once.']);
  });
});
