import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sh } from '@why403/core';
import type { ServerFix } from './types.ts';

/** Why a fix was not kept. */
export type ApplyCode =
  /** It names no files to keep copies of, so it is only shown. */
  | 'not-applicable'
  | 'declined'
  /** A copy could not be made; nothing was changed. */
  | 'no-backup'
  /** A command failed, the test of the configuration included; put back. */
  | 'command-failed'
  /** The request is refused as before; put back. */
  | 'no-help'
  /** Sending failed after the change; put back. */
  | 'send-failed'
  /** Something could not be put back: `says` names what and where its copy is. */
  | 'not-restored';

/** What came of applying a fix. */
export interface ApplyResult {
  readonly applied: boolean;
  readonly code?: ApplyCode;
  /** One sentence. */
  readonly says: string;
  /** Where the copies of the changed files are. They are kept, whatever came of it. */
  readonly backups: readonly string[];
  /** Status of the request after the change, where it was sent. */
  readonly status?: number;
}

/** What `applyFix` needs from outside: it decides nothing and sends nothing by itself. */
export interface ApplyTools {
  /** Shows the plan and asks. */
  readonly confirm: (plan: string) => Promise<boolean>;
  /** Sends the refused request again and gives its status. */
  readonly send: () => Promise<number>;
  /** Whether a status still is the refusal; by default 400 and above, or no answer. */
  readonly isRefused?: (status: number) => boolean;
  /** Folder for the copies; by default next to each file. */
  readonly backupFolder?: string;
  /** Milliseconds that the server may take to take a change up, 3000 by default. */
  readonly patience?: number;
}

interface Kept {
  readonly path: string;
  /** Absent where the path did not exist. */
  readonly copy?: string;
  readonly stat?: Stats;
  /** Output of getfacl, where there are lists. */
  readonly acl?: string;
}

const STEP = 150;
const LIMIT = 60_000;

const nameOfCopy = (path: string, folder: string | undefined): string => {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const name = join(folder ?? dirname(path), `${basename(path)}.why403-${stamp}-${process.pid}`);
  // Files of one name in several folders keep a copy each.
  for (let i = 0; ; i++) {
    const free = i === 0 ? name : `${name}-${i}`;
    if (!existsSync(free)) return free;
  }
};

function keep(path: string, folder: string | undefined): Kept {
  let stat: Stats;
  try {
    stat = lstatSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { path };
    throw error;
  }
  const list = spawnSync('getfacl', ['-p', '--', path], { encoding: 'utf8', timeout: 10_000 });
  const acl = list.status === 0 ? { acl: list.stdout } : {};
  if (!stat.isFile()) return { path, stat, ...acl };
  const copy = nameOfCopy(path, folder);
  copyFileSync(path, copy);
  // The copy may hold secrets: never more open than the file was.
  chmodSync(copy, stat.mode & 0o700);
  if (!readFileSync(copy).equals(readFileSync(path)))
    throw Object.assign(new Error('the copy differs'), { code: 'EIO' });
  return { path, copy, stat, ...acl };
}

/** Puts one path back; gives a sentence where it could not. */
function restore({ path, copy, stat, acl }: Kept): string | undefined {
  try {
    if (!stat) {
      rmSync(path, { force: true });
      return undefined;
    }
    if (copy !== undefined && !(existsSync(path) && readFileSync(path).equals(readFileSync(copy)))) {
      // Written beside and renamed, so that a full disk leaves the file whole.
      const fresh = `${path}.why403-restore-${process.pid}`;
      try {
        writeFileSync(fresh, readFileSync(copy));
        renameSync(fresh, path);
      } catch (error) {
        rmSync(fresh, { force: true });
        throw error;
      }
    }
    if (process.geteuid?.() === 0) chownSync(path, stat.uid, stat.gid);
    chmodSync(path, stat.mode & 0o7777);
    if (acl !== undefined) spawnSync('setfacl', ['--restore=-'], { input: acl, cwd: '/', timeout: 10_000 });
    return undefined;
  } catch (error) {
    return `${path} could not be put back (${(error as NodeJS.ErrnoException).code ?? 'error'})${copy === undefined ? '' : `: copy ${sh`${copy}`} over it`}`;
  }
}

