/**
 * The user's private state folder, `$XDG_STATE_HOME/why403` or `~/.local/state/why403`: what has to outlive a run and is
 * nobody else's business lies here.
 * XDG Base Directory Specification, https://specifications.freedesktop.org/basedir-spec/latest/
 */
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { makeFolder } from './make-folder.ts';
import { readFolderNames } from './read-file.ts';

/** No file of ours is larger. */
const MOST_BYTES = 64 << 20;

type Env = Readonly<Record<string, string | undefined>>;

/** Where the folder of one part is; nothing is made. */
export function statePath(env: Env, part: string): string {
  const given = env['XDG_STATE_HOME'];
  const base = given && path.isAbsolute(given) ? given : path.join(env['HOME'] || homedir(), '.local/state');
  return path.join(base, 'why403', part);
}

/**
 * The folder of one part, made where it is absent, which only this user can enter (0700). Throws an error of the file
 * system where it cannot be made, or with the code `EPERM` where somebody else could change what lies in it.
 */
export function stateFolder(env: Env, part: string): string {
  const folder = statePath(env, part);
  makeFolder(folder, 0o700);
  for (const own of [path.dirname(folder), folder]) {
    checkOwn(fs.lstatSync(own), own, 'isDirectory');
    fs.chmodSync(own, 0o700);
  }
  return folder;
}

/** Writes a new file that only this user can read (0600), down to the disk. */
export function writePrivate(file: string, content: string | Uint8Array): void {
  const fd = fs.openSync(file, 'wx', 0o600);
  try {
    fs.writeFileSync(fd, content);
    fs.fsyncSync(fd);
  } catch (error) {
    fs.rmSync(file, { force: true });
    throw error;
  } finally {
    fs.closeSync(fd);
  }
}

/** Reads a file of the folder; throws with the code `EPERM` where another user may have written it. */
export function readPrivate(file: string): string {
  const fd = fs.openSync(file, fs.constants.O_RDONLY | fs.constants.O_NOFOLLOW | fs.constants.O_NONBLOCK);
  try {
    const stat = fs.fstatSync(fd);
    checkOwn(stat, file, 'isFile');
    if (stat.size > MOST_BYTES) throw Object.assign(new Error(`${file} is too large`), { code: 'EFBIG', path: file });
    return fs.readFileSync(fd, 'utf8');
  } finally {
    fs.closeSync(fd);
  }
}

function checkOwn(stat: fs.Stats, file: string, kind: 'isFile' | 'isDirectory'): void {
  const mine = process.geteuid === undefined || stat.uid === process.geteuid();
  const open = kind === 'isFile' && (stat.mode & 0o022) !== 0;
  if (mine && stat[kind]() && !open) return;
  const what = !mine
    ? 'belongs to another user'
    : open
      ? 'can be written by other users'
      : `is no ${kind === 'isFile' ? 'file' : 'folder'}`;
  throw Object.assign(new Error(`${file} ${what}`), { code: 'EPERM', path: file });
}

// Files that a printed line reads its secrets from lie in the folder for an hour.

const LINES = 'lines';
/** How long a file is kept, in milliseconds: the line that names it is run soon, or not at all. */
const KEPT = 3_600_000;
const OWN_FILE = /^line-[0-9a-f]{16}\.curl$/;

/** The folder that such files lie in. It need not be there. */
export function linesFolder(env: Env): string {
  return statePath(env, LINES);
}

/** Writes what a line needs, and gives the file's path; undefined where there is no private place for it. */
export function writeLine(text: string, env: Env): string | undefined {
  try {
    const file = path.join(stateFolder(env, LINES), `line-${randomBytes(8).toString('hex')}.curl`);
    writePrivate(file, `${text}\n`);
    return file;
  } catch {
    return undefined;
  }
}

/** Deletes the files that are older than an hour, or all of them; gives how many. Never throws. */
export function forgetLines(env: Env, all = false): number {
  const folder = linesFolder(env);
  let gone = 0;
  try {
    if (!fs.lstatSync(folder).isDirectory()) return 0;
    for (const name of readFolderNames(folder)) {
      const file = path.join(folder, name);
      if (!OWN_FILE.test(name) || (!all && Date.now() - fs.lstatSync(file).mtimeMs < KEPT)) continue;
      fs.rmSync(file, { force: true });
      gone++;
    }
  } catch {
    // there is nothing to forget, or another run is forgetting it
  }
  return gone;
}
