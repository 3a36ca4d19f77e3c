/** Processes of this machine, read from /proc; empty where there is none. */
import { readlinkSync } from 'node:fs';
import { resolve } from 'node:path';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';

export interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly uid: number;
  /** The words of its command line. */
  readonly words: readonly string[];
  readonly cwd: string | undefined;
  readonly name: string;
}

/** One process; undefined where it has ended or may not be seen. */
export function readProcess(pid: number): Process | undefined {
  try {
    const status = readFileText(`/proc/${pid}/status`);
    const words = readFileText(`/proc/${pid}/cmdline`).replace(/\0$/, '').split('\0');
    let cwd: string | undefined;
    try {
      cwd = readlinkSync(`/proc/${pid}/cwd`).replace(/ \(deleted\)$/, '');
    } catch {
      // Only its owner and root may see it.
    }
    const field = (name: string): string => new RegExp(`^${name}:\\s+(\\S+)`, 'm').exec(status)?.[1] ?? '';
    if (field('State') === 'Z') return undefined;
    return { pid, parent: Number(field('PPid')), uid: Number(field('Uid')), words, cwd, name: field('Name') };
  } catch {
    return undefined;
  }
}

/** Running processes whose program has one of these names, parents before children. */
export function findProcesses(names: readonly string[]): readonly Process[] {
  return allProcesses().filter((process) => names.includes(process.name));
}

/** Every process that may be seen, in the order of their numbers. */
export function allProcesses(): readonly Process[] {
  let pids: number[];
  try {
    pids = readFolderNames('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
  return pids.sort((a, b) => a - b).flatMap((pid) => readProcess(pid) ?? []);
}

/** The masters among them: those whose parent is not one of them. */
export function mastersOf(processes: readonly Process[]): readonly Process[] {
  return processes.filter((process) => !processes.some((other) => other.pid === process.parent));
}

/** The value of an option on a command line (`-f FILE`, `-fFILE`, `--config FILE`, `--config=FILE`), made absolute. */
export function optionFile(process: Process, options: readonly string[]): string | undefined {
  for (const [i, word] of process.words.entries()) {
    for (const option of options) {
      let value: string | undefined;
      if (word === option) value = process.words[i + 1];
      else if (option.startsWith('--') && word.startsWith(`${option}=`)) value = word.slice(option.length + 1);
      else if (!option.startsWith('--') && word.startsWith(option) && !word.startsWith('--'))
        value = word.slice(option.length);
      if (value) return resolve(process.cwd ?? '/', value);
    }
  }
  return undefined;
}

/** The variables that a process was started with; empty where they may not be seen. */
export function environmentOf(pid: number): Readonly<Record<string, string>> {
  try {
    const pairs = readFileText(`/proc/${pid}/environ`).split('\0');
    return Object.fromEntries(
      pairs
        .filter((pair) => pair.includes('='))
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    );
  } catch {
    return {};
  }
}
