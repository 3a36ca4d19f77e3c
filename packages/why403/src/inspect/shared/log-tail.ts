/** The end of a log file, where the line of a request just sent must stand. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

const TAIL = 512 * 1024;
const MAX_LINE = 16_384;

/** The last lines of a file (at most 512 KiB), oldest first; a line cut by the limit is left out. Throws where it cannot be read. */
export function readTail(file: string): readonly string[] {
  const fd = openSync(file, 'r');
  try {
    const info = fstatSync(fd);
    if (!info.isFile()) return [];
    const start = Math.max(0, info.size - TAIL);
    const buffer = Buffer.alloc(info.size - start);
    const length = readSync(fd, buffer, 0, buffer.length, start);
    const lines = buffer.toString('utf8', 0, length).split('\n');
    if (start > 0) lines.shift();
    if (lines.at(-1) === '') lines.pop();
    return lines.map((line) => (line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line));
  } finally {
    closeSync(fd);
  }
}

/** As `readTail`, but an unreadable file is one sentence for `unseen` and no lines. */
export function readTailOr(file: string | undefined, unseen: (says: string) => void): readonly string[] {
  if (!file) return [];
  try {
    return readTail(file);
  } catch (error) {
    unseen(`${file}: ${sayFileError(error)}.`);
    return [];
  }
}

/** A file error in the product's words. */
export function sayFileError(error: unknown): string {
  const code = (error as { code?: string }).code ?? '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'not found',
    EACCES: 'not readable by this user',
    EISDIR: 'is a directory',
    ENOTFILE: 'not a regular file',
    EFBIG: 'larger than 4 MiB, not read',
    ELOOP: 'a loop of symbolic links',
  };
  return words[code] ?? `cannot be read (${code || 'unknown error'})`;
}

/** Finds the last access-log line (common or combined format) of this method, target and status, and the client's address in it. */
export function findAccessLine(
  lines: readonly string[],
  wanted: { readonly method: string; readonly target: string; readonly status: number | undefined },
): { readonly address: string; readonly line: string } | undefined {
  const request = `"${wanted.method} ${wanted.target} HTTP/`;
  for (let i = lines.length - 1; i >= 0; i--) {
    const line = lines[i] as string;
    const at = line.indexOf(request);
    if (at < 0) continue;
    const status = /^[^"]*" (\d{3}) /.exec(line.slice(at + request.length))?.[1];
    if (wanted.status !== undefined && status !== undefined && Number(status) !== wanted.status) continue;
    const address = /(?:^|[\s"])([0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}|\d{1,3}(?:\.\d{1,3}){3})(?=[\s":,]|$)/.exec(
      line.slice(0, at),
    )?.[1];
    if (address) return { address, line };
  }
  return undefined;
}
