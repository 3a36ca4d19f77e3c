import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** The last lines of a file with the number of the first of them; the number is absent where the file is longer than what was read. */
export interface Tail {
  readonly lines: readonly string[];
  readonly firstLine?: number;
}

/** Reads the end of a log, `limit` bytes at most. Throws what `fs` throws. A last line without its end is left in. `wholeFrom`: where a line is known to begin. */
export function readTail(file: string, limit = 4 * 1024 * 1024, wholeFrom?: number): Tail {
  const fd = openSync(file, 'r');
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
