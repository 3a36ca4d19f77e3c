// The one place where files are read whole. `node:fs` alone reads a device or a pipe without end, and a file of any size.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { setTimeout } from 'node:timers/promises';

/** Most bytes of one file, where its reader says no other. */
export const MOST_BYTES = 8 * 1024 * 1024;
/** Most bytes and files of one inspection: configurations, lists and sources together. */
const MOST_ALL = 16 * 1024 * 1024;
const MOST_FILES = 5_000;
/** Most names of one folder. */
const MOST_NAMES = 20_000;
/** Milliseconds until somebody has to write into a pipe, and until more has to come. */
const NO_WRITER = 3_000;
const SLOW_WRITER = 30_000;
/** And between two looks. */
const TURN = 10;

/** Why a file is not read; `code` as the file system's own errors have it, or one of these three. */
export class FileError extends Error {
  override readonly name = 'FileError';
  readonly code: 'EFBIG' | 'ENOTFILE' | 'ETIMEDOUT' | 'EISDIR';
  /** The rest of a sentence that begins with the file's name and "cannot be read: ". */
  readonly reason: string;

  constructor(file: string, code: FileError['code'], reason: string) {
    super(`${file}: ${reason}`);
    this.code = code;
    this.reason = reason;
  }
}

export interface ReadLimits {
  /** Most bytes. */
  readonly most?: number;
  /** Whether a pipe will do, too: what the user names as an input may be `<(command)` or /dev/stdin. */
  readonly pipes?: boolean;
}

/** Files that were read, with what they held then. */
let seen = new Map<string, string>();
let spent = 0;

/** Begins the counting of files and bytes anew. */
export function beginReading(): void {
  seen = new Map();
  spent = 0;
}

/** The bytes of a file. Throws FileError for what is too large or no file, and the errors of the file system. */
export function readFileBytes(file: string, limits: ReadLimits = {}): Buffer {
  const pieces: Buffer[] = [];
  for (const piece of readFilePieces(file, limits)) pieces.push(Buffer.from(piece));
  return pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
}

/** A file's text, read as UTF-8. */
export function readFileText(file: string, limits: ReadLimits = {}): string {
  return readFileBytes(file, limits).toString('utf8');
}

