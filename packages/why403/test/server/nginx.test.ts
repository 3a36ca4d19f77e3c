import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasNginx } from '../../bench/nginx-agree.ts';
import { type Site, startSite } from '../inspect-nginx-helpers.ts';
import { diagnosed, folder, why403 } from './support.ts';

const here = hasNginx();
if (!here) console.log('skipped: nginx is not installed');
const isRoot = process.geteuid?.() === 0;

const DENIED =
  'server { listen 127.0.0.1:@PORT@; server_name _; root @DIR@/www;\nlocation / {\nallow 10.0.0.0/8;\ndeny all;\n} }';

async function site(http: string, files?: Record<string, string>, before?: (dir: string) => void): Promise<Site> {
  const started = await startSite(http, files, before);
  onTestFinished(() => started.stop());
  return started;
}

const sideOf = ({ dir, config }: Site): string[] => ['--config', config, '--error-log', join(dir, 'error.log')];
const urlOf = ({ port }: Site, path: string): string => `http://127.0.0.1:${port}${path}`;
const statusOf = async (one: Site, path: string): Promise<number> => (await one.ask({ path })).response?.status ?? 0;

describe.skipIf(!here)('the command on the machine of a real nginx', () => {
  test('names file and line of the rule, with one request and nothing varied', async () => {
    const one = await site(DENIED);
    const told = await diagnosed([...sideOf(one), urlOf(one, '/a.txt')]);
    expect(told.verdict).toMatchObject({ cause: 'ip-refused', certainty: 'proven', who: 'server-admin' });
    const line = readFileSync(one.config, 'utf8').split('\n').indexOf('deny all;') + 1;
    expect(told.causes[0]?.location).toEqual({ file: one.config, line });
    expect(told.causes[0]?.evidence[0]).toMatchObject({ by: 'inspect/nginx', from: `file ${one.config}:${line}` });
    expect(told.requestsSent).toBe(1);
    expect(told.experiments).toEqual([]);
    const fix = told.causes[0]?.fixes[0];
    expect(fix).toMatchObject({ who: 'server-admin', verified: null, request: null });
    expect(fix?.commands?.[0]).toContain('sed -i');
  });

  test('quotes the line of the error log that belongs to the request', async () => {
    const one = await site(DENIED);
    const told = await diagnosed([...sideOf(one), urlOf(one, '/a.txt')]);
    const log = told.causes[0]?.evidence.find(({ from }) => from.startsWith('log '));
    expect(log?.quote).toContain('access forbidden by rule');
    expect(log?.quote).toContain('GET /a.txt');
  });

  test('names the one folder on the path that the worker may not search', async () => {
    const one = await site('server { listen 127.0.0.1:@PORT@; root @DIR@/www; }', { 'www/shut/in.txt': 'in' }, (dir) =>
      chmodSync(join(dir, 'www/shut'), isRoot ? 0o700 : 0o000),
    );
    const told = await diagnosed([...sideOf(one), urlOf(one, '/shut/in.txt')]);
    expect(told.verdict).toMatchObject({ cause: 'file-permissions', certainty: 'proven' });
    expect(told.causes[0]?.location?.file).toBe(join(one.dir, 'www/shut'));
    chmodSync(join(one.dir, 'www/shut'), 0o755);
  });

  test('signs the link anew, tries it, and tells it without the signature', async () => {
    const one = await site(
      'server { listen 127.0.0.1:@PORT@; root @DIR@/www; location / { secure_link $arg_s,$arg_e; secure_link_md5 "$secure_link_expires$uri pear"; if ($secure_link != 1) { return 403; } } }',
    );
    const told = await diagnosed([...sideOf(one), urlOf(one, '/a.txt?s=AAAAAAAAAAAAAAAAAAAAAA&e=4000000000')]);
    expect(told.verdict).toMatchObject({ cause: 'credentials-invalid', certainty: 'proven' });
    const [fix] = told.causes[0]?.fixes ?? [];
    expect(fix).toMatchObject({ who: 'caller', verified: true, commands: null });
    const signature = createHash('md5').update('4000000000/a.txt pear').digest('base64url');
    expect(JSON.stringify(told)).not.toContain(signature);
    expect(JSON.stringify(told)).not.toContain('pear');
    const sent = spawnSync('bash', ['-c', `${fix?.request} -sS -o /dev/null -w '%{http_code}'`], { encoding: 'utf8' });
    expect(sent.stdout).toBe('200');
  });

  test('finds the running server by itself', async () => {
    const one = await site(DENIED);
    const told = await diagnosed(['--server', urlOf(one, '/a.txt')]);
    expect(told.causes[0]?.location?.file).toBe(one.config);
    expect(told.verdict.certainty).toBe('proven');
  });

  test('judges a kept answer with --no-send, and sends nothing', async () => {
    const one = await site(DENIED);
    const kept = join(folder(), 'kept.http');
    const { response } = await one.ask({ path: '/a.txt' });
    const head = (response?.headers ?? []).map(([name, value]) => `${name}: ${value}`).join('\r\n');
    writeFileSync(
      kept,
      `GET /a.txt HTTP/1.1\r\nHost: 127.0.0.1:${one.port}\r\n\r\nHTTP/1.1 403 Forbidden\r\n${head}\r\n\r\n${response?.body?.text ?? ''}`,
    );
    // nginx writes its line once the answer has gone
    await expect.poll(() => readFileSync(join(one.dir, 'access.log'), 'utf8')).toContain('/a.txt');
    const before = readFileSync(join(one.dir, 'access.log'), 'utf8');
    const told = await diagnosed(['--no-send', ...sideOf(one), kept]);
    expect(told.causes[0]?.cause).toBe('ip-refused');
    expect(told.causes[0]?.location?.file).toBe(one.config);
    expect(told.requestsSent).toBe(0);
    expect(readFileSync(join(one.dir, 'access.log'), 'utf8')).toBe(before);
  });

  test('says nothing of a rule where the application behind it refused', async () => {
    const one = await site('server { listen 127.0.0.1:@PORT@; location / { proxy_pass http://unix:@DIR@/no.sock; } } ');
    const told = await diagnosed([...sideOf(one), urlOf(one, '/a.txt')]);
    expect(told.verdict.cause).toBe('not-403');
  });
});

