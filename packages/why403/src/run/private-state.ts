// Files that a printed line reads its secrets from: in the user's private state folder, for an hour.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { stateFolder, statePath, writePrivate } from '../shared/state-folder.ts';

type Env = Readonly<Record<string, string | undefined>>;

const PART = 'lines';
/** How long a file is kept, in milliseconds: the line that names it is run soon, or not at all. */
const KEPT = 3_600_000;
const OWN_FILE = /^line-[0-9a-f]{16}\.curl$/;

/** The folder that such files lie in. It need not be there. */
export function linesFolder(env: Env): string {
  return statePath(env, PART);
}

/** Writes what a line needs, and gives the file's path; undefined where there is no private place for it. */
export function writeLine(text: string, env: Env): string | undefined {
  try {
    const file = path.join(stateFolder(env, PART), `line-${randomBytes(8).toString('hex')}.curl`);
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
    for (const name of fs.readdirSync(folder)) {
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