/** A file of a server's configuration, or one that it names: counted, so that includes and globs come to an end. */
export function readConfigured(file: string, limits: ReadLimits = {}): string {
  const bytes = readFileBytes(file, limits);
  if (!seen.has(file)) {
    seen.set(file, digestOf(bytes));
    spent += bytes.length;
    if (seen.size > MOST_FILES) throw new FileError(file, 'EFBIG', `more than ${MOST_FILES} files are included in all`);
    if (spent > MOST_ALL)
      throw new FileError(file, 'EFBIG', `with it, more than ${MOST_ALL >> 20} MiB are included in all`);
  }
  return bytes.toString('utf8');
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64');

/** What was read of the file at this path, which is no link, by whatever name: its digest, undefined where it was not read. */
export function digestWhenRead(path: string): string | undefined {
  const digest = seen.get(path);
  if (digest !== undefined) return digest;
  return [...seen].find(([name]) => realOrNone(name) === path)?.[1];
}

function realOrNone(name: string): string | undefined {
  try {
    return fs.realpathSync(name);
  } catch {
    return undefined;
  }
}

/** The first bytes of a file, however large it is. */
export function readStart(file: string, most: number): string {
  const fd = openFile(file, false);
  try {
    const buffer = Buffer.alloc(most);
    return buffer.toString('utf8', 0, fs.readSync(fd, buffer, 0, most, null));
  } finally {
    fs.closeSync(fd);
  }
}

/** The bytes of a file in one buffer: each piece is valid until the next is asked for. Waits for pipes. */
export function* readFilePieces(file: string | number, limits: ReadLimits): Generator<Buffer> {
  const still = new Int32Array(new SharedArrayBuffer(4));
  for (const piece of reading(file, limits)) {
    if (piece) yield piece;
    else Atomics.wait(still, 0, 0, TURN);
  }
}

/** The same without holding up what else is under way; the pieces stay. */
export async function* readFilePiecesLater(file: string | number, limits: ReadLimits): AsyncGenerator<Buffer> {
  for (const piece of reading(file, limits)) {
    if (piece) yield Buffer.from(piece);
    else await setTimeout(TURN);
  }
}

/** Piece by piece; undefined where there is nothing yet. */
function* reading(
  file: string | number,
  { most = MOST_BYTES, pipes = false }: ReadLimits,
): Generator<Buffer | undefined> {
  const fd = typeof file === 'number' ? file : openFile(file, pipes);
  const name = typeof file === 'number' ? 'standard input' : file;
  try {
    const info = fs.fstatSync(fd);
    const tooLarge = (): FileError => new FileError(name, 'EFBIG', `it is larger than ${sizeOf(most)}`);
    if (info.isFile() && info.size > most) throw tooLarge();
    const buffer = Buffer.allocUnsafe(Math.max(65_536, Math.min(info.size, 1 << 20)));
    let all = 0;
    // a file of the kernel's that holds nothing yet may never
    const patience = info.isFile() ? NO_WRITER : SLOW_WRITER;
    let since = Date.now();
    for (;;) {
      const read = readSome(fd, buffer);
      // a pipe with a name may have no writer yet
      const unwritten = read === 0 && all === 0 && info.isFIFO() && typeof file === 'string';
      if (read === 0 && !unwritten) return;
      if (read > 0) {
        all += read;
        if (all > most) throw tooLarge();
        yield buffer.subarray(0, read);
        since = Date.now();
        continue;
      }
      const wait = unwritten ? NO_WRITER : patience;
      if (Date.now() - since > wait)
        throw new FileError(name, 'ETIMEDOUT', `nothing comes out of it within ${wait / 1000} seconds`);
      yield undefined;
    }
  } finally {
    if (typeof file === 'string') fs.closeSync(fd);
  }
}

/** How many bytes came; 0 at the end, -1 where there is nothing yet. */
function readSome(fd: number, buffer: Buffer): number {
  try {
    return fs.readSync(fd, buffer, 0, buffer.length, null);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EAGAIN') return -1;
    if (code === 'EOF') return 0;
    throw error;
  }
}

function openFile(file: string, pipes: boolean): number {
  // a pipe that nobody writes into would keep the opening waiting
  const fd = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK);
  const info = fs.fstatSync(fd);
  const isStdin = pipes && /^\/(?:dev|proc\/self)\/(?:stdin|fd\/\d+)$/.test(file) && !info.isDirectory();
  if (info.isFile() || isStdin || (pipes && info.isFIFO())) return fd;
  fs.closeSync(fd);
  if (info.isDirectory()) throw new FileError(file, 'EISDIR', 'it is a directory');
  const kind = info.isFIFO() ? 'a pipe' : info.isSocket() ? 'a socket' : 'a device';
  throw new FileError(file, 'ENOTFILE', `it is ${kind}, not a file`);
}

/** The names in a folder, in order. Throws FileError where there are too many to go through. */
export function readFolderNames(folder: string): readonly string[] {
  const names: string[] = [];
  const handle = fs.opendirSync(folder);
  try {
    for (let entry = handle.readSync(); entry; entry = handle.readSync()) {
      if (names.length >= MOST_NAMES) throw new FileError(folder, 'EFBIG', `it holds more than ${MOST_NAMES} names`);
      names.push(entry.name);
    }
  } finally {
    handle.closeSync();
  }
  return names.sort();
}

/** Why it cannot be read, as the rest of a sentence: `there is no such file`. */
export function fileReason(error: unknown): string {
  if (error instanceof FileError) return error.reason;
  const { code } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    ENOENT: 'there is no such file',
    EACCES: 'permission denied',
    EISDIR: 'it is a directory',
    ENXIO: 'it is a socket, not a file',
  };
  return words[code ?? ''] ?? code ?? String(error);
}

function sizeOf(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.round(bytes / (1 << 20))} MiB` : `${Math.round(bytes / 1024)} KiB`;
}
