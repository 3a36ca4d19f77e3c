import type { Socket } from 'node:net';
import type { Header, Request } from '@why403/core';
import { describePeer, elapsed, quoteOutside, SendError, type Trace, toSendError } from './error.ts';
import { bodyBytes, headerValue, isChunked } from './headers.ts';
import { createResponseParser, type ParsedResponse, type ResponseParser } from './parser.ts';

/** curl waits as long for a `100 Continue` before it sends the body all the same (`--expect100-timeout`). */
const CONTINUE_WAIT = 1000;

/** A response's raw reading and why it is not whole, where it is not. */
export interface RawAnswer {
  readonly parsed: ParsedResponse;
  readonly broken?: 'timeout' | 'reset';
}

/** The bytes of the request's head, exactly as the list of headers has them. */
export function writeHead(method: string, target: string, version: '1.0' | '1.1', headers: readonly Header[]): Buffer {
  const lines = headers.map(([name, value]) => (value === '' ? `${name}:` : `${name}: ${value}`));
  return Buffer.from(
    `${method} ${target} HTTP/${version}\r\n${lines.map((line) => `${line}\r\n`).join('')}\r\n`,
    'utf8',
  );
}

/**
 * Sends one HTTP/1 request over an open connection and reads its response. Own code in place of `node:http`, which
 * upper-cases methods, adds `Connection`, and cannot speak HTTP/1.0 nor take a strange answer. Once a head is there,
 * an answer that breaks off is given back as far as it came. The connection is closed afterwards.
 */
export async function exchangeHttp1(
  socket: Socket,
  request: Request,
  target: string,
  maxBody: number,
  trace: Trace,
  signal: AbortSignal,
): Promise<RawAnswer> {
  trace.stage = 'answer';
  const head = writeHead(request.method, target, request.httpVersion === '1.0' ? '1.0' : '1.1', request.headers);
  const body = framedBody(request);
  const parser = createResponseParser(request.method, maxBody);
  const answer = readAnswer(socket, parser, trace, signal);
  if (body.byteLength > 0 && /^100-continue$/i.test(headerValue(request.headers, 'expect') ?? '')) {
    socket.write(head);
    const outcome = await Promise.race([answer.continued, delay(CONTINUE_WAIT, signal)]);
    if (outcome !== 'answered') socket.write(body);
  } else {
    socket.write(body.byteLength > 0 ? Buffer.concat([head, body]) : head);
  }
  try {
    return await answer.done;
  } finally {
    socket.destroy();
  }
}

function framedBody(request: Request): Uint8Array {
  const bytes = bodyBytes(request) ?? new Uint8Array();
  if (!isChunked(request.headers)) return bytes;
  const size = Buffer.from(`${bytes.byteLength.toString(16)}\r\n`);
  const last = Buffer.from('0\r\n\r\n');
  return bytes.byteLength === 0 ? last : Buffer.concat([size, bytes, Buffer.from('\r\n'), last]);
}

interface Reading {
  readonly done: Promise<RawAnswer>;
  /** Settles when the server said to go on, or answered for good. */
  readonly continued: Promise<'continue' | 'answered'>;
}

/** Reads until the parser has the whole response, or the connection breaks. */
export function readAnswer(socket: Socket, parser: ResponseParser, trace: Trace, signal: AbortSignal): Reading {
  let tellContinued: (outcome: 'continue' | 'answered') => void = () => {};
  const continued = new Promise<'continue' | 'answered'>((resolve) => {
    tellContinued = resolve;
  });
  const done = new Promise<RawAnswer>((resolve, reject) => {
    const letGo = () => {
      socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
      socket.on('error', () => {});
      signal.removeEventListener('abort', onAbort);
      tellContinued('answered');
      socket.pause();
    };
    const finish = (broken?: RawAnswer['broken'], error?: unknown) => {
      letGo();
      const parsed = parser.result();
      const fault = parser.fault();
      if (fault?.fault === 'not-http') return reject(notHttp(fault.start, trace));
      if (fault?.fault === 'head-too-large') return reject(headTooLarge(trace));
      if (!parsed) return reject(error ?? toSendError({ code: 'ECONNRESET' }, trace));
      trace.timings.end = elapsed(trace);
      resolve({ parsed, ...(broken === undefined ? {} : { broken }) });
    };
    const onData = (chunk: Buffer) => {
      trace.timings.firstByte ??= elapsed(trace);
      const whole = parser.push(chunk);
      if (parser.hasHead()) {
        trace.stage = 'body';
        tellContinued('answered');
      } else if (parser.informational() > 0) tellContinued('continue');
      if (whole) finish();
    };
    const onEnd = () => {
      parser.end();
      finish(parser.result()?.complete === false ? 'reset' : undefined);
    };
    const onError = (error: Error) => finish('reset', toSendError(error, trace));
    const onAbort = () => {
      const isTimeout = signal.reason instanceof SendError && signal.reason.code === 'TIMEOUT';
      if (isTimeout && parser.hasHead()) finish('timeout');
      else {
        letGo();
        reject(signal.reason);
      }
      socket.destroy();
    };
    socket.on('data', onData).once('end', onEnd).once('close', onEnd).once('error', onError);
    socket.resume();
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
  // The caller may still be waiting for "continue" when this fails; it is awaited after that.
  done.catch(() => {});
  return { done, continued };
}

function notHttp(start: Uint8Array, trace: Trace): SendError {
  const peer = describePeer(trace);
  // A TLS alert record: the port wants TLS (RFC 8446 section 5.1).
  if (start[0] === 0x15 && start[1] === 0x03) {
    return new SendError('PROTOCOL', `${peer} answered with TLS to a plain request; try https:// instead of http://.`);
  }
  const shown = quoteOutside(Buffer.from(start.subarray(0, 80)).toString('latin1'), 40);
  return new SendError(
    'PROTOCOL',
    `${peer} did not answer in HTTP/1 (it began with ${shown}); check the port and the scheme.`,
  );
}

function headTooLarge(trace: Trace): SendError {
  return new SendError(
    'PROTOCOL',
    `${describePeer(trace)} sent more than 256 KiB or 1000 lines of headers, which is not read further; look into the server or the proxy before it.`,
  );
}

function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
