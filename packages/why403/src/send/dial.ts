import { lookup } from 'node:dns/promises';
import { connect as connectSocket, isIP, type Socket } from 'node:net';
import type { SendOptions } from '@why403/core';
import { elapsed, quoteOutside, SendError, type Trace } from './error.ts';

/** What a connection is asked to lead to. */
export interface Endpoint {
  readonly host: string;
  readonly port: number;
}

const MAX_ADDRESSES = 16;

/** Applies `--connect-to` (`HOST1:PORT1:HOST2:PORT2`, empty parts match any and change nothing); the first match counts. */
export function redirectEndpoint(to: Endpoint, rules: readonly string[] | undefined): Endpoint {
  for (const rule of rules ?? []) {
    const part = /^(\[[^\]]*\]|[^:]*):(\d*):(\[[^\]]*\]|[^:]*):?(\d*)$/.exec(rule);
    if (!part)
      throw new SendError(
        'UNREACHABLE',
        `--connect-to ${quoteOutside(rule)} cannot be read; write host:port:host:port.`,
      );
    const [host, port, newHost, newPort] = [bare(part[1]!), part[2]!, bare(part[3]!), part[4]!];
    if (host !== '' && host.toLowerCase() !== to.host.toLowerCase()) continue;
    if (port !== '' && Number(port) !== to.port) continue;
    return { host: newHost === '' ? to.host : newHost, port: newPort === '' ? to.port : Number(newPort) };
  }
  return to;
}

/** The addresses that `--resolve` gives for this host and port; the last entry counts, as in curl. */
export function resolvedAddresses(to: Endpoint, entries: readonly string[] | undefined): readonly string[] | undefined {
  let found: readonly string[] | undefined;
  let wildcard: readonly string[] | undefined;
  for (const entry of entries ?? []) {
    const removal = /^-(\[[^\]]*\]|[^:]*):(\d+)$/.exec(entry);
    if (removal) {
      if (matches(removal[1]!, removal[2]!, to)) found = undefined;
      continue;
    }
    const part = /^\+?(\[[^\]]*\]|[^:]*):(\d+):(.+)$/.exec(entry);
    if (!part) throw new SendError('DNS', `--resolve ${quoteOutside(entry)} cannot be read; write host:port:address.`);
    const addresses = part[3]!.split(',').map((address) => bare(address.trim()));
    const wrong = addresses.find((address) => isIP(address) === 0);
    if (wrong !== undefined) {
      throw new SendError(
        'DNS',
        `--resolve ${quoteOutside(entry)} names ${quoteOutside(wrong)}, which is not an address.`,
      );
    }
    if (part[1] === '*' && Number(part[2]) === to.port) wildcard = addresses;
    else if (matches(part[1]!, part[2]!, to)) found = addresses;
  }
  return found ?? wildcard;
}

function matches(host: string, port: string, to: Endpoint): boolean {
  return bare(host).toLowerCase() === to.host.toLowerCase() && Number(port) === to.port;
}

function bare(host: string): string {
  return host.startsWith('[') ? host.slice(1, -1) : host;
}

/** Resolves a name to the addresses to try, in the resolver's order. */
export async function resolveHost(
  to: Endpoint,
  options: Pick<SendOptions, 'resolve' | 'ipVersion'>,
): Promise<readonly { address: string; family: 4 | 6 }[]> {
  const given = resolvedAddresses(to, options.resolve) ?? (isIP(to.host) > 0 ? [to.host] : undefined);
  const all = given
    ? given.map((address) => ({ address, family: isIP(address) === 6 ? (6 as const) : (4 as const) }))
    : (await lookup(to.host, { all: true, family: options.ipVersion ?? 0, verbatim: true })).map(
        ({ address, family }) => ({ address, family: family === 6 ? (6 as const) : (4 as const) }),
      );
  const wanted = all.filter(({ family }) => options.ipVersion === undefined || family === options.ipVersion);
  if (wanted.length === 0) {
    throw new SendError('DNS', `${to.host} has no IPv${options.ipVersion} address; leave out -${options.ipVersion}.`);
  }
  return wanted.slice(0, MAX_ADDRESSES);
}

/**
 * Opens a TCP connection (or the Unix socket). Addresses are tried as RFC 8305 has it, which Node does itself.
 * Records lookup and connect times and the address in `trace`. The signal destroys the socket for good.
 */
export async function dial(to: Endpoint, options: SendOptions, trace: Trace, signal: AbortSignal): Promise<Socket> {
  signal.throwIfAborted();
  if (options.unixSocket !== undefined) {
    trace.peer = `the Unix socket ${quoteOutside(options.unixSocket)}`;
    return opened(connectSocket({ path: options.unixSocket }), trace, signal);
  }
  const addresses = await abortable(resolveHost(to, options), signal);
  trace.timings.lookup ??= elapsed(trace);
  trace.address = addresses[0]!.address;
  const socket = connectSocket({
    host: to.host,
    port: to.port,
    autoSelectFamily: true,
    lookup: (_host, { all }, done) =>
      all ? done(null, [...addresses]) : done(null, addresses[0]!.address, addresses[0]!.family),
  });
  socket.setNoDelay(true);
  await opened(socket, trace, signal);
  trace.address = socket.remoteAddress ?? trace.address;
  return socket;
}

async function opened(socket: Socket, trace: Trace, signal: AbortSignal): Promise<Socket> {
  await untilEvent(socket, 'connect', signal);
  trace.timings.connect ??= elapsed(trace);
  return socket;
}

/** Waits for an event of a socket; an error or an early end rejects, the signal destroys the socket. */
export function untilEvent(socket: Socket, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      socket.off(event, onEvent).off('error', onError).off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      finish();
    };
    const onEvent = () => settle(resolve);
    const onError = (error: Error) => settle(() => reject(error));
    const onClose = () => settle(() => reject(Object.assign(new Error('closed'), { code: 'ECONNRESET' })));
    const onAbort = () =>
      settle(() => {
        socket.on('error', () => {});
        socket.destroy();
        reject(signal.reason);
      });
    socket.once(event, onEvent).once('error', onError).once('close', onClose);
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
  });
}

/** Ends waiting when the signal fires; the work itself is left to end by itself. */
export function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    if (signal.aborted) return onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
