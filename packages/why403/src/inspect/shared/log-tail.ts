/** The end of a log file, where the line of a request just sent must stand. */
import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { FileError } from '../../shared/read-file.ts';

/** The last lines of a file with the number of the first of them; the number is absent where the file is longer than what was read. */
export interface Tail {
  readonly lines: readonly string[];
  readonly firstLine?: number;
}

/** Reads the end of a log, `limit` bytes at most. Throws what `fs` throws. A last line without its end is left in. `wholeFrom`: where a line is known to begin. */
export function readTail(file: string, limit = 4 * 1024 * 1024, wholeFrom?: number): Tail {
  const fd = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const stat = fstatSync(fd);
    if (!stat.isFile()) return { lines: [] };
    const from = Math.max(0, stat.size - limit);
    const buffer = Buffer.alloc(Math.min(limit, stat.size));
    const got = readSync(fd, buffer, 0, buffer.length, from);
    const lines = buffer.toString('utf8', 0, got).split('\n');
    // The first line may be half of one.
    if (from > 0 && from !== wholeFrom) return { lines: lines.slice(1) };
    if (from > 0) return { lines };
    return { lines, firstLine: 1 };
  } finally {
    closeSync(fd);
  }
}

/** Bytes that are read of what a log has grown by. */
const GROWN = 128 * 1024;

/** Lines that a log has grown by; none where it is another file by now. Throws what `fs` throws. */
export function writtenSince(file: string, before: number): readonly string[] {
  const grown = statSync(file).size - before;
  return grown > 0 ? readTail(file, Math.min(grown, GROWN), before).lines.filter((line) => line !== '') : [];
}

const SHORT_TAIL = 512 * 1024;
const MAX_LINE = 16_384;

/** The last lines of a file, of 512 KiB at most, long ones cut; an unreadable file is one sentence for `unseen` and no lines. */
export function readTailOr(file: string | undefined, unseen: (says: string) => void): readonly string[] {
  if (!file) return [];
  try {
    const { lines } = readTail(file, SHORT_TAIL);
    return (lines.at(-1) === '' ? lines.slice(0, -1) : lines).map((line) =>
      line.length > MAX_LINE ? line.slice(0, MAX_LINE) : line,
    );
  } catch (error) {
    unseen(`${file}: ${sayFileError(error)}.`);
    return [];
  }
}

/** A file error in the product's words. */
export function sayFileError(error: unknown): string {
  if (error instanceof FileError && error.code !== 'EISDIR') return `not read: ${error.reason}`;
  const code = (error as { code?: string }).code ?? '';
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'not found',
    EACCES: 'not readable by this user',
    EISDIR: 'is a directory',
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
