import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { runLogs } from '../../src/logs/index.ts';

/** A folder of files that goes away with the test. */
export async function inFolder<T>(
  run: (put: (name: string, content: string | Buffer) => Promise<string>) => Promise<T>,
) {
  const folder = await mkdtemp(join(tmpdir(), 'why403-logs-'));
  try {
    return await run(async (name, content) => {
      const file = join(folder, name);
      await writeFile(file, content);
      return file;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs the command on given standard input and collects what it writes. */
export async function command(argv: readonly string[], stdin: string | Buffer = '', signal?: AbortSignal) {
  const out = { stdout: new PassThrough(), stderr: new PassThrough() };
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    out[name].on('data', (chunk: Buffer) => {
      text[name] += chunk.toString();
    });
  const status = await runLogs(argv, {
    stdin: Readable.from(stdin.length ? [Buffer.from(stdin)] : []),
    ...out,
    env: { NO_COLOR: '1' },
    ...(signal && { signal }),
  });
  return { status, ...text };
}

/** A line of the combined format; the clock is 31 January 2026, `at` seconds past noon. */
export function combined(at: number, client: string, request: string, status: number, agent = 'Mozilla/5.0'): string {
  const time = new Date(Date.UTC(2026, 0, 31, 12, 0, at)).toISOString().slice(11, 19);
  return `${client} - - [31/Jan/2026:${time} +0100] "${request} HTTP/1.1" ${status} 153 "-" "${agent}"\n`;
}
