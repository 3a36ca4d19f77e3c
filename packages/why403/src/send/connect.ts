import type { Socket } from 'node:net';
import type { Request, SendOptions, Transport } from '@why403/core';
import { announce } from './announce.ts';
import { dial, type Endpoint, redirectEndpoint } from './dial.ts';
import { SendError, type Trace, toSendError } from './error.ts';
import type { RawAnswer } from './http1.ts';
import { chooseProxy, type ProxyServer, parseProxy } from './proxy.ts';
import type { Target } from './target.ts';
import { checkSettings, secure } from './tls.ts';
import { openTunnel } from './tunnel.ts';

/** An open way to the host that a request can be written to. */
export interface Connection {
  readonly socket: Socket;
  /** What TLS agreed on: `h2`, `http/1.1`, or nothing. */
  readonly alpn: string | undefined;
  /** The proxy that takes the request in absolute form (RFC 9112 section 3.2.2), where there is one. */
  readonly forward: ProxyServer | undefined;
  readonly transport: Transport;
}

/** A proxy that refused to open the way, and answered itself. */
export interface ProxyRefusal {
  readonly refusal: RawAnswer;
  readonly proxy: ProxyServer;
  readonly transport: Transport;
}

export interface ConnectSettings {
  readonly target: Target;
  readonly options: SendOptions;
  readonly request: Request;
  /** HTTP versions to offer in the TLS handshake (RFC 7301). */
  readonly protocols: readonly string[];
  readonly maxBody: number;
}

/** Opens the way to a host: name, address, proxy, TLS. */
export async function connect(
  settings: ConnectSettings,
  trace: Trace,
  signal: AbortSignal,
): Promise<Connection | ProxyRefusal> {
  const { target, options } = settings;
  const endpoint = redirectEndpoint(target, options.connectTo);
  const proxy = chooseProxy(target, options);
  // What the user's files and ciphers are good for is known before anybody is called.
  if (target.scheme === 'https') await checkSettings(options);
  let socket: Socket;
  let where: Transport;
  let forward: ProxyServer | undefined;
  if (proxy === undefined) {
    socket = await dial(endpoint, options, trace, signal);
    where = {
      ...(trace.address === undefined ? {} : { address: trace.address }),
      ...(options.unixSocket === undefined ? { port: endpoint.port } : {}),
    };
  } else {
    const way = await throughProxy(proxy, endpoint, settings, trace, signal);
    if ('refusal' in way) return way;
    ({ socket, where, forward } = way);
  }
  // after the proxies and before TLS, as in curl
  if (options.proxyProtocol) await orDestroy(socket, async () => announce(socket, options));
  if (target.scheme === 'http') return { socket, alpn: undefined, forward, transport: where };
  const secured = await orDestroy(socket, () =>
    secure(socket, target.host, options, settings.protocols, trace, signal),
  );
  return { socket: secured.socket, alpn: secured.alpn, forward, transport: { ...where, tls: secured.info } };
}

/** Work on an open connection, which does not stay open where it fails: it would keep the process alive. */
async function orDestroy<T>(socket: Socket, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    socket.on('error', () => {});
    socket.destroy();
    throw error;
  }
}

interface Way {
  readonly socket: Socket;
  readonly where: Transport;
  readonly forward: ProxyServer | undefined;
}

async function throughProxy(
  proxy: ProxyServer,
  to: Endpoint,
  settings: ConnectSettings,
  trace: Trace,
  signal: AbortSignal,
): Promise<Way | ProxyRefusal> {
  const { target, options, request, maxBody } = settings;
  const host = trace.peer;
  trace.peer = `proxy ${proxy.name}`;
  const where: Transport = { viaProxy: proxy.name };
  let socket: Socket;
  try {
    const before = options.preproxy === undefined ? undefined : parseProxy(options.preproxy);
    socket = await dial(before ?? proxy, options, trace, signal);
    if (before) {
      const { openSocks } = await import('./socks.ts');
      await orDestroy(socket, () => openSocks(socket, proxy, before, options, trace, signal));
    }
    if (proxy.scheme === 'https') {
      // What is said of TLS with the host (`-k`, `--cacert`) is not for the proxy, as in curl.
      const plain = socket;
      const { proxyTls = {} } = options;
      socket = (await orDestroy(plain, () => secure(plain, proxy.host, proxyTls, ['http/1.1'], trace, signal))).socket;
    }
  } catch (error) {
    throw proxyError(toSendError(error, trace));
  }
  const back = () => {
    // From here on the messages are about the host; the proxy's address would be taken for its own.
    trace.peer = `${host} through ${proxy.name}`;
    trace.address = undefined;
  };
  if (proxy.scheme.startsWith('socks')) {
    const { openSocks } = await import('./socks.ts');
    const { address } = await orDestroy(socket, () => openSocks(socket, to, proxy, options, trace, signal));
    back();
    return {
      socket,
      forward: undefined,
      where: { ...where, tunnelled: true, ...(address !== undefined && { address, port: to.port }) },
    };
  }
  // As curl does, a host that --connect-to leads elsewhere is reached through a tunnel.
  const isElsewhere = to.host !== target.host || to.port !== target.port;
  if (target.scheme === 'http' && options.proxyTunnel !== true && !isElsewhere)
    return { socket, where, forward: proxy };
  let refusal: RawAnswer | undefined;
  try {
    refusal = await orDestroy(socket, () => openTunnel(socket, to, proxy, options, request, maxBody, trace, signal));
  } catch (error) {
    throw proxyError(toSendError(error, trace));
  }
  if (refusal) return { refusal, proxy, transport: where };
  back();
  return { socket, where: { ...where, tunnelled: true }, forward: undefined };
}

/** Tells a proxy's failure from the host's; time-outs and what the user must mend in files keep their own code. */
function proxyError(error: SendError): SendError {
  if (error.code === 'TIMEOUT' || error.code === 'ABORTED' || error.code === 'FILE' || error.code === 'TLS')
    return error;
  const message = error.message.replace(/\.$/, ', and -x or the proxy variables.');
  return new SendError('PROXY', message, error);
}
