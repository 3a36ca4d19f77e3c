// Every run ends, and what ends it early still tells what was known: bad files, odd folders, signals, SOCKS, sizes.
import { spawn } from 'node:child_process';
import { chmodSync, createWriteStream, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CSRF_PAGE, folderOf, har, harEntry, why403 } from '../cli/command.ts';
import { recorder } from '../limits/recorder.ts';
import { socksProxy } from '../send/proxy-server.ts';
import { echoServer, hasProgram } from '../send/servers.ts';

const REFUSAL = 'HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\nForbidden';
const SOON = { timeout: 30_000 };

describe('a run ends', () => {
  test.each([
    ['--cacert', 'bad.pem'],
    ['--cert', 'bad.pem'],
    ['--key', 'bad.pem'],
    ['--ciphers', 'no-such-cipher'],
    ['--capath', '.'],
    ['--cacert', 'not-there.pem'],
  ])('with %s %s, before anybody is called', SOON, async (option, value) => {
    const { port, requests } = await echoServer();
    const cwd = folderOf({ 'bad.pem': '-----BEGIN CERTIFICATE-----\nbm8=\n-----END CERTIFICATE-----\n' });
    const { status, stderr } = await why403(['curl', option, value, `https://127.0.0.1:${port}/`], { cwd });
    expect([status === 2 || status === 3, stderr.trim().split('\n').length, requests]).toEqual([true, 1, []]);
  });

  test.each([
    ['--save', '/proc/1/x', {}],
    ['--save', '/proc/self/a/b', {}],
    ['--html', '/proc/1/x.html', {}],
  ])('with %s %s', SOON, async (option, value, env) => {
    const { url } = await echoServer(() => REFUSAL);
    const { status, stderr } = await why403([option, value, 'curl', url], { env });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/cannot be written/)]);
  });

  test(
    'whose inspection takes long says so, hears a signal, ends what it started, and tells what it knows',
    SOON,
    async () => {
      const cwd = folderOf({
        Caddyfile: ':80\nrespond 403\n',
        caddy: '#!/bin/sh\necho $$ $PWD > "$(dirname "$0")/started"\nexec sleep 60\n',
        'a.har': har(harEntry({ url: 'http://shop.example/x', status: 403, text: CSRF_PAGE })),
      });
      chmodSync(path.join(cwd, 'caddy'), 0o755);
      const ran = await why403(['--no-send', '--config', 'Caddyfile', 'a.har'], {
        cwd,
        env: { PATH: `${cwd}:${process.env['PATH']}` },
        onStart: (child) =>
          child.stderr?.on('data', (text) => {
            if (String(text).includes('still')) child.kill('SIGTERM');
          }),
      });
      expect(ran.stderr).toBe(
        "why403: still reading the server's configuration and logs\nwhy403: interrupted; this is what was known until then.\n",
      );
      expect(ran.stdout).toContain('csrf');
      expect(ran.stdout.replace(/\s+/g, ' ')).toContain('not inspected to its end: the run was ended.');
      expect(ran.status).toBe(143);
      const [pid, folder = ''] = readFileSync(path.join(cwd, 'started'), 'utf8').trim().split(' ');
      expect(folder).toMatch(/why403-/);
      expect(existsSync(folder)).toBe(false);
      // killed before the run ended; who takes up its end does so a little later
      await expect.poll(() => isRunning(pid!), { timeout: 5_000 }).toBe(false);
    },
  );

  test('with HOME=/proc', SOON, async () => {
    const { url } = await echoServer(() => REFUSAL);
    const { status } = await why403(['curl', url, '-H', 'Authorization: Bearer 0123456789abcdef'], {
      env: { HOME: '/proc' },
    });
    expect([0, 1]).toContain(status);
  });
});

