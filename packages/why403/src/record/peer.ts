// Other users of the machine can reach a port on loopback too, and what they sent would go out as this user, through their proxy.
import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Whose user ids are people's (login.defs); below are those of services. */
const FIRST_PERSON = 1000;
const NOBODY = 65_534;

/** Tells whether the other end of a connection is a program of this user, or of root. */
export type PeerCheck = (socket: Socket) => Promise<boolean>;

/**
 * The check for this machine. It takes the kernel some milliseconds, more than all else about a connection, so it is made only where
 * somebody else is at work here; and where the system does not tell (not Linux), none is.
 */
export function peerCheck(): PeerCheck {
  const own = process.geteuid?.();
  if (own === undefined || process.platform !== 'linux' || !isShared(own)) return () => Promise.resolve(true);
  return async ({ remotePort = 0, localPort = 0 }) => {
    try {
      const uid = userOf(await readFile('/proc/net/tcp', 'latin1'), remotePort, localPort);
      return uid === undefined || uid === own || uid === 0;
    } catch {
      return true;
    }
  };
}

/** Whether another person has programs running. */
function isShared(own: number): boolean {
  const isOther = (pid: string): boolean => {
    try {
      const { uid } = statSync(`/proc/${pid}`);
      return uid !== own && uid >= FIRST_PERSON && uid !== NOBODY;
    } catch {
      return false;
    }
  };
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && isOther(name));
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
