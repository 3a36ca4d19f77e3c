import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { run } from '../../src/command/run.ts';
import { har, harEntry } from '../cli/command.ts';
import type { Planted } from './secrets-places.ts';

export interface Said {
  readonly status: number;
  readonly text: string;
}

/** A folder of its own, gone when the test is done. */
export function folder(files: Readonly<Record<string, string>> = {}): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'why403-secrets-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dir, name), text);
  return dir;
}

/** All that one run of the command writes to its streams. */
export async function said(
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
  stdin = '',
): Promise<Said> {
  let text = '';
  const stream = { write: (piece: string) => (text += piece) };
  const status = await run(argv, { stdin: Readable.from([stdin]), stdout: stream, stderr: stream, env });
  return { status, text };
}

/** Everything in a folder, one after another. */
export function allOf(dir: string): string {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

/** What is not planted of an exchange, so that it is refused. */
export function entryOf(planted: Planted): object {
  const { method = planted.body === undefined ? 'GET' : 'POST', url = 'https://api.example/x', status = 403 } = planted;
  return harEntry({
    method,
    url,
    status,
    sent: { ...(planted.type !== undefined && { 'Content-Type': planted.type }), ...planted.sent },
    got: { 'Content-Type': planted.answerType ?? 'application/json', ...planted.got },
    text: planted.text ?? '{"error":"forbidden"}',
    ...(planted.body !== undefined && { body: planted.body }),
  });
}

export function harOf(planted: readonly Planted[]): string {
  return har(...planted.map(entryOf));
}

/** A raw message, as `curl -v` or a proxy keeps it. */
export function rawOf(planted: Planted): string {
  const url = new URL(planted.url ?? 'https://api.example/x');
  const { method = planted.body === undefined ? 'GET' : 'POST', status = 403 } = planted;
  const lines = (headers: Readonly<Record<string, string>> = {}): string =>
    Object.entries(headers)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('');
  return `${method} ${planted.url ?? url.href} HTTP/1.1\r\nHost: api.example\r\n${lines({ ...(planted.type && { 'Content-Type': planted.type }), ...planted.sent })}\r\n${planted.body ?? ''}\r\n\r\nHTTP/1.1 ${status} Forbidden\r\n${lines({ 'Content-Type': planted.answerType ?? 'application/json', ...planted.got })}\r\n${planted.text ?? '{"error":"forbidden"}'}`;
}
