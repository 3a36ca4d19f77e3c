// Watches an HTTP/1 connection from copies of what both sides say. It can lose track; the connection is not touched by that.
import type { Header, Transport } from '@why403/core';
import { headerValue, isChunked } from '../send/headers.ts';
import { createMessages, type Framing } from './http1-messages.ts';
import type { Take, Tape } from './tape.ts';
import { watchHttp2 } from './watch-http2.ts';

/** Copies of what passes on one connection. */
export interface Watcher {
  client(bytes: Buffer): void;
  server(bytes: Buffer): void;
  /** The server says nothing more. */
  close(): void;
  /** How many requests wait for their answer to be whole. */
  readonly waiting: () => number;
  /** The connection is no HTTP/1 any more: it was upgraded, or it cannot be followed. */
  readonly isRaw: () => boolean;
}

/** What is known of the connection that is watched. */
export interface Watched {
  readonly tape: Tape;
  readonly scheme: 'http' | 'https';
  /** Host and port that the connection leads to, for requests that name none. */
  readonly authority: string;
  readonly transport: Transport;
}

export function watchHttp1(watched: Watched, onAnswer?: () => void): Watcher {
  const { tape } = watched;
  const queue: Take[] = [];
  let sending: Take | undefined;
  let upgraded: Watcher | undefined;
  let isRaw = false;

  const requests = createMessages({
    head(start, headers) {
      const line = readRequestLine(start);
      if (!line) return 'raw';
      const httpVersion = line.version;
      sending = tape.take(
        { method: line.method, url: urlOf(line.target, headers, watched), httpVersion, headers },
        watched.transport,
      );
      queue.push(sending);
      return requestFraming(headers);
    },
    body: (bytes) => sending?.sent(bytes),
    end() {
      sending = undefined;
    },
    raw: (bytes) => upgraded?.client(bytes),
  });

  const answers = createMessages({
    head(start, headers) {
      const line = /^HTTP\/1\.([01]) +(\d{3})(?:[ \t](.*))?$/i.exec(start);
      const take = queue[0];
      if (!line || !take) return 'raw';
      const status = Number(line[2]);
      if (status < 200 && status !== 101) return 'none';
      take.answered({ status, statusText: line[3] ?? '', httpVersion: line[1] === '0' ? '1.0' : '1.1', headers });
      if (status !== 101) return answerFraming(take.request.method, status, headers);
      requests.goRaw();
      isRaw = true;
      // the answer to the request comes as the first stream (RFC 7540 section 3.2)
      if (/^h2c$/i.test(headerValue(headers, 'upgrade') ?? '')) {
        delete take.response;
        upgraded = watchHttp2(watched, { upgraded: take });
      } else take.ended();
      queue.length = 0;
      onAnswer?.();
      return 'raw';
    },
    body: (bytes) => queue[0]?.received(bytes),
    end() {
      // an interim answer leaves the request waiting (RFC 9110 section 15.2)
      if (queue[0]?.response === undefined) return;
      queue.shift()?.ended();
      onAnswer?.();
    },
    raw: (bytes) => upgraded?.server(bytes),
  });

  return {
    client: requests.push,
    server: answers.push,
    close() {
      answers.close();
      for (const take of queue.splice(0)) take.ended();
      upgraded?.close();
    },
    waiting: () => queue.length,
    isRaw: () => isRaw || requests.isBroken() || answers.isBroken(),
  };
}

/** The parts of a request line; undefined where it is none. */
export function readRequestLine(
  start: string,
): { readonly method: string; readonly target: string; readonly version: '1.0' | '1.1' } | undefined {
  const line = /^([!#$%&'*+.^_`|~0-9A-Za-z-]{1,40}) +(\S.{0,65535}?) +HTTP\/1\.([01])$/.exec(start);
  return line ? { method: line[1]!, target: line[2]!, version: line[3] === '0' ? '1.0' : '1.1' } : undefined;
}

/** How a request's body goes (RFC 9112 section 6.3). */
export function requestFraming(headers: readonly Header[]): Framing {
  if (isChunked(headers)) return 'chunked';
  const length = /^\s*(\d{1,15})\s*(?:,|$)/.exec(headerValue(headers, 'content-length') ?? '')?.[1];
  return length === undefined ? 'none' : { length: Number(length) };
}

/** How an answer's body goes, by what was asked (RFC 9112 section 6.3). */
export function answerFraming(method: string, status: number, headers: readonly Header[]): Framing {
  if (method === 'CONNECT' && status >= 200 && status < 300) return 'raw';
  if (method === 'HEAD' || status === 204 || status === 304) return 'none';
  const framing = requestFraming(headers);
  return framing === 'none' ? 'until-close' : framing;
}

/** The URL that a request asks for (RFC 9112 section 3.3). */
function urlOf(target: string, headers: readonly Header[], { scheme, authority }: Watched): string {
  if (/^https?:\/\//i.test(target)) return target;
  const host = headerValue(headers, 'host')?.trim() || authority;
  return `${scheme}://${host}${target.startsWith('/') ? target : '/'}`;
}
