/** Addresses and ranges as server configurations write them, compared as numbers. */
import { isIP } from 'node:net';

interface Range {
  readonly bits: 32 | 128;
  readonly value: bigint;
  readonly prefix: number;
}

function readV4(text: string): bigint | undefined {
  if (isIP(text) !== 4) return undefined;
  return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function readV6(text: string): bigint | undefined {
  const bare = text.split('%')[0] ?? '';
  if (isIP(bare) !== 6) return undefined;
  let rest = bare;
  const tail = /^(.*:)(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})$/.exec(bare);
  if (tail) {
    const v4 = readV4(tail[2] ?? '') ?? 0n;
    rest = `${tail[1]}${(v4 >> 16n).toString(16)}:${(v4 & 0xffffn).toString(16)}`;
  }
  const [head = '', end] = rest.split('::');
  const left = head ? head.split(':') : [];
  const right = end ? end.split(':') : [];
  const groups =
    end === undefined ? left : [...left, ...Array(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups.reduce((sum, group) => (sum << 16n) + BigInt(`0x${group || '0'}`), 0n);
}

/** An IPv4-mapped IPv6 address counts as the IPv4 address in it, as servers on dual-stack sockets see it. */
function readAddress(text: string): Range | undefined {
  const v4 = readV4(text);
  if (v4 !== undefined) return { bits: 32, value: v4, prefix: 32 };
  const v6 = readV6(text);
  if (v6 === undefined) return undefined;
  if (v6 >> 32n === 0xffffn) return { bits: 32, value: v6 & 0xffffffffn, prefix: 32 };
  return { bits: 128, value: v6, prefix: 128 };
}

function readMask(text: string, bits: 32 | 128): number | undefined {
  if (/^\d{1,3}$/.test(text)) return Number(text) <= bits ? Number(text) : undefined;
  const mask = readV4(text);
  if (mask === undefined) return undefined;
  const ones = mask.toString(2).padStart(32, '0');
  return /^1*0*$/.test(ones) ? ones.lastIndexOf('1') + 1 : undefined;
}

/** A range: an address, `a.b.c.d/n`, `a.b.c.d/m.m.m.m`, or the leading octets of one (`10.1`). Undefined where it is none. */
export function readRange(text: string): Range | undefined {
  if (ranges.has(text)) return ranges.get(text);
  // Lists of thousands of ranges are asked again and again while conditions are turned.
  if (ranges.size > 50_000) ranges.clear();
  const range = parseRange(text);
  ranges.set(text, range);
  return range;
}

const ranges = new Map<string, Range | undefined>();

function parseRange(text: string): Range | undefined {
  const [first = '', mask] = text.split('/');
  let address = first.replace(/^\[|\]$/g, '');
  let partial: number | undefined;
  if (/^\d{1,3}(?:\.\d{1,3}){0,2}\.?$/.test(address)) {
    const octets = address.replace(/\.$/, '').split('.');
    partial = octets.length * 8;
    address = [...octets, '0', '0', '0'].slice(0, 4).join('.');
  }
  const base = readAddress(address);
  if (!base) return undefined;
  const prefix = mask === undefined ? (partial ?? base.bits) : readMask(mask, base.bits);
  return prefix === undefined ? undefined : { ...base, prefix };
}

/** Does the range, as written in a configuration, hold the address? Undefined where either cannot be read. */
export function rangeHolds(range: string, address: string): boolean | undefined {
  const r = readRange(range);
  const a = readRange(address.replace(/^\[|\]$/g, ''));
  if (!r || !a) return undefined;
  if (r.bits !== a.bits) return false;
  const shift = BigInt(r.bits - r.prefix);
  return r.value >> shift === a.value >> shift;
}

/** Is it an address of the machine's own loopback? */
export function isLoopback(address: string): boolean {
  return rangeHolds('127.0.0.0/8', address) === true || address === '::1';
}
