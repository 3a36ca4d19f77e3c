import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { foldPath } from '../../../core/src/model/fold-path.ts';
import { triage } from '../../src/logs/index.ts';
import { createTally } from '../../src/logs/tally.ts';
import { combined, command, inFolder } from './files.ts';

const NGINX_ERROR = [
  '2026/01/31 12:00:01 [error] 7#7: *1 access forbidden by rule, client: 192.0.2.1, server: x, request: "GET /admin/7 HTTP/1.1", host: "x"',
  '2026/01/31 12:00:02 [error] 7#7: *2 open() "/srv/www/secret.txt" failed (13: Permission denied), client: 192.0.2.2, server: x, request: "GET /secret.txt HTTP/1.1", host: "x"',
  '2026/01/31 12:00:03 [error] 7#7: *3 directory index of "/srv/www/img/" is forbidden, client: 192.0.2.2, server: x, request: "GET /img/ HTTP/1.1", host: "x"',
  '2026/01/31 12:00:04 [error] 7#7: *4 user "ann": password mismatch, client: 192.0.2.3, server: x, request: "GET /login HTTP/1.1", host: "x"',
  '2026/01/31 12:00:05 [notice] 7#7: signal process started',
].join('\n');
const ACCESS = [
  combined(1, '192.0.2.1', 'GET /admin/7', 403),
  combined(2, '192.0.2.2', 'GET /secret.txt', 403),
  combined(3, '192.0.2.2', 'GET /img/', 403),
  combined(4, '192.0.2.3', 'GET /login', 401),
  combined(5, '192.0.2.3', 'GET /', 200),
  combined(6, '192.0.2.3', 'GET /gone', 404),
  combined(7, '192.0.2.4', 'POST /form', 403),
].join('');

