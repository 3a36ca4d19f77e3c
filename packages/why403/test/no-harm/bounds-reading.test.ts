// Whatever is named as a file, reading it ends: in one line, in seconds, in bounded memory.
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { BIN, CSRF_PAGE, folderOf, har, harEntry } from '../cli/command.ts';

const MOST_MEMORY = 256;
const MOST_SECONDS = 5;

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  readonly memory: number;
}

/** Runs the command and measures it; what does not end is ended. */
function measured(words: readonly string[], folder: string, stdin?: number): Promise<Ended> {
  const probe = path.join(folder, 'probe.cjs');
  const said = path.join(folder, `memory-${Math.random().toString(36).slice(2)}`);
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, ['--require', probe, BIN, ...words], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: folder, SAID: said },
      stdio: [stdin ?? 'ignore', 'pipe', 'pipe'],
    });
    const timer = setTimeout(() => child.kill('SIGKILL'), 20_000);
    let [stdout, stderr] = ['', ''];
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr!.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => {
      clearTimeout(timer);
      const seconds = (performance.now() - began) / 1000;
      let memory = Number.POSITIVE_INFINITY;
      try {
        memory = Number(readFileSync(said, 'utf8')) / 1024;
      } catch {
        // it was killed
      }
      resolve({ status, stdout, stderr, seconds, memory });
    });
  });
}

function world(): { readonly folder: string; readonly bad: readonly string[] } {
  const folder = folderOf({
    'good.har': har(harEntry({ url: 'https://shop.example/x', status: 403, text: CSRF_PAGE })),
    'huge.bin': '',
    'probe.cjs':
      "process.on('exit', () => require('fs').writeFileSync(process.env.SAID, String(process.resourceUsage().maxRSS)));",
  });
  truncateSync(path.join(folder, 'huge.bin'), 2 ** 40);
  execFileSync('mkfifo', [path.join(folder, 'pipe')]);
  mkdirSync(path.join(folder, 'dir'));
  return { folder, bad: ['/dev/zero', 'pipe', 'dir', 'huge.bin', '/proc/kcore', '/proc/self/pagemap'] };
}

const CURL = ['curl', 'https://127.0.0.1:9/x'];
const PLACES: Readonly<Record<string, (file: string) => readonly string[]>> = {
  'the input': (file) => ['--no-send', file],
  '--working': (file) => ['--no-send', '--working', file, 'good.har'],
  '-d @file': (file) => [...CURL, '-d', `@${file}`],
  '--data-binary @file': (file) => [...CURL, '--data-binary', `@${file}`],
  '-F name=@file': (file) => [...CURL, '-F', `f=@${file}`],
  '-T file': (file) => [...CURL, '-T', file],
  '-K file': (file) => [...CURL, '-K', file],
  '-H @file': (file) => [...CURL, '-H', `@${file}`],
  '--netrc-file': (file) => [...CURL, '--netrc-file', file],
  '--openapi': (file) => ['--no-send', '--openapi', file, 'good.har'],
  lint: (file) => ['lint', file],
  logs: (file) => ['logs', file],
  diff: (file) => ['diff', file, 'good.har'],
  verify: (file) => ['verify', file],
  routes: (file) => ['routes', file],
  'open --key-file': (file) => ['open', 'w1.x', '--key-file', file],
};
/** These say what they could not read in a report that still ends well. */
const REPORTED: Readonly<Record<string, (file: string) => readonly string[]>> = {
  '--config': (file) => ['--no-send', '--config', file, 'good.har'],
  '--error-log': (file) => ['--no-send', '--error-log', file, 'good.har'],
  '--access-log': (file) => ['--no-send', '--access-log', file, 'good.har'],
};

const figures = { runs: 0, seconds: 0, memory: 0 };
function bounded(ended: Ended, what: string, usual = 0): void {
  figures.runs++;
  figures.seconds = Math.max(figures.seconds, ended.seconds);
  figures.memory = Math.max(figures.memory, ended.memory);
  expect(ended.memory, `${what}: ${ended.stderr}`).toBeLessThan(MOST_MEMORY);
  // a machine under load is given twice the time; what does not end is killed after 20 s, and has no figure for memory
  expect(ended.seconds - usual, what).toBeLessThan(MOST_SECONDS * 2);
  expect(ended.stderr, what).not.toMatch(/\n {4}at /);
}

