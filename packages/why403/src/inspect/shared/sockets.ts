/** TCP sockets of this machine, from /proc/net (proc(5)). */
import { readFileText } from '../../shared/read-file.ts';

export interface Socket {
  readonly port: number;
  readonly remotePort: number;
  readonly listens: boolean;
  /** As a descriptor of it reads: `socket:[inode]`. */
  readonly name: string;
}

const LISTEN = '0A';

/** Every TCP socket of this network namespace. */
export function tcpSockets(): readonly Socket[] {
  const found: Socket[] = [];
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    let text = '';
    try {
      text = readFileText(table);
    } catch {
      continue;
    }
    for (const row of text.split('\n').slice(1)) {
      const [, local, remote, state, , , , , , inode] = row.trim().split(/\s+/);
      if (local === undefined || remote === undefined || inode === undefined) continue;
      found.push({
        port: portOf(local),
        remotePort: portOf(remote),
        listens: state === LISTEN,
        name: `socket:[${inode}]`,
      });
    }
  }
  return found;
}

const portOf = (address: string): number => Number.parseInt(address.slice(address.lastIndexOf(':') + 1), 16);
