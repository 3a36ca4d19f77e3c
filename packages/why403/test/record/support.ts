import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttp2Server, createSecureServer } from 'node:http2';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Diagnosis } from '@why403/core';
import { expect, onTestFinished } from 'vitest';
import { BIN } from '../cli/command.ts';
import type { Identity } from '../send/certificates.ts';

/** What became of a process. */
export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Recorded extends Ran {
  /** What the command itself wrote to standard error, and the lines of why403 beside the document. */
  readonly notes: string;
  readonly diagnoses: readonly Diagnosis[];
  /** Files in the private state folder after it. */
  readonly left: readonly string[];
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly stdin?: string | Uint8Array;
  /** Options of why403. */
  readonly own?: readonly string[];
  readonly onStart?: (child: ReturnType<typeof spawn>) => void;
  readonly onOutput?: (text: string, child: ReturnType<typeof spawn>) => void;
}

/** A folder that is gone when the test is done. */
export function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), 'why403-record-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

function run(words: readonly string[], { env, cwd, stdin, onStart, onOutput }: RunOptions): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(words[0]!, words.slice(1), {
      env: { PATH: process.env['PATH'] ?? '', HOME: cwd ?? tmpdir(), GIT_TERMINAL_PROMPT: '0', ...env },
      ...(cwd !== undefined && { cwd }),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    onStart?.(child);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('latin1').on('data', (text: string) => {
      stdout += text;
      onOutput?.(text, child);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, stdout, stderr }));
    child.stdin.on('error', () => {});
    child.stdin.end(stdin ?? '');
  });
}

/** Runs a command as it is. */
export const direct = (command: readonly string[], options: RunOptions = {}): Promise<Ran> => run(command, options);

/** Runs it with `why403 --` before it. */
export async function recorded(command: readonly string[], options: RunOptions = {}): Promise<Recorded> {
  const state = folder();
  const own = options.own ?? ['--json'];
  const env = { XDG_STATE_HOME: state, ...options.env };
  const ran = await run([process.execPath, BIN, ...own, '--', ...command], { ...options, env });
  const at =
    ran.stderr.indexOf('{"schema":"why403/1"') >= 0
      ? ran.stderr.indexOf('{"schema"')
      : ran.stderr.indexOf('{\n  "schema"');
  const document = at < 0 ? { diagnoses: [] } : JSON.parse(ran.stderr.slice(at));
  const runs = path.join(state, 'why403');
  const left = existsSync(runs) ? readdirSync(runs, { recursive: true }).map(String) : [];
  return { ...ran, notes: at < 0 ? ran.stderr : ran.stderr.slice(0, at), diagnoses: document.diagnoses, left };
}

/** Runs it both ways: output and end have to be the same, and nothing may be left. Gives what was recorded. */
export async function both(command: readonly string[], options: RunOptions = {}): Promise<Recorded> {
  const plain = await direct(command, options);
  const seen = await recorded(command, options);
  expect([seen.status, seen.signal, seen.stdout]).toEqual([plain.status, plain.signal, plain.stdout]);
  expect(seen.left).toEqual([]);
  return seen;
}

/** Statuses, URLs and causes of what was diagnosed. */
export const told = ({ diagnoses }: Recorded): readonly string[] =>
  diagnoses.map(({ response, request, verdict }) => `${response?.status} ${request.method} ${verdict.cause}`);

export interface Refusing {
  readonly port: number;
  readonly origin: string;
  readonly seen: string[];
}

/** What the servers here refuse with: RFC 6750 in so many words. */
export function refuse(request: IncomingMessage, response: ServerResponse): void {
  if (request.url?.startsWith('/ok')) return void response.end('fine\n');
  response.writeHead(403, {
    'Content-Type': 'application/json',
    'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="posts:delete"',
  });
  response.end('{"error":"insufficient_scope"}\n');
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A server on loopback; with an identity over TLS, with `h2` over HTTP/2 (in clear without an identity). */
export async function refusing(
  options: {
    readonly identity?: Identity;
    readonly h2?: boolean;
    readonly answer?: Answer;
    readonly asksCertificate?: boolean;
  } = {},
): Promise<Refusing> {
  const { identity, h2, answer = refuse, asksCertificate } = options;
  const seen: string[] = [];
  const serve: Answer = (request, response) => {
    seen.push(`${request.httpVersion} ${request.method} ${request.url}`);
    answer(request, response);
  };
  const keys = identity && {
    key: identity.key,
    cert: identity.cert,
    ...(asksCertificate && { requestCert: true, rejectUnauthorized: false }),
  };
  const server = (
    h2
      ? keys
        ? createSecureServer({ ...keys, allowHTTP1: true }, serve as never)
        : createHttp2Server(serve as never)
      : keys
        ? createTlsServer(keys, serve)
        : createServer(serve)
  ) as Server;
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {});
  server.on('sessionError', () => {});
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    const closed = new Promise((done) => server.close(done));
    for (const socket of sockets) socket.destroy();
    await closed;
  });
  const { port } = server.address() as AddressInfo;
  return { port, origin: `${identity ? 'https' : 'http'}://localhost:${port}`, seen };
}