describe.skipIf(!here)('--apply', () => {
  test('changes the configuration after a yes, and the request passes', async () => {
    const one = await site(DENIED);
    const before = readFileSync(one.config, 'utf8');
    const state = folder();
    const { status, stderr } = await why403([...sideOf(one), '--apply', urlOf(one, '/a.txt')], { types: 'y\n', state });
    expect(stderr).toMatch(
      /Apply this now\? \[y\/N\] why403: journal of this change: .+\.json\nwhy403: The change helped: the request is answered 200 now\./,
    );
    expect(status).toBe(0);
    expect(await statusOf(one, '/a.txt')).toBe(200);
    const copies = readdirSync(join(state, 'why403/backups'));
    expect(copies.map((name) => readFileSync(join(state, 'why403/backups', name), 'utf8'))).toEqual([before]);
    expect(readdirSync(one.dir).filter((name) => name.includes('why403'))).toEqual([]);
  });

  test('changes nothing after a no', async () => {
    const one = await site(DENIED);
    const before = readFileSync(one.config, 'utf8');
    const { status, stderr } = await why403([...sideOf(one), '--apply', urlOf(one, '/a.txt')], { types: 'n\n' });
    expect(stderr).toContain('Nothing was changed.');
    expect(status).toBe(1);
    expect(readFileSync(one.config, 'utf8')).toBe(before);
    expect(await statusOf(one, '/a.txt')).toBe(403);
  });

  test('needs no terminal with --yes, and is refused in one line without both, before anything is sent', async () => {
    const one = await site(DENIED);
    const refused = await why403([...sideOf(one), '--apply', urlOf(one, '/a.txt')]);
    expect(refused).toEqual({
      status: 2,
      stdout: '',
      stderr:
        'why403: --apply asks before it changes anything, and there is no terminal to ask on.\n        Add --yes to agree beforehand.\n',
    });
    expect(readFileSync(join(one.dir, 'access.log'), 'utf8')).not.toContain('/a.txt');
    const agreed = await why403([...sideOf(one), '--apply', '--yes', urlOf(one, '/a.txt')]);
    expect(agreed.stderr).toContain('The change helped');
    expect(await statusOf(one, '/a.txt')).toBe(200);
  });

  test('asks for --allow-writes before it would send a POST a second time', async () => {
    const one = await site(DENIED);
    const words = [...sideOf(one), '--apply', '--yes', 'curl', '-X', 'POST', urlOf(one, '/a.txt')];
    const { status, stderr } = await why403(words);
    expect(status).toBe(2);
    expect(stderr).toBe(
      'why403: --apply sends the request again, and POST may change things.\n        Add --allow-writes to allow that.\n',
    );
  });

  test('puts the configuration back where the server does not take it up', async () => {
    const one = await site(DENIED);
    const before = readFileSync(one.config, 'utf8');
    // A log that cannot be opened makes every reload fail, and the test of the configuration before it.
    writeFileSync(one.config, before.replace('http {', 'http {\naccess_log /nonexistent/a.log;'));
    const broken = readFileSync(one.config, 'utf8');
    const { status, stderr } = await why403([...sideOf(one), '--apply', '--yes', urlOf(one, '/a.txt')]);
    expect(stderr).toMatch(/^why403: "nginx -t .{1,200}" failed: .{1,300}Everything is as it was before\.$/m);
    expect(status).toBe(1);
    expect(readFileSync(one.config, 'utf8')).toBe(broken);
    expect(await statusOf(one, '/a.txt')).toBe(403);
  });

  const canMount = isRoot && spawnSync('unshare', ['-m', 'true']).status === 0;
  if (!canMount) console.log('skipped: a full disk needs root and mount namespaces');
  test.skipIf(!canMount)('changes nothing where the disk is too full for a copy', async () => {
    const one = await site(DENIED);
    const state = folder();
    mkdirSync(join(state, 'why403/backups'), { recursive: true });
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=4k', 'none', join(state, 'why403/backups')]);
    expect(mounted.status).toBe(0);
    try {
      writeFileSync(join(state, 'why403/backups/fill'), 'x'.repeat(4096));
      const before = readFileSync(one.config, 'utf8');
      const words = [...sideOf(one), '--apply', '--yes', urlOf(one, '/a.txt')];
      const { status, stderr } = await why403(words, { state });
      expect(stderr).toMatch(
        /^why403: Nothing was changed: its journal and copies could not be written \(the disk is full \(ENOSPC\)\)\.$/m,
      );
      expect(status).toBe(1);
      expect(readFileSync(one.config, 'utf8')).toBe(before);
    } finally {
      spawnSync('umount', [join(state, 'why403/backups')]);
    }
  });
});

