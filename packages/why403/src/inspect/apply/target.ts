/**
 * One path that a fix changes: as it was, as it is to be, and how it gets there and back. Content is written in place, so
 * that inode, hard links, owner, mode, lists and attributes stay; what was torn in the middle of a write is known as ours.
 */
import fs from 'node:fs';
import { dirname } from 'node:path';
import { type Change, editBytes } from './change.ts';
import { changeRights, foresee, type Rights, readRights, restoreRights, sameRights } from './rights.ts';

interface ContentTarget {
  readonly kind: 'content';
  readonly path: string;
  /** Absent where the file is new. Base64, as `after`. */
  readonly before?: string;
  /** At least as long as before, filled up with line ends: to go back never needs space that is not there. */
  readonly after: string;
  /** Length in bytes once the change is kept. */
  readonly length: number;
  /** Device, inode and number of names, for whoever looks into the journal. */
  readonly identity?: { readonly dev: number; readonly ino: number; readonly names: number };
  readonly times?: { readonly read: number; readonly written: number };
}

interface RightsTarget {
  readonly kind: 'rights';
  readonly path: string;
  readonly change: Change & { readonly kind: 'mode' | 'acl' };
  readonly before: Rights;
  readonly after: Rights;
}

export type Target = ContentTarget | RightsTarget;

/** Whose a path is now: as before, as this change left it, even torn, or somebody else's. */
export type State = 'untouched' | 'ours' | 'foreign';

const MODE_OF_NEW = 0o644;
const NO_LINK = fs.constants.O_NOFOLLOW;

/** What the changes come to, one target for each path, nothing changed yet. Throws where one could not be written. */
export function planTargets(changes: readonly Change[]): readonly Target[] {
  const targets: Target[] = [];
  for (const change of changes) {
    if (change.kind === 'mode' || change.kind === 'acl') {
      const before = readRights(change.path);
      targets.push({ kind: 'rights', path: change.path, change, before, after: foresee(before, change) });
      continue;
    }
    const at = targets.findIndex(({ kind, path }) => kind === 'content' && path === change.path);
    const earlier = targets[at] as ContentTarget | undefined;
    const now = earlier ?? look(change.path);
    const held = earlier ? Buffer.from(earlier.after, 'base64').subarray(0, earlier.length) : bytesOf(now.before);
    const made =
      change.kind === 'create' ? Buffer.from(change.text) : editBytes(held ?? missing(change.path), change.edits);
    const before = bytesOf(now.before);
    if (before?.equals(made)) continue;
    const fill = Buffer.alloc(Math.max(0, (before?.length ?? 0) - made.length), '\n');
    const target: ContentTarget = {
      ...now,
      kind: 'content',
      path: change.path,
      after: Buffer.concat([made, fill]).toString('base64'),
      length: made.length,
    };
    if (at < 0) targets.push(target);
    else targets[at] = target;
  }
  return targets;
}

const bytesOf = (text: string | undefined): Buffer | undefined =>
  text === undefined ? undefined : Buffer.from(text, 'base64');

function missing(path: string): never {
  throw Object.assign(new Error(`${path} is not there`), { code: 'ENOENT', path });
}

