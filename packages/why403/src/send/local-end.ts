import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { SendOptions } from '@why403/core';
import { quoteOutside, SendError } from './error.ts';

/** The own end of a connection, as far as the user sets it. */
export interface LocalEnd {
  readonly localAddress?: string;
  readonly localPort?: number;
}

/**
 * Where connections to an address of this family go out (`--interface`, `--local-port`): one entry for each port that may be tried.
 */
export async function localEnds(options: SendOptions, family: 4 | 6): Promise<readonly LocalEnd[]> {
  const { interface: named, localPort } = options;
  const own = named === undefined ? {} : { localAddress: await addressOf(named, family) };
  if (localPort === undefined) return [own];
  const [from = 0, to = from] = localPort.split('-').map(Number);
  if (to < from || to > 65535)
    throw new SendError(
      'FILE',
      `--local-port ${localPort} cannot be used; write a port, or a range such as 4000-4200.`,
    );
  return Array.from({ length: to - from + 1 }, (_, i) => ({ ...own, localPort: from + i }));
}

/** The address of an interface, or of a host of this machine: `eth0`, `192.0.2.7`, `if!eth0`, `host!name`, `ifhost!eth0!name`. */
async function addressOf(named: string, family: 4 | 6): Promise<string> {
  const [, kind = '', name = ''] = /^(?:(if|host|ifhost)!)?([\s\S]*)$/.exec(named) ?? [];
  const host = kind === 'ifhost' ? name.slice(name.indexOf('!') + 1) : name;
  const lacks = (what: string): SendError =>
    new SendError('UNREACHABLE', `--interface ${quoteOutside(named)}: ${what}; check --interface.`);
  const device = kind === 'host' || kind === 'ifhost' ? undefined : networkInterfaces()[name];
  if (device) {
    const found = device.find((one) => one.family === `IPv${family}` && !(family === 6 && one.scopeid !== 0));
    if (!found) throw lacks(`it has no IPv${family} address`);
    return found.address;
  }
  if (kind === 'if') throw lacks('there is no such interface');
  if (isIP(host) === family) return host;
  if (isIP(host) > 0) throw lacks(`the host has an IPv${family} address`);
  try {
    return (await lookup(host, { family })).address;
  } catch {
    throw lacks(`it is no interface, and no host with an IPv${family} address`);
  }
}