describe.skipIf(!here)('one clear line, and still an answer, for', () => {
  const noted = async (one: Site, words: readonly string[], path = '/a.txt'): Promise<string[]> => {
    const told = await diagnosed([...words, urlOf(one, path)]);
    expect(told.response?.status).toBe(403);
    expect(told.notes.filter(({ kind }) => kind === 'fault')).toEqual([]);
    return told.notes.filter(({ kind }) => kind === 'server').map(({ text }) => text);
  };

  test('a missing include', async () => {
    const one = await site(DENIED);
    const text = readFileSync(one.config, 'utf8').replace('http {', 'include gone.conf;\nhttp {');
    writeFileSync(one.config, text);
    const notes = await noted(one, sideOf(one));
    expect(notes.filter((note) => note.includes('gone.conf'))).toHaveLength(1);
  });

  test('an include that includes itself', async () => {
    const one = await site(DENIED);
    writeFileSync(join(one.dir, 'loop.conf'), `include ${join(one.dir, 'loop.conf')};\n`);
    writeFileSync(one.config, readFileSync(one.config, 'utf8').replace('http {', 'include loop.conf;\nhttp {'));
    const notes = await noted(one, sideOf(one));
    expect(notes.filter((note) => note.includes('loop.conf'))).toHaveLength(1);
  });

  test('a configuration that is not there', async () => {
    const one = await site(DENIED);
    const notes = await noted(one, ['--config', join(one.dir, 'nginx-gone.conf')]);
    expect(notes.filter((note) => note.includes('nginx-gone.conf'))).toHaveLength(1);
  });

  test('a configuration of no kind that is known', async () => {
    const one = await site(DENIED);
    writeFileSync(join(one.dir, 'notes.txt'), 'nothing of a server\n');
    const notes = await noted(one, ['--config', join(one.dir, 'notes.txt')]);
    expect(notes).toEqual([
      `${join(one.dir, 'notes.txt')} is of no kind of server that is known here, so it was read for its words and settings alone.`,
    ]);
  });

  if (isRoot) console.log('skipped: root reads every configuration, so none is unreadable');
  test.skipIf(isRoot)('a configuration that may not be read', async () => {
    const one = await site(DENIED);
    chmodSync(one.config, 0o000);
    const notes = await noted(one, sideOf(one));
    expect(notes.filter((note) => note.includes(one.config))).toHaveLength(1);
  });

  test('a loop of symbolic links on the path', async () => {
    const one = await site('server { listen 127.0.0.1:@PORT@; root @DIR@/www; }', {}, (dir) => {
      symlinkSync(join(dir, 'www/b'), join(dir, 'www/a'));
      symlinkSync(join(dir, 'www/a'), join(dir, 'www/b'));
    });
    const told = await diagnosed([...sideOf(one), urlOf(one, '/a')]);
    expect(told.notes.filter(({ kind }) => kind === 'fault')).toEqual([]);
    expect(told.causes[0]?.evidence.map(({ says }) => says)).toContain(
      `the symbolic links on the way to ${join(one.dir, 'www/a')} lead in a circle`,
    );
  });

  test('a log whose last line is half written, with rubbish before it', async () => {
    const one = await site(DENIED);
    const log = join(one.dir, 'error.log');
    appendFileSync(log, Buffer.from([0, 255, 254, 10]));
    appendFileSync(log, '2026/01/01 00:00:00 [error] 1#1: *1 access forb');
    const told = await diagnosed([...sideOf(one), urlOf(one, '/a.txt')]);
    expect(told.verdict).toMatchObject({ cause: 'ip-refused', certainty: 'proven' });
    expect(told.notes.filter(({ kind }) => kind === 'fault')).toEqual([]);
  });

  test('a log that is not there', async () => {
    const one = await site(DENIED);
    const gone = join(one.dir, 'no-error.log');
    const notes = await noted(one, ['--config', one.config, '--error-log', gone]);
    expect(notes.filter((note) => note.includes(gone)).length).toBeGreaterThan(0);
    expect(new Set(notes).size).toBe(notes.length);
  });
});
