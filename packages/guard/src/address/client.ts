import type { Visit } from '../model.ts';
import { badOption, type Place, show } from '../options.ts';
import { parseAddress } from './parse.ts';
import { type Contains, compileRanges } from './ranges.ts';

/** Which of the hops before this server are ours: how many there are, or their addresses. */
export type TrustedProxies = number | readonly string[];

/**
 * Where proxies note who called them: `X-Forwarded-For`, `Forwarded` (RFC 7239), or a header that holds one address.
 */
export type ForwardedBy = 'x-forwarded-for' | 'forwarded' | 'x-real-ip' | 'cf-connecting-ip' | (string & {});

const PROXIES: Place = { of: 'createGuard', name: 'trustProxies' };

/**
 * Makes the function that finds the client's address. The chain is read from its trustworthy end: the connection
 * first, then the header from right to left, and what stands left of the first stranger is the stranger's own claim.
 * A chain shorter than the trusted hops, or one that cannot be read, gives no address: lists then refuse.
 */
export function clientAddressFrom(trust: TrustedProxies, name: ForwardedBy): (visit: Visit) => string | undefined {
  const header = name.toLowerCase();
  if (header !== 'x-forwarded-for' && header !== 'forwarded') return singleFrom(trust, header);
  if (trust === 0) return ({ reader, native }) => reader.peer(native);
  const trusted = typeof trust === 'number' ? undefined : compileRanges(trust, PROXIES);
  return ({ reader, native, received }) => {
    const line = reader.header(received, header) ?? '';
    const chain = line.length > 4000 ? undefined : header === 'forwarded' ? readForwarded(line) : readList(line);
    if (chain === undefined) return undefined;
    const peer = reader.peer(native);
    return trusted === undefined ? countHops(chain, trust as number) : walk(chain, peer, trusted);
  };
}

/**
 * One address says nothing of its way here, and anyone may send the header: it is believed from proxies that are known
 * by their addresses, and from these alone.
 */
function singleFrom(trust: TrustedProxies, header: string): (visit: Visit) => string | undefined {
  if (typeof trust === 'number' || trust.length === 0) {
    throw badOption(
      PROXIES,
      `names no addresses, and forwardedBy is "${header}"`,
      'List the proxies that set the header.',
      {
        code: 'trust-proxies',
        got: show(trust),
      },
    );
  }
  const trusted = compileRanges(trust, PROXIES);
  return ({ reader, native, received }) => {
    const peer = reader.peer(native);
    if (peer === undefined) return undefined;
    return trusted(peer) === true ? valid(reader.header(received, header)?.trim()) : valid(peer);
  };
}

/** The address that the last of so many proxies noted. The peer is the first of them. */
function countHops(chain: readonly string[], hops: number): string | undefined {
  return valid(chain[chain.length - hops]);
}

function walk(chain: readonly string[], peer: string | undefined, trusted: Contains): string | undefined {
  let current = peer;
  for (let at = chain.length - 1; at >= 0; at--) {
    if (current === undefined || trusted(current) !== true) break;
    current = chain[at];
  }
  return valid(current);
}

function valid(address: string | undefined): string | undefined {
  return address !== undefined && parseAddress(address) !== 0 ? address : undefined;
}

function readList(line: string): readonly string[] {
  return line === '' ? [] : line.split(',').map((entry) => withoutPort(entry.trim()));
}

/** The `for` of each element (RFC 7239 §4); one that cannot be read becomes an entry that is no address. */
function readForwarded(line: string): readonly string[] {
  if (line === '') return [];
  return line.split(',').map((element) => {
    const pair = element.split(';').find((part) => /^\s*for=/i.test(part));
    const value = pair?.slice(pair.indexOf('=') + 1).trim() ?? '';
    return withoutPort(value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value);
  });
}

function withoutPort(entry: string): string {
  if (entry.startsWith('[')) return entry.slice(1, Math.max(1, entry.indexOf(']')));
  const colon = entry.indexOf(':');
  return colon >= 0 && entry.indexOf(':', colon + 1) < 0 ? entry.slice(0, colon) : entry;
}

/** The client's address, found once a request. */
export function clientAddress(visit: Visit): string | undefined {
  const { identity } = visit;
  if (identity.address === undefined) {
    // A function of the author's may tell it, and may tell what is no text.
    const found: unknown = visit.settings.resolveAddress(visit);
    identity.address = typeof found === 'string' ? found : null;
  }
  return identity.address ?? undefined;
}
