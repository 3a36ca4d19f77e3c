import { runProgram } from '../shared/run-program.ts';
import { groupName, type ProcessUser, userName } from './users.ts';

export const READ = 4;
export const WRITE = 2;
export const SEARCH = 1;

/** Entries of a POSIX access control list beyond owner, group and others. Rights are sums of 4, 2 and 1. */
export interface Acl {
  readonly users: ReadonlyMap<number, number>;
  readonly groups: ReadonlyMap<number, number>;
  readonly owningGroup: number;
  readonly mask: number;
}

/** What the rights of one file or directory are. */
export interface Rights {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  readonly acl?: Acl;
}

/** Which entry decided, and what it gives. */
export interface Decided {
  readonly ok: boolean;
  readonly by: 'superuser' | 'owner' | 'named-user' | 'group' | 'other';
  readonly has: number;
  /** Rights that the entry names and the mask takes away. */
  readonly masked?: number;
}

const bits = (text: string): number =>
  (text[0] === 'r' ? READ : 0) + (text[1] === 'w' ? WRITE : 0) + (text[2] === 'x' ? SEARCH : 0);

/** Rights as `rwx` with dashes. */
export const rightsText = (rights: number): string =>
  `${rights & READ ? 'r' : '-'}${rights & WRITE ? 'w' : '-'}${rights & SEARCH ? 'x' : '-'}`;

/** Decides as the kernel does (acl(5), "ACCESS CHECK ALGORITHM"). */
export function decideAccess(node: Rights, user: ProcessUser, want: number): Decided {
  if (user.uid === 0) return { ok: true, by: 'superuser', has: 7 };
  const verdict = (by: Decided['by'], has: number, masked = 0): Decided => ({
    ok: (has & want) === want,
    by,
    has,
    ...(masked ? { masked } : {}),
  });
  if (user.uid === node.uid) return verdict('owner', (node.mode >> 6) & 7);
  const classBits = (node.mode >> 3) & 7;
  const { acl } = node;
  // The kernel does not look at the list where the group bits, which are the mask, are all off (fs/namei.c).
  if (acl && classBits !== 0) {
    const named = acl.users.get(user.uid);
    if (named !== undefined) return verdict('named-user', named & acl.mask, named & ~acl.mask);
    const matching = [
      ...(user.groups.includes(node.gid) ? [acl.owningGroup] : []),
      ...[...acl.groups].filter(([gid]) => user.groups.includes(gid)).map(([, has]) => has),
    ];
    const granting = matching.find((has) => (has & want) === want) ?? matching[0];
    if (granting !== undefined) return verdict('group', granting & acl.mask, granting & ~acl.mask);
    return verdict('other', node.mode & 7);
  }
  if (user.groups.includes(node.gid)) return verdict('group', classBits);
  return verdict('other', node.mode & 7);
}

/** getfacl writes unusual bytes as three octal digits after a backslash, and a backslash as two. */
const unescapeName = (text: string): string =>
  text.replace(/\\(?:([0-7]{3})|(\\))/g, (_, octal: string | undefined) =>
    octal === undefined ? '\\' : String.fromCharCode(Number.parseInt(octal, 8)),
  );

/** Reads the output of `getfacl -n -p`. Files without entries of their own are left out. */
export function parseAcls(text: string): Map<string, Acl> {
  const found = new Map<string, Acl>();
  for (const block of text.split(/\n\n/)) {
    let file: string | undefined;
    const users = new Map<number, number>();
    const groups = new Map<number, number>();
    let owningGroup = 0;
    let mask: number | undefined;
    for (const line of block.split('\n')) {
      if (line.startsWith('# file: ')) {
        // Bytes above ASCII come through the octal escapes one by one.
        file = Buffer.from(unescapeName(line.slice(8)), 'latin1').toString('utf8');
        continue;
      }
      const match = /^(user|group|mask):([0-9]*):([rwx-]{3})/.exec(line);
      if (!match) continue;
      const [, kind, id, rights] = match as unknown as [string, string, string, string];
      if (kind === 'mask') mask = bits(rights);
      else if (kind === 'group' && id === '') owningGroup = bits(rights);
      else if (id !== '') (kind === 'user' ? users : groups).set(Number(id), bits(rights));
    }
    if (file !== undefined && mask !== undefined) found.set(file, { users, groups, owningGroup, mask });
  }
  return found;
}

/** Reads the access control lists of several paths in one go; undefined where `getfacl` is missing or fails. */
export function readAcls(paths: readonly string[]): Map<string, Acl> | undefined {
  const { stdout, failed } = runProgram('getfacl', ['-n', '-p', '-s', '--', ...paths], {
    encoding: 'latin1',
    timeout: 10_000,
    maxBuffer: 1 << 24,
    env: { ...process.env, LC_ALL: 'C' },
  });
  // A path that is gone makes the exit status 1; what was printed for the others holds.
  return failed === undefined ? parseAcls(stdout) : undefined;
}

/** A row as `ls -l` prints it. */
export function listRow(
  node: Rights & { readonly path: string; readonly kind: 'file' | 'dir' | 'link' | 'other' },
): string {
  const kind = { file: '-', dir: 'd', link: 'l', other: '?' }[node.kind];
  const mode = [node.mode >> 6, node.mode >> 3, node.mode].map((part) => rightsText(part & 7)).join('');
  const sticky = node.mode & 0o1000 ? `${mode.slice(0, 8)}${mode[8] === 'x' ? 't' : 'T'}` : mode;
  return `${kind}${sticky}${node.acl ? '+' : ''} ${userName(node.uid)} ${groupName(node.gid)} ${node.path}`;
}
