/**
 * One path that a fix changes: as it was, as it is to be, and how it gets there and back. Content is written in place, so
 * that inode, hard links, owner, mode, lists and attributes stay; what was torn in the middle of a write is known as ours.
 * What is looked at and what is written is one and the same open file, whatever becomes of its path meanwhile.
 */
import fs from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { digestOf } from '../../shared/read-file.ts';
import { type Change, editBytes, type RightsChange } from './change.ts';
import { openExact, PLACE, placeOf } from './open-exact.ts';
import { changeRights, foresee, type Rights, readRights, restoreRights, sameRights } from './rights.ts';
import { type Identity, identityOf, sameFile } from './stamp.ts';

interface ContentTarget {
  readonly kind: 'content';
  readonly path: string;
  /** Absent where the file is new. Base64, as `after`. */
  readonly before?: string;
  /** At least as long as before, filled up with line ends: to go back never needs space that is not there. */
  readonly after: string;
  /** Length in bytes once the change is kept. */
  readonly length: number;
  /** In milliseconds. */
  readonly times?: { readonly read: number; readonly written: number };
}

interface RightsTarget {
  readonly kind: 'rights';
  readonly path: string;
  readonly identity: Identity;
  readonly change: RightsChange;
  readonly before: Rights;
  readonly after: Rights;
}

export type Target = ContentTarget | RightsTarget;

/** Whose a path is now: as before, as this change left it, even torn, or somebody else's. */
export type State = 'untouched' | 'ours' | 'foreign';

const MODE_OF_NEW = 0o644;
const MOST_BYTES = 64 << 20;
const { O_RDWR, O_CREAT, O_EXCL, O_RDONLY } = fs.constants;

/** What the changes come to, one target for each path, nothing changed yet. Throws where one could not be written. */
export function planTargets(changes: readonly Change[]): readonly Target[] {
  const targets: Target[] = [];
  for (const change of changes) {
    if (change.kind === 'mode' || change.kind === 'acl') {
      targets.push(planRights(change));
      continue;
    }
    const path = change.kind === 'create' ? withRealFolder(change.path) : change.path;
    const at = targets.findIndex((one) => one.kind === 'content' && one.path === path);
    const target = planContent(change, path, targets[at] as ContentTarget | undefined);
    if (target && at < 0) targets.push(target);
    else if (target) targets[at] = target;
  }
  return targets;
}

function planRights(change: RightsChange): RightsTarget {
  return withFile(change.path, PLACE, (fd) => {
    const identity = identityOf(fs.fstatSync(fd));
    if (change.identity && !sameFile(change.identity, identity)) throw changedSince(change.path);
    const before = readRights(placeOf(fd, change.path));
    return { kind: 'rights', path: change.path, identity, change, before, after: foresee(before, change) };
  });
}

function planContent(
  change: Change & { readonly kind: 'edit' | 'create' },
  path: string,
  earlier: ContentTarget | undefined,
): ContentTarget | undefined {
  const now = earlier ?? look(path);
  const before = bytesOf(now.before);
  if (change.kind === 'edit' && change.held !== undefined && before && digestOf(before) !== change.held)
    throw changedSince(path);
  const held = earlier ? Buffer.from(earlier.after, 'base64').subarray(0, earlier.length) : before;
  const made = change.kind === 'create' ? Buffer.from(change.text) : editBytes(held ?? missing(path), change.edits);
  if (before?.equals(made)) return undefined;
  const fill = Buffer.alloc(Math.max(0, (before?.length ?? 0) - made.length), '\n');
  const after = Buffer.concat([made, fill]).toString('base64');
  return { ...now, kind: 'content', path, after, length: made.length };
}

const bytesOf = (text: string | undefined): Buffer | undefined =>
  text === undefined ? undefined : Buffer.from(text, 'base64');

function missing(path: string): never {
  throw Object.assign(new Error(`${path} is not there`), { code: 'ENOENT', path });
}

const changedSince = (path: string): Error => new Error(`${path} was changed since it was looked at`);

const withRealFolder = (path: string): string => join(fs.realpathSync(dirname(path)), basename(path));

