/** Files that a request may lead to, below the folders of a program, and whether its workers may open them. */
import { lstatSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFolderNames } from '../../shared/read-file.ts';
import { inspectFile } from '../path-walk/files.ts';
import { lookUpUser, type ProcessUser, userOfProcess } from '../path-walk/users.ts';
import { newWalkCache, walkPath } from '../path-walk.ts';
import { normalisePath } from '../shared/normalise-path.ts';
import { decodePath, type ServerView } from '../shared/server-view.ts';
import type { Finding } from '../types.ts';
import type { Picture } from './picture.ts';

const BY = 'machine';
const MOST_NAMES = 1_500;
const MOST_DEPTH = 5;
const INDEX = /^(?:index|default)\.\w{2,5}$/i;

export interface Worker {
  readonly user: ProcessUser;
  readonly pid: number;
}

/** As whom the program opens files: of its processes one that has given up root, where there is one. */
export function workerOf({ members }: Picture, named: string | undefined): Worker | undefined {
  const [first] = members;
  if (!first) return undefined;
  const given = named === undefined ? undefined : lookUpUser(named);
  if (given) return { user: given, pid: first.pid };
  const users = members.flatMap(({ pid }) => {
    const user = userOfProcess(pid);
    return user ? [{ user, pid }] : [];
  });
  return users.find(({ user }) => user.uid !== 0) ?? users[0];
}

/** What the request's path leads to below one of the folders. */
export function servedFindings(folders: readonly string[], view: ServerView, worker: Worker): readonly Finding[] {
  const path = normalisePath(decodePath(view.rawPath), true);
  if (path === undefined) return [];
  const parts = path.split('/').filter(Boolean);
  const change = /^(?:PUT|DELETE|MKCOL)$/.test(view.method);
  const findings: Finding[] = [];
  const tail = parts.at(-1) ?? '';
  // a program may keep what it serves in any folder of its own: the file's name is what the path shares with it
  const named = /\.\w{1,8}$/.test(tail)
    ? [...filesBelow(folders)].filter((file) => file.endsWith(`/${tail}`)).slice(0, 3)
    : [];
  for (const file of named) {
    const { findings: barred } = inspectFile({ path: file, user: worker.user, change, by: BY, pid: worker.pid });
    findings.push(...barred.map((one): Finding => ({ ...one, bits: file.endsWith(path) ? 11 : 9 / named.length })));
  }
  if (findings.length) return findings;
  for (const folder of folders)
    for (let skip = 0; skip <= Math.min(2, parts.length); skip++) {
      const rest = parts.slice(skip);
      if (rest.length === 0 && parts.length > 0) continue;
      const target = join(folder, ...rest);
      const kind = kindOf(target);
      if (kind === undefined) continue;
      const { findings: barred } = inspectFile({ path: target, user: worker.user, change, by: BY, pid: worker.pid });
      if (barred.length) findings.push(...barred.map((one): Finding => ({ ...one, bits: skip === 0 ? 11 : 8 })));
      else if (kind === 'folder' && !change && hasNoIndex(target))
        findings.push({
          cause: 'directory-listing',
          weight: 'hints',
          bits: skip === 0 && path.endsWith('/') ? 5 : 2,
          says: `${target} is a directory without an index file, so only a listing could be answered`,
          quote: target,
          location: { file: target },
          fixes: [],
          by: BY,
        });
    }
  return findings.slice(0, 4);
}

/** Files below the folders that the worker may not read; of a folder that it may not search, the first one. */
export function barredFiles(folders: readonly string[], { user }: Worker, most: number): readonly string[] {
  if (user.uid === 0) return [];
  const found: string[] = [];
  const cache = newWalkCache();
  const walked = new Set<string>();
  for (const path of filesBelow(folders)) {
    // a walk asks for access lists, which takes a program: it is made once a folder, and where the mode alone refuses
    const first = !walked.has(dirname(path));
    walked.add(dirname(path));
    if (!first && mayRead(path, user)) continue;
    const { denied, errno } = walkPath(path, user, 'read', { cache });
    if (denied.length > 0 && (errno === 'EACCES' || errno === 'EPERM') && found.push(path) >= most) break;
  }
  return found;
}

function mayRead(path: string, user: ProcessUser): boolean {
  try {
    const { mode, uid, gid } = statSync(path);
    const shift = uid === user.uid ? 6 : user.groups.includes(gid) ? 3 : 0;
    return ((mode >> shift) & 4) !== 0;
  } catch {
    return true;
  }
}

function* filesBelow(folders: readonly string[]): Generator<string> {
  const budget = { names: MOST_NAMES };
  for (const folder of folders) yield* below(folder, budget, 0);
}

function* below(folder: string, budget: { names: number }, depth: number): Generator<string> {
  let names: readonly string[];
  try {
    names = readFolderNames(folder);
  } catch {
    return;
  }
  for (const name of names) {
    if (budget.names-- <= 0) return;
    if (/^(?:node_modules|\..*|__pycache__|venv)$/.test(name)) continue;
    const path = join(folder, name);
    const kind = kindOf(path);
    if (kind === 'file') yield path;
    else if (kind === 'folder' && depth < MOST_DEPTH) yield* below(path, budget, depth + 1);
  }
}

function kindOf(path: string): 'file' | 'folder' | undefined {
  try {
    const info = statSync(path, { throwIfNoEntry: false });
    return info?.isFile() ? 'file' : info?.isDirectory() ? 'folder' : undefined;
  } catch (error) {
    // a name below a folder that this user may not search may be there
    return (error as NodeJS.ErrnoException).code === 'EACCES' && isThere(path) ? 'file' : undefined;
  }
}

function isThere(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function hasNoIndex(folder: string): boolean {
  try {
    return !readFolderNames(folder).some((name) => INDEX.test(name));
  } catch {
    return false;
  }
}
