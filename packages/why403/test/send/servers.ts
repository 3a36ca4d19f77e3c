import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Http2Server, ServerHttp2Session } from 'node:http2';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { onTestFinished } from 'vitest';

/** A real server on loopback that keeps the exact bytes of every request. */
export interface EchoServer {
  readonly port: number;
  readonly url: string;
  /** Bytes of each request in Latin-1, in the order in which they came. */
  readonly requests: string[];
  /** What each connection ended with, for what never became a request. */
  readonly server: Server;
}

type Answer = (request: string, socket: Socket, index: number) => string | Uint8Array | undefined;

export const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok';

/** Answers every whole request with what `answer` gives; `undefined` leaves the connection as it is. */
export async function echoServer(answer: Answer = () => OK, tls?: TlsOptions): Promise<EchoServer> {
  const requests: string[] = [];
  const onConnection = (socket: Socket) => {
    let pending = '';
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      pending += chunk.toString('latin1');
      for (;;) {
        const end = endOfRequest(pending);
        if (end === undefined) return;
        const request = pending.slice(0, end);
        pending = pending.slice(end);
        requests.push(request);
        const reply = answer(request, socket, requests.length - 1);
        if (reply !== undefined) socket.write(typeof reply === 'string' ? Buffer.from(reply, 'latin1') : reply);
      }
    });
  };
  const server = tls ? createTlsServer(tls, onConnection) : createServer(onConnection);
  if (tls) server.on('tlsClientError', () => {});
  const port = await listen(server);
  return { port, url: `${tls ? 'https' : 'http'}://127.0.0.1:${port}`, requests, server };
}

/** The same for an HTTP/2 server, whose sessions are ended: to pull away their sockets upsets Node. */
export async function listenHttp2(server: Http2Server): Promise<number> {
  const sessions = new Set<ServerHttp2Session>();
  server.on('sessionError', () => {});
  server.on('session', (session) => {
    sessions.add(session);
    session.on('error', () => {});
    session.on('close', () => sessions.delete(session));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    for (const session of sessions) session.destroy();
    await closed;
  });
  return (server.address() as AddressInfo).port;
}

/** Listens on a free port of 127.0.0.1 and closes with the test. */
export async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

function endOfRequest(bytes: string): number | undefined {
  const head = bytes.indexOf('\r\n\r\n');
  if (head < 0) return undefined;
  const lines = bytes.slice(0, head);
  if (/^transfer-encoding: *chunked/im.test(lines)) {
    const end = bytes.indexOf('0\r\n\r\n', head);
    return end < 0 ? undefined : end + 5;
  }
  const length = Number(/^content-length: *(\d+)/im.exec(lines)?.[1] ?? 0);
  return bytes.length >= head + 4 + length ? head + 4 + length : undefined;
}

/** A folder that goes with the test. */
export function scratchFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'why403-send-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function hasProgram(name: string): boolean {
  try {
    execFileSync(name, [name === 'openssl' ? 'version' : '--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
