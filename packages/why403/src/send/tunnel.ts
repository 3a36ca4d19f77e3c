import type { Socket } from 'node:net';
import type { Header, Request, SendOptions } from '@why403/core';
import { abortable, type Endpoint, resolveHost } from './dial.ts';
import { describePeer, elapsed, quoteOutside, SendError, type Trace } from './error.ts';
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
  socket.write(writeHead('CONNECT', authority, '1.1', headers));
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

/** Goes through a SOCKS proxy. `socks4` and `socks5` resolve the name here, `socks4a` and `socks5h` at the proxy. */
export async function openSocks(
  socket: Socket,
  to: Endpoint,
  proxy: ProxyServer,
  options: SendOptions,
  trace: Trace,
  signal: AbortSignal,
): Promise<{ readonly address: string | undefined }> {
  trace.stage = 'proxy';
  const isLocal = proxy.scheme === 'socks4' || proxy.scheme === 'socks5';
  let address: string | undefined;
  if (isLocal) {
    const found = await abortable(
      resolveHost(to, proxy.scheme === 'socks4' ? { ...options, ipVersion: 4 } : options),
      signal,
    );
    address = found[0]!.address;
  }
  const { SocksClient } = await import('socks');
  try {
    const opening = SocksClient.createConnection({
      proxy: {
        host: proxy.host,
        port: proxy.port,
        type: proxy.scheme.startsWith('socks4') ? 4 : 5,
        ...(proxy.user === undefined ? {} : { userId: proxy.user, password: proxy.password ?? '' }),
      },
      command: 'connect',
      destination: { host: address ?? to.host, port: to.port },
      existing_socket: socket,
    });
    await abortable(opening, signal);
  } catch (error) {
    socket.on('error', () => {});
    socket.destroy();
    if (signal.aborted) throw signal.reason;
    const why = quoteOutside(error instanceof Error ? error.message : String(error));
    throw new SendError(
      'PROXY',
      `The SOCKS ${describePeer(trace)} did not open the way to ${quoteOutside(to.host)}:${to.port} (${why}); check its kind, its credentials and its rules.`,
      error,
    );
  }
  trace.timings.connect = elapsed(trace);
  return { address };
}