/** The file as it is, opened for writing as the change will be; or the folder that a new one needs. */
function look(path: string): Pick<ContentTarget, 'before' | 'times'> {
  try {
    return withFile(path, O_RDWR, (fd) => {
      const stat = fs.fstatSync(fd);
      return { before: contentOf(fd, path).toString('base64'), times: { read: stat.atimeMs, written: stat.mtimeMs } };
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    fs.accessSync(dirname(path), fs.constants.W_OK);
    return {};
  }
}

function contentOf(fd: number, path: string): Buffer {
  const stat = fs.fstatSync(fd);
  if (!stat.isFile()) throw Object.assign(new Error(`${path} is no regular file`), { code: 'EINVAL', path });
  if (stat.size > MOST_BYTES) throw Object.assign(new Error(`${path} is too large`), { code: 'EFBIG', path });
  const bytes = Buffer.alloc(stat.size);
  let read = 0;
  for (let more = 1; more > 0; read += more) more = fs.readSync(fd, bytes, read, bytes.length - read, read);
  return bytes.subarray(0, read);
}

/** Carries one change out. Throws, with part of it done at worst, and then `putBack` takes it back. */
export function carryOut(target: Target): void {
  const { path } = target;
  if (target.kind === 'content' && target.before === undefined) {
    create(target);
    return;
  }
  withFile(path, target.kind === 'rights' ? PLACE : O_RDWR, (fd) => {
    if (stateAt(fd, target) !== 'untouched') throw new Error(`${path} was changed by somebody else meanwhile`);
    if (target.kind === 'rights') {
      changeRights(placeOf(fd, path), target.change, target.after);
      return;
    }
    const after = Buffer.from(target.after, 'base64');
    const old = Buffer.byteLength(target.before ?? '', 'base64');
    // What needs new space comes first: where the disk is full, the old content still stands whole before it.
    writeAt(fd, after.subarray(old), old);
    writeAt(fd, after.subarray(0, old), 0);
    fs.fsyncSync(fd);
  });
}

function create({ path, after }: ContentTarget): void {
  inFolderOf(path, (place) => {
    const fd = fs.openSync(place, O_RDWR | O_CREAT | O_EXCL, 0o600);
    try {
      writeAt(fd, Buffer.from(after, 'base64'), 0);
      fs.fchmodSync(fd, MODE_OF_NEW);
      fs.fsyncSync(fd);
    } finally {
      fs.closeSync(fd);
    }
  });
}

/** Makes or removes a name in the very folder that the path means. */
function inFolderOf(path: string, work: (place: string) => void): void {
  const folder = dirname(path);
  withFile(folder, PLACE, (fd) => work(join(placeOf(fd, folder), basename(path))));
  syncFolder(folder);
}

/** What remains once the change is kept: the file gets its own length. */
export function settle(target: Target): void {
  if (target.kind !== 'content' || Buffer.byteLength(target.after, 'base64') === target.length) return;
  withFile(target.path, O_RDWR, (fd) => {
    if (!isWrittenAt(fd, target)) return;
    fs.ftruncateSync(fd, target.length);
    fs.fsyncSync(fd);
  });
}

/** Puts a path back that is `ours`. Throws where that fails. */
export function putBack(target: Target): void {
  const { path } = target;
  withFile(path, target.kind === 'rights' ? PLACE : O_RDWR, (fd) => {
    if (stateAt(fd, target) !== 'ours') throw new Error('it was changed by somebody else meanwhile');
    if (target.kind === 'rights') {
      const place = placeOf(fd, path);
      restoreRights(place, target.before);
      if (!sameRights(readRights(place), target.before))
        throw Object.assign(new Error('rights differ'), { code: 'EIO' });
      return;
    }
    if (target.before === undefined) {
      inFolderOf(path, (place) => fs.rmSync(place, { force: true }));
      return;
    }
    const before = Buffer.from(target.before, 'base64');
    writeAt(fd, before, 0);
    fs.ftruncateSync(fd, before.length);
    if (target.times) fs.futimesSync(fd, target.times.read / 1000, target.times.written / 1000);
    fs.fsyncSync(fd);
    if (!contentOf(fd, path).equals(before)) throw Object.assign(new Error('content differs'), { code: 'EIO' });
  });
}

export function stateOf(target: Target): State {
  try {
    return withFile(target.path, target.kind === 'rights' ? PLACE : O_RDONLY, (fd) => stateAt(fd, target));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isNew = target.kind === 'content' && target.before === undefined;
    if (code === 'ENOENT') return isNew ? 'untouched' : 'foreign';
    // What is no file any more, or is reached by a link, is not what was written.
    if (code === 'ELOOP' || code === 'ENOTDIR' || code === 'EINVAL' || code === 'EFBIG') return 'foreign';
    throw error;
  }
}

function stateAt(fd: number, target: Target): State {
  if (target.kind === 'rights') {
    if (!sameFile(identityOf(fs.fstatSync(fd)), target.identity)) return 'foreign';
    const now = readRights(placeOf(fd, target.path));
    return sameRights(now, target.before) ? 'untouched' : sameRights(now, target.after) ? 'ours' : 'foreign';
  }
  const now = contentOf(fd, target.path);
  const before = bytesOf(target.before);
  const after = Buffer.from(target.after, 'base64');
  // A new file that was torn is the beginning of what was to be written.
  if (before === undefined) return after.subarray(0, now.length).equals(now) ? 'ours' : 'foreign';
  if (now.equals(before)) return 'untouched';
  return now.equals(after.subarray(0, target.length)) || isTorn(now, before, after) ? 'ours' : 'foreign';
}

/** Whether a path holds the whole of a change. */
export function isWritten(target: Target): boolean {
  try {
    return withFile(target.path, target.kind === 'rights' ? PLACE : O_RDONLY, (fd) => isWrittenAt(fd, target));
  } catch {
    return false;
  }
}

function isWrittenAt(fd: number, target: Target): boolean {
  if (target.kind === 'rights') return sameRights(readRights(placeOf(fd, target.path)), target.after);
  const after = Buffer.from(target.after, 'base64');
  const now = contentOf(fd, target.path);
  return now.equals(after) || now.equals(after.subarray(0, target.length));
}

/** Whether each byte is one of before or of after, as a write leaves it that power loss or a full disk cut short. */
function isTorn(now: Buffer, before: Buffer, after: Buffer): boolean {
  if (now.length < before.length || now.length > after.length) return false;
  return now.every((byte, i) => byte === after[i] || (i < before.length ? byte === before[i] : byte === 0));
}

function withFile<T>(path: string, flags: number, work: (fd: number) => T): T {
  const fd = openExact(path, flags);
  try {
    return work(fd);
  } finally {
    fs.closeSync(fd);
  }
}

function writeAt(fd: number, bytes: Buffer, position: number): void {
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(fd, bytes, done, bytes.length - done, position + done);
}

/** Makes a new or a removed name last. */
export function syncFolder(folder: string): void {
  const fd = fs.openSync(folder, 'r');
  try {
    fs.fsyncSync(fd);
  } catch {
    // Some file systems do not take it, and need none.
  } finally {
    fs.closeSync(fd);
  }
}
