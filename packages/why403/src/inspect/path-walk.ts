import { lstatSync, readlinkSync, type Stats } from 'node:fs';
import { resolve } from 'node:path';
import { readFileText } from '../shared/read-file.ts';
import { type Acl, type Decided, decideAccess, READ, type Rights, readAcls, SEARCH, WRITE } from './path-walk/acl.ts';
import type { ProcessUser } from './path-walk/users.ts';

/** What the server wants of the last component: its bytes, its names, only that it is there, or to create, replace or delete it. */
export type Need = 'read' | 'list' | 'stat' | 'change';

/** One file, directory or link on the way. */
export interface PathNode extends Rights {
  readonly path: string;
  readonly kind: 'file' | 'dir' | 'link' | 'other';
}

/** One question that the kernel answers on the way. */
export interface WalkStep {
  readonly node: PathNode;
  /** Sum of 4 (read), 2 (write) and 1 (search). */
  readonly want: number;
  readonly ok: boolean;
  readonly decided: Decided;
  /** A link on the way here that leads out of the folder it lies in: whoever may write there chose this place. */
  readonly beyond?: string;
  /** Where it is no matter of rights. */
  readonly reason?: 'sticky' | 'protected-link' | 'link-refused' | 'link-owner' | 'read-only';
}

export type WalkErrno = 'EACCES' | 'EPERM' | 'ENOENT' | 'ENOTDIR' | 'ELOOP' | 'EROFS' | 'ENAMETOOLONG' | 'UNSEEN';

/** The way along a path as one user. */
export interface Walk {
  readonly path: string;
  readonly user: ProcessUser;
  readonly need: Need;
  readonly steps: readonly WalkStep[];
  /** Steps that are refused, the first one first: the first blocks, the others would next. */
  readonly denied: readonly WalkStep[];
  /** What the first failing call would report; absent where the way is free. */
  readonly errno?: WalkErrno;
  /** The last component, links followed; absent where it is not there. */
  readonly target?: PathNode;
  /** What could not be seen, in one sentence. */
  readonly unseen?: string;
}

export interface WalkOptions {
  /** nginx's disable_symlinks and Apache's SymLinksIfOwnerMatch: `owner` allows a link to a thing of the same owner. */
  readonly links?: 'follow' | 'refuse' | 'owner';
  /** Links in this prefix of the path are followed whatever `links` says. */
  readonly linksFrom?: string;
  /** Rights that are taken as given on top of those on the disk, by path: to see what a grant would lead to. */
  readonly granted?: ReadonlyMap<string, number>;
  /** Shared between walks over one state of the disk. */
  readonly cache?: WalkCache;
}

/** What was read from the disk: nodes by path. Make a new one when the disk may have changed. */
export interface WalkCache {
  readonly nodes: Map<string, PathNode | WalkErrno>;
  readonly acls: Map<string, Acl | undefined>;
  aclsUnseen: boolean;
}

export const newWalkCache = (): WalkCache => ({ nodes: new Map(), acls: new Map(), aclsUnseen: false });

const MAX_LINKS = 40;

const kindOf = (stat: Stats): PathNode['kind'] =>
  stat.isFile() ? 'file' : stat.isDirectory() ? 'dir' : stat.isSymbolicLink() ? 'link' : 'other';

function readNode(path: string, cache: WalkCache): PathNode | WalkErrno {
  const known = cache.nodes.get(path);
  if (known !== undefined) return known;
  let result: PathNode | WalkErrno;
  try {
    const stat = lstatSync(path);
    const acl = cache.acls.get(path);
    result = {
      path,
      kind: kindOf(stat),
      mode: stat.mode & 0o7777,
      uid: stat.uid,
      gid: stat.gid,
      ...(acl ? { acl } : {}),
    };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    result = code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' || code === 'ELOOP' ? code : 'UNSEEN';
  }
  cache.nodes.set(path, result);
  return result;
}

/** All prefixes of a path at once, since one run of getfacl costs more than all the rest. */
function loadAcls(path: string, cache: WalkCache): void {
  const paths: string[] = [];
  let at = '';
  for (const part of ['', ...path.split('/').filter(Boolean)]) {
    at = part === '' ? '/' : `${at === '/' ? '' : at}/${part}`;
    if (!cache.acls.has(at)) paths.push(at);
  }
  if (paths.length === 0) return;
  const found = readAcls(paths);
  if (!found) cache.aclsUnseen = true;
  for (const one of paths) {
    cache.acls.set(one, found?.get(one));
    cache.nodes.delete(one);
  }
}

let protectedLinks: boolean | undefined;
function linksAreProtected(): boolean {
  if (protectedLinks === undefined) {
    try {
      protectedLinks = readFileText('/proc/sys/fs/protected_symlinks').trim() === '1';
    } catch {
      protectedLinks = false;
    }
  }
  return protectedLinks;
}

/**
 * Walks along an absolute path as a user, through links, and tells every right that is asked on the way.
 * Nothing is opened; `proveWalk` does that. Reads the disk as the user that runs this program.
 */
