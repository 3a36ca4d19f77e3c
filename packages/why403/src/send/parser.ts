import type { Header, Response } from '@why403/core';
import { createCollector } from './collect.ts';
import { headerValue, isChunked } from './headers.ts';

/** Stated limits on a response's head; curl's own is 300 KB (https://curl.se/docs/manpage.html, CURLE_TOO_LARGE). */
export const MAX_HEAD_BYTES = 256 * 1024;
export const MAX_HEADERS = 1000;

export type ParseFault =
  | { readonly fault: 'not-http'; readonly start: Uint8Array }
  | { readonly fault: 'head-too-large' }
  | { readonly fault: 'chunk' };

/** A response as it is read. Bytes stand as they came, before content decoding. */
export interface ParsedResponse {
  readonly head: Omit<Response, 'body'>;
  readonly body: Uint8Array;
  /** More was sent than `maxBody`; nothing after that was read. */
  readonly cut: boolean;
  /** The message ended as its framing says. */
  readonly complete: boolean;
  /** Size that Content-Length names, where it does. */
  readonly declared: number | undefined;
  /** Bytes after the end of the head, where the connection is something else from there on (CONNECT). */
  readonly rest: Uint8Array;
  readonly oddities: readonly string[];
}

export interface ResponseParser {
  /** Takes the next bytes; true when the response is whole, or more than is wanted has come. */
  push(chunk: Uint8Array): boolean;
  /** The connection ended. */
  end(): void;
  readonly hasHead: () => boolean;
  /** How many informational (1xx) heads went by. */
  readonly informational: () => number;
  readonly fault: () => ParseFault | undefined;
  /** What was read; undefined before the head is there. */
  readonly result: () => ParsedResponse | undefined;
}

type Framing = 'none' | 'length' | 'chunked' | 'until-close';

/**
 * Reads one HTTP/1 response (RFC 9112), bounded in size. It is lenient as curl is: bare line feeds and folded lines are
 * taken, since a debugger must be able to look at a strange answer.
 */
