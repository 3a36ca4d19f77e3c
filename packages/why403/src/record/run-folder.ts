// The files of one run that programs are pointed to: authorities, settings. They lie in the user's private state folder, and go with the
// run, by whatever it is ended; those of a run that was killed go with the next one.
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { InputError } from '@why403/core';
import { fileReason } from '../shared/read-file.ts';
import { stateFolder } from '../shared/state-folder.ts';

type Env = Readonly<Record<string, string | undefined>>;

export interface RunFolder {
  /** Writes a file that only this user can read, and gives its path. */
  write(name: string, content: string | Uint8Array): string;
  /** Deletes all of it. Never throws. */
  remove(): void;
}

const PART = 'runs';
const OWN_NAME = /^run-(\d{1,10})-[0-9a-f]{16}$/;
const DAY = 86_400_000;

/** Throws InputError where there is no place for it. */
export function makeRunFolder(env: Env): RunFolder {
  let folder: string;
  try {
    const all = stateFolder(env, PART);
    sweep(all);
    folder = path.join(all, `run-${process.pid}-${randomBytes(8).toString('hex')}`);
    fs.mkdirSync(folder, 0o700);
  } catch (error) {
    throw new InputError(
      'UNREADABLE_FILE',
      `The folder for the recorder's files cannot be made: ${fileReason(error)}.`,
      {
        hint: 'XDG_STATE_HOME names another place for it.',
      },
    );
  }
  const remove = (): void => {
    process.removeListener('exit', remove);
    fs.rmSync(folder, { recursive: true, force: true });
    try {
      fs.rmdirSync(path.dirname(folder));
    } catch {
      // another run has its files there
    }
  };
  process.once('exit', remove);
  return {
    write(name, content) {
      const file = path.join(folder, name);
      fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
      // not down to the disk: none of it outlives the run
      fs.writeFileSync(file, content, { flag: 'wx', mode: 0o600 });
      return file;
    },
    remove,
  };
}

/** Deletes what runs left that are not there any more. */
function sweep(all: string): void {
  for (const name of fs.readdirSync(all)) {
    const pid = Number(OWN_NAME.exec(name)?.[1]);
    if (!pid) continue;
    const folder = path.join(all, name);
    try {
      if (!isRunning(pid) || Date.now() - fs.lstatSync(folder).mtimeMs > 7 * DAY)
        fs.rmSync(folder, { recursive: true, force: true });
    } catch {
      // another run is at it
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
