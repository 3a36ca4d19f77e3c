// Loaded late, and only where a SOCKS proxy is set. The library is a CommonJS package: a static import is what a bundle makes its
// named exports of.
import type { Socket } from 'node:net';
import type { SendOptions } from '@why403/core';
import { SocksClient } from 'socks';
import { abortable, type Endpoint, resolveHost } from './dial.ts';
import { describePeer, elapsed, quoteOutside, SendError, type Trace } from './error.ts';
import type { ProxyServer } from './proxy.ts';

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
      resolveHost(to, proxy.scheme === 'socks4' ? { ...options, ipVersion: 4 } : options, signal),
      signal,
    );
    address = found[0]!.address;
  }
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