describe('triage', () => {
  it('joins nginx access lines with their error lines', async () => {
    const result = await inFolder(async (put) =>
      triage([await put('access.log', ACCESS), await put('error.log', `${NGINX_ERROR}\n`)]),
    );
    expect(result.causes.map(({ causes, known, count }) => [causes.join(), known, count])).toEqual([
      ['server-rule,ip-refused', false, 1],
      ['file-permissions', true, 1],
      ['directory-listing', true, 1],
      ['credentials-invalid', true, 1],
      ['csrf-missing,role-missing,method-refused', false, 1],
    ]);
    expect(result).toMatchObject({
      refusals: 5,
      known: 3,
      lines: { count: 7, exact: true },
      from: '2026-01-31 12:00:01',
      to: '2026-01-31 12:00:07',
      notes: [],
      clients: [{ key: '192.0.2.2', count: 2, share: 0.4 }, {}, {}, {}],
    });
    expect(result.times).toEqual({
      seconds: 1,
      steps: [1, 2, 3, 4, 7].map((second) => ({ at: `2026-01-31 12:00:0${second}`, count: 1 })),
    });
  });

  it('joins Apache lines, which name a file and a client with its port', async () => {
    const error = [
      '[Sat Jan 31 12:00:01.123456 2026] [autoindex:error] [pid 7:tid 8] [client 192.0.2.1:4711] AH01276: Cannot serve directory /var/www/html/img/: No matching DirectoryIndex (index.html) found, and server-generated directory index forbidden by Options directive',
      "[Sat Jan 31 12:00:02.000001 2026] [core:error] [pid 7:tid 8] (13)Permission denied: [client 2001:db8::1:4712] AH00035: access to /a/b.txt denied (filesystem path '/var/www/html/a/b.txt') because search permissions are missing on a component of the path",
      '[Sat Jan 31 12:00:03.000001 2026] [security2:error] [pid 7:tid 8] [client 192.0.2.1:4713] [client 192.0.2.1] ModSecurity: Access denied with code 403 (phase 2). Matched "x" [file "/etc/crs/rules.conf"] [line "37"] [id "942100"] [msg "SQL Injection"] [uri "/q"] [unique_id "a"]',
    ].join('\n');
    const access =
      combined(1, '192.0.2.1', 'GET /img/', 403) +
      combined(2, '2001:db8::1', 'GET /a/b.txt', 403) +
      combined(3, '192.0.2.1', 'GET /q?id=1', 403);
    const result = await inFolder(async (put) =>
      triage([await put('error.log', error), await put('access.log', access)]),
    );
    expect(result.causes.map(({ causes, by, detail }) => [causes.join(), by, detail])).toEqual([
      ['directory-listing', 'Apache', undefined],
      ['file-permissions', 'Apache', undefined],
      ['content-rejected', 'Apache', '942100'],
    ]);
    expect(result.known).toBe(3);
  });

  it('does not join lines of another client, another path or another minute', async () => {
    const access =
      combined(2, '192.0.2.9', 'GET /secret.txt', 403) +
      combined(2, '192.0.2.2', 'GET /other.txt', 403) +
      combined(59, '192.0.2.2', 'GET /secret.txt', 403);
    const result = await inFolder(async (put) => triage([await put('a', access), await put('e', NGINX_ERROR)]));
    expect([result.refusals, result.known]).toEqual([3, 0]);
  });

  it('counts the lines of an error log alone', async () => {
    const result = await inFolder(async (put) => triage([await put('error.log', NGINX_ERROR)]));
    expect(result).toMatchObject({ refusals: 4, known: 3, lines: { count: 0 } });
  });

  it('reads the serial audit log of ModSecurity 2 and 3', async () => {
    const record = (a: string, z: string, path: string) =>
      `--${a}-A--\n[31/Jan/2026:12:00:01 +0000] Xid 192.0.2.1 4711 192.0.2.80 80\n--${a}-B--\nGET ${path} HTTP/1.1\nHost: x\n\n--${a}-F--\nHTTP/1.1 403 Forbidden\n\n--${a}-H--\nMessage: Access denied with code 403 (phase 1). Pattern [file "/r.conf"] [id "913100"]\n\n--${z}-Z--\n\n`;
    const result = await inFolder(async (put) =>
      triage([
        await put('audit.log', record('a1b2c3d4', 'a1b2c3d4', '/one') + record('-a1b2c3d4-', '-a1b2c3d4-', '/two')),
        await put('access.log', combined(1, '192.0.2.1', 'GET /one', 403) + combined(1, '192.0.2.1', 'GET /two', 403)),
      ]),
    );
    expect(result.causes).toMatchObject([
      { causes: ['content-rejected'], detail: '913100', count: 2, by: 'ModSecurity' },
    ]);
  });

  it('reads lighttpd and PHP-FPM logs', async () => {
    const lighttpd = [
      "2026-01-31 12:00:01: (mod_auth.c.869) password doesn't match for /private/ username: ann IP: 192.0.2.1",
      '2026-01-31 12:00:02: (mod_access.c.113) url denied as we match access_deny /x.inc',
      '2026-01-31 12:00:03: (response.c.133) -- : Permission denied',
      '2026-01-31 12:00:03: (response.c.138) URI          : /deep/file',
    ].join('\n');
    const php =
      "[31-Jan-2026 12:00:04] NOTICE: Access to the script '/srv/www/a.txt' has been denied (see security.limit_extensions)\n";
    const access =
      combined(1, '192.0.2.1', 'GET /private/', 401) +
      combined(2, '192.0.2.2', 'GET /x.inc', 403) +
      combined(3, '192.0.2.3', 'GET /deep/file', 403) +
      combined(4, '192.0.2.4', 'GET /a.txt', 403);
    const result = await inFolder(async (put) =>
      triage([await put('l', lighttpd), await put('p', php), await put('a', access)]),
    );
    expect(result.causes.map(({ causes, by }) => `${by} ${causes.join()}`)).toEqual([
      'lighttpd credentials-invalid',
      'lighttpd server-rule',
      'lighttpd file-permissions',
      'PHP-FPM server-rule',
    ]);
  });

  it('takes other statuses by option, also of two families', async () => {
    const result = await inFolder(async (put) =>
      triage(
        [
          await put(
            'a',
            combined(1, 'c', 'GET /a', 429) + combined(2, 'c', 'GET /b', 503) + combined(3, 'c', 'GET /c', 403),
          ),
        ],
        { statuses: [429, 503] },
      ),
    );
    expect(result.byStatus.map(({ key, count }) => [key, count])).toEqual([
      ['429', 1],
      ['503', 1],
    ]);
    expect(result.known).toBe(1);
  });

  it('finds every refusal whatever the sizes of the pieces in which standard input comes', async () => {
    const text = Array.from({ length: 400 }, (_, i) =>
      combined(i % 60, `192.0.2.${i % 250}`, `GET /p/${i}`, i % 4 ? 200 : 403),
    ).join('');
    for (const size of [1, 7, 4096, 1_000_000]) {
      const pieces = Array.from({ length: Math.ceil(text.length / size) }, (_, i) =>
        text.slice(i * size, (i + 1) * size),
      );
      const result = await triage(['-'], { stdin: Readable.from(pieces) });
      expect([size, result.refusals, result.lines.count]).toEqual([size, 100, 400]);
    }
  });

  it('reads gzip by its bytes, in files and on standard input', async () => {
    const packed = gzipSync(ACCESS);
    await inFolder(async (put) => expect((await triage([await put('access.log', packed)])).refusals).toBe(5));
    expect((await triage(['-'], { stdin: Readable.from([packed]) })).refusals).toBe(5);
  });
});