function run(command: string): string | undefined {
  // Commands that start a server again as it was keep its environment in an array, which plain sh has not.
  const result = spawnSync(existsSync('/bin/bash') ? '/bin/bash' : '/bin/sh', ['-c', command], {
    encoding: 'utf8',
    timeout: LIMIT,
    stdio: ['ignore', 'ignore', 'pipe'],
    maxBuffer: 1 << 20,
  });
  if (result.status === 0) return undefined;
  const last = (result.stderr ?? '')
    .trim()
    .split('\n')
    .at(-1)
    ?.replace(/[^\x20-\x7e]/g, '?')
    .slice(0, 300);
  return (
    last ||
    (result.error ? (result.error as NodeJS.ErrnoException).code : undefined) ||
    `exit status ${result.status ?? result.signal}`
  );
}

/** The plan as it is shown before the question. */
export function describeFix(fix: ServerFix): string {
  const opens = fix.opens.map((one) => `  opens ${one}`);
  return [fix.text, ...fix.commands.map((command) => `  $ ${command}`), ...opens].join('\n');
}

async function sendUntil(tools: ApplyTools, refused: (status: number) => boolean): Promise<number> {
  const end = Date.now() + (tools.patience ?? 3000);
  for (;;) {
    const status = await tools.send();
    // A reload takes a moment: the old configuration may answer once more.
    if (!refused(status) || Date.now() >= end) return status;
    await new Promise((resolve) => setTimeout(resolve, STEP));
  }
}

/**
 * Carries a fix out after a yes: keeps copies, runs its commands, sends the request again, and puts everything back
 * where a command fails or the request is still refused. Never throws; the result is one sentence and a code.
 */
export async function applyFix(fix: ServerFix, tools: ApplyTools): Promise<ApplyResult> {
  const refused = tools.isRefused ?? ((status: number) => status >= 400 || status === 0);
  if (fix.commands.length === 0 || !fix.touches || fix.touches.length === 0)
    return {
      applied: false,
      code: 'not-applicable',
      says: 'This fix has no commands that could be undone, so it is only shown.',
      backups: [],
    };
  if (!(await tools.confirm(describeFix(fix))))
    return { applied: false, code: 'declined', says: 'Nothing was changed.', backups: [] };
  const kept: Kept[] = [];
  const copies = (): string[] => kept.flatMap(({ copy }) => copy ?? []);
  try {
    if (tools.backupFolder !== undefined) mkdirSync(tools.backupFolder, { recursive: true, mode: 0o700 });
    for (const path of fix.touches) kept.push(keep(path, tools.backupFolder));
  } catch (error) {
    for (const copy of copies()) rmSync(copy, { force: true });
    const { code, path } = error as NodeJS.ErrnoException;
    return {
      applied: false,
      code: 'no-backup',
      says: `Nothing was changed: no copy of ${path ?? 'the files'} could be made (${code ?? 'error'}).`,
      backups: [],
    };
  }
  const back = (code: ApplyCode, why: string, status?: number): ApplyResult => {
    const left = kept.flatMap((one) => restore(one) ?? []);
    const reload = left.length === 0 ? (fix.reload ?? []).flatMap((command) => run(command) ?? []) : [];
    const extra = status === undefined ? {} : { status };
    if (left.length > 0)
      return {
        applied: false,
        code: 'not-restored',
        says: `${why} And ${left.join('; ')}.`,
        backups: copies(),
        ...extra,
      };
    const stale =
      reload.length > 0 && code !== 'command-failed' ? ` The server did not take that up: ${reload[0]}.` : '';
    return {
      applied: false,
      code,
      says: `${why} Everything is as it was before.${stale}`,
      backups: copies(),
      ...extra,
    };
  };
  for (const command of fix.commands) {
    const fault = run(command);
    if (fault !== undefined) return back('command-failed', `"${command.slice(0, 120)}" failed: ${fault}.`);
  }
  let status: number;
  try {
    status = await sendUntil(tools, refused);
  } catch (error) {
    return back(
      'send-failed',
      `The request could not be sent after the change (${(error as Error).message.slice(0, 200)}).`,
    );
  }
  if (refused(status))
    return back(
      'no-help',
      `The change did not help: the request is still answered ${status || 'with nothing'}.`,
      status,
    );
  return {
    applied: true,
    says: `The change helped: the request is answered ${status} now.`,
    backups: copies(),
    status,
  };
}