/** The file as it is, opened for writing as the change will be; or the folder that a new one needs. */
function look(path: string): Pick<ContentTarget, 'before' | 'identity' | 'times'> {
  let fd: number;
  try {
    fd = fs.openSync(path, fs.constants.O_RDWR | NO_LINK | fs.constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    fs.accessSync(dirname(path), fs.constants.W_OK);
    return {};
  }
  try {
    const stat = fs.fstatSync(fd);
    if (!stat.isFile()) throw Object.assign(new Error(`${path} is no regular file`), { code: 'EINVAL', path });
    return {
      before: fs.readFileSync(fd).toString('base64'),
      identity: { dev: stat.dev, ino: stat.ino, names: stat.nlink },
      times: { read: stat.atimeMs / 1000, written: stat.mtimeMs / 1000 },
    };
  } finally {
    fs.closeSync(fd);
  }
}

/** Carries one change out. Throws, with part of it done at worst, and then `putBack` takes it back. */
export function carryOut(target: Target): void {
  if (stateOf(target) !== 'untouched') throw new Error(`${target.path} was changed by somebody else meanwhile`);
  if (target.kind === 'rights') {
    changeRights(target.change, target.after);
    return;
  }
  const after = Buffer.from(target.after, 'base64');
  if (target.before === undefined) {
    write(target.path, 'wx', (fd) => {
      writeAt(fd, after, 0);
      fs.fchmodSync(fd, MODE_OF_NEW);
    });
    return;
  }
  const old = Buffer.byteLength(target.before, 'base64');
  write(target.path, fs.constants.O_RDWR | NO_LINK, (fd) => {
    // What needs new space comes first: where the disk is full, the old content still stands whole before it.
    writeAt(fd, after.subarray(old), old);
    writeAt(fd, after.subarray(0, old), 0);
  });
}

/** What remains once the change is kept: the file gets its own length. */
export function settle(target: Target): void {
  if (target.kind !== 'content' || Buffer.byteLength(target.after, 'base64') === target.length) return;
  write(target.path, fs.constants.O_RDWR | NO_LINK, (fd) => fs.ftruncateSync(fd, target.length));
}

/** Puts a path back that is `ours`. Throws where that fails. */
export function putBack(target: Target): void {
  const { path } = target;
  if (target.kind === 'rights') {
    restoreRights(path, target.before);
    if (!sameRights(readRights(path), target.before)) throw Object.assign(new Error('rights differ'), { code: 'EIO' });
    return;
  }
  if (target.before === undefined) {
    fs.rmSync(path, { force: true });
    syncFolder(dirname(path));
    return;
  }
  const before = Buffer.from(target.before, 'base64');
  write(path, fs.constants.O_RDWR | NO_LINK, (fd) => {
    writeAt(fd, before, 0);
    fs.ftruncateSync(fd, before.length);
    if (target.times) fs.futimesSync(fd, target.times.read, target.times.written);
  });
  if (!fs.readFileSync(path).equals(before)) throw Object.assign(new Error('content differs'), { code: 'EIO' });
}

export function stateOf(target: Target): State {
  if (target.kind === 'rights') {
    if (!fs.existsSync(target.path)) return 'foreign';
    const now = readRights(target.path);
    return sameRights(now, target.before) ? 'untouched' : sameRights(now, target.after) ? 'ours' : 'foreign';
  }
  const before = bytesOf(target.before);
  const now = contentOf(target.path);
  if (now === undefined || before === undefined) {
    if (now === before) return 'untouched';
    // A new file that was torn is the beginning of what was to be written.
    const all = Buffer.from(target.after, 'base64');
    return now && before === undefined && all.subarray(0, now.length).equals(now) ? 'ours' : 'foreign';
  }
  if (now.equals(before)) return 'untouched';
  const after = Buffer.from(target.after, 'base64');
  return now.equals(after.subarray(0, target.length)) || isTorn(now, before, after) ? 'ours' : 'foreign';
}

/** Whether a path holds the whole of a change. */
export function isWritten(target: Target): boolean {
  if (target.kind === 'rights') return sameRights(readRights(target.path), target.after);
  const after = Buffer.from(target.after, 'base64');
  const now = contentOf(target.path);
  return now !== undefined && (now.equals(after) || now.equals(after.subarray(0, target.length)));
}

/** Whether each byte is one of before or of after, as a write leaves it that power loss or a full disk cut short. */
function isTorn(now: Buffer, before: Buffer, after: Buffer): boolean {
  if (now.length < before.length || now.length > after.length) return false;
  return now.every((byte, i) => byte === after[i] || (i < before.length ? byte === before[i] : byte === 0));
}

function contentOf(path: string): Buffer | undefined {
  try {
    const stat = fs.lstatSync(path);
    // What is no file any more is not what was written.
    return stat.isFile() ? fs.readFileSync(path) : Buffer.from('\0');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function write(path: string, flags: number | string, work: (fd: number) => void): void {
  const fd = fs.openSync(path, flags, 0o600);
  try {
    work(fd);
    fs.fsyncSync(fd);
  } finally {
    fs.closeSync(fd);
  }
  if (flags === 'wx') syncFolder(dirname(path));
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
