/** Shell lines that make a running server take up its changed configuration where it has no reload of its own. */
import { readlinkSync } from 'node:fs';
import { piece, type ShellLine, sh } from '@why403/core';
import { readFileText } from '../../shared/read-file.ts';
import type { Process } from './running.ts';

/** The systemd unit that a process belongs to, or undefined. */
export function unitOf(pid: number): string | undefined {
  try {
    return /\/([^/\n]+\.service)(?:\/|$)/m.exec(readFileText(`/proc/${pid}/cgroup`))?.[1];
  } catch {
    return undefined;
  }
}

/** Where its output goes, if that is a file. */
function outputOf(pid: number): string {
  try {
    const target = readlinkSync(`/proc/${pid}/fd/1`);
    return target.startsWith('/') && !target.startsWith('/dev/') && !target.endsWith(' (deleted)')
      ? target
      : '/dev/null';
  } catch {
    return '/dev/null';
  }
}

/** The command line that starts it again as it was started: same words, folder, user and environment, detached, output appended. */
function startLine(process: Process, more: readonly string[]): ShellLine {
  const user = process.uid === 0 ? sh`` : sh`setpriv --reuid=${process.uid} --regid=$g --init-groups `;
  const folder = process.cwd ? sh`cd ${process.cwd} && ` : sh``;
  const start = sh`setsid ${piece(user)}env -i "\${e[@]}" ${[...process.words, ...more]}`;
  return sh`${piece(folder)}{ ${piece(start)} >>${outputOf(process.pid)} 2>&1 </dev/null & }`;
}

// The environment is read before the old process goes, and never stands in the command itself.
const keepEnvironment = (process: Process): ShellLine => {
  const group = process.uid === 0 ? sh`` : sh`g=$(awk '/^Gid:/{print $2}' /proc/${process.pid}/status); `;
  return sh`mapfile -d '' -t e </proc/${process.pid}/environ; ${piece(group)}`;
};

/** Where a server is expected to listen again. */
export interface Endpoint {
  readonly serverAddress: string | undefined;
  readonly port: number;
}

/** Waits until something listens there again, 20 seconds at most; a second where nothing is known of the place. */
function waitFor(at: Endpoint | undefined): ShellLine {
  // The address comes from the exchange, so only its plain forms may stand in a command.
  const address = at?.serverAddress ?? '127.0.0.1';
  if (!at || !/^[\d.]{7,15}$|^[0-9a-f:]{2,39}$/i.test(address)) return sh`sleep 1`;
  return sh`for i in $(seq 200); do (exec 3<>/dev/tcp/${address}/${at.port}) 2>/dev/null && break; sleep 0.1; done`;
}

/** Ends the process and starts it again, and waits for the place where it listened. */
export function restartCommand(process: Process, at?: Endpoint): ShellLine {
  const unit = unitOf(process.pid);
  if (unit) return sh`systemctl restart ${unit}`;
  const wait = sh`for i in $(seq 50); do grep -qs '^State:.[^ZX]' /proc/${process.pid}/status || break; sleep 0.1; done`;
  const script = sh`kill -TERM ${process.pid}; ${piece(wait)}; ${piece(startLine(process, []))}; ${piece(waitFor(at))}`;
  return inBash(sh`${piece(keepEnvironment(process))}${piece(script)}`);
}

/** Starts a second one that takes over from the first, for servers that can (HAProxy's -sf). */
export function takeOverCommand(process: Process, more: readonly string[]): ShellLine {
  return inBash(sh`${piece(keepEnvironment(process))}${piece(startLine(process, more))}; sleep 1`);
}

// Arrays and /dev/tcp are bash's own: whichever shell takes the line hands it on.
const inBash = (script: ShellLine): ShellLine => sh`bash -c ${script}`;
