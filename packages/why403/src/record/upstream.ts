// The way from the recorder to a host: straight, or through the proxy that the user set.
import type { Socket } from 'node:net';
import { dial, type Endpoint } from '../send/dial.ts';
import type { Trace } from '../send/error.ts';
import { chooseProxy, type ProxyServer, proxyFromEnvironment, proxyOwnHeaders } from '../send/proxy.ts';
import { parseTarget } from '../send/target.ts';
import { secure } from '../send/tls.ts';
import { ofProxy } from './failure.ts';
import { createMessages } from './http1-messages.ts';
import { answerFraming } from './watch-http1.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** An open connection, and what a proxy said while it opened the way. */
export interface Opened {
  readonly socket: Socket;
  readonly address?: string;
  /** The proxy's own answer to CONNECT, and whether it opened the way with it. */
  readonly answer?: { readonly bytes: Buffer; readonly isOpen: boolean };
}

/** How a host is reached. */
export interface Way {
  readonly proxy?: ProxyServer;
  /** Opens a connection that leads to the host itself. Asks an HTTP proxy with this head. */
  open(connectHead?: Buffer): Promise<Opened>;
  /** Opens a connection to the proxy, for requests that it is to pass on. */
  openProxy(): Promise<Socket>;
}

/** The way to a host, by the proxy variables of the user; `direct` where the program does not heed them. */
export function wayTo(to: Endpoint, scheme: 'http' | 'https', env: Env, direct = false): Way {
  const host = to.host.includes(':') ? `[${to.host}]` : to.host;
  const url = `${scheme}://${host}:${to.port}/`;
  const proxy = direct ? undefined : chooseProxy(parseTarget(url), proxyFromEnvironment(url, env));
  const never = new AbortController().signal;
  const trace: Trace = {
    started: performance.now(),
    name: `${host}:${to.port}`,
    peer: proxy ? `proxy ${proxy.name}` : `${host}:${to.port}`,
    address: undefined,
    stage: 'connect',
    timings: {},
  };
  const openProxy = async (): Promise<Socket> => {
    const plain = halfOpen(
      await dial(proxy!, {}, trace, never).catch((error: unknown) => {
        throw ofProxy(error, proxy!.name);
      }),
    );
    if (proxy!.scheme !== 'https') return plain;
    return (await secure(plain, proxy!.host, {}, ['http/1.1'], trace, never)).socket;
  };
  return {
    ...(proxy && { proxy }),
    openProxy,
    async open(connectHead) {
      if (!proxy) {
        const socket = halfOpen(await dial(to, {}, trace, never));
        return { socket, ...(socket.remoteAddress !== undefined && { address: socket.remoteAddress }) };
      }
      const socket = await openProxy();
      if (proxy.scheme.startsWith('socks')) {
        const { openSocks } = await import('../send/socks.ts');
        await openSocks(socket, to, proxy, {}, trace, never);
        return { socket };
      }
      return { socket, answer: await askProxy(socket, withLogin(connectHead ?? bareConnect(host, to.port), proxy)) };
    },
  };
}

/** A connection whose other side may go on after it said its last. */
function halfOpen(socket: Socket): Socket {
  socket.allowHalfOpen = true;
  return socket;
}

function bareConnect(host: string, port: number): Buffer {
  return Buffer.from(`CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\n\r\n`);
}

/** A head with the login that stands in the proxy's URL, after its first field as curl has it. */
export function withLogin(head: Buffer, proxy: ProxyServer): Buffer {
  const [login] = proxyOwnHeaders(proxy, {}).login;
  if (!login) return head;
  const text = head.toString('latin1');
  const lines = text.split('\r\n').filter((line) => !/^proxy-authorization:/i.test(line));
  lines.splice(/^host:/i.test(lines[1] ?? '') ? 2 : 1, 0, login.join(': '));
  return Buffer.from(lines.join('\r\n'), 'latin1');
}

/** Sends CONNECT and reads the answer: only its head where the way is open, the whole of it where it is not. */
function askProxy(socket: Socket, head: Buffer): Promise<NonNullable<Opened['answer']>> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let isOpen = false;
    let isWhole = false;
    let isInterim = false;
    const messages = createMessages({
      head(start, headers, bytes) {
        const status = Number(/^HTTP\/1\.[01] +(\d{3})/i.exec(start)?.[1]);
        pieces.push(bytes);
        isInterim = status >= 100 && status < 200;
        if (isInterim) return 'none';
        isOpen = status >= 200 && status < 300;
        return answerFraming('CONNECT', status, headers);
      },
      wire: (bytes) => pieces.push(bytes),
      body: () => {},
      end() {
        isWhole = !isInterim;
      },
      raw: (bytes) => socket.unshift(bytes),
    });
    const settle = (finish: () => void): void => {
      socket.off('data', onData).off('end', onEnd).off('error', onError);
      socket.pause();
      finish();
    };
    const onData = (bytes: Buffer): void => {
      messages.push(bytes);
      if (isOpen || isWhole || messages.isBroken()) settle(() => resolve({ bytes: Buffer.concat(pieces), isOpen }));
    };
    const onEnd = (): void =>
      settle(() =>
        pieces.length > 0
          ? resolve({ bytes: Buffer.concat(pieces), isOpen: false })
          : reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })),
      );
    const onError = (error: Error): void => settle(() => reject(error));
    socket.on('data', onData).on('end', onEnd).on('error', onError);
    socket.write(head);
  });
}
