// Other users of the machine can reach a port on loopback too, and what they sent would go out as this user, through their proxy.
// The kernel looks through all of its table for that file, which takes milliseconds: so it is read only as far as the connection, and
// meanwhile the way to the host is opened. Nothing that the client says goes on it before.
import { open } from 'node:fs/promises';
import type { Socket } from 'node:net';

/** Whether the other end of a connection is a program of this user, or of root. True where the system does not tell (not Linux). */
export async function isOfThisUser({ remotePort = 0, localPort = 0 }: Socket): Promise<boolean> {
  const own = process.geteuid?.();
  if (own === undefined || process.platform !== 'linux') return true;
  try {
    const uid = await userOf(remotePort, localPort);
    return uid === undefined || uid === own || uid === 0;
  } catch {
    return true;
  }
}

/** What the kernel gives at a time. */
const PAGE = 4096;

/** The user of the connection from one port to another, by the columns of /proc/net/tcp. */
async function userOf(from: number, to: number): Promise<number | undefined> {
  const hex = (port: number): string => port.toString(16).toUpperCase().padStart(4, '0');
  const sought = `0100007F:${hex(from)} 0100007F:${hex(to)} `;
  const table = await open('/proc/net/tcp');
  try {
    const page = Buffer.alloc(PAGE);
    for (let begun = ''; ; ) {
      const { bytesRead } = await table.read(page, 0, PAGE);
      if (bytesRead === 0) return undefined;
      const lines = (begun + page.toString('latin1', 0, bytesRead)).split('\n');
      begun = lines.pop()!;
      const line = lines.find((one) => one.includes(sought));
      if (line === undefined) continue;
      const uid = Number(line.trim().split(/\s+/)[7]);
      return Number.isInteger(uid) ? uid : undefined;
    }
  } finally {
    await table.close();
  }
}
