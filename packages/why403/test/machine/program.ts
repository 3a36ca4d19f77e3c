import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A free port of this machine. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return typeof address === 'object' && address ? address.port : 0;
}

export interface Program {
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** Words of the command; `PORT` stands for the port. */
  readonly words: readonly string[];
  readonly port?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/** Starts a program of its own in a folder, its output in `out.log` there, and waits until it listens. */
export async function start({ folder, files, words, env, uid, port: given }: Program): Promise<number> {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const port = given ?? (await freePort());
  const out = openSync(join(folder, 'out.log'), 'a');
  const [program = '', ...rest] = words.map((word) => word.replace('PORT', String(port)));
  const child: ChildProcess = spawn(program, rest, {
    cwd: folder,
    stdio: ['ignore', out, out],
    env: { PATH: process.env['PATH'], ...env },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined);
    if (answer) return port;
    if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
