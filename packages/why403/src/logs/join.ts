// Which error line belongs to which access line. Keys are hashes in flat arrays: 250,000 error lines take at most 12 MB, no strings.
import type { ErrorEntry, Told } from './model.ts';

/** Error lines that are kept for joining. */
export const ERROR_LIMIT = 250_000;
const AMBIGUOUS = 0xffff;
/** An access line is written when the answer has been sent, so its error line is older; clocks are whole seconds. */
const DELAYS = [0, 1, -1, 2, 3, 5] as const;

export interface ErrorIndex {
  /** False where the index is full and the line was left out. */
  add(entry: ErrorEntry): boolean;
  find(wall: number, client: string, target: string): Told | undefined;
  readonly size: () => number;
}

export function createErrorIndex(limit: number = ERROR_LIMIT): ErrorIndex {
  // At most two keys a line, in a table that is never more than half full. Made with the first line.
  const capacity = 2 ** Math.ceil(Math.log2(limit * 4));
  let keys = new Float64Array(0);
  let values = new Uint16Array(0);
  // how many error lines of the key have no access line yet: each belongs to one request
  let counts = new Uint16Array(0);
  let used = 0;
  let lines = 0;
  const tolds: (Told | undefined)[] = [undefined];
  const numbers = new Map<Told, number>();

  const slot = (key: number): number => {
    // the time is mixed in, or one client on one path would put all its keys in one place
    const mixed = (key % 4294967296) ^ Math.imul(Math.floor(key / 4294967296), 0x9e3779b1);
    let at = (mixed ^ (mixed >>> 15)) & (capacity - 1);
    while (keys[at] !== 0 && keys[at] !== key) at = (at + 1) & (capacity - 1);
    return at;
  };
  const put = (key: number, number: number): void => {
    if (used === 0) {
      keys = new Float64Array(capacity);
      values = new Uint16Array(capacity);
      counts = new Uint16Array(capacity);
    }
    const at = slot(key);
    if (keys[at] === 0) {
      keys[at] = key;
      values[at] = number;
      used++;
    } else if (values[at] !== number) {
      // Two different reasons in the same second for the same request: neither can be told.
      values[at] = AMBIGUOUS;
    }
    counts[at] = Math.min(0xffff, counts[at]! + 1);
  };

  return {
    add(entry) {
      if (lines >= limit) return false;
      lines++;
      let number = numbers.get(entry.told);
      if (number === undefined) {
        number = tolds.push(entry.told) - 1;
        numbers.set(entry.told, number);
      }
      const { wall, client, target, file, method } = entry;
      if (target === '') {
        if (client !== '') put(keyOf(wall, hash(client, '*')), number);
      } else if (!file) {
        // A whole request line has its query; a path alone has not.
        put(keyOf(wall, hash(client, method === undefined ? `u${pathOf(target)}` : `q${target}`)), number);
      } else {
        put(keyOf(wall, hash(client, `f${lastPart(target)}`)), number);
        // `/` is asked for, and the document root's own name is logged
        if (target.endsWith('/')) put(keyOf(wall, hash(client, 'f')), number);
      }
      return true;
    },
    find(wall, client, target) {
      if (used === 0) return undefined;
      const path = pathOf(target);
      const names = path.split('/', 12).filter((name) => name !== '');
      const last = names.at(-1) ?? '';
      const hashes = [
        hash(client, `q${target}`),
        hash(client, `u${path}`),
        hash(client, `f${last}`),
        hash('', `u${path}`),
        hash('', `f${last}`),
        // Apache names the first file or directory on the path that is missing or shut, so any part may be the one.
        ...names
          .reverse()
          .slice(1)
          .map((name) => hash(client, `f${name}`)),
        hash(client, '*'),
      ];
      for (const h of hashes) {
        for (const delay of DELAYS) {
          const at = slot(keyOf(wall - delay, h));
          if (counts[at] === 0) continue;
          counts[at]!--;
          return values[at] === AMBIGUOUS ? undefined : tolds[values[at]!];
        }
      }
      return undefined;
    },
    size: () => lines,
  };
}

// 53 bits: 32 of the hash, 21 of the time (24 days), never 0
function keyOf(wall: number, hashed: number): number {
  return ((((wall % 2_097_143) + 2_097_143) % 2_097_143) + 1) * 4294967296 + hashed;
}

/** FNV-1a over both texts, then mixed, as FNV's low bits are weak for short keys. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hash(first: string, second: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < first.length; i++) h = Math.imul(h ^ first.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ 0x1f, 0x01000193);
  for (let i = 0; i < second.length; i++) h = Math.imul(h ^ second.charCodeAt(i), 0x01000193);
  h ^= h >>> 15;
  h = Math.imul(h, 0x2c1b3c6d);
  return (h ^ (h >>> 13)) >>> 0;
}

function pathOf(target: string): string {
  const end = target.indexOf('?');
  return end < 0 ? target : target.slice(0, end);
}

/** Last named part of a path: `/a/b/` and `/srv/www/a/b` have the same. */
function lastPart(path: string): string {
  let end = path.length;
  while (end > 0 && path.charCodeAt(end - 1) === 47) end--;
  return path.slice(path.lastIndexOf('/', end - 1) + 1, end);
}