test.each(Object.entries(PLACES))(
  'a file that is none, or too large, as %s is refused in one line',
  async (place, words) => {
    const { folder, bad } = world();
    const ran = await Promise.all(bad.map((file) => measured(words(file), folder)));
    for (const [i, ended] of ran.entries()) {
      const what = `${place} ${bad[i]}`;
      bounded(ended, what);
      expect(ended.stdout, what).toBe('');
      expect(ended.status, `${what}: ${ended.stderr}`).toBe(2);
      expect(
        ended.stderr.split('\n').filter((line) => line.startsWith('why403')).length,
        `${what}: ${ended.stderr}`,
      ).toBe(1);
    }
  },
  120_000,
);

test.each(Object.entries(REPORTED))(
  'as %s it does not keep the report',
  async (place, words) => {
    const { folder, bad } = world();
    for (const [i, ended] of (await Promise.all(bad.map((file) => measured(words(file), folder)))).entries()) {
      bounded(ended, `${place} ${bad[i]}`);
      expect(ended.stdout, `${place} ${bad[i]}`).toContain('csrf');
    }
  },
  120_000,
);

test('standard input without end is refused', async () => {
  const { folder } = world();
  for (const words of [
    ['-', '--no-send'],
    ['logs', '-'],
    ['lint', '-'],
    [...CURL, '--data-binary', '@-'],
  ]) {
    const ended = await measured(words, folder, openSync('/dev/zero', 'r'));
    bounded(ended, words.join(' '));
    expect(ended.status, `${words.join(' ')}: ${ended.stderr}`).toBe(2);
  }
}, 120_000);

test('includes without end, of everything, or that double come to an end', async () => {
  const { folder } = world();
  const conf = path.join(folder, 'server.conf');
  const doubling = Array.from({ length: 60 }, (_, i) => `Define v${i + 1} \${v${i}}\${v${i}}`).join('\n');
  const texts = [
    'http { include /*; server { listen 80; } }',
    `http { include ${conf}; }`,
    'http { include /proc/*/*; include /dev/*; include /usr/*/*/*/*; server { listen 80; } }',
    'ServerRoot /\nInclude /\nInclude /*/*/*\nDocumentRoot /srv\n<Directory />\nRequire all denied\n</Directory>\n',
    `ServerRoot /\nDefine v0 aaaaaaaaaaaaaaaa\n${doubling}\nDocumentRoot \${v60}\n<Directory />\nRequire all denied\n</Directory>\n`,
    `var.a = "aaaaaaaa"\n${'var.a = var.a + var.a\n'.repeat(60)}server.port = 80\nserver.document-root = var.a\n`,
    'include "/proc/*/*"\ninclude "/dev/*"\nserver.port = 80\n',
  ];
  for (const text of texts) {
    writeFileSync(conf, text);
    const ended = await measured(['--no-send', '--config', conf, 'good.har'], folder);
    bounded(ended, text.slice(0, 60));
    expect(ended.stdout, text.slice(0, 60)).toContain('csrf');
  }
  console.log(
    `no-harm: ${figures.runs} runs, at most ${figures.memory.toFixed(0)} MiB and ${figures.seconds.toFixed(1)} s`,
  );
}, 120_000);

test('pipes that somebody writes into are read', async () => {
  const { folder } = world();
  const text = readFileSync(path.join(folder, 'good.har'), 'utf8');
  const writer = spawn('/bin/sh', ['-c', 'cat good.har > pipe'], { cwd: folder, stdio: 'ignore' });
  const ended = await measured(['--no-send', 'pipe'], folder);
  writer.kill();
  expect([ended.status, ended.stderr, text.length > 100]).toEqual([0, '', true]);
  expect(ended.stdout).toContain('csrf');
}, 60_000);

test('files of TLS options are read within bounds, and those of cookies passed over in one line', async () => {
  const { folder, bad } = world();
  // it takes the connection and ends it: what the options name is read in between
  const server = createServer((socket) => {
    socket.on('error', () => {});
    setTimeout(() => socket.destroy(), 1000);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(() => void server.close());
  const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  for (const option of ['--cacert', '--cert', '--key']) {
    const ran = await Promise.all(bad.map((file) => measured(['curl', url, option, file], folder)));
    for (const [i, ended] of ran.entries()) {
      bounded(ended, `${option} ${bad[i]}`);
      expect([ended.status, ended.stdout], `${option} ${bad[i]}: ${ended.stderr}`).toEqual([2, '']);
      expect(ended.stderr, option).toContain(`of ${option} cannot be read: `);
    }
  }
  for (const file of bad) {
    const ended = await measured([...CURL, '-b', file], folder);
    bounded(ended, `-b ${file}`);
    // a name that is no word is masked in what is said of it
    const told = file.replace('kcore', '<redacted short>');
    expect(ended.stderr).toContain(`The cookie file ${told} could not be read: no cookies are sent from it.`);
  }
}, 120_000);
