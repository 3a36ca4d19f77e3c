import { lookup, Resolver } from 'node:dns/promises';
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

type Lookup = Pick<SendOptions, 'resolve' | 'ipVersion' | 'dnsServers' | 'dnsFrom' | 'doh'>;

interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** Asks the name servers that the user names, or the system. */
async function lookUp(host: string, options: Lookup, signal: AbortSignal): Promise<readonly Address[]> {
  const { dnsServers, dnsFrom, doh, ipVersion } = options;
  if (doh) return (await import('./doh.ts')).askOverHttps(host, options, signal);
  if (dnsServers === undefined && dnsFrom === undefined) {
    const found = await lookup(host, { all: true, family: ipVersion ?? 0, verbatim: true });
    return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
  }
  const resolver = new Resolver({ timeout: 5_000, tries: 2 });
  try {
    if (dnsServers !== undefined) resolver.setServers(dnsServers.split(','));
    if (dnsFrom) resolver.setLocalAddress(dnsFrom[4], dnsFrom[6]);
  } catch (error) {
    const why = quoteOutside(error instanceof Error ? error.message : String(error));
    throw new SendError('DNS', `The servers of --dns-servers cannot be asked (${why}); write their addresses.`, error);
  }
  const ask = async (family: 4 | 6): Promise<readonly Address[]> =>
    (await (family === 4 ? resolver.resolve4(host) : resolver.resolve6(host))).map((address) => ({ address, family }));
  const asked = await Promise.allSettled(([6, 4] as const).filter((one) => (ipVersion ?? one) === one).map(ask));
  const found = asked.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  if (found.length === 0) throw asked.find((one) => one.status === 'rejected')?.reason;
  return found;
}

/** Resolves a name to the addresses to try, in the resolver's order. */
export async function resolveHost(to: Endpoint, options: Lookup, signal: AbortSignal): Promise<readonly Address[]> {
  const given = resolvedAddresses(to, options.resolve) ?? (isIP(to.host) > 0 ? [to.host] : undefined);
  const all = given
    ? given.map((address) => ({ address, family: isIP(address) === 6 ? (6 as const) : (4 as const) }))
    : await lookUp(to.host, options, signal);
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
  const addresses = await abortable(resolveHost(to, options, signal), signal);
  trace.timings.lookup ??= elapsed(trace);
  trace.address = addresses[0]!.address;
  const bound = await openFrom(addresses, to.port, options, trace, signal);
  if (bound) return bound;
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

/** Opens it from the interface or the port that the user sets, address by address; undefined where they set none. */
async function openFrom(
  addresses: readonly Address[],
  port: number,
  options: SendOptions,
  trace: Trace,
  signal: AbortSignal,
): Promise<Socket | undefined> {
  if (options.interface === undefined && options.localPort === undefined) return undefined;
  const { localEnds } = await import('./local-end.ts');
  let failed: unknown;
  for (const { address, family } of addresses) {
    try {
      for (const end of await localEnds(options, family)) {
        try {
          const socket = connectSocket({ host: address, port, ...end });
          socket.setNoDelay(true);
          trace.address = address;
          return await opened(socket, trace, signal);
        } catch (error) {
          failed = error;
          // a port that is taken: the next one of the range
          if (signal.aborted || (error as NodeJS.ErrnoException).code !== 'EADDRINUSE') break;
        }
      }
    } catch (error) {
      failed = error;
    }
    if (signal.aborted) break;
  }
  throw failed;
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
