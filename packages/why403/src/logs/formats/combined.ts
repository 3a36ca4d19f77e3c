import type { AccessFormat } from '../model.ts';
import { readClf } from '../time.ts';

/** Longest part of a request line that is kept, in bytes. */
const TARGET_LIMIT = 4000;

/**
 * The common and the combined format, with or without a virtual host before them and fields of one's own behind. The bytes
 * are read in place and only what is kept becomes a string, because this runs for every refused line of gigabytes.
 */
const format: AccessFormat = {
  id: 'combined',
  title: 'common or combined access log',
  before: '" ',
  read(bytes, start, end, hit) {
    let open = bytes.indexOf(91, start);
    // [::1] as the client: the clock stands in the bracket that follows a blank
    while (open > start && open < hit && bytes[open - 1] !== 32) open = bytes.indexOf(91, open + 1);
    if (open <= start || open >= hit) return undefined;
    const wall = readClf(bytes, open + 1);
    if (Number.isNaN(wall)) return undefined;
    const close = bytes.indexOf(93, open + 20);
    const request = close + 2;
    if (close < 0 || request > hit || bytes[request] !== 34) return undefined;
    if (hit === request) return undefined;
    // `" 403 ` inside the request line is escaped by the server: \" or \x22
    for (let at = bytes.indexOf(34, request + 1); at < hit; at = bytes.indexOf(34, at + 1)) {
      if (at < 0) break;
      if (bytes[at - 1] !== 92) return null;
    }
    let first = bytes.indexOf(32, start);
    let from = start;
    let user = '';
    // Nearly every line reads `client - - [`; only others have their fields told apart.
    if (first + 5 !== open || bytes[first + 1] !== 45 || bytes[first + 3] !== 45) {
      const heads = bytes.toString('latin1', start, Math.min(open - 1, start + 400)).split(' ');
      // `client ident user`, `vhost client ident user`; a user's name may hold blanks, so the dash of ident decides
      const shift = heads.length > 3 && heads[1] !== '-' && heads[2] === '-' ? 1 : 0;
      if (shift === 1) {
        from = first + 1;
        first = bytes.indexOf(32, from);
      }
      user = heads.slice(2 + shift).join(' ');
      if (user === '-' || user === '""') user = '';
    }
    const line = bytes.toString('utf8', request + 1, Math.min(hit, request + TARGET_LIMIT));
    const { method, target } = readRequestLine(line);
    return {
      wall,
      client: bytes.toString('latin1', from, Math.min(first, from + 100)),
      method,
      target,
      status: digits(bytes, hit + 2),
      user,
      agent: lastQuoted(bytes, hit + 6, end),
    };
  },
};

/** Method and target of `GET /path HTTP/1.1`; a line that is none is kept as the target. */
export function readRequestLine(line: string): { method: string; target: string } {
  const first = line.indexOf(' ');
  if (first < 1 || first > 30) return { method: '', target: line === '-' ? '' : line };
  const last = line.lastIndexOf(' HTTP/');
  return { method: line.slice(0, first), target: line.slice(first + 1, last > first ? last : undefined) };
}

function digits(bytes: Uint8Array, at: number): number {
  return (bytes[at]! - 48) * 100 + (bytes[at + 1]! - 48) * 10 + bytes[at + 2]! - 48;
}

// The user agent is the second quoted field behind the status; only its beginning matters.
function lastQuoted(bytes: Buffer, from: number, end: number): string {
  let at = from;
  for (let quote = 0; quote < 3; quote++) {
    at = bytes.indexOf(34, at) + 1;
    if (at === 0 || at > end) return '';
  }
  const stop = bytes.indexOf(34, at);
  return bytes.toString('utf8', at, Math.min(stop < 0 ? end : stop, end, at + 200));
}

export default format;
