import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { watchRequest } from '../../src/inspect/machine/strace.ts';
import { traceOf } from '../../src/inspect/machine/trace.ts';
import { allProcesses } from '../../src/inspect/shared/running.ts';
import { hasProgram } from '../../src/inspect/shared/shell.ts';
import { diagnosed, folder } from '../server/support.ts';
import { start } from './program.ts';

const can = hasProgram('strace') && process.getuid?.() === 0;
if (!can) console.log('skipped: tracing needs strace and root');

/** Answers 403 wherever the file of a number in the query cannot be read, and says nothing of it. */
const APP = `const http = require('node:http');
const fs = require('node:fs');
http.createServer((req, res) => {
  if (req.url === '/ready') return res.end('yes');
  try {
    res.end(fs.readFileSync('data/q' + new URL(req.url, 'http://x').searchParams.get('n')));
  } catch {
    res.writeHead(403).end();
  }
}).listen(Number(process.argv[2]), '127.0.0.1');
`;

describe.skipIf(!can)('--trace', () => {
  test('proves the file that the process could not open for this very request, with one request', async () => {
    const place = folder();
    chmodSync(place, 0o755);
    mkdirSync(join(place, 'data'));
    for (const name of ['q1', 'q2', 'q3', 'q4', 'q5']) writeFileSync(join(place, 'data', name), 'x', { mode: 0o600 });
    const port = await start({
      folder: place,
      files: { 'app.cjs': APP },
      words: [process.execPath, 'app.cjs', 'PORT'],
      uid: 65534,
    });
    const told = await diagnosed(['--trace', `http://127.0.0.1:${port}/report?n=4`]);
    expect(told.verdict).toMatchObject({ cause: 'file-permissions', certainty: 'proven' });
    expect(told.causes[0]?.location).toEqual({ file: join(place, 'data', 'q4'), line: null });
    expect(told.causes[0]?.fixes[0]?.commands?.[0]).toContain(join(place, 'data', 'q4'));
    expect(told.requestsSent).toBe(1);
  });

  test('leaves the process running however the tracer ends', async () => {
    const place = folder();
    const port = await start({
      folder: place,
      files: { 'app.cjs': APP },
      words: [process.execPath, 'app.cjs', 'PORT'],
    });
    for (let round = 0; round < 10; round++) {
      await watchRequest(port, async () => {
        const asking = fetch(`http://127.0.0.1:${port}/ready`);
        if (round % 2) await new Promise((resolve) => setTimeout(resolve, round));
        for (const { pid, words } of allProcesses())
          if (words[0] === 'strace' && words.includes('-p') && isOurs(pid)) process.kill(pid, 'SIGKILL');
        await asking;
      });
      expect(await (await fetch(`http://127.0.0.1:${port}/ready`)).text()).toBe('yes');
    }
    const server = allProcesses().find(({ words, cwd }) => words[1] === 'app.cjs' && cwd === place);
    const status = readFileSync(`/proc/${server?.pid}/status`, 'utf8');
    expect(/^State:\s+(\S)/m.exec(status)?.[1]).toMatch(/[SR]/);
    expect(/^TracerPid:\s+(\d+)/m.exec(status)?.[1]).toBe('0');
  });
});

/** Whether a process was started by this one. */
function isOurs(pid: number): boolean {
  for (let one = pid; one > 1; ) {
    if (one === process.pid) return true;
    const parent = allProcesses().find((other) => other.pid === one)?.parent;
    if (parent === undefined) return false;
    one = parent;
  }
  return false;
}

describe('what strace writes', () => {
  test('is cut to what happened between the request and its answer', () => {
    const { events, alone } = traceOf(
      [
        'strace: Process 7 attached',
        '[pid     7] openat(AT_FDCWD</srv>, "before", O_RDONLY) = 4</srv/before>',
        '[pid     7] read(5<socket:[9]>, "GET /a HTTP/1.1\\r\\nAuthorization: Bearer s3cret", 65536) = 300',
        '[pid     8] openat(AT_FDCWD</srv>, "b\\303\\244r", O_RDONLY <unfinished ...>',
        '[pid     7] stat("/srv/index.html", 0x7ffd) = -1 ENOENT (No such file or directory)',
        '[pid     8] <... openat resumed>)       = -1 EACCES (Permission denied)',
        '[pid     7] connect(6<socket:[10]>, {sa_family=AF_INET, sin_port=htons(9000), sin_addr=inet_addr("127.0.0.1")}, 16) = 0',
        '[pid     7] read(6<socket:[10]>, "HTTP/1.1 403 Forbidden\\r\\n", 65536) = 80',
        '[pid     7] write(5<socket:[9]>, "HTTP/1.1 403 Forbidden\\r\\n", 80) = 80',
        '[pid     7] openat(AT_FDCWD</srv>, "after", O_RDONLY) = 4</srv/after>',
      ].join('\n'),
    );
    expect(alone).toBe(true);
    expect(events).toEqual([
      { pid: 7, call: 'stat', what: '/srv/index.html', errno: 'ENOENT' },
      { pid: 8, call: 'openat', what: '/srv/bär', errno: 'EACCES' },
      { pid: 7, call: 'connect', what: '127.0.0.1:9000' },
      { pid: 7, call: 'read', what: '', status: 403 },
    ]);
    expect(JSON.stringify(events)).not.toContain('s3cret');
  });

  test('is not for this request alone where another one was read meanwhile', () => {
    const { alone } = traceOf(
      [
        'read(5<socket:[9]>, "GET /a HTTP/1.1", 65536) = 300',
        'read(6<socket:[8]>, "GET /b HTTP/1.1", 65536) = 300',
        'write(5<socket:[9]>, "HTTP/1.1 403 Forbidden", 80) = 80',
      ].join('\n'),
    );
    expect(alone).toBe(false);
  });
});
