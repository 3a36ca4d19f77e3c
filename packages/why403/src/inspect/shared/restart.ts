/** Shell lines that make a running server take up its changed configuration where it has no reload of its own. */
import { readFileSync, readlinkSync } from 'node:fs';
import { quoteWord } from './config-edit.ts';
import type { Process } from './running.ts';

/** The systemd unit that a process belongs to, or undefined. */
export function unitOf(pid: number): string | undefined {
  try {
    return /\/([^/\n]+\.service)(?:\/|$)/m.exec(readFileSync(`/proc/${pid}/cgroup`, 'utf8'))?.[1];
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
function startLine(process: Process, more: readonly string[]): string {
  const user = process.uid === 0 ? '' : `setpriv --reuid=${process.uid} --regid=$g --init-groups `;
  const words = [...process.words.map(quoteWord), ...more].join(' ');
  const folder = process.cwd ? `cd ${quoteWord(process.cwd)} && ` : '';
  return `${folder}{ setsid ${user}env -i "\${e[@]}" ${words} >>${quoteWord(outputOf(process.pid))} 2>&1 </dev/null & }`;
}

/**
 * Sets `p` to the process; by its words where it was started again since, as a change that is put back starts it once more.
 * For a take-over all that run with these words are meant: the one before may still end its last connections.
 * The environment is read before the old process goes, and never stands in the command itself.
 */
function keepEnvironment({ pid, uid, words }: Process, all: boolean): string {
  const same = quoteWord(`${words.join(' ')} `);
  const found = all ? `p="$p \${d#/proc/}"` : `p=\${d#/proc/}; break`;
  const find = `for d in /proc/[0-9]*; do case "$(tr '\\0' ' ' <$d/cmdline 2>/dev/null)" in ${same}*) ${found};; esac; done`;
  const set = all ? `p=; ${find}; q=\${p##* }` : `p=${pid}; grep -qs '^State:.[^ZX]' /proc/$p/status || ${find}; q=$p`;
  const group = uid === 0 ? '' : `g=$(awk '/^Gid:/{print $2}' /proc/$q/status); `;
  return `${set}; mapfile -d '' -t e </proc/$q/environ; ${group}`;
}

/** Where a server is expected to listen again. */
export interface Endpoint {
  readonly serverAddress: string | undefined;
  readonly port: number;
}

/** Waits until something listens there again, 20 seconds at most; a second where nothing is known of the place. */
function waitFor(at: Endpoint | undefined): string {
  // The address comes from the exchange, so only its plain forms may stand in a command.
  const address = at?.serverAddress ?? '127.0.0.1';
  if (!at || !/^[\d.]{7,15}$|^[0-9a-f:]{2,39}$/i.test(address)) return 'sleep 1';
  return `for i in $(seq 200); do (exec 3<>/dev/tcp/${address}/${at.port}) 2>/dev/null && break; sleep 0.1; done`;
}

/** Ends the process and starts it again, and waits for the place where it listened. For bash. */
export function restartCommand(process: Process, at?: Endpoint): string {
  const unit = unitOf(process.pid);
  if (unit) return `systemctl restart ${quoteWord(unit)}`;
  const wait = `for i in $(seq 50); do grep -qs '^State:.[^ZX]' /proc/$p/status || break; sleep 0.1; done`;
  return `${keepEnvironment(process, false)}kill -TERM $p; ${wait}; ${startLine(process, [])}; ${waitFor(at)}`;
}

/** Starts a second one that takes over from the first, for servers that can (HAProxy's -sf); `$p` are the numbers of those before. For bash. */
export function takeOverCommand(process: Process, more: readonly string[]): string {
  return `${keepEnvironment(process, true)}${startLine(process, more)}; sleep 1`;
}
