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
  const entryOf = header === 'forwarded' ? forOf : (entry: string) => withoutPort(entry.trim());
  return ({ reader, native, received }) => {
    const line = reader.header(received, header) ?? '';
    if (line.length > MOST) return undefined;
    if (trusted === undefined) return valid(entryBefore(line, trust as number, entryOf));
    return walk(line, reader.peer(native), trusted, entryOf);
  };
}

/** Longest header that is read. */
const MOST = 4000;

/** The entry that so many from the end stands, the last being the first: the one that the last of our proxies noted. */
function entryBefore(line: string, hops: number, entryOf: (text: string) => string): string | undefined {
  let end = line.length;
  for (let hop = 1; hop < hops; hop++) {
    end = line.lastIndexOf(',', end - 1);
    if (end <= 0) return undefined;
  }
  return entryOf(line.slice(line.lastIndexOf(',', end - 1) + 1, end));
}

/** From the connection's end on as far as our proxies vouch for what stands before them: the rest is not looked at. */
function walk(
  line: string,
  peer: string | undefined,
  trusted: Contains,
  entryOf: (text: string) => string,
): string | undefined {
  let current = peer;
  for (let end = line.length; line !== '' && end >= 0; ) {
    if (current === undefined || trusted(current) !== true) break;
    const comma = end === 0 ? -1 : line.lastIndexOf(',', end - 1);
    current = entryOf(line.slice(comma + 1, end));
    end = comma;
  }
  return valid(current);
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

function valid(address: string | undefined): string | undefined {
  return address !== undefined && parseAddress(address) !== 0 ? address : undefined;
}

/** The `for` of an element (RFC 7239 §4); one that cannot be read becomes an entry that is no address. */
function forOf(element: string): string {
  const pair = element.split(';').find((part) => /^\s*for=/i.test(part));
  const value = pair?.slice(pair.indexOf('=') + 1).trim() ?? '';
  return withoutPort(value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value);
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
