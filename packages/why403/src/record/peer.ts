// Other users of the machine can reach a port on loopback too, and what they sent would go out as this user, through their proxy.
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Whether the other end of a connection is a program of this user, or of root. True where the system does not tell (not Linux). */
export async function isOfThisUser({ remotePort = 0, localPort = 0 }: Socket): Promise<boolean> {
  const own = process.geteuid?.();
  if (own === undefined || process.platform !== 'linux') return true;
  try {
    const uid = userOf(await readFile('/proc/net/tcp', 'latin1'), remotePort, localPort);
    return uid === undefined || uid === own || uid === 0;
  } catch {
    return true;
  }
}

/** The user of the connection from one port to another, by the columns of /proc/net/tcp. */
function userOf(table: string, from: number, to: number): number | undefined {
  const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');
  const at = table.indexOf(`0100007F:${hex(from)} 0100007F:${hex(to)} `);
  if (at < 0) return undefined;
  const columns = table.slice(at, table.indexOf('\n', at)).trim().split(/\s+/);
  const uid = Number(columns[6]);
  return Number.isInteger(uid) ? uid : undefined;
}
