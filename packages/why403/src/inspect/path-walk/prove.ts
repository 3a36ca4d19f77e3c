import { accessSync, constants } from 'node:fs';
import type { Walk } from '../path-walk.ts';
import { runProgram } from '../shared/run-program.ts';
import { hasProgram } from '../shared/shell.ts';

/** What really opening the path as the user gave; `untried` where this user may not become the other one. */
export type Proof = 'opened' | 'refused' | 'untried';

/**
 * Tries the walk's question for real, in a child process with the user's uid, gid and groups.
 * Reads one byte at most and changes nothing: for `change` it asks access(2) about the parent directory.
 * Needs root, or to be that user already.
 * @param pid where given, the mount namespace of this process is entered first, so that a unit's sandbox counts
 */
export function proveWalk(walk: Walk, pid?: number): Proof {
  const { user, path, need } = walk;
  const parent = path.replace(/\/[^/]*\/?$/, '') || '/';
  const question =
    need === 'read' && walk.target?.kind !== 'dir'
      ? ['head', '-c', '1', '--', path]
      : need === 'change'
        ? ['test', '-w', parent, '-a', '-x', parent]
        : need === 'stat'
          ? ['stat', '--', path]
          : ['ls', '-f', '--', path];
  // Reading a pipe or a device could block or change something.
  if (need === 'read' && walk.target?.kind === 'other') return 'untried';
  const self = process.geteuid?.();
  if (self === user.uid && self !== 0) {
    try {
      const mode =
        need === 'stat' ? constants.F_OK : need === 'change' ? constants.W_OK | constants.X_OK : constants.R_OK;
      accessSync(need === 'change' ? parent : path, mode);
      return 'opened';
    } catch {
      return 'refused';
    }
  }
  if (self !== 0 || !hasProgram('setpriv')) return 'untried';
  const groups = user.groups.length > 0 ? ['--groups', user.groups.join(',')] : ['--clear-groups'];
  const become = ['setpriv', '--reuid', String(user.uid), '--regid', String(user.gid), ...groups, '--'];
  const enter = pid !== undefined && hasProgram('nsenter') ? ['nsenter', `--mount=/proc/${pid}/ns/mnt`, '--'] : [];
  const [program, ...args] = [...enter, ...become, ...question] as [string, ...string[]];
  const { status, failed } = runProgram(program, args, {
    timeout: 5000,
    cwd: '/',
    env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin' },
  });
  // a folder of very many names was listed
  if (failed === 'ENOBUFS') return 'opened';
  if (status === null) return 'untried';
  return status === 0 ? 'opened' : 'refused';
}