describe('faults, one clear line each', () => {
  it('an archive that ends too early', async () => {
    const packed = gzipSync(
      Array.from({ length: 20_000 }, (_, i) =>
        combined(i % 60, `10.0.${i % 200}.${(i * 7) % 250}`, `GET /${i * 31}`, 403),
      ).join(''),
    );
    const result = await inFolder(async (put) => triage([await put('a.gz', packed.subarray(0, packed.length / 2))]));
    expect(result.notes.map(({ says }) => says)).toEqual(['the gzip archive ends too early; read up to there']);
    expect(result.refusals).toBeGreaterThan(1000);
  });
  it('a half-written last line', async () => {
    const half = combined(9, '192.0.2.1', 'GET /half', 403).slice(0, 58);
    const result = await inFolder(async (put) => triage([await put('a', ACCESS + half)]));
    expect(result.notes.map(({ says }) => says)).toEqual(['the last line is half-written and was left out']);
    expect(result.refusals).toBe(5);
  });
  it('a last line without its newline is read where it is whole', async () => {
    const result = await inFolder(async (put) => triage([await put('a', ACCESS.trimEnd())]));
    expect([result.refusals, result.notes]).toEqual([5, []]);
  });
  it('a line of 1 MB', async () => {
    const long = `192.0.2.1 - - [31/Jan/2026:12:00:00 +0100] "GET /${'a'.repeat(1_000_000)} HTTP/1.1" 403 1 "-" "-"\n`;
    const result = await inFolder(async (put) => triage([await put('a', ACCESS + long + ACCESS)]));
    expect(result.notes.map(({ says }) => says)).toEqual(['1 line longer than 64 KiB passed over']);
    expect(result.refusals).toBe(10);
  });
  it('binary rubbish between lines', async () => {
    const rubbish = Buffer.concat([
      Buffer.from(ACCESS),
      Buffer.from([0, 255, 254, 34, 32, 52, 48, 51, 32, 7, 10]),
      Buffer.from(ACCESS),
    ]);
    const result = await inFolder(async (put) => triage([await put('a', rubbish)]));
    expect(result.notes.map(({ says }) => says)).toEqual(['1 line with a refusal could not be read']);
    expect(result.refusals).toBe(10);
  });
  it.each([
    ['nothing but rubbish', Buffer.from([0, 1, 2, 3, 10, 0]), 'is binary, no log that can be read.'],
    [
      'a text that is no log',
      Buffer.from('hello\nworld\n'),
      'has no line of a known access or error log; say its format with --format.',
    ],
    [
      'zstd',
      Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1]),
      'is compressed with zstd; unpack it first (zstdcat FILE | why403 logs -).',
    ],
  ])('%s', async (_, bytes, says) => {
    await inFolder(async (put) => {
      const file = await put('a', bytes);
      expect(await command([file])).toEqual({ status: 2, stdout: '', stderr: `why403 logs: ${file}: ${says}\n` });
    });
  });
});

describe('path patterns', () => {
  it.each([
    ['/', '/'],
    ['/user/4711/photo/9f8e7d6c5b4a.jpg?size=2', '/user/{id}/photo/{hex}.jpg'],
    ['/a/3f2504e0-4f89-11d3-9a0c-0305e82c3301/', '/a/{uuid}/'],
    ['/reset/eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9', '/reset/{key}'],
    ['/u/ann@example.org;jsessionid=1', '/u/{email}'],
    ['/v1/oauth2/token', '/v1/oauth2/token'],
    ['/post-123456', '/post-{id}'],
    ['http://shop.example/x/12', '/x/{id}'],
    ['/1/2/3/4/5/6/7/8/9/10', '/{id}/{id}/{id}/{id}/{id}/{id}/{id}/{id}/*'],
    ['', '(none)'],
  ])('%s', (target, pattern) => expect(foldPath(target)).toBe(pattern));
});

describe('a tally', () => {
  it('keeps the frequent keys within its limit and says what it dropped', () => {
    const tally = createTally(100);
    for (let i = 0; i < 10_000; i++) {
      tally.add('!', `rare-${i}`);
      tally.add('!', `often-${i % 10}`);
    }
    const entries = tally.entries();
    expect(entries.length).toBeLessThanOrEqual(100);
    expect(entries.slice(0, 10)).toEqual(Array.from({ length: 10 }, (_, i) => [`!often-${i}`, 1000]));
    expect(entries.reduce((sum, [, count]) => sum + count, 0) + tally.dropped()).toBe(20_000);
  });
});
