/** Which process of this machine listens on a TCP port, from /proc (proc(5): net/tcp, fd). */
import { readlinkSync } from 'node:fs';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';
import { type Process, readProcess } from './running.ts';

const LISTEN = '0A';

/** Inodes of the sockets that listen on a port. */
function socketsOn(port: number): ReadonlySet<string> {
  const wanted = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const found = new Set<string>();
  for (const table of ['/proc/net/tcp', '/proc/net/tcp6']) {
    let text = '';
    try {
      text = readFileText(table);
    } catch {
      continue;
    }
    for (const row of text.split('\n')) {
      const cells = row.trim().split(/\s+/);
      if (cells[3] === LISTEN && cells[1]?.endsWith(wanted) && cells[9]) found.add(`socket:[${cells[9]}]`);
    }
  }
  return found;
}

/** Whether anything of this machine listens on a port. Everybody may see that, other than by which process. */
export function isListenedOn(port: number): boolean {
  return socketsOn(port).size > 0;
}

/** The processes that listen on a port, the first started first; empty where none does or this user may not see them. */
export function listenersOn(port: number): readonly Process[] {
  const sockets = socketsOn(port);
  if (sockets.size === 0) return [];
  return numbers('/proc').flatMap((pid) => (holds(pid, sockets) ? (readProcess(pid) ?? []) : []));
}

function holds(pid: number, sockets: ReadonlySet<string>): boolean {
  return numbers(`/proc/${pid}/fd`).some((fd) => {
    try {
      return sockets.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
    } catch {
      // It was closed meanwhile.
      return false;
    }
  });
}

function numbers(folder: string): readonly number[] {
  try {
    return readFolderNames(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
}
