import type { Socket } from 'node:net';
import type { Header, Request } from '@why403/core';
import { createCollector } from './collect.ts';
import { describePeer, elapsed, SendError, type Trace } from './error.ts';
import { bodyBytes, headerValue } from './headers.ts';
import type { RawAnswer } from './http1.ts';
import { MAX_HEAD_BYTES, MAX_HEADERS } from './parser.ts';
import type { Target } from './target.ts';

/** Fields that belong to a connection and do not exist in HTTP/2 (RFC 9113 section 8.2.2). */
const CONNECTION_FIELDS = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
  'expect',
]);

/** Fields that `node:http2` takes once only; a request that has one of them twice goes over HTTP/1.1. */
const SINGLE = new Set(
  (
    'authorization content-encoding content-language content-length content-location content-md5 content-range ' +
    'content-type date dnt etag from host if-match if-modified-since if-none-match if-range if-unmodified-since ' +
    'max-forwards proxy-authorization range referer upgrade-insecure-requests user-agent location age expires ' +
    'last-modified retry-after tk x-content-type-options access-control-request-method'
  ).split(' '),
);

/** The name of a header that stands in the way of HTTP/2 here, undefined where none does. */
export function unfitForHttp2(headers: readonly Header[]): string | undefined {
  const seen = new Set<string>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (SINGLE.has(lower) && seen.has(lower)) return name;
    // Node refuses values with bytes outside Latin-1 (ERR_INVALID_CHAR).
    if (/[^\t\x20-\x7e\x80-\xff]/.test(value)) return name;
    seen.add(lower);
  }
  return undefined;
}

/** The headers as HTTP/2 carries them: names in lower case, none of the connection's. `host` stands for `:authority`. */
export function http2Headers(headers: readonly Header[]): readonly Header[] {
  return headers
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name, value]) => !CONNECTION_FIELDS.has(name) && (name !== 'te' || value.trim() === 'trailers'));
}

/**
 * Sessions whose exchange failed are held for a while: when one is collected together with a stream whose header block
 * was broken off, Node 20 ends the process (assertion current_nghttp2_memory_ == 0 in src/node_http2.cc).
 */
const failedSessions: unknown[] = [];
const MAX_HELD = 64;

function holdSession(session: object): void {
  // The native half is what must stay; the session lets go of it when it is destroyed.
  const symbol = Object.getOwnPropertySymbols(session).find(({ description }) => description === 'kHandle');
  failedSessions.push(symbol && (session as Record<symbol, unknown>)[symbol]);
  if (failedSessions.length > MAX_HELD) failedSessions.shift();
}

type RawListener = (headers: Record<string, unknown>, flags: number, raw: string[]) => void;

/** Sends one request over HTTP/2 (RFC 9113), over TLS or with prior knowledge, and reads its response. */
export async function exchangeHttp2(
  socket: Socket,
  request: Request,
  target: Target,
  maxBody: number,
  trace: Trace,
  signal: AbortSignal,
): Promise<RawAnswer> {
  const http2 = await import('node:http2');
  trace.stage = 'answer';
  const session = http2.connect(`${target.scheme}://${target.authority}`, {
    createConnection: () => socket,
    maxHeaderListPairs: MAX_HEADERS,
    settings: { enablePush: false, maxHeaderListSize: MAX_HEAD_BYTES },
  });
  const fields: Record<string, string | string[]> = {
    ':method': request.method,
    ':path': target.path,
    ':scheme': target.scheme,
    ':authority': headerValue(request.headers, 'host') ?? target.authority,
  };
  for (const [name, value] of request.headers) {
    if (name === 'host') continue;
    const before = fields[name];
    fields[name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  const body = bodyBytes(request);

  return new Promise<RawAnswer>((resolve, reject) => {
    let head: RawAnswer['parsed']['head'] | undefined;
    const kept = createCollector(maxBody);
    let isSettled = false;
    const close = () => {
      isSettled = true;
      signal.removeEventListener('abort', onAbort);
      // The session ends its socket itself; to pull that away from under it upsets Node.
      socket.on('error', () => {});
      if (!head) holdSession(session);
      session.destroy();
    };
    const give = (how: { complete: boolean; cut?: boolean; broken?: RawAnswer['broken'] }) => {
      if (isSettled || !head) return;
      close();
      trace.timings.end = elapsed(trace);
      const declared = headerValue(head.headers, 'content-length');
      resolve({
        parsed: {
          head,
          body: kept.bytes(),
          cut: how.cut ?? false,
          complete: how.complete,
          declared: declared !== undefined && /^\d{1,15}$/.test(declared) ? Number(declared) : undefined,
          rest: new Uint8Array(),
          oddities: [],
        },
        ...(how.broken === undefined ? {} : { broken: how.broken }),
      });
    };
    const fail = (error: unknown) => {
      if (isSettled) return;
      if (head) return give({ complete: false, broken: 'reset' });
      close();
      reject(http2Error(error, trace));
    };
    const onAbort = () => {
      const isTimeout = signal.reason instanceof SendError && signal.reason.code === 'TIMEOUT';
      if (isTimeout && head) return give({ complete: false, broken: 'timeout' });
      close();
      reject(signal.reason);
    };
    session.on('error', fail);
    session.on('goaway', (code) => {
      if (code !== 0) fail({ code: 'ERR_HTTP2_GOAWAY', number: code });
    });
    session.on('close', () => fail({ code: 'ECONNRESET' }));
    let stream: ReturnType<typeof session.request>;
    try {
      stream = session.request(fields, { endStream: body === undefined || body.byteLength === 0 });
    } catch (error) {
      return fail(error);
    }
    const onResponse: RawListener = (_headers, _flags, raw) => {
      trace.timings.firstByte ??= elapsed(trace);
      trace.stage = 'body';
      head = readHead(raw);
    };
    stream.on('response', onResponse as Parameters<typeof stream.on>[1]);
    stream.on('data', (piece: Uint8Array) => {
      if (!kept.add(piece)) give({ complete: false, cut: true });
    });
    stream.on('end', () => give({ complete: stream.rstCode === 0 }));
    stream.on('error', fail);
    stream.on('close', () => fail({ code: 'ERR_HTTP2_STREAM_ERROR', number: stream.rstCode }));
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    if (body !== undefined && body.byteLength > 0) stream.end(body);
  });
}

function readHead(raw: readonly string[]): RawAnswer['parsed']['head'] {
  const headers: Header[] = [];
  let status = 0;
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const [name, value] = [raw[at]!, raw[at + 1]!];
    if (name === ':status') status = Number(value);
    else if (!name.startsWith(':')) headers.push([name, value]);
  }
  return { status, statusText: '', httpVersion: '2', headers };
}

function http2Error(error: unknown, trace: Trace): unknown {
  const { code = '', number } = (error ?? {}) as { code?: string; number?: number };
  if (!code.startsWith('ERR_HTTP2')) return error;
  const peer = describePeer(trace);
  // ENHANCE_YOUR_CALM is what Node itself answers to a header list beyond the limits above.
  if (number === 11) {
    return new SendError(
      'PROTOCOL',
      `${peer} ended the HTTP/2 exchange as excessive (more than 256 KiB or 1000 headers, or too many requests); try --http1.1.`,
      error,
    );
  }
  const detail = number === undefined || number === 0 ? code : `error ${number}`;
  return new SendError('PROTOCOL', `${peer} broke off the HTTP/2 exchange (${detail}); try --http1.1.`, error);
}
