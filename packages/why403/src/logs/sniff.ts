import { ERROR_FORMATS } from './errors/index.ts';
import combined from './formats/combined.ts';
import { customFormat } from './formats/custom.ts';
import haproxy from './formats/haproxy.ts';
import { isJsonAccess, jsonFormat, statusPrefix } from './formats/json-lines.ts';
import type { AccessFormat, ErrorFormat } from './model.ts';

export type Sniffed =
  | { readonly kind: 'access'; readonly format: AccessFormat }
  | { readonly kind: 'error'; readonly format: ErrorFormat }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unknown'; readonly says: string };

const MAGIC: readonly (readonly [number[], string])[] = [
  [[0x28, 0xb5, 0x2f, 0xfd], 'is compressed with zstd; unpack it first (zstdcat FILE | why403 logs -)'],
  [[0xfd, 0x37, 0x7a, 0x58], 'is compressed with xz; unpack it first (xzcat FILE | why403 logs -)'],
  [[0x42, 0x5a, 0x68], 'is compressed with bzip2; unpack it first (bzcat FILE | why403 logs -)'],
  [[0x50, 0x4b, 0x03, 0x04], 'is a zip archive; unpack it first (unzip -p FILE | why403 logs -)'],
];

/** What kind of log begins with these bytes. `given` is a format's name or the user's own format string. */
export function sniff(head: Buffer, given: string | undefined): Sniffed {
  if (head.length === 0) return { kind: 'empty' };
  for (const [magic, says] of MAGIC) if (magic.every((byte, i) => head[i] === byte)) return { kind: 'unknown', says };
  const lines = sampleOf(head);
  const error = best(lines, ERROR_FORMATS, (format, line) => format.accepts(line));
  if (given !== undefined) {
    return error && error.share > 0.5
      ? { kind: 'error', format: error.format }
      : { kind: 'access', format: named(given, lines) };
  }
  const access = best(lines, ['combined', 'haproxy', 'json'] as const, (name, line) => matches(name, line));
  if (access && (!error || access.share >= error.share)) return { kind: 'access', format: named(access.format, lines) };
  if (error) return { kind: 'error', format: error.format };
  // Caddy's own log without access lines
  if (lines.some((line) => line.startsWith('{') && /"logger":"http\./.test(line)))
    return { kind: 'access', format: jsonFormat(undefined) };
  const binary = head.subarray(0, 4096).includes(0);
  return {
    kind: 'unknown',
    says: binary
      ? 'is binary, no log that can be read'
      : 'has no line of a known access or error log; say its format with --format',
  };
}

/** A format by name, else by the user's own format string. Throws InputError for a string that is none. */
export function named(given: string, lines: readonly string[] = []): AccessFormat {
  switch (given) {
    case 'common':
    case 'combined':
      return combined;
    case 'haproxy':
      return haproxy;
    case 'json':
    case 'caddy':
      // Error lines of Caddy must be seen as well, and those of mixed loggers have no status in the same place.
      return lines.some((line) => /"logger":"http\.(?:log\.error|handlers|authentication)/.test(line))
        ? jsonFormat(undefined)
        : jsonFormat(statusPrefix(lines));
    default:
      return customFormat(given);
  }
}

function matches(name: 'combined' | 'haproxy' | 'json', line: string): boolean {
  if (name === 'json') return isJsonAccess(line);
  const bytes = Buffer.from(line);
  if (name === 'haproxy') return haproxy.read(bytes, 0, bytes.length, 0) != null;
  const hit = /" \d{3} /.exec(line);
  return !!hit && combined.read(bytes, 0, bytes.length, Buffer.byteLength(line.slice(0, hit.index))) != null;
}

function best<F>(
  lines: readonly string[],
  formats: readonly F[],
  fits: (format: F, line: string) => boolean,
): { format: F; share: number } | undefined {
  let found: { format: F; share: number } | undefined;
  for (const format of formats) {
    const share = lines.filter((line) => fits(format, line)).length / Math.max(1, lines.length);
    if (share > 0 && (!found || share > found.share)) found = { format, share };
  }
  return found;
}

function sampleOf(head: Buffer): string[] {
  const lines = head.toString('utf8').split('\n');
  if (lines.length > 1) lines.pop();
  return lines
    .filter((line) => line.trim() !== '' && line.length < 32_000)
    .slice(0, 200)
    .map((line) => line.replace(/\r$/, ''));
}
