import { readTail } from '../shared/log-tail.ts';
import { type Confinement, denialInLog, refusalOfUnit, unitSettings } from './confine.ts';
import { fileSystemOf, refusalOfMount } from './mounts.ts';

/** Where the kernel's and the audit daemon's denials are written on common systems. */
const DENIAL_LOGS = ['/var/log/audit/audit.log', '/var/log/kern.log', '/var/log/syslog', '/var/log/messages'];

/** What is asked of a path by a running server. */
export interface Asked {
  readonly path: string;
  /** Process of the server, where one runs. */
  readonly pid: number | undefined;
  readonly uid: number;
  /** Whether it is to be changed, not only read. */
  readonly change: boolean;
  /** Beginnings of the names of the server's processes, as the kernel logs them. */
  readonly programs: readonly string[];
}

/**
 * What above the file's own rights refuses: the mount, the sandbox of the service's unit, SELinux or AppArmor by the logs.
 * Reads /proc, unit files and logs as far as this user may.
 * @param logs files to look for denials in
 */
export function findConfinement(asked: Asked, logs: readonly string[] = DENIAL_LOGS): Confinement | undefined {
  const { path, pid, uid, change, programs } = asked;
  const mount = fileSystemOf(path, pid ?? 'self');
  const refused = mount ? refusalOfMount(mount, uid, change) : undefined;
  if (mount && refused)
    return { says: refused, quote: `${mount.type} on ${mount.at} (${[...new Set(mount.options)].join(',')})` };
  const unit = pid === undefined ? undefined : refusalOfUnit(unitSettings(pid), path, change);
  if (unit) return unit;
  for (const file of logs) {
    try {
      const denial = denialInLog(readTail(file, 1 << 20).lines.join('\n'), path, programs);
      if (denial) return { ...denial, location: { file } };
    } catch {
      // A log that is not there or not readable tells nothing.
    }
  }
  return undefined;
}
