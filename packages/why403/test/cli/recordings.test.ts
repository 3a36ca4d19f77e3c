import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { diagnosed, folderOf, har, harEntry, serve, why403 } from './command.ts';

const SHOP = 'https://shop.example';

function token(claims: object): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `Bearer ${part({ alg: 'HS256' })}.${part(claims)}.${'A'.repeat(43)}`;
}

const refused = (path_: string, sent: Record<string, string> = {}, method = 'GET', text = ''): object =>
  harEntry({ url: `${SHOP}${path_}`, method, status: 403, sent, text });
const passed = (path_: string, sent: Record<string, string> = {}, method = 'GET'): object =>
  harEntry({
    url: `${SHOP}${path_}`,
    method,
    status: 200,
    sent,
    text: '{"id":7}',
    got: { 'Content-Type': 'image/png' },
  });
const csrf = (path_: string): object => refused(path_, { Cookie: 'sid=1' }, 'POST', 'CSRF token missing');

const notesOf = (d: { readonly notes: readonly { readonly text: string }[] } | undefined): string =>
  (d?.notes ?? []).map(({ text }) => text).join('\n');

describe('several refusals', () => {
  it('are grouped by cause with their share, above their reports', async () => {
    const stdin = har(
      csrf('/a'),
      csrf('/b/1'),
      csrf('/b/2'),
      refused('/c', {}, 'GET', 'Your IP address is not allowed'),
    );
    const { stdout, status } = await why403([], { stdin });
    expect(status).toBe(0);
    const head = stdout.split('─')[0]!;
    expect(head.split('\n')).toEqual([
      '4 refusals among 4 requests, all to https://shop.example',
      '',
      'share  refusals  cause         who                 requests',
      ' 75 %         3  csrf-missing  you                 POST /b/{id}, 1 more',
      " 25 %         1  ip-refused    the server's admin  GET /c",
      '',
      '',
    ]);
    expect(stdout.match(/^403 {2}\S+ \S+/gm)).toHaveLength(4);
    expect(stdout).toContain('\n     entry 4 of standard input\n');
  });

  it('that are alike are judged once in a large recording, and all are counted', async () => {
    const stdin = har(...Array.from({ length: 300 }, (_, i) => csrf(`/b/${i}`)), refused('/c'));
    const { stdout, stderr } = await why403([], { stdin });
    expect(stderr).toBe('');
    expect(stdout.split('\n')[0]).toBe('301 refusals among 301 requests, all to https://shop.example');
    expect(stdout).toMatch(/^100 % {7}300 {2}csrf-missing/m);
    expect(stdout).toMatch(/^403 {2}POST https:\/\/shop\.example\/b\/0 +× 300$/m);
  });

  it('of which more than 200 are different are counted beyond, and told how to ask for one', async () => {
    const names = Array.from(
      { length: 250 },
      (_, i) => `/${String.fromCharCode(97 + Math.floor(i / 26), 97 + (i % 26))}`,
    );
    const cwd = folderOf({ 'a.har': har(...names.map((name) => refused(name)), refused(names[249]!)) });
    const { stdout, stderr, status } = await why403(['a.har'], { cwd });
    expect(stdout.split('\n')[0]).toBe(
      '200 refusals among 251 requests, 51 more answers not judged, all to https://shop.example',
    );
    expect(stderr.split('\n')).toEqual([
      expect.stringMatching(
        /^why403: 51 more answers were only counted, not judged: 200 different ones were\. 403 GET https:\/\/shop\.example\/jp × 2, 403 GET .* and others; a\.har#201 asks for one\.$/,
      ),
      '',
    ]);
    expect(status).toBe(1);
    const one = await why403(['a.har#201'], { cwd });
    expect(one.stdout).toContain('403  GET https://shop.example/hs\n');
  });

  it('of which there are many are reported in full once for each cause, and a line each beyond', async () => {
    const stdin = har(...Array.from({ length: 30 }, (_, i) => csrf(`/b/${i}`)));
    const { stdout } = await why403([], { stdin });
    expect(stdout.match(/^check /gm)).toHaveLength(1);
    expect(stdout).toContain('\nalso csrf-missing\n');
    expect(stdout.match(/^403 .* entry \d+ of standard input$/gm)).toHaveLength(12);
    expect(stdout).toContain('\n17 more: --json and --html FILE have all of them\n');
    const { stdout: ticket } = await why403(['--markdown'], { stdin });
    expect(ticket).toMatch(/^# 30 refusals among 30 requests, all to https:\/\/shop\.example\n/);
    expect(ticket).toContain('| 100 % | 30 | csrf-missing | you |');
  });

  it('are told in the JSON by their places, and one alone is told as before', async () => {
    const document = await diagnosed([], { stdin: har(csrf('/a'), passed('/x'), csrf('/b')) });
    expect(document.groups).toEqual([{ cause: 'csrf-missing', refusals: 2, share: 1, diagnoses: [0, 1] }]);
    expect(document.diagnoses.map(({ source }) => source)).toEqual([
      { name: 'standard input', entry: 1 },
      { name: 'standard input', entry: 3 },
    ]);
    const one = await diagnosed([], { stdin: har(csrf('/a')) });
    expect([one.groups, one.diagnoses[0]!.source]).toEqual([undefined, undefined]);
  });
});

describe('what was let through in the same recording', () => {
  it('explains a refusal of the same route, by what its token said', async () => {
    const before = token({ sub: 'ann', scope: 'orders:read orders:write' });
    const after = token({ sub: 'ann', scope: 'orders:read' });
    const { diagnoses } = await diagnosed([], {
      stdin: har(
        passed('/orders/7', { Authorization: before }, 'DELETE'),
        refused('/orders/7', { Authorization: after }, 'DELETE'),
      ),
    });
    expect(diagnoses.map(({ verdict }) => [verdict.cause, verdict.certainty])).toEqual([
      ['scope-insufficient', 'likely'],
    ]);
    expect(notesOf(diagnoses[0])).toContain(
      'This route was let through in entry 1 of standard input, DELETE https://shop.example/orders/7 → 200. As texts, the working request differs in the header Authorization. Authorization scope was orders:read orders:write, here orders:read.',
    );
  });

  it.each([
    ['another route', passed('/things/7')],
    ['another method', passed('/orders/7', {}, 'PUT')],
    [
      'another host',
      harEntry({ url: 'https://other.example/orders/7', status: 200, text: 'x', got: { 'Content-Type': 'image/png' } }),
    ],
    ['a refusal too', refused('/orders/7')],
  ])('is not what is %s', async (_name, entry) => {
    const { diagnoses } = await diagnosed([], { stdin: har(entry, refused('/orders/7')) });
    expect(notesOf(diagnoses.at(-1))).not.toContain('let through');
  });

  it('counts nothing that each request of a session has for itself', async () => {
    const own = (n: number): Record<string, string> => ({
      Cookie: `sid=${n}${n}${n}; _ga=${n}`,
      'If-None-Match': `"${n}"`,
      'X-Request-Id': `r-${n}`,
      Referer: `${SHOP}/page/${n}`,
    });
    const { diagnoses } = await diagnosed([], {
      stdin: har(passed('/orders/7', own(1)), refused('/orders/7', own(2))),
    });
    expect(notesOf(diagnoses[0])).toContain('As texts, the working request and the refused one are the same.');
    expect(diagnoses[0]!.causes[0]!.probability).toBeLessThan(0.7);
  });

  it('is found behind hundreds of others and in long answers, on the same path first', async () => {
    const others = Array.from({ length: 600 }, (_, i) => harEntry({ url: `${SHOP}/p/${i}`, status: 200, text: 'ok' }));
    const long = harEntry({
      url: `${SHOP}/orders/7?page=2`,
      status: 200,
      text: 'x'.repeat(60_000),
      sent: { 'X-Key': 'one' },
    });
    const folder = folderOf({ 'long.har': har(...others, passed('/orders/8'), long, refused('/orders/7?page=2')) });
    const { diagnoses } = await diagnosed(['long.har'], { cwd: folder });
    expect(notesOf(diagnoses[0])).toContain('entry 602 of long.har');
    expect(notesOf(diagnoses[0])).toContain('differs in the header X-Key');
  });

  it('is never sent, even with --send', async () => {
    const { origin, seen } = await serve((_request, response) => response.writeHead(403).end());
    const entry = (status: number, key: string): object =>
      harEntry({
        url: `${origin}/a`,
        method: 'DELETE',
        status,
        sent: { 'X-Key': key },
        got: { 'Content-Type': 'image/png' },
      });
    await diagnosed([], { stdin: har(entry(204, 'works'), entry(403, 'refused')) });
    expect(seen).toEqual([]);
    const sentKeys: unknown[] = [];
    const second = await serve((request, response) => {
      sentKeys.push(request.headers['x-key']);
      response.writeHead(403).end();
    });
    const here = har(entry(204, 'works'), entry(403, 'refused')).replaceAll(origin, second.origin);
    await diagnosed(['--send', '--yes', '-'], { stdin: here });
    expect(sentKeys.length).toBeGreaterThan(0);
    expect(sentKeys).not.toContain('works');
  });
});

describe('a recording as --working', () => {
  it('gives the request to the same route, and names the routes that it does not hold', async () => {
    const folder = folderOf({
      'admin.har': har(passed('/x'), passed('/orders/7', { Authorization: token({ sub: 'root', roles: ['admin'] }) })),
      'user.har': har(refused('/orders/7', { Authorization: token({ sub: 'ann', roles: ['user'] }) }), refused('/y')),
    });
    const { stderr, stdout } = await why403(['--json', '--working', 'admin.har', 'user.har'], { cwd: folder });
    const [orders, y] = JSON.parse(stdout).diagnoses;
    expect(notesOf(orders)).toContain('This route was let through in entry 2 of admin.har');
    expect(notesOf(orders)).toContain('Authorization roles was ["admin"], here ["user"]');
    expect(notesOf(y)).not.toContain('let through');
    expect(stderr).toBe('why403: admin.har holds no request that was let through to GET https://shop.example/y.\n');
  });
});

describe('a folder', () => {
  it('gives all recordings in it and below, and names the one that cannot be read', async () => {
    const folder = folderOf({
      'run/a.har': har(csrf('/a')),
      'run/deep/er/b.har': har(csrf('/b'), passed('/c')),
      'run/node_modules/x.har': har(csrf('/never')),
      'run/broken.har': '{"log":{"entries":[',
      'run/notes.txt': '403',
    });
    symlinkSync(folder, path.join(folder, 'run', 'loop'));
    const { stdout, stderr } = await why403(['run'], { cwd: folder });
    expect(stdout.split('\n')[0]).toBe('2 refusals among 3 requests of 2 recordings, all to https://shop.example');
    expect(stderr).toBe('why403: The HAR run/broken.har is cut off: it ends at byte 19, before its end.\n');
    const named = await diagnosed(['--har', 'run/a.har', '--har', 'run/deep'], { cwd: folder });
    expect(named.diagnoses.map(({ source }) => source?.name)).toEqual(['run/a.har', 'run/deep/er/b.har']);
    const files = await diagnosed(['run/a.har', 'run/deep/er/b.har'], { cwd: folder });
    expect(files.diagnoses).toHaveLength(2);
  });

  it.each([
    [['empty'], 'why403: empty is a folder without a recording.'],
    [['other'], 'why403: other is a folder without a recording: none of the 2 files in it is a HAR.'],
    [['--har', 'gone'], 'why403: gone cannot be read: there is no such file or folder.'],
    [['--har', 'other', 'https://a.example/'], 'why403: --har gives recordings, and a request is given besides.'],
  ])('without one, or beside a request, is told in one line (%j)', async (words, line) => {
    const folder = folderOf({ 'empty/.keep/x/y/.z': '', 'other/a': '', 'other/b': '' });
    if (words[0] === 'empty') writeFileSync(path.join(folder, 'other/c'), '');
    const { status, stdout, stderr } = await why403(words, { cwd: folder });
    const first = stderr.split('\n')[0]!.replace(/: the one file in it is no HAR/, '');
    expect([status, stdout, first]).toEqual([2, '', line]);
  });
});

describe('one entry of a HAR', () => {
  it('is named by its number, and need not be refused', async () => {
    const folder = folderOf({ 's.har': har(passed('/a'), csrf('/b'), csrf('/c')) });
    const { diagnoses } = await diagnosed(['s.har#3'], { cwd: folder });
    expect(diagnoses.map(({ request }) => request.url)).toEqual([`${SHOP}/c`]);
    expect((await why403(['s.har#1'], { cwd: folder })).status).toBe(4);
    const none = await why403(['s.har#4'], { cwd: folder });
    expect([none.status, none.stderr]).toEqual([2, 'why403: s.har has 3 entries, and no 4.\n']);
  });
});

describe('what Playwright leaves', () => {
  const entry = (name: string, field: '_file' | '_sha1'): object => {
    const made = harEntry({ url: `${SHOP}/a`, method: 'POST', status: 403, sent: { Cookie: 'sid=1' } }) as {
      response: { content: object };
    };
    return { ...made, response: { ...made.response, content: { size: 18, mimeType: 'text/plain', [field]: name } } };
  };

  it.each([
    [
      'a HAR with its bodies beside it',
      { 'run.har': har(entry('b.txt', '_file')), 'b.txt': 'CSRF token missing' },
      'run.har',
    ],
    [
      'a HAR in an archive',
      {
        'run.zip': zipSync({
          'har.har': strToU8(har(entry('b.txt', '_file'))),
          'b.txt': strToU8('CSRF token missing'),
        }),
      },
      'run.zip',
    ],
    [
      'a trace',
      {
        'trace.zip': zipSync({
          'trace.network': strToU8(
            `${JSON.stringify({ type: 'resource-snapshot', snapshot: entry('5eba.txt', '_sha1') })}\n{"type":"resource-sn`,
          ),
          'trace.trace': strToU8('{"type":"before"}\n'),
          'resources/5eba.txt': strToU8('CSRF token missing'),
        }),
      },
      'trace.zip',
    ],
  ])('%s is read with the bodies', async (_name, files, input) => {
    const folder = folderOf(files);
    const { diagnoses } = await diagnosed([input], { cwd: folder });
    expect(diagnoses.map((d) => [d.request.url, d.response?.body, d.verdict.cause])).toEqual([
      [`${SHOP}/a`, 'CSRF token missing', 'csrf-missing'],
    ]);
  });

  it('reads no body from outside its folder', async () => {
    const folder = folderOf({ 'in/run.har': har(entry('../secret.txt', '_file')), 'secret.txt': 'CSRF token missing' });
    const { diagnoses } = await diagnosed(['run.har'], { cwd: path.join(folder, 'in') });
    expect(diagnoses[0]!.response?.body).toBe(null);
  });

  it('follows no link to a body', async () => {
    const folder = folderOf({ 'in/run.har': har(entry('b.txt', '_file')), 'secret.txt': 'CSRF token missing' });
    symlinkSync('../secret.txt', path.join(folder, 'in/b.txt'));
    const { diagnoses } = await diagnosed(['run.har'], { cwd: path.join(folder, 'in') });
    expect(diagnoses[0]!.response?.body).toBe(null);
  });
});
