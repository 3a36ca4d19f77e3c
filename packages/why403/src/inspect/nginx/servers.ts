import { isIP } from 'node:net';
import type { Listen, Model, Server } from './model.ts';
import { matchRegex } from './regex.ts';
import type { NginxRequest } from './request.ts';

/** Which server answers, and why it. */
export interface Chosen {
  readonly server: Server;
  readonly listen: Listen;
  /** By one of its names, or because no name fitted. */
  readonly by: 'name' | 'default';
  readonly name?: string;
  readonly captures?: Readonly<Record<string, string>>;
  /** The other servers at the same address. */
  readonly others: readonly Server[];
  readonly unseen?: string;
}

interface Bound {
  readonly server: Server;
  readonly listen: Listen;
}

function pickAddress(bounds: readonly Bound[], request: NginxRequest): Bound[] {
  const address = request.serverAddress;
  const exact = address === undefined ? [] : bounds.filter(({ listen }) => listen.address === address);
  if (exact.length > 0) return [...exact];
  const isV6 = address !== undefined && isIP(address) === 6;
  const wild = bounds.filter(
    ({ listen }) => listen.address === (isV6 ? '::' : '*') || (listen.address === '0.0.0.0' && !isV6),
  );
  if (wild.length > 0) return wild;
  if (address === undefined) {
    const first = bounds[0]?.listen.address;
    return bounds.filter(({ listen }) => listen.address === first);
  }
  return bounds.filter(({ listen }) => ['*', '::', '0.0.0.0'].includes(listen.address));
}

/** Chooses the server for a request as nginx does (https://nginx.org/en/docs/http/request_processing.html). */
export function chooseServer(model: Model, request: NginxRequest): Chosen | undefined {
  const all: Bound[] = model.servers.flatMap((server) => server.listens.map((listen) => ({ server, listen })));
  const onPort = all.filter(({ listen }) => listen.port === request.serverPort);
  let unseen: string | undefined;
  let candidates = pickAddress(onPort, request);
  if (candidates.length === 0) {
    // A container or a balancer may map the port: with the same scheme in one place only, that place is meant.
    const alike = all.filter(({ listen }) => listen.ssl === (request.scheme === 'https') && listen.port > 0);
    const ports = new Set(alike.map(({ listen }) => listen.port));
    if (ports.size !== 1) return undefined;
    candidates = pickAddress(alike, request);
    if (candidates.length === 0) candidates = alike;
    unseen = `no server of this configuration listens on port ${request.serverPort}; port ${[...ports][0]} was taken for it`;
  }
  const fallback = candidates.find(({ listen }) => listen.isDefault) ?? candidates[0];
  if (!fallback) return undefined;
  const named = matchName(candidates, request.host);
  const bound = named?.bound ?? fallback;
  return {
    server: bound.server,
    // Whether TLS is spoken is a property of the address, not of the server that is chosen later.
    listen: candidates.find(({ listen }) => listen.ssl)?.listen ?? bound.listen,
    by: named ? 'name' : 'default',
    ...(named ? { name: named.name, captures: named.captures } : {}),
    others: [...new Set(candidates.map(({ server }) => server))].filter((server) => server !== bound.server),
    ...(unseen ? { unseen } : {}),
  };
}

function matchName(
  candidates: readonly Bound[],
  host: string,
): { bound: Bound; name: string; captures: Record<string, string> } | undefined {
  const entries = candidates.flatMap((bound) => bound.server.names.map(({ name }) => ({ bound, name })));
  const exact = entries.find(({ name }) => name === host || (name.startsWith('.') && name.slice(1) === host));
  if (exact) return { ...exact, captures: {} };
  const longest = (fits: (name: string) => number): { bound: Bound; name: string } | undefined =>
    entries
      .map((entry) => ({ entry, length: fits(entry.name) }))
      .filter(({ length }) => length > 0)
      .sort((a, b) => b.length - a.length)[0]?.entry;
  const head = longest((name) => {
    const suffix = name.startsWith('*.') ? name.slice(1) : name.startsWith('.') ? name : undefined;
    return suffix && host.endsWith(suffix) && host.length > suffix.length ? suffix.length : 0;
  });
  if (head) return { ...head, captures: {} };
  const tail = longest((name) =>
    name.endsWith('.*') && host.startsWith(name.slice(0, -1)) && host.length >= name.length ? name.length : 0,
  );
  if (tail) return { ...tail, captures: {} };
  for (const entry of entries) {
    if (!entry.name.startsWith('~')) continue;
    const result = matchRegex(entry.name.slice(1), true, host);
    if ('matched' in result && result.matched) return { ...entry, captures: result.named };
  }
  return undefined;
}
