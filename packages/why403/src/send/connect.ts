import type { Socket } from 'node:net';
import type { Request, SendOptions, Transport } from '@why403/core';
import { dial, redirectEndpoint } from './dial.ts';
import type { Trace } from './error.ts';
import type { Deadline } from './send.ts';
import type { Target } from './target.ts';
import { secure } from './tls.ts';

/** An open way to the host that a request can be written to. */
export interface Connection {
  readonly socket: Socket;
  /** What TLS agreed on: `h2`, `http/1.1`, or nothing. */
  readonly alpn: string | undefined;
  readonly transport: Transport;
}

/** Opens the way to a host: name, address, TLS. */
export async function connect(
  target: Target,
  options: SendOptions,
  _request: Request,
  _maxBody: number,
  trace: Trace,
  deadline: Deadline,
): Promise<Connection> {
  const endpoint = redirectEndpoint(target, options.connectTo);
  const socket = await dial(endpoint, options, trace, deadline.signal);
  const where = { ...(trace.address === undefined ? {} : { address: trace.address }), port: endpoint.port };
  if (target.scheme === 'http') {
    deadline.connected();
    return { socket, alpn: undefined, transport: where };
  }
  const secured = await secure(socket, target.host, options, ['http/1.1'], trace, deadline.signal);
  deadline.connected();
  return { socket: secured.socket, alpn: secured.alpn, transport: { ...where, tls: secured.info } };
}
