import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import type { Diagnosis, Document } from '@why403/core';
import { onTestFinished } from 'vitest';
import { run } from '../../src/command/run.ts';

/** What a user sees of one run. */
export interface Seen {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Terminal {
  /** What is typed at the question; without it there is no terminal. */
  readonly types?: string;
  /** Where copies of changed files go. */
  readonly state?: string;
}

/** A folder that is gone when the test is done. */
export function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'why403-server-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

/** The command, run as from a shell. */
export async function why403(words: readonly string[], { types, state = folder() }: Terminal = {}): Promise<Seen> {
  const out: string[] = [];
  const err: string[] = [];
  const isTTY = types !== undefined;
  const stdin = Object.assign(new PassThrough(), { isTTY });
  stdin.end(types ?? '');
  const status = await run(words, {
    stdin,
    stdout: { write: (text) => out.push(text), isTTY: false },
    stderr: { write: (text) => err.push(text), isTTY },
    env: { XDG_STATE_HOME: state, NO_COLOR: '1' },
  });
  return { status, stdout: out.join(''), stderr: err.join('') };
}

/** The one diagnosis of a run with `--json`. */
export async function diagnosed(words: readonly string[]): Promise<Diagnosis> {
  const { stdout, stderr } = await why403(['--json', ...words]);
  if (!stdout) throw new Error(`no document: ${stderr}`);
  const [only, ...more] = (JSON.parse(stdout) as Document).diagnoses;
  if (!only || more.length) throw new Error('not one diagnosis');
  return only;
}
