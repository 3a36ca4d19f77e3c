import { Readable } from 'node:stream';
import { run } from '../../src/command/run.ts';

/** Runs the command in this process, and keeps what it wrote. */
export async function why403(argv: readonly string[], env: Readonly<Record<string, string>> = {}, stdin = '') {
  let out = '';
  let err = '';
  const status = await run(argv, {
    stdin: Readable.from([stdin]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env,
  });
  return { status, out, err };
}
