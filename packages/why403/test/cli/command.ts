import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Document } from '@why403/core';
import { onTestFinished } from 'vitest';

export const BIN = path.resolve(import.meta.dirname, '../../bin/why403.js');

/** What a user sees of one run. */
export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Called once with the process. */
  readonly onStart?: (child: ReturnType<typeof spawn>) => void;
  /** Called with each piece of output. */
  readonly onOutput?: (text: string, child: ReturnType<typeof spawn>) => void;
}

/** Runs the built command as a user does: a process of its own, no terminal. */
export function why403(words: readonly string[], options: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...words], {
      ...(options.cwd && { cwd: options.cwd }),
      env: { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), ...options.env },
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    options.onStart?.(child);
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      options.onOutput?.(text, child);
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
      options.onOutput?.(text, child);
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
    // the command need not read what it was given
    child.stdin.on('error', () => {});
    child.stdin.end(options.stdin ?? '');
  });
}

/** The document of a run with --json, which must be all that stands on standard output. */
export async function diagnosed(words: readonly string[], options: RunOptions = {}): Promise<Document> {
  const { stdout, stderr } = await why403(['--json', ...words], options);
  if (!stdout) throw new Error(`no document: ${stderr}`);
  return JSON.parse(stdout);
}

/** A real server on loopback, closed when the test is done; gives its origin. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse, body: string) => void,
): Promise<{ readonly origin: string; readonly seen: string[] }> {
  const seen: string[] = [];
  const server: Server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (text: string) => {
      body += text;
    });
    request.on('end', () => {
      seen.push(`${request.method} ${request.url}${body ? ` ${body}` : ''}`);
      answer(request, response, body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

/** A folder of its own with these files, gone when the test is done. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'why403-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  return folder;
}

/** One entry of a HAR, as browsers write it. */
export function harEntry(entry: {
  readonly url: string;
  readonly method?: string;
  readonly status: number;
  readonly sent?: Readonly<Record<string, string>>;
  readonly got?: Readonly<Record<string, string>>;
  readonly text?: string;
  readonly body?: string;
}): object {
  const list = (headers: Readonly<Record<string, string>> = {}) =>
    Object.entries(headers).map(([name, value]) => ({ name, value }));
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    time: 5,
    request: {
      method: entry.method ?? 'GET',
      url: entry.url,
      httpVersion: 'HTTP/1.1',
      headers: list({ Accept: '*/*', 'User-Agent': 'Mozilla/5.0', ...entry.sent }),
      ...(entry.body !== undefined && { postData: { mimeType: 'application/json', text: entry.body } }),
    },
    response: {
      status: entry.status,
      httpVersion: 'HTTP/1.1',
      headers: list(entry.got),
      content: { mimeType: 'text/plain', text: entry.text ?? '' },
    },
  };
}

export function har(...entries: readonly object[]): string {
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } });
}

/** A refusal that names its cause outright. */
export const CSRF_PAGE =
  '<html><head><title>403 Forbidden</title></head><body><h1>Forbidden</h1><p>CSRF verification failed. Request aborted.</p><p>Reason given for failure: CSRF cookie not set.</p></body></html>';
