import { BlockList, isIP } from 'node:net';

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
  const plain = plainAddress(address);
  const kind = isIP(plain);
  if (kind === 0 || kind !== version) return false;
  const size = version === 4 ? 32 : 128;
  const prefix = bits === undefined ? size : Number(bits);
  if (prefix > size) return undefined;
  if (prefix === 0) return true;
  const list = new BlockList();
  list.addSubnet(net, prefix, version === 4 ? 'ipv4' : 'ipv6');
  return list.check(plain, kind === 4 ? 'ipv4' : 'ipv6');
}

/** Whether an address lies between two others of its kind, both included. */
export function inSpan(address: string, from: string, to: string): boolean {
  const plain = plainAddress(address);
  const kind = isIP(plain);
  if (kind === 0 || isIP(from) !== kind || isIP(to) !== kind) return false;
  const list = new BlockList();
  try {
    list.addRange(from, to, kind === 4 ? 'ipv4' : 'ipv6');
  } catch {
    return false;
  }
  return list.check(plain, kind === 4 ? 'ipv4' : 'ipv6');
}
