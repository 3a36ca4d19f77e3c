import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import curl from '../../src/import/curl.ts';
import { InputError } from '../../src/model/errors.ts';
import { DIFFERENTIAL_LINES } from './curl-lines.ts';

const version = /^curl (\S+)/.exec(spawnSync('curl', ['--version'], { encoding: 'utf8' }).stdout ?? '')?.[1];
if (!version) console.log('skipped: the comparison with real curl wants curl on the PATH');

let server: Server;
let port = 0;
let folder = '';
let received: Buffer[] = [];

/** Answers a request once it is whole, and keeps its bytes. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'why403-curl-'));
  writeFileSync(join(folder, 'lines.txt'), 'one\r\ntwo\n');
  writeFileSync(join(folder, 'data.json'), '{"a": [1, 2]}\n');
  writeFileSync(join(folder, 'bytes.bin'), Buffer.from([0, 255, 13, 10, 65]));
  writeFileSync(join(folder, 'headers.txt'), '# a comment\nX-From-File: 1\nX-Other: two words\n');
  writeFileSync(join(folder, 'etag.txt'), '"abc"\n');
  writeFileSync(
    join(folder, 'config.txt'),
    '# config\nuser-agent = "from \\"config\\""\n-H "X-Config: 1"\ndata: a=1\n',
  );
  writeFileSync(
    join(folder, 'netrc'),
    'machine other.test login x password y\nmachine 127.0.0.1 login me password "se cret"\n',
  );
  writeFileSync(
    join(folder, 'jar.txt'),
    [
      '# Netscape HTTP Cookie File',
      '127.0.0.1\tFALSE\t/\tFALSE\t0\tsession\tone',
      '#HttpOnly_127.0.0.1\tFALSE\t/deep\tFALSE\t4102444800\tdeep\ttwo',
      '127.0.0.1\tFALSE\t/\tFALSE\t1000000000\told\tthree',
      'other.test\tTRUE\t/\tFALSE\t0\tother\tfour',
      '127.0.0.1\tFALSE\t/\tFALSE\t0\tlonger-name\tfive',
      '',
    ].join('\n'),
  );
  server = createServer((socket) => {
    let raw = Buffer.alloc(0);
    let continued = false;
    socket.on('error', () => {});
    socket.on('data', (chunk) => {
      raw = Buffer.concat([raw, chunk]);
      const split = raw.indexOf('\r\n\r\n');
      if (split < 0) return;
      const head = raw.subarray(0, split).toString('latin1');
      if (/^expect: 100-continue$/im.test(head) && !continued) {
        continued = true;
        socket.write('HTTP/1.1 100 Continue\r\n\r\n');
      }
      const length = Number(/^content-length:\s*(\d+)$/im.exec(head)?.[1] ?? 0);
      const whole = /^transfer-encoding: chunked$/im.test(head)
        ? raw.includes('0\r\n\r\n', split)
        : raw.length >= split + 4 + length;
      if (!whole) return;
      received.push(raw);
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address ? address.port : 0;
});

afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const shellEnv = { TOKEN: 't0k en', EMPTY: '' };

/** What real curl puts on the wire for a line that bash runs, one after the other; nothing where curl refuses. */
function sendWithCurl(line: string): Promise<readonly Buffer[]> {
  return new Promise((resolve) => {
    received = [];
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, LC_ALL: 'C.UTF-8', ...shellEnv };
    const child = spawn('bash', ['-c', line], { cwd: folder, env, stdio: ['pipe', 'ignore', 'ignore'] });
    child.stdin.on('error', () => {});
    child.stdin.end('from stdin');
    child.on('close', () => resolve(received));
  });
}

interface Wire {
  readonly requestLine: string;
  readonly headers: readonly string[];
  readonly body: string;
}

/** Boundaries are random, the version is the installed one, `Expect` is the sending's own affair: all else must be equal. */
function normalise(requestLine: string, headers: readonly string[], body: string): Wire {
  const boundary = headers.map((line) => /^Content-Type: .*boundary=(\S+)$/.exec(line)?.[1]).find(Boolean);
  const plain = (text: string) => (boundary ? text.replaceAll(boundary, 'BOUNDARY') : text);
  return {
    requestLine,
    headers: headers
      .filter((line) => !/^(Expect|Proxy-Connection):/.test(line))
      .map((line) =>
        plain(line)
          .replace(/^(User-Agent: curl\/)[\d.]+$/, '$1x')
          .replace(/^Content-Length: .*/, boundary ? 'Content-Length: n' : '$&'),
      ),
    body: plain(body),
  };
}

function readWire(raw: Buffer): Wire {
  const split = raw.indexOf('\r\n\r\n');
  const [requestLine, ...headers] = raw.subarray(0, split).toString('utf8').split('\r\n');
  let body = raw.subarray(split + 4).toString('latin1');
  if (/^transfer-encoding: chunked$/im.test(headers.join('\n')))
    body = body.replace(/^[0-9a-f]+\r\n/i, '').replace(/\r\n0\r\n\r\n$/, '');
  return normalise(
    requestLine!,
    headers.map((line) => line.replace(/^([^:]+):\s*/, '$1: ')),
    body,
  );
}

function readOurs(line: string): readonly Wire[] {
  const context = {
    readFile: (path: string) => {
      try {
        return readFileSync(join(folder, path));
      } catch {
        throw new InputError('UNREADABLE_FILE', `no ${path}`);
      }
    },
    readStdin: () => new TextEncoder().encode('from stdin'),
    env: { HOME: folder, ...shellEnv },
  };
  return curl.read(line, context).map(({ exchange: { request }, send }) => {
    const target =
      send.requestTarget ??
      (send.proxy && !send.proxyTunnel ? request.url : request.url.replace(/^https?:\/\/[^/]*/, ''));
    const version = send.httpVersion === '1.0' ? '1.0' : '1.1';
    const headers = request.headers.map(([name, value]) => `${name}: ${value}`);
    for (const [name, value] of send.proxyHeaders ?? []) {
      headers.splice(name === 'Proxy-Authorization' ? 1 : headers.length, 0, `${name}: ${value}`);
    }
    const body = request.body?.bytes ?? new TextEncoder().encode(request.body?.text ?? '');
    return normalise(`${request.method} ${target} HTTP/${version}`, headers, Buffer.from(body).toString('latin1'));
  });
}

describe.skipIf(!version)('what the curl reader says is sent is what real curl sends', () => {
  for (const template of DIFFERENTIAL_LINES) {
    it(template.slice(0, 100), async () => {
      const line = template.replaceAll('URL', `http://127.0.0.1:${port}`).replaceAll('PORTONLY', String(port));
      const raw = await sendWithCurl(line);
      if (raw.length === 0) {
        // Where curl itself refuses, so must we.
        expect(() => readOurs(line)).toThrow(InputError);
        return;
      }
      expect(readOurs(line)).toEqual(raw.map(readWire));
    });
  }
});
