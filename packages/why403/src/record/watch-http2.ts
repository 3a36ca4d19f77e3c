// Watches an HTTP/2 connection (RFC 9113) from copies of what both sides say.
import type { Header } from '@why403/core';
import { createHeaderDecoder } from './hpack.ts';
import type { Take } from './tape.ts';
import type { Watched, Watcher } from './watch-http1.ts';

export const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

const DATA = 0;
const HEADERS = 1;
const RESET = 3;
const PUSH_PROMISE = 5;
const CONTINUATION = 9;
const END_STREAM = 1;
const END_HEADERS = 4;
const PADDED = 8;
const PRIORITY = 0x20;

/** Most bytes of one header block. */
const MOST_BLOCK = 256 * 1024;

/** What may be told beside. */
export interface Http2Options {
  /** A request over HTTP/1.1 that asked for this: its answer is stream 1. */
  readonly upgraded?: Take;
  /** Told of the first request's host and port. */
  readonly onAuthority?: (authority: string) => void;
}

export function watchHttp2(watched: Watched, options: Http2Options = {}): Watcher {
  const streams = new Map<number, Take>();
  if (options.upgraded) streams.set(1, options.upgraded);

  const asked = (stream: number, fields: readonly Header[]): void => {
    const known = streams.get(stream);
    // trailers
    if (known) return;
    const pseudo = new Map(fields.filter(([name]) => name.startsWith(':')));
    const headers = fields.filter(([name]) => !name.startsWith(':'));
    const authority = pseudo.get(':authority') ?? headers.find(([name]) => name === 'host')?.[1] ?? watched.authority;
    const method = pseudo.get(':method') ?? 'GET';
    options.onAuthority?.(authority);
    const scheme = /^https?$/.exec(pseudo.get(':scheme') ?? '')?.[0] ?? watched.scheme;
    const url = `${scheme}://${authority}${pseudo.get(':path') ?? '/'}`;
    streams.set(stream, watched.tape.take({ method, url, httpVersion: '2', headers }, watched.transport));
  };
  const answered = (stream: number, fields: readonly Header[]): void => {
    const status = Number(fields.find(([name]) => name === ':status')?.[1]);
    if (!(status >= 200)) return;
    const headers = fields.filter(([name]) => !name.startsWith(':'));
    streams.get(stream)?.answered({ status, httpVersion: '2', headers });
  };
  const over = (stream: number): void => {
    streams.get(stream)?.ended();
    streams.delete(stream);
  };

  const client = createFrames({
    preface: PREFACE,
    headers: asked,
    data: (stream, bytes) => streams.get(stream)?.sent(bytes),
    end: () => {},
    reset: over,
  });
  const server = createFrames({
    headers: answered,
    data: (stream, bytes) => streams.get(stream)?.received(bytes),
    end: over,
    reset: over,
  });
  return {
    client: client.push,
    server: server.push,
    close() {
      for (const stream of [...streams.keys()]) over(stream);
    },
    waiting: () => streams.size,
    isRaw: () => true,
  };
}

interface FrameListener {
  readonly preface?: string;
  headers(stream: number, fields: readonly Header[]): void;
  data(stream: number, bytes: Buffer): void;
  end(stream: number): void;
  reset(stream: number): void;
}

/** Cuts one direction into frames. What cannot be read ends the watching, for the state of the headers is lost. */
function createFrames(listener: FrameListener): { push(bytes: Buffer): void } {
  const decoder = createHeaderDecoder();
  let pending: Buffer = Buffer.alloc(0);
  let preface = listener.preface?.length ?? 0;
  let isLost = false;
  let block:
    | { readonly stream: number; readonly ends: boolean; readonly isPromise: boolean; bytes: Buffer }
    | undefined;
  /** The rest of a frame that is passed through: data, or what is of no interest. */
  let open:
    | { readonly stream: number; readonly isData: boolean; readonly ends: boolean; left: number; padding: number }
    | undefined;

  const finishBlock = (): void => {
    if (!block) return;
    const { stream, ends, isPromise, bytes } = block;
    block = undefined;
    const fields = decoder.read(bytes);
    if (isPromise) return;
    listener.headers(stream, fields);
    if (ends) listener.end(stream);
  };

  const payload = (type: number, flags: number, stream: number, bytes: Buffer): void => {
    if (type === RESET) {
      listener.reset(stream);
      return;
    }
    if (type === CONTINUATION) {
      if (!block || block.bytes.length > MOST_BLOCK) throw new Error('header block');
      block.bytes = Buffer.concat([block.bytes, bytes]);
    } else {
      const pad = flags & PADDED ? 1 + bytes[0]! : 0;
      const from =
        (flags & PADDED ? 1 : 0) + (type === HEADERS && flags & PRIORITY ? 5 : 0) + (type === PUSH_PROMISE ? 4 : 0);
      const to = bytes.length - (pad > 0 ? pad - 1 : 0);
      block = {
        stream,
        ends: (flags & END_STREAM) !== 0,
        isPromise: type === PUSH_PROMISE,
        bytes: bytes.subarray(from, to),
      };
    }
    if (flags & END_HEADERS) finishBlock();
  };

  const through = (): void => {
    const { stream, isData, ends } = open!;
    const part = pending.subarray(0, open!.left);
    pending = pending.subarray(part.length);
    open!.left -= part.length;
    const length = Math.max(0, part.length - Math.max(0, open!.padding - open!.left));
    if (isData && length > 0) listener.data(stream, part.subarray(0, length));
    if (open!.left > 0) return;
    open = undefined;
    if (isData && ends) listener.end(stream);
  };

  const step = (): boolean => {
    if (open) {
      through();
      return true;
    }
    if (pending.length < 9) return false;
    const length = pending.readUIntBE(0, 3);
    const type = pending[3]!;
    const flags = pending[4]!;
    const stream = pending.readUInt32BE(5) & 0x7fffffff;
    const isRead = type === HEADERS || type === CONTINUATION || type === PUSH_PROMISE || type === RESET;
    if (isRead && length > MOST_BLOCK) throw new Error('frame too large');
    const isPadded = type === DATA && (flags & PADDED) !== 0 && length > 0;
    if (pending.length < 9 + (isRead ? length : isPadded ? 1 : 0)) return false;
    const bytes = pending.subarray(9, 9 + length);
    if (isRead) {
      pending = pending.subarray(9 + length);
      payload(type, flags, stream, bytes);
      return true;
    }
    const padding = isPadded ? pending[9]! : 0;
    pending = pending.subarray(isPadded ? 10 : 9);
    const left = isPadded ? length - 1 : length;
    open = { stream, isData: type === DATA, ends: (flags & END_STREAM) !== 0, left, padding };
    if (left === 0) through();
    return true;
  };

  return {
    push(bytes) {
      if (isLost) return;
      let given = bytes;
      if (preface > 0) {
        given = bytes.subarray(preface);
        preface = Math.max(0, preface - bytes.length);
      }
      pending = pending.length === 0 ? given : Buffer.concat([pending, given]);
      try {
        while (pending.length > 0 && step());
      } catch {
        isLost = true;
        pending = Buffer.alloc(0);
      }
    },
  };
}
