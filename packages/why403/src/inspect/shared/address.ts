import { isIP } from 'node:net';
import { readRange } from './address-match.ts';

/** An address as a server writes it: an IPv4 address mapped into IPv6 stands as IPv4. */
export function plainAddress(address: string): string {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

/** Whether an address lies in `a.b.c.d`, `a.b.c.d/n` or the same in IPv6; undefined where the range cannot be read. */
export function inRange(address: string, range: string): boolean | undefined {
  const [net = '', bits] = range.split('/') as [string, string?];
  const version = isIP(net);
  if (version === 0 || (bits !== undefined && !/^\d{1,3}$/.test(bits))) return undefined;
  const prefix = bits === undefined ? undefined : Number(bits);
  if (prefix !== undefined && prefix > (version === 4 ? 32 : 128)) return undefined;
  const plain = plainAddress(address);
  if (isIP(plain) !== version) return false;
  if (prefix === 0) return true;
  const [wide, one] = [readRange(range), readRange(plain)];
  if (!wide || !one || wide.bits !== one.bits) return false;
  const shift = BigInt(wide.bits - wide.prefix);
  return wide.value >> shift === one.value >> shift;
}

/** Whether an address lies between two others of its kind, both included. */
export function inSpan(address: string, from: string, to: string): boolean {
  const plain = plainAddress(address);
  const kind = isIP(plain);
  if (kind === 0 || isIP(from) !== kind || isIP(to) !== kind) return false;
  const [low, high, one] = [readRange(from), readRange(to), readRange(plain)];
  return !!low && !!high && !!one && low.value <= one.value && one.value <= high.value;
}