/** Whether a process runs: one that has ended may wait for somebody to take up its end. */
function isRunning(pid: string): boolean {
  try {
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

describe('a run that is stopped', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGQUIT', 131],
  ] as const)('by %s says what was known until then', SOON, async (signal, status) => {
    let stop = () => {};
    const { origin } = await recorder((_request, response, index) => {
      if (index === 0) response.writeHead(403).end('Forbidden');
      else stop();
    });
    const ran = await why403(['--json', 'curl', `${origin}/a`, '-H', 'Authorization: Bearer 0123456789abcdef'], {
      onStart: (child) => {
        stop = () => child.kill(signal);
      },
    });
    expect([ran.status, ran.stderr]).toEqual([status, expect.stringMatching(/interrupted; this is what was known/)]);
    expect(JSON.parse(ran.stdout).diagnoses[0].response.status).toBe(403);
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('by %s while a recording is judged ends after the entry at hand', SOON, async (signal, status) => {
    const cwd = folderOf({
      'a.har': har(
        ...Array.from({ length: 150 }, (_, at) =>
          harEntry({ url: `http://shop.example/${at}`, status: 403, text: CSRF_PAGE }),
        ),
      ),
      // the signal comes when the run has let the event loop turn some times
      'probe.cjs': `const own = setImmediate;
        let turns = 0;
        globalThis.setImmediate = (...words) => {
          if (++turns === 10) process.kill(process.pid, '${signal}');
          return own(...words);
        };`,
    });
    const ran = await why403(['--json', 'a.har'], {
      cwd,
      env: { NODE_OPTIONS: `--require ${path.join(cwd, 'probe.cjs')}` },
    });
    expect([ran.status, ran.stderr]).toEqual([status, 'why403: interrupted; this is what was known until then.\n']);
    const { diagnoses } = JSON.parse(ran.stdout);
    expect([diagnoses.length > 0, diagnoses.length < 50]).toEqual([true, true]);
  });

  test('before anything was known says so', SOON, async () => {
    let stop = () => {};
    const { origin } = await recorder(() => stop());
    const ran = await why403(['curl', `${origin}/a`], {
      onStart: (child) => {
        stop = () => child.kill('SIGINT');
      },
    });
    expect([ran.status, ran.stdout]).toEqual([130, '']);
    expect(ran.stderr).toMatch(/interrupted before anything was known/);
  });
});

test.skipIf(!hasProgram('curl')).each(['socks4', 'socks4a', 'socks5', 'socks5h'])(
  '%s leads where curl leads',
  SOON,
  async (scheme) => {
    const { port, requests } = await echoServer(() => REFUSAL);
    const asked = async (run: (words: readonly string[]) => Promise<unknown>) => {
      const proxy = await socksProxy();
      for (const host of ['127.0.0.1', 'localhost'])
        await run(['-4', '-s', '-x', `${scheme}://127.0.0.1:${proxy.port}`, `http://${host}:${port}/a`]);
      return [...new Set(proxy.asked)];
    };
    const curl = await asked(
      (words) => new Promise((done) => spawn('curl', words, { stdio: 'ignore' }).on('close', done)),
    );
    const before = requests.length;
    const ours = await asked(async (words) => {
      const { status, stderr } = await why403(['--max-requests', '1', 'curl', ...words]);
      expect([stderr, status === 0 || status === 1]).toEqual(['', true]);
    });
    expect([ours, requests.length - before]).toEqual([curl, 2]);
  },
);

test('a URL of 64 KiB is sent as it stands', SOON, async () => {
  const { url, requests } = await echoServer(() => REFUSAL);
  const long = `${url}/${'a'.repeat(65_000)}`;
  for (const words of [[long], ['curl', long]]) await why403(['--max-requests', '1', ...words]);
  expect(requests.map((request) => request.split(' ')[1]?.length)).toEqual([65_001, 65_001]);
});

test('a huge entry of a HAR does not hide the others', { timeout: 60_000 }, async () => {
  const folder = folderOf();
  const entry = JSON.stringify(
    harEntry({ url: 'http://a.example/x', status: 403, text: 'CSRF token missing', method: 'POST' }),
  );
  const [before, after] = har({ huge: 1 }).split('{"huge":1}');
  const out = createWriteStream(`${folder}/a.har`);
  out.write(`${before}{"response":{"status":403},"request":{"url":"http://a.example/big","method":"GET"},"pad":"`);
  for (let i = 0; i < 66; i++)
    if (!out.write('x'.repeat(1 << 20))) await new Promise<void>((done) => out.once('drain', () => done()));
  await new Promise((done) => out.end(`"},${entry}${after}`, () => done(undefined)));
  const { status, stdout, stderr } = await why403([`${folder}/a.har`]);
  expect([status, stdout]).toEqual([0, expect.stringContaining('csrf-missing')]);
  expect(stderr).toMatch(/Entry 1 of the HAR has \d+ bytes, more than is read: it was passed over/);
});
