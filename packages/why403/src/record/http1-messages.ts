// Cuts what one side of an HTTP/1 connection says into its messages (RFC 9112), while the bytes go on their way untouched.
// Own code: Node's parser is not to be had alone, rewrites what it reads, and refuses what a server and a client agree about.
import type { Header } from '@why403/core';

/** How a message goes on after its head. `raw`: what follows is no HTTP any more. */
export type Framing = 'none' | 'chunked' | 'until-close' | 'raw' | { readonly length: number };

/** What is told of the messages, in the order of the bytes. */
export interface MessageListener {
  /** A head is whole: its first line, its fields, and its bytes. Says how the message goes on. */
  head(start: string, headers: readonly Header[], bytes: Buffer): Framing;
  /** Bytes of a message after its head, as they are on the wire. */
  wire?(bytes: Buffer): void;
  /** The same without the framing of chunks. */
  body(bytes: Buffer): void;
  end(): void;
  /** Bytes after the last message that is HTTP. */
  raw?(bytes: Buffer): void;
}

export interface Messages {
  push(bytes: Buffer): void;
  /** Nothing more comes. */
  close(): void;
  /** From here on nothing is HTTP. */
  goRaw(): void;
  /** Reads no further. What was not read is in `rest`. */
  hold(): void;
  readonly isHeld: () => boolean;
  readonly rest: () => Buffer;
  /** What came cannot be read, and nothing after it will be. */
  readonly isBroken: () => boolean;
}

/** Most bytes of a head, of a chunk's line, and of trailers. */
const MOST_HEAD = 256 * 1024;

type State = 'head' | 'length' | 'until-close' | 'size' | 'data' | 'data-end' | 'trailer' | 'raw' | 'held' | 'broken';

export function createMessages(listener: MessageListener): Messages {
  let state = 'head' as State;
  let pending: Buffer = Buffer.alloc(0);
  let left = 0;
  let trailers = 0;

  const isStopped = (): boolean => state === 'broken' || state === 'held';

  const finish = (): void => {
    state = 'head';
    listener.end();
  };

  /** Takes a line with its end; undefined where it is not whole yet. */
  const line = (): Buffer | undefined => {
    const at = pending.indexOf(10);
    if (at < 0) {
      if (pending.length > MOST_HEAD) state = 'broken';
      return undefined;
    }
    const found = pending.subarray(0, at + 1);
    pending = pending.subarray(at + 1);
    listener.wire?.(found);
    return found;
  };

  const head = (): boolean => {
    // empty lines before a request are passed over (RFC 9112 section 2.2)
    const blank = /^(?:\r?\n)+/.exec(pending.subarray(0, 8).toString('latin1'))?.[0].length ?? 0;
    const end = headEnd(pending, blank);
    if (end < 0) {
      if (pending.length > MOST_HEAD) state = 'broken';
      return false;
    }
    const bytes = pending.subarray(0, end);
    pending = pending.subarray(end);
    const [start = '', ...lines] = readText(bytes.subarray(blank)).split(/\r?\n/);
    const framing = listener.head(start, readFields(lines), bytes);
    if ((state as State) !== 'head') return true;
    if (framing === 'none') finish();
    else if (framing === 'chunked') state = 'size';
    else if (framing === 'until-close' || framing === 'raw') state = framing as State;
    else {
      left = framing.length;
      state = 'length';
      if (left === 0) finish();
    }
    return true;
  };

  const data = (): boolean => {
    const part = pending.subarray(0, left);
    pending = pending.subarray(part.length);
    left -= part.length;
    listener.wire?.(part);
    listener.body(part);
    if (left > 0) return false;
    if (state === 'data') state = 'data-end';
    else finish();
    return true;
  };

  const chunkLine = (): boolean => {
    const found = line();
    if (!found) return false;
    const text = found.toString('latin1').trim();
    if (state === 'data-end') state = text === '' ? 'size' : 'broken';
    else if (state === 'trailer') {
      trailers += found.length;
      if (text === '') finish();
      else if (trailers > MOST_HEAD) state = 'broken';
    } else {
      const size = /^([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(text)?.[1];
      left = Number.parseInt(size ?? '0', 16);
      trailers = 0;
      state = size === undefined ? 'broken' : left === 0 ? 'trailer' : 'data';
    }
    return true;
  };

  const rest = (): boolean => {
    const part = pending;
    pending = Buffer.alloc(0);
    if (state === 'raw') listener.raw?.(part);
    else {
      listener.wire?.(part);
      listener.body(part);
    }
    return false;
  };

  const step = (): boolean => {
    if (state === 'head') return head();
    if (state === 'length' || state === 'data') return data();
    return state === 'raw' || state === 'until-close' ? rest() : chunkLine();
  };

  return {
    push(bytes) {
      if (state === 'broken') return;
      pending = pending.length === 0 ? bytes : Buffer.concat([pending, bytes]);
      while (pending.length > 0 && !isStopped() && step());
      if ((state as State) === 'broken') pending = Buffer.alloc(0);
    },
    close() {
      if (state === 'until-close') finish();
      state = state === 'raw' ? 'raw' : 'broken';
    },
    goRaw() {
      state = 'raw';
    },
    hold() {
      state = 'held';
    },
    isHeld: () => state === 'held',
    rest: () => pending,
    isBroken: () => state === 'broken',
  };
}

/** Where a head ends, its empty line included; -1 where it is not whole. */
function headEnd(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(10, from); at >= 0; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10) return at + 2;
    if (bytes[at + 1] === 13 && bytes[at + 2] === 10) return at + 3;
  }
  return -1;
}

function readFields(lines: readonly string[]): readonly Header[] {
  const fields: Header[] = [];
  for (const text of lines) {
    const last = fields.at(-1);
    const colon = text.indexOf(':');
    if (/^[ \t]/.test(text) && last) fields[fields.length - 1] = [last[0], `${last[1]} ${text.trim()}`.trim()];
    else if (colon > 0) fields.push([text.slice(0, colon).trimEnd(), text.slice(colon + 1).trim()]);
  }
  return fields;
}

/** Fields are ASCII by the standard; some send UTF-8 or Latin-1 (RFC 9110 section 5.5). */
function readText(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
