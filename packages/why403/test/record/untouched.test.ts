// What goes through the recorder arrives as it was sent, when it was sent; and the command is as it would be without.
import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN } from '../cli/command.ts';
import { createTestAuthority } from '../send/certificates.ts';
import { echoServer, hasProgram, listen, OK } from '../send/servers.ts';
import { both, direct, folder, recorded, refusing, told } from './support.ts';

const authority = createTestAuthority('recording');
const identity = authority?.issue('localhost', 'DNS:localhost,IP:127.0.0.1');
const trust = { CURL_CA_BUNDLE: authority?.certFile ?? '', NODE_EXTRA_CA_CERTS: authority?.certFile ?? '' };
const MORE = 3 * 1024 * 1024;

describe('bytes', () => {
  const odd = [
    '-X',
    'LIST',
    '-H',
    'X-ODD-case: 1',
    '-H',
    'x-odd-CASE: 2',
    '-H',
    'A: b',
    '-H',
    'Empty;',
    '-d',
    'a=1&b=%20',
  ];

  it('of a request in clear are those without us', async () => {
    const one = await echoServer();
    const two = await echoServer();
    const words = (port: number): string[] => [
      'curl',
      '-sS',
      '--path-as-is',
      ...odd,
      '-H',
      'Host: fixed.example',
      `http://localhost:${port}/a/../b?c=%2F`,
    ];
    await direct(words(one.port));
    await recorded(words(two.port));
    expect(two.requests).toEqual(one.requests);
    expect(two.requests[0]).toContain('LIST /a/../b?c=%2F HTTP/1.1\r\n');
  });

  it.skipIf(!identity)('of a request over TLS too', async () => {
    const tls = { key: identity!.key, cert: identity!.cert };
    const one = await echoServer(() => OK, tls);
    const two = await echoServer(() => OK, tls);
    const words = (port: number): string[] => [
      'curl',
      '-sS',
      ...odd,
      '-H',
      'Host: fixed.example',
      `https://localhost:${port}/`,
    ];
    await direct(words(one.port), { env: trust });
    await recorded(words(two.port), { env: trust });
    expect(two.requests).toEqual(one.requests);
  });

  it('of strange answers reach the command: no status text, bare line ends, trailers, two lengths', async () => {
    const answers = [
      'HTTP/1.1 403\r\nContent-Length: 2\r\n\r\nno',
      'HTTP/1.1 403 No\nX: 1\nContent-Length: 2\n\nno',
      'HTTP/1.1 403 No\r\nTransfer-Encoding: chunked\r\nTrailer: X\r\n\r\n2;a=b\r\nno\r\n0\r\nX: y\r\n\r\n',
      'HTTP/1.1 403 No\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nno',
      'HTTP/1.0 403 No\r\n\r\nno',
    ];
    for (const answer of answers) {
      const server = await echoServer((_, socket) => {
        socket.end(Buffer.from(answer, 'latin1'));
        return undefined;
      });
      const ran = await both(['curl', '-sSi', `http://localhost:${server.port}/`]);
      expect(told(ran).map((line) => line.slice(0, 7))).toEqual(['403 GET']);
    }
  });

  it('of long bodies, both ways', async () => {
    const up = randomBytes(MORE);
    const file = path.join(folder(), 'up');
    writeFileSync(file, up);
    let sum = '';
    const answer = (request: NodeJS.ReadableStream, response: { end(bytes: Buffer): unknown }): void => {
      const hash = createHash('sha256');
      request
        .on('data', (bytes: Buffer) => hash.update(bytes))
        .on('end', () => {
          sum = hash.digest('hex');
          response.end(up);
        });
    };
    const hash = createHash('sha256').update(up).digest('hex');
    for (const options of identity ? [{}, { identity }, { identity, h2: true }] : [{}]) {
      const { origin } = await refusing({ ...options, answer: answer as never });
      const ran = await recorded(['curl', '-sS', '--http2', '-T', file, `${origin}/up`], { env: trust });
      expect([sum, createHash('sha256').update(ran.stdout, 'latin1').digest('hex')]).toEqual([hash, hash]);
    }
  });

  it('that wait for "100 Continue" wait, and go then', async () => {
    const file = path.join(folder(), 'up');
    writeFileSync(file, randomBytes(200_000));
    const server = createServer((socket) => {
      let size = 0;
      socket
        .on('error', () => {})
        .on('data', (bytes) => {
          if (size === 0) socket.write('HTTP/1.1 100 Continue\r\n\r\n');
          size += bytes.length;
          if (size > 200_000) socket.end('HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno');
        });
    });
    const port = await listen(server);
    const ran = await both(['curl', '-sS', '-H', 'Expect: 100-continue', '-T', file, `http://localhost:${port}/`]);
    expect(told(ran).map((line) => line.slice(0, 7))).toEqual(['403 PUT']);
  });

  it('of a stream come when they are sent', async () => {
    let goOn = (): void => {};
    const { origin } = await refusing({
      answer: (_, response) => {
        response.writeHead(200, { 'Content-Type': 'text/event-stream' });
        response.write('data: 1\n\n');
        goOn = () => response.end('data: 2\n\n');
      },
    });
    // the second half is sent when the first has arrived
    const ran = await recorded(['curl', '-sSN', `${origin}/`], {
      onOutput: (text) => {
        if (text.includes('data: 1')) goOn();
      },
    });
    expect(ran.stdout).toBe('data: 1\n\ndata: 2\n\n');
  });

  it('of what is no HTTP any more after an upgrade', async () => {
    const server = createServer((socket) => {
      socket
        .on('error', () => {})
        .once('data', () => {
          socket.write('HTTP/1.1 101 Switching Protocols\r\nUpgrade: own\r\nConnection: Upgrade\r\n\r\nhello\n');
          socket.on('data', (bytes) => socket.end(`${bytes}`.toUpperCase()));
        });
    });
    const port = await listen(server);
    const code = `const r = require('node:http').request({ port: ${port}, host: 'localhost', headers: { Upgrade: 'own', Connection: 'Upgrade' } });
      r.end(); r.on('upgrade', (_, s, head) => { s.write('ping'); s.on('data', (d) => process.stdout.write(d)); s.unshift(head); });`;
    expect((await both([process.execPath, '-e', code])).stdout).toBe('hello\nPING');
  });

  it('of a server that speaks first, as databases do', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {}).write('welcome\n');
      socket.on('data', (bytes) => socket.end(`got ${bytes}`));
    });
    const port = await listen(server);
    const code = `const s = require('node:net').connect(${port}, 'localhost'); s.on('data', (d) => process.stdout.write(d)); s.once('data', () => s.write('ping'));`;
    expect((await both([process.execPath, '-e', code])).stdout).toBe('welcome\ngot ping');
  });
});

