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
function startLine(process: Process, more: ShellLine): ShellLine {
  const user = process.uid === 0 ? sh`` : sh`setpriv --reuid=${process.uid} --regid=$g --init-groups `;
  const folder = process.cwd ? sh`cd ${process.cwd} && ` : sh``;
  const start = sh`setsid ${piece(user)}env -i "\${e[@]}" ${[...process.words]} ${piece(more)}`;
  return sh`${piece(folder)}{ ${piece(start)} >>${outputOf(process.pid)} 2>&1 </dev/null & }`;
}

/**
 * Sets `p` to the process; by its words where it was started again since, as a change that is put back starts it once more.
 * For a take-over all that run with these words are meant: the one before may still end its last connections.
 * The environment is read before the old process goes, and never stands in the command itself.
 */
function keepEnvironment({ pid, uid, words }: Process, all: boolean): ShellLine {
  const found = all ? sh`p="$p \${d#/proc/}"` : sh`p=\${d#/proc/}; break`;
  const find = sh`for d in /proc/[0-9]*; do case "$(tr '\\0' ' ' <$d/cmdline 2>/dev/null)" in ${`${words.join(' ')} `}*) ${piece(found)};; esac; done`;
  const set = all
    ? sh`p=; ${piece(find)}; q=\${p##* }`
    : sh`p=${pid}; grep -qs '^State:.[^ZX]' /proc/$p/status || ${piece(find)}; q=$p`;
  const group = uid === 0 ? sh`` : sh`g=$(awk '/^Gid:/{print $2}' /proc/$q/status); `;
  return sh`${piece(set)}; mapfile -d '' -t e </proc/$q/environ; ${piece(group)}`;
}

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
  const wait = sh`for i in $(seq 50); do grep -qs '^State:.[^ZX]' /proc/$p/status || break; sleep 0.1; done`;
  const script = sh`kill -TERM $p; ${piece(wait)}; ${piece(startLine(process, sh``))}; ${piece(waitFor(at))}`;
  return inBash(sh`${piece(keepEnvironment(process, false))}${piece(script)}`);
}

/** Starts a second one that takes over from the first, for servers that can (HAProxy's -sf); `$p` are the numbers of those before. */
export function takeOverCommand(process: Process, more: ShellLine): ShellLine {
  return inBash(sh`${piece(keepEnvironment(process, true))}${piece(startLine(process, more))}; sleep 1`);
}

// Arrays and /dev/tcp are bash's own: whichever shell takes the line hands it on.
const inBash = (script: ShellLine): ShellLine => sh`bash -c ${script}`;
