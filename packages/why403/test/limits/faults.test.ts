import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { Diagnosis, Document } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run } from '../../src/command/run.ts';

const REFUSED =
  'HTTP/1.1 403 Forbidden\r\nContent-Type: text/plain\r\nContent-Length: 9\r\nConnection: close\r\n\r\nForbidden';
const PASSED = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok';

/** A server that does to each request what `act` says, by its number from 0 on. */
async function serve(
  act: (socket: Socket, index: number, server: Server) => void,
): Promise<{ url: string; count(): number }> {
  let index = 0;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    socket.once('data', () => act(socket, index++, server));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/admin/report`, count: () => index };
}

async function why403(
  ...words: readonly string[]
): Promise<{ status: number; told: Diagnosis | undefined; err: string }> {
  let [out, err] = ['', ''];
  const status = await run(['--json', ...words], {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: {},
  });
  return { status, told: out ? (JSON.parse(out) as Document).diagnoses[0] : undefined, err };
}

const gaps = (d: Diagnosis | undefined): string[] =>
  (d?.notes ?? []).filter((n) => n.kind === 'gap').map((n) => n.text);
const CREDENTIAL = ['-H', 'Authorization: Bearer 0123456789abcdef0123'];

describe('a server with faults of its own', () => {
  test('that dies after the first answer leaves a diagnosis, with the experiments that failed', async () => {
    const site = await serve((socket, index, server) => {
      socket.end(REFUSED);
      if (index === 0) server.close();
    });
    const { told, status } = await why403('curl', site.url, ...CREDENTIAL);
    expect(told?.response?.status).toBe(403);
    expect(told!.experiments.length).toBeGreaterThan(0);
    expect(told!.experiments.every((e) => e.outcome === 'failed' && e.says !== '')).toBe(true);
    expect([0, 1]).toContain(status);
    expect(told!.verdict.certainty).not.toBe('proven');
  });

  test('that resets every connection but the first leaves a diagnosis', async () => {
    const site = await serve((socket, index) => (index === 0 ? socket.end(REFUSED) : socket.resetAndDestroy()));
    const { told } = await why403('curl', site.url, ...CREDENTIAL);
    expect(told?.response?.status).toBe(403);
    expect(new Set(told!.experiments.map((e) => e.outcome))).toEqual(new Set(['failed']));
    expect(told!.requestsSent).toBeLessThanOrEqual(12);
  });

  test('that never ends its answers is not waited for beyond the time that the user gave', async () => {
    const site = await serve((socket, index) => {
      if (index === 0) socket.end(REFUSED);
      else socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 1000\r\n\r\nxx');
    });
    const { told } = await why403('--max-requests', '3', 'curl', '-m', '0.5', site.url, ...CREDENTIAL);
    expect(told?.response?.status).toBe(403);
    expect(told!.requestsSent).toBeLessThanOrEqual(3);
    expect(told!.experiments.some((e) => e.outcome === 'allowed' && e.says === '' && e.status === null)).toBe(false);
  });

  test('that answers the same request otherwise the next time proves nothing, and that is said', async () => {
    const site = await serve((socket, index) => socket.end(index === 0 ? REFUSED : PASSED));
    const { told } = await why403('curl', site.url, ...CREDENTIAL);
    expect(told?.response?.status).toBe(403);
    expect(told!.verdict.certainty).not.toBe('proven');
    expect(told!.causes.flatMap((c) => c.fixes).filter((f) => f.verified === true)).toEqual([]);
    expect(gaps(told).join(' ')).toMatch(/not stable|did not pass again/);
  });

  test('that limits the rate of the experiments is obeyed, and what is missing is said', async () => {
    const site = await serve((socket, index) =>
      socket.end(
        index < 2
          ? REFUSED
          : 'HTTP/1.1 429 Too Many Requests\r\nRetry-After: 3600\r\nContent-Length: 0\r\nConnection: close\r\n\r\n',
      ),
    );
    const { told } = await why403('curl', site.url, ...CREDENTIAL);
    expect(site.count()).toBe(3);
    expect(gaps(told).join(' ')).toMatch(
      /The wait that the server asks for takes 3600 seconds, more than --max-wait allows/,
    );
  });

  test('that gives no whole answer at all ends with status 3 and one line', async () => {
    const site = await serve((socket) => socket.resetAndDestroy());
    const { status, told, err } = await why403(site.url);
    expect([status, told]).toEqual([3, undefined]);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});
