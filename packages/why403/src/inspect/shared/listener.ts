/** Which process of this machine listens on a TCP port, from /proc (proc(5): net/tcp, fd). */
import { readlinkSync } from 'node:fs';
import { readFolderNames } from '../../shared/read-file.ts';
import { type Process, readProcess } from './running.ts';
import { tcpSockets } from './sockets.ts';

/** Names of the sockets that listen on a port. */
function socketsOn(port: number): ReadonlySet<string> {
  return new Set(tcpSockets().flatMap((socket) => (socket.listens && socket.port === port ? [socket.name] : [])));
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
