import type { Socket } from 'node:net';
import type { Header, Request, SendOptions } from '@why403/core';
import type { Endpoint } from './dial.ts';
import type { Trace } from './error.ts';
import { headerValue } from './headers.ts';
import { type RawAnswer, readAnswer, writeHead } from './http1.ts';
import { createResponseParser } from './parser.ts';
import { type ProxyServer, proxyOwnHeaders } from './proxy.ts';

/**
 * Asks an HTTP proxy for a tunnel (CONNECT, RFC 9110 section 9.3.6). Gives undefined when the way is open, and the
 * proxy's own answer when it refused. The head has the order of curl's.
 */
export async function openTunnel(
  socket: Socket,
  to: Endpoint,
  proxy: ProxyServer,
  options: SendOptions,
  request: Request,
  maxBody: number,
  trace: Trace,
  signal: AbortSignal,
): Promise<RawAnswer | undefined> {
  trace.stage = 'proxy';
  const authority = `${to.host.includes(':') ? `[${to.host}]` : to.host}:${to.port}`;
  const { login, rest } = proxyOwnHeaders(proxy, options);
  const agent = headerValue(request.headers, 'user-agent');
  const own: readonly Header[] = [
    ['Host', authority],
    ...login,
    ...(agent === undefined ? [] : ([['User-Agent', agent]] as const)),
    ['Proxy-Connection', 'Keep-Alive'],
  ];
  const headers = [...own.filter(([name]) => headerValue(rest, name.toLowerCase()) === undefined), ...rest];
  const parser = createResponseParser('CONNECT', maxBody);
  const { done } = readAnswer(socket, parser, trace, signal);
  socket.write(writeHead('CONNECT', authority, options.proxyHttp10 ? '1.0' : '1.1', headers));
  const answer = await done;
  const { status } = answer.parsed.head;
  if (status < 200 || status > 299) {
    socket.destroy();
    return answer;
  }
  delete trace.timings.firstByte;
  delete trace.timings.end;
  if (answer.parsed.rest.byteLength > 0) socket.unshift(answer.parsed.rest);
  return undefined;
}