export function walkPath(path: string, user: ProcessUser, need: Need, options: WalkOptions = {}): Walk {
  const cache = options.cache ?? newWalkCache();
  const steps: WalkStep[] = [];
  let errno: WalkErrno | undefined;
  const fail = (code: WalkErrno): void => {
    errno ??= code;
  };
  const ask = (node: PathNode, want: number): void => {
    const same = steps.find((step) => step.node.path === node.path && step.want === want && !step.reason);
    if (same) return;
    const plain = decideAccess(node, user, want);
    const has = plain.has | (options.granted?.get(node.path) ?? 0);
    const decided = plain.ok ? plain : { ...plain, has, ok: (has & want) === want };
    steps.push({ node, want, ok: decided.ok, decided, ...(beyond !== undefined && { beyond }) });
    if (!decided.ok) fail('EACCES');
  };
  const forbid = (node: PathNode, reason: NonNullable<WalkStep['reason']>, code: WalkErrno): void => {
    steps.push({ node, want: 0, ok: false, decided: { ok: false, by: 'other', has: 0 }, reason });
    fail(code);
  };
  const finish = (target?: PathNode, unseen?: string): Walk => ({
    path,
    user,
    need,
    steps,
    denied: steps.filter((step) => !step.ok),
    ...(errno ? { errno } : {}),
    ...(target ? { target } : {}),
    ...(unseen || cache.aclsUnseen
      ? { unseen: unseen ?? 'access control lists could not be read: getfacl is not installed' }
      : {}),
  });

  loadAcls(path, cache);
  const rest = path.split('/').filter(Boolean);
  let current = '/';
  let links = 0;
  let beyond: string | undefined;
  let node = readNode('/', cache);
  // A path that ends in a slash must lead to a directory.
  const wantsDir = path.endsWith('/');
  while (rest.length > 0) {
    const part = rest.shift() as string;
    if (typeof node === 'string') return finish();
    if (node.kind !== 'dir') {
      fail('ENOTDIR');
      return finish();
    }
    ask(node, SEARCH);
    if (part === '.') continue;
    if (part === '..') {
      current = current.slice(0, current.lastIndexOf('/')) || '/';
      node = readNode(current, cache);
      continue;
    }
    if (Buffer.byteLength(part) > 255) {
      fail('ENAMETOOLONG');
      return finish();
    }
    const parent: PathNode = node;
    const child = `${current === '/' ? '' : current}/${part}`;
    if (rest.length === 0 && need === 'change') {
      ask(parent, WRITE | SEARCH);
      const old = readNode(child, cache);
      if (
        parent.mode & 0o1000 &&
        typeof old !== 'string' &&
        ![old.uid, parent.uid, 0].includes(user.uid) &&
        user.uid !== 0
      )
        forbid(old, 'sticky', 'EPERM');
    }
    if (!cache.acls.has(child)) loadAcls(child, cache);
    const next = readNode(child, cache);
    if (typeof next === 'string') {
      fail(next);
      return finish(
        undefined,
        next === 'UNSEEN'
          ? `${child}: cannot be looked at by this user, so what lies below it is not known`
          : undefined,
      );
    }
    if (next.kind === 'link' && !(need === 'change' && rest.length === 0)) {
      if (++links > MAX_LINKS) {
        fail('ELOOP');
        return finish();
      }
      const followed = options.linksFrom !== undefined && `${options.linksFrom}/`.startsWith(`${child}/`);
      if (options.links === 'refuse' && !followed)
        forbid(next, 'link-refused', rest.length === 0 ? 'ELOOP' : 'ENOTDIR');
      // protected_symlinks (kernel, sysctl fs): in a sticky directory open to all only links of its owner or of the follower.
      const sticky = (parent.mode & 0o1002) === 0o1002;
      if (rest.length === 0 && sticky && linksAreProtected() && next.uid !== user.uid && next.uid !== parent.uid)
        forbid(next, 'protected-link', 'EACCES');
      const to = readlinkSync(child);
      if (options.links === 'owner' && !followed) {
        const whole = walkPath(to.startsWith('/') ? to : `${current}/${to}`, { ...user, uid: 0 }, 'stat', { cache });
        if (whole.target && whole.target.uid !== next.uid) forbid(next, 'link-owner', 'ELOOP');
      }
      const end = resolve(current, to);
      if (current !== '/' && end !== current && !end.startsWith(`${current}/`)) beyond ??= child;
      rest.unshift(...to.split('/').filter(Boolean));
      if (to.startsWith('/')) {
        current = '/';
        node = readNode('/', cache);
      }
      continue;
    }
    current = child;
    node = next;
  }
  if (typeof node === 'string') return finish();
  if (wantsDir && node.kind !== 'dir') fail('ENOTDIR');
  if (need === 'list' && node.kind !== 'dir') fail('ENOTDIR');
  if (need === 'read' || need === 'list') ask(node, READ);
  return finish(node);
}
