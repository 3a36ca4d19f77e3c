import type { Socket } from 'node:net';
import type { SendOptions } from '@why403/core';
import { SendError } from './error.ts';

/**
 * Begins a connection with the line of the PROXY protocol, version 1
 * (https://www.haproxy.org/download/1.8/doc/proxy-protocol.txt). As in curl the client's address is the only part that can be
 * given; the rest is the connection's own, of that to the proxy where there is one.
 */
export function announce(socket: Socket, { proxyProtocol, unixSocket }: SendOptions): void {
  if ('encrypted' in socket)
    throw new SendError(
      'PROXY',
      'The line of --haproxy-protocol cannot go through a proxy that is reached by TLS, in curl neither.',
    );
  const { localAddress, localPort, localFamily, remoteAddress, remotePort } = socket;
  if (unixSocket !== undefined) socket.write('PROXY UNKNOWN\r\n');
  else
    socket.write(
      `PROXY ${localFamily === 'IPv6' ? 'TCP6' : 'TCP4'} ${proxyProtocol?.client ?? localAddress} ${remoteAddress} ${localPort} ${remotePort}\r\n`,
    );
}
