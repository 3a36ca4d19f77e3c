/**
 * The journal of a change that is under way: all that is needed to put it back, on the disk before anything is changed. One
 * file for each run; its name says whose it is, so that it is the lock between two runs as well.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';
import { readPrivate, writePrivate } from '../../shared/state-folder.ts';
import { boot } from './stamp.ts';
import { syncFolder, type Target } from './target.ts';

export interface Journal {
  readonly schema: 'why403-apply/1';
  /** What the change is, one sentence. */
  readonly text: string;
  readonly at: string;
  readonly targets: readonly Target[];
  /** Commands that make the server read its files again. */
  readonly reload: readonly string[];
  /** Processes that these name by their numbers, with their starts. */
  readonly processes: readonly { readonly pid: number; readonly start: string }[];
  /** Copies of the files as they were. */
  readonly copies: readonly { readonly path: string; readonly copy: string }[];
}

/** A journal with the file that it stands in. */
export interface OpenJournal extends Journal {
  readonly file: string;
}

/** Another run of this user holds a change open. */
export class BusyError extends Error {
  readonly pid: number;
  constructor(pid: number) {
    super(`another run of why403 (process ${pid}) is changing this server now`);
    this.pid = pid;
  }
}

const NAME = /^(\d{1,10})-(\w{1,80})-\d{1,6}\.json$/;

/** When a process was started, with the boot that counts from: a number that is given out again is another process. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileText(`/proc/${pid}/stat`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie has ended; its parent did not look yet.
    if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
    return `${boot()}_${fields[19]}`;
  } catch {
    return process.platform === 'linux' ? undefined : otherStart(pid);
  }
}

function otherStart(pid: number): string | undefined {
  try {
    process.kill(pid, 0);
    return 'running';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'running' : undefined;
  }
}

/** The processes that these lines name, as far as numbers in them are those of processes now. */
export function processesIn(lines: readonly string[]): Journal['processes'] {
  const numbers = new Set(lines.flatMap((line) => line.match(/\d+/g) ?? []).filter((text) => text.length < 9));
  return [...numbers].flatMap((text) => {
    const start = startOf(Number(text));
    return start === undefined ? [] : [{ pid: Number(text), start }];
  });
}

/** The number of a process that is another one by now, as after a restart of the machine: what was meant for the first would hit it. */
export const takenNumber = ({ processes }: Journal): number | undefined =>
  processes.find(({ pid, start }) => ![start, undefined].includes(startOf(pid)))?.pid;

/** The process that holds a journal, undefined where it has ended. */
function holderOf(file: string): number | undefined {
  const [, pid = '', start] = NAME.exec(basename(file)) ?? [];
  return Number(pid) > 0 && startOf(Number(pid)) === start ? Number(pid) : undefined;
}

function list(folder: string): readonly string[] {
  try {
    return readFolderNames(folder)
      .filter((name) => NAME.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    // Where no folder can be, no journal was written.
    if (/^(?:ENOENT|ENOTDIR)$/.test((error as NodeJS.ErrnoException).code ?? '')) return [];
    throw error;
  }
}

/** A free name for a journal of this process, or of none (no process has the number 0). */
function nameFor(folder: string, pid: number): string {
  for (let n = 1; ; n++) {
    const file = join(folder, `${pid}-${startOf(pid) ?? 'left'}-${n}.json`);
    if (!existsSync(file)) return file;
  }
}

/** Writes a journal, down to the disk. Throws `BusyError` where another run of this user has one, and what the file system says. */
export function openJournal(folder: string, journal: Journal): OpenJournal {
  const file = nameFor(folder, process.pid);
  const draft = `${file}.new`;
  rmSync(draft, { force: true });
  writePrivate(draft, JSON.stringify(journal));
  renameSync(draft, file);
  syncFolder(folder);
  // Each looks after its own name stands there: of two at once, at least one sees the other.
  const other = list(folder)
    .map(holderOf)
    .find((pid) => pid !== undefined && pid !== process.pid);
  if (other !== undefined) {
    closeJournal(file);
    throw new BusyError(other);
  }
  return { ...journal, file };
}

export function closeJournal(file: string): void {
  rmSync(file, { force: true });
  syncFolder(join(file, '..'));
}

/** Journals of runs that were stopped before they could put their change back. Those that cannot be read are told by name. */
export function leftJournals(folder: string): {
  readonly left: readonly OpenJournal[];
  readonly unreadable: readonly string[];
} {
  const left: OpenJournal[] = [];
  const unreadable: string[] = [];
  for (const file of list(folder)) {
    if (holderOf(file) !== undefined) continue;
    try {
      left.push({ ...readJournal(readPrivate(file)), file });
    } catch {
      unreadable.push(file);
    }
  }
  return { left, unreadable };
}

/** What a journal's file holds; throws where it is none, or not whole. */
function readJournal(text: string): Journal {
  const journal = JSON.parse(text) as Journal;
  const whole =
    journal.schema === 'why403-apply/1' &&
    areTexts([journal.text, journal.at, ...journal.reload]) &&
    journal.processes.every(({ pid, start }) => areNumbers([pid]) && areTexts([start])) &&
    journal.copies.every(({ path, copy }) => areTexts([path, copy])) &&
    journal.targets.every(isTarget);
  if (!whole) throw new Error('another form');
  return journal;
}

function isTarget(target: Target): boolean {
  if (!areTexts([target.path]) || !isAbsolute(target.path)) return false;
  if (target.kind === 'content') {
    const { before, after, length, times } = target;
    return areTexts([before ?? '', after]) && areNumbers([length, ...(times ? [times.read, times.written] : [])]);
  }
  const { identity, change, before, after } = target;
  return (
    target.kind === 'rights' &&
    areNumbers([identity.dev, identity.ino, before.mode, after.mode]) &&
    areTexts([identity.boot, change.kind, ...before.acl, ...after.acl])
  );
}

const areTexts = (all: readonly unknown[]): boolean => all.every((one) => typeof one === 'string');
const areNumbers = (all: readonly unknown[]): boolean => all.every(Number.isFinite);

/** Makes a left journal this process's own; undefined where another run was faster. */
export function claimJournal(journal: OpenJournal): OpenJournal | undefined {
  const own = nameFor(join(journal.file, '..'), process.pid);
  try {
    renameSync(journal.file, own);
    return { ...journal, file: own };
  } catch {
    return undefined;
  }
}

/** Leaves a journal that is not settled to the next run. */
export function releaseJournal(journal: OpenJournal): string {
  const file = nameFor(join(journal.file, '..'), 0);
  renameSync(journal.file, file);
  return file;
}
