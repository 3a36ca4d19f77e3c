import { readFileText } from '../../shared/read-file.ts';
import { runProgram } from '../shared/run-program.ts';

/** A user as the kernel sees a process of it. */
export interface ProcessUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** Every group, the primary one included. */
  readonly groups: readonly number[];
}

function lines(file: string, command: readonly string[]): string[] {
  // getent also asks LDAP and the like, which the files do not hold.
  const [program, ...args] = command as [string, ...string[]];
  const { status, stdout } = runProgram(program, args, { timeout: 5000 });
  if (status === 0) return stdout.split('\n');
  try {
    return readFileText(file).split('\n');
  } catch {
    return [];
  }
}

/** Looks up a user by name or number, with its supplementary groups as `initgroups(3)` would set them; undefined where there is none. */
export function lookUpUser(nameOrId: string, group?: string): ProcessUser | undefined {
  if (!/^[A-Za-z0-9_][A-Za-z0-9_.@$-]{0,63}$/.test(nameOrId)) return undefined;
  for (const line of lines('/etc/passwd', ['getent', 'passwd', nameOrId])) {
    const [name, , uid, gid] = line.split(':');
    if (name === undefined || uid === undefined || gid === undefined) continue;
    if (name !== nameOrId && uid !== nameOrId) continue;
    const primary = group === undefined ? Number(gid) : (groupId(group) ?? Number(gid));
    return {
      name,
      uid: Number(uid),
      gid: primary,
      groups: [...new Set([primary, ...supplementary(name, Number(gid))])],
    };
  }
  return undefined;
}

function supplementary(name: string, gid: number): number[] {
  const { status, stdout } = runProgram('id', ['-G', '--', name], { timeout: 5000 });
  if (status === 0) return stdout.trim().split(/\s+/).map(Number);
  const members = lines('/etc/group', ['getent', 'group']).flatMap((line) => {
    const [, , id, list] = line.split(':');
    return list?.split(',').includes(name) ? [Number(id)] : [];
  });
  return [gid, ...members];
}

function groupId(name: string): number | undefined {
  for (const line of lines('/etc/group', ['getent', 'group', name])) {
    const [found, , id] = line.split(':');
    if (found === name || id === name) return Number(id);
  }
  return undefined;
}

/** The user of a running process with the groups that it really has; undefined where the process is gone. */
export function userOfProcess(pid: number): ProcessUser | undefined {
  try {
    const status = readFileText(`/proc/${pid}/status`);
    const field = (name: string): number[] =>
      (status.match(new RegExp(`^${name}:([^\\n]*)$`, 'm'))?.[1] ?? '').trim().split(/\s+/).filter(Boolean).map(Number);
    const uid = field('Uid')[1];
    const gid = field('Gid')[1];
    if (uid === undefined || gid === undefined) return undefined;
    return { name: userName(uid), uid, gid, groups: [...new Set([gid, ...field('Groups')])] };
  } catch {
    return undefined;
  }
}

const names = new Map<string, string>();

function nameOf(kind: 'passwd' | 'group', id: number): string {
  const key = `${kind}:${id}`;
  let name = names.get(key);
  if (name === undefined) {
    const row = lines(`/etc/${kind}`, ['getent', kind, String(id)]).find((line) => line.split(':')[2] === String(id));
    name = row?.split(':')[0] ?? String(id);
    names.set(key, name);
  }
  return name;
}

/** Name of a user, or its number where it has none. */
export const userName = (uid: number): string => nameOf('passwd', uid);
/** Name of a group, or its number where it has none. */
export const groupName = (gid: number): string => nameOf('group', gid);