describe('the command', () => {
  it('reads what is piped in, and ends with its own status', async () => {
    const stdin = randomBytes(300_000).toString('hex');
    const ran = await both(['sh', '-c', 'cat; echo to-error >&2; exit 7'], { stdin });
    expect([ran.status, ran.stdout.length]).toEqual([7, 600_000]);
    expect(ran.stderr.startsWith('to-error\n')).toBe(true);
  });

  it.each(['SIGTERM', 'SIGINT', 'SIGHUP'] as const)('gets %s, and we end as it does', async (signal) => {
    const ran = await both(['sh', '-c', 'echo ready; exec sleep 30'], {
      onOutput: (text, child) => {
        if (text.includes('ready')) child.kill(signal);
      },
    });
    expect([ran.status, ran.signal]).toEqual([null, signal]);
  });

  it('that deals with a signal itself ends as it likes', async () => {
    const ran = await both(['sh', '-c', 'trap "echo cleaned; exit 3" TERM; echo ready; while :; do sleep 0.05; done'], {
      onOutput: (text, child) => {
        if (text.includes('ready')) child.kill('SIGTERM');
      },
    });
    expect([ran.status, ran.stdout]).toEqual([3, 'ready\ncleaned\n']);
  });

  it('that is stopped in the middle leaves no file, and what was refused before is told', async () => {
    const { origin } = await refusing();
    const ran = await recorded(['sh', '-c', `curl -sS ${origin}/x; echo ready; exec sleep 30`], {
      onOutput: (text, child) => {
        if (text.includes('ready')) child.kill('SIGTERM');
      },
    });
    expect([ran.signal, ran.left, told(ran)]).toEqual(['SIGTERM', [], ['403 GET scope-insufficient']]);
  });

  it('runs with files that only its user can read; what a kill leaves goes with the next run', async () => {
    const state = folder();
    const env = { PATH: process.env['PATH'] ?? '', HOME: state, XDG_STATE_HOME: state };
    const child = spawn(process.execPath, [BIN, '--', 'sh', '-c', 'echo $SSL_CERT_FILE $$; exec sleep 30'], { env });
    const said = await new Promise<string>((done) => child.stdout.once('data', (text) => done(String(text))));
    const [file = '', pid] = said.trim().split(' ');
    const runs = path.join(state, 'why403/runs');
    for (const name of readdirSync(runs, { recursive: true })) {
      const info = statSync(path.join(runs, String(name)));
      expect((info.mode & 0o777).toString(8), String(name)).toBe(info.isDirectory() ? '700' : '600');
      // the key of the authority is nowhere
      if (info.isFile()) expect(readFileSync(path.join(runs, String(name)), 'latin1')).not.toContain('PRIVATE KEY');
    }
    child.kill('SIGKILL');
    await new Promise((done) => child.once('exit', done));
    process.kill(Number(pid));
    expect(existsSync(file)).toBe(true);
    await recorded(['true'], { env: { XDG_STATE_HOME: state } });
    expect(existsSync(file)).toBe(false);
  });

  it.skipIf(!hasProgram('script'))('has the terminal for itself', async () => {
    const words = (inner: string): string[] => ['script', '-qec', inner, '/dev/null'];
    const test = 'test -t 0 && test -t 1 && test -t 2 && echo terminal';
    const state = folder();
    const ran = await direct(words(`'${process.execPath}' '${BIN}' -- sh -c '${test}'`), {
      env: { XDG_STATE_HOME: state },
    });
    expect(ran.stdout).toContain('terminal');
  });
});