export function createResponseParser(method: string, maxBody: number): ResponseParser {
  let pending: Buffer = Buffer.alloc(0);
  let scanned = 0;
  let headBytes = 0;
  let head: Omit<Response, 'body'> | undefined;
  let framing: Framing = 'none';
  let remaining = 0;
  let declared: number | undefined;
  let chunkState: 'size' | 'data' | 'data-end' | 'trailer' = 'size';
  let trailerBytes = 0;
  let framingBytes = 0;
  const kept = createCollector(maxBody);
  let cut = false;
  let complete = false;
  let informational = 0;
  let fault: ParseFault | undefined;
  const oddities: string[] = [];

  const stop = (reason: ParseFault): true => {
    fault = reason;
    return true;
  };

  const keep = (bytes: Uint8Array): boolean => {
    cut = !kept.add(bytes);
    return cut;
  };

  /** Takes one line without its end from `pending`; undefined where it is not whole yet. */
  const takeLine = (): Buffer | undefined => {
    const at = pending.indexOf(10, scanned);
    if (at < 0) {
      scanned = pending.length;
      return undefined;
    }
    const line = pending.subarray(0, at > 0 && pending[at - 1] === 13 ? at - 1 : at);
    pending = pending.subarray(at + 1);
    scanned = 0;
    return line;
  };

  const lines: Buffer[] = [];

  const readHead = (): boolean => {
    for (;;) {
      const before = pending.length;
      const line = takeLine();
      if (headBytes + (line === undefined ? before : before - pending.length) > MAX_HEAD_BYTES) {
        return stop(lines.length === 0 ? { fault: 'not-http', start: line ?? pending } : { fault: 'head-too-large' });
      }
      // The first bytes tell whether it is HTTP at all; waiting for a line end could wait for ever.
      if (lines.length === 0 && !startsLikeHttp(line ?? pending)) {
        return stop({ fault: 'not-http', start: line ?? pending });
      }
      if (line === undefined) return false;
      headBytes += before - pending.length;
      if (line.length > 0) {
        if (lines.length > MAX_HEADERS) return stop({ fault: 'head-too-large' });
        lines.push(line);
        continue;
      }
      const read = readHeadLines(lines, oddities);
      if (read === undefined) return stop({ fault: 'not-http', start: lines[0] ?? pending });
      lines.length = 0;
      if (read.status >= 100 && read.status < 200 && read.status !== 101) {
        informational++;
        continue;
      }
      head = read;
      frame(read);
      return true;
    }
  };

  const frame = (read: Omit<Response, 'body'>): void => {
    const { status, headers } = read;
    const tunnel = method === 'CONNECT' && status >= 200 && status < 300;
    if (method === 'HEAD' || tunnel || status === 204 || status === 304 || status === 101) {
      complete = true;
      return;
    }
    if (isChunked(headers)) {
      framing = 'chunked';
      return;
    }
    const length = headerValue(headers, 'content-length');
    const size = length === undefined ? undefined : /^\s*(\d{1,15})\s*(?:,|$)/.exec(length)?.[1];
    if (size !== undefined && !hasHeaderOtherThanIdentity(headers)) {
      framing = 'length';
      declared = Number(size);
      remaining = declared;
      complete = remaining === 0;
      return;
    }
    if (length !== undefined)
      oddities.push("The response's Content-Length cannot be read; its body was read to the end.");
    framing = 'until-close';
  };

  const readChunked = (): boolean => {
    for (;;) {
      if (chunkState === 'data') {
        if (pending.length === 0) return false;
        const part = pending.subarray(0, remaining);
        pending = pending.subarray(part.length);
        remaining -= part.length;
        if (keep(part)) return true;
        if (remaining > 0) return false;
        chunkState = 'data-end';
        continue;
      }
      const before = pending.length;
      const line = takeLine();
      if (line === undefined) return before > MAX_HEAD_BYTES ? stop({ fault: 'chunk' }) : false;
      framingBytes += before - pending.length;
      // Of chunks of a byte or two there could be millions.
      if (framingBytes > Math.max(MAX_HEAD_BYTES, maxBody / 4)) {
        cut = true;
        return true;
      }
      if (chunkState === 'data-end') {
        if (line.length > 0) return stop({ fault: 'chunk' });
        chunkState = 'size';
      } else if (chunkState === 'size') {
        const size = /^[ \t]*([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(line.toString('latin1'))?.[1];
        if (size === undefined) return stop({ fault: 'chunk' });
        remaining = Number.parseInt(size, 16);
        chunkState = remaining === 0 ? 'trailer' : 'data';
      } else {
        // Trailers are not needed to judge a refusal: they are read past, within the limit of a head.
        trailerBytes += before - pending.length;
        if (line.length === 0) {
          complete = true;
          return true;
        }
        if (trailerBytes > MAX_HEAD_BYTES) return stop({ fault: 'head-too-large' });
      }
    }
  };

  return {
    push(chunk) {
      if (fault) return true;
      pending = pending.length === 0 ? Buffer.from(chunk) : Buffer.concat([pending, chunk]);
      if (!head && !readHead()) return false;
      if (fault || complete || cut) return true;
      if (framing === 'chunked') return readChunked();
      const part = framing === 'length' ? pending.subarray(0, remaining) : pending;
      pending = pending.subarray(part.length);
      remaining -= part.length;
      if (keep(part)) return true;
      if (framing === 'length' && remaining === 0) complete = true;
      return complete;
    },
    end() {
      if (head && framing === 'until-close') complete = true;
      else if (!head && !fault && (pending.length > 0 || lines.length > 0)) {
        fault = { fault: 'not-http', start: lines[0] ?? pending };
      }
    },
    hasHead: () => head !== undefined,
    informational: () => informational,
    fault: () => fault,
    result: () =>
      head && {
        head,
        body: kept.bytes(),
        cut,
        complete,
        declared,
        rest: pending,
        oddities,
      },
  };
}

/** A transfer coding that we do not undo makes Content-Length void (RFC 9112 section 6.3). */
function hasHeaderOtherThanIdentity(headers: readonly Header[]): boolean {
  const coding = headerValue(headers, 'transfer-encoding');
  return coding !== undefined && !/^\s*identity\s*$/i.test(coding);
}

function startsLikeHttp(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 5).toString('latin1').toUpperCase();
  return 'HTTP/'.startsWith(start) && (bytes.length > 0 || start === '');
}

function readHeadLines(lines: readonly Buffer[], oddities: string[]): Omit<Response, 'body'> | undefined {
  const statusLine = /^HTTP\/(\d)(?:\.(\d))? +(\d{3})(?:[ \t](.*))?$/i.exec(
    decodeHeaderBytes(lines[0] ?? Buffer.alloc(0)),
  );
  if (!statusLine) return undefined;
  const headers: Header[] = [];
  for (const line of lines.slice(1)) {
    const text = decodeHeaderBytes(line);
    const last = headers.at(-1);
    if (/^[ \t]/.test(text) && last) {
      headers[headers.length - 1] = [last[0], `${last[1]} ${text.trim()}`.trim()];
      continue;
    }
    const colon = text.indexOf(':');
    if (colon < 1) {
      oddities.push('A header line of the response without a colon was left out.');
      continue;
    }
    headers.push([text.slice(0, colon).trimEnd(), text.slice(colon + 1).trim()]);
  }
  return {
    status: Number(statusLine[3]),
    statusText: statusLine[4] ?? '',
    httpVersion: statusLine[1] === '1' && statusLine[2] === '0' ? '1.0' : '1.1',
    headers,
  };
}

/** Header bytes are ASCII by the standard; servers send UTF-8 or Latin-1 (RFC 9110 section 5.5). */
function decodeHeaderBytes(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? bytes.toString('latin1') : text;
}
