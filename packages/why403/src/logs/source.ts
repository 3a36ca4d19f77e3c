// Bytes of a log in blocks that end with whole lines. A block is only valid until the next one is asked for.
import { readSync } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { createGunzip } from 'node:zlib';
import { readFilePiecesLater } from '../shared/read-file.ts';

/** Longest line that is read, in bytes; longer ones are passed over and counted. */
export const LINE_LIMIT = 65_536;
const BLOCK = 256 * 1024;

export interface Block {
  readonly bytes: Buffer;
  /** Whole lines stand in `bytes[start, end)`, each with its newline. */
  readonly start: number;
  readonly end: number;
  /** The rest behind the last newline of the file: a line that may be half-written. */
  readonly tail: boolean;
}

export interface Cutter {
  /** Room for the next bytes; they must be told with `took`. */
  room(): Buffer;
  /** The block that `length` new bytes complete, if any line ended in them. */
  took(length: number): Block | undefined;
  /** What is left behind the last newline. */
  rest(): Block | undefined;
  /** Lines that were longer than the limit so far. */
  readonly long: () => number;
}

/** Cuts a stream of bytes at newlines. Two buffers in turn, so that one can be filled while the other is read. */
export function createCutter(size: number = BLOCK): Cutter {
  const buffers = [Buffer.allocUnsafeSlow(LINE_LIMIT + size), Buffer.allocUnsafeSlow(LINE_LIMIT + size)];
  let turn = 0;
  // the unfinished line stands right before LINE_LIMIT in the buffer that is filled next
  let left = 0;
  let skipping = false;
  let long = 0;
  return {
    room: () => buffers[turn]!.subarray(LINE_LIMIT),
    took(length) {
      const bytes = buffers[turn]!;
      const other = buffers[1 - turn]!;
      const filled = LINE_LIMIT + length;
      let start = LINE_LIMIT - left;
      const last = bytes.subarray(0, filled).lastIndexOf(10);
      const ended = last >= LINE_LIMIT;
      if (skipping && ended) {
        start = bytes.indexOf(10, LINE_LIMIT) + 1;
        skipping = false;
      } else if (skipping) {
        left = 0;
        return undefined;
      }
      const from = ended ? last + 1 : start;
      if (filled - from > LINE_LIMIT) {
        skipping = true;
        long++;
        left = 0;
      } else {
        left = filled - from;
        bytes.copy(other, LINE_LIMIT - left, from, filled);
      }
      turn = 1 - turn;
      return ended && last + 1 > start ? { bytes, start, end: last + 1, tail: false } : undefined;
    },
    rest() {
      if (left === 0 || skipping) return undefined;
      const block = { bytes: buffers[turn]!, start: LINE_LIMIT - left, end: LINE_LIMIT, tail: true };
      left = 0;
      return block;
    },
    long: () => long,
  };
}

/** A log that can be looked at before it is read. */
export interface Source {
  /** Its first bytes, unpacked, at most 64 KiB. */
  readonly head: Buffer;
  blocks(cutter: Cutter): AsyncGenerator<Block>;
}

/** Opens a file, a pipe with a name, or, for `-`, standard input. Throws the errors of the file system and of zlib. */
export async function openSource(file: string, stdin: AsyncIterable<Uint8Array | string> | undefined): Promise<Source> {
  if (file === '-') return fromStream(stdin ?? Readable.from([]));
  const info = await stat(file);
  if (info.isDirectory()) throw Object.assign(new Error('is a directory'), { code: 'EISDIR' });
  // What is no regular file can be read once only.
  if (!info.isFile()) return fromStream(readFilePiecesLater(file, { most: Number.MAX_SAFE_INTEGER, pipes: true }));
  const head = await readHead(file);
  return { head, blocks: (cutter) => readFile(file, cutter) };
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function* readFile(file: string, cutter: Cutter): AsyncGenerator<Block> {
  const handle = await open(file, 'r');
  try {
    const magic = Buffer.alloc(2);
    await handle.read(magic, 0, 2, 0);
    if (isGzip(magic)) {
      yield* cutChunks(unpack(handle.createReadStream({ start: 0, autoClose: false })), cutter);
      return;
    }
    yield* readFrom(handle, 0, cutter);
  } finally {
    await handle.close();
  }
  const rest = cutter.rest();
  if (rest) yield rest;
}

/** Blocks from a place in an open file up to its end or to `until`, without the unfinished line. Returns the place reached. */
export async function* readFrom(
  handle: FileHandle,
  from: number,
  cutter: Cutter,
  until = Number.POSITIVE_INFINITY,
): AsyncGenerator<Block, number> {
  let position = from;
  let turn = 0;
  // Files are read synchronously: their pages mostly are in memory, where handing a read to another thread costs more than
  // the read. Every 64 blocks others may run.
  while (position < until) {
    const length = readSync(handle.fd, cutter.room(), 0, Math.min(BLOCK, until - position), position);
    if (length === 0) break;
    position += length;
    const block = cutter.took(length);
    if (block) yield block;
    if (++turn % 64 === 0) await setImmediate();
  }
  return position;
}

function unpack(packed: Readable): Readable {
  return pipeline(packed, createGunzip(), () => {});
}

async function fromStream(stream: AsyncIterable<Uint8Array | string>): Promise<Source> {
  const raw = await peek(stream);
  const plain = isGzip(raw.head) ? await peek(unpack(Readable.from(raw.all()))) : raw;
  return { head: plain.head, blocks: (cutter) => cutChunks(plain.all(), cutter) };
}

/** Takes bytes off a stream up to its first newline or 64 KiB, so that a live stream is not waited for. */
async function peek(stream: AsyncIterable<Uint8Array | string>) {
  const iterator = stream[Symbol.asyncIterator]();
  const parts: Buffer[] = [];
  for (let size = 0; size < LINE_LIMIT; ) {
    const { done, value } = await iterator.next();
    if (done) break;
    const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(value);
    parts.push(bytes);
    size += bytes.length;
    if (bytes.includes(10) || isGzip(parts[0]!)) break;
  }
  const head = Buffer.concat(parts);
  return {
    head: head.subarray(0, LINE_LIMIT),
    async *all(): AsyncGenerator<Uint8Array | string> {
      if (head.length) yield head;
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
    },
  };
}

/** Blocks of a stream, the unfinished line last. */
async function* cutChunks(chunks: AsyncIterable<Uint8Array | string>, cutter: Cutter): AsyncGenerator<Block> {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    for (let at = 0; at < bytes.length; at += BLOCK) {
      const piece = bytes.subarray(at, at + BLOCK);
      cutter.room().set(piece);
      const block = cutter.took(piece.length);
      if (block) yield block;
    }
  }
  const rest = cutter.rest();
  if (rest) yield rest;
}

async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file, 'r');
  try {
    const head = Buffer.alloc(LINE_LIMIT);
    const { bytesRead } = await handle.read(head, 0, LINE_LIMIT, 0);
    if (!isGzip(head)) return head.subarray(0, bytesRead);
    const parts: Buffer[] = [];
    let size = 0;
    const stream = handle.createReadStream({ start: 0, autoClose: false });
    try {
      for await (const part of unpack(stream)) {
        parts.push(part as Buffer);
        size += (part as Buffer).length;
        if (size >= LINE_LIMIT) break;
      }
    } catch (error) {
      // an archive that ends too early can still be looked at
      if (size === 0) throw error;
    } finally {
      stream.destroy();
    }
    return Buffer.concat(parts).subarray(0, LINE_LIMIT);
  } finally {
    await handle.close();
  }
}
