import { readFileText } from '../../shared/read-file.ts';
/** A mounted file system. */
export interface Mount {
  readonly at: string;
  readonly type: string;
  readonly options: readonly string[];
}

/** Reads the text of /proc/PID/mountinfo (proc(5)). */
export function parseMounts(text: string): Mount[] {
  return text.split('\n').flatMap((line) => {
    const [left, right] = line.split(' - ');
    const fields = left?.split(' ') ?? [];
    const [type, , superOptions] = right?.split(' ') ?? [];
    const at = fields[4];
    if (at === undefined || type === undefined) return [];
    const path = at.replace(/\\([0-7]{3})/g, (_, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)));
    return [{ at: path, type, options: [...(fields[5] ?? '').split(','), ...(superOptions ?? '').split(',')] }];
  });
}

/** The file system that a path lies on, as this process or the given one sees it. */
export function fileSystemOf(path: string, pid: number | 'self' = 'self'): Mount | undefined {
  let mounts: Mount[];
  try {
    mounts = parseMounts(readFileText(`/proc/${pid}/mountinfo`));
  } catch {
    return undefined;
  }
  let best: Mount | undefined;
  for (const mount of mounts) {
    const below = mount.at === '/' || path === mount.at || path.startsWith(`${mount.at}/`);
    // Of two mounts at one place the later one is on top.
    if (below && mount.at.length >= (best?.at.length ?? 0)) best = mount;
  }
  return best;
}

/** Why the mount alone refuses this user, in one sentence; undefined where it does not. */
export function refusalOfMount(mount: Mount, uid: number, change: boolean): string | undefined {
  if (change && mount.options.includes('ro')) return `${mount.at} is mounted read-only`;
  const owner = mount.options.find((option) => option.startsWith('user_id='))?.slice(8);
  if (
    mount.type.startsWith('fuse') &&
    owner !== undefined &&
    !mount.options.includes('allow_other') &&
    Number(owner) !== uid
  )
    return `${mount.at} is a FUSE file system mounted without allow_other: only user ${owner} may enter it`;
  return undefined;
}
