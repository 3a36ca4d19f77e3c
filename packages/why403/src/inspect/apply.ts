// Carries a change out on this machine so that it is either kept whole or put back whole, whatever ends the run in between.
import { existsSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writePrivate } from '../shared/state-folder.ts';
import { runCommand, sayWaiting } from './apply/command.ts';
import { BusyError, closeJournal, type Journal, type OpenJournal, openJournal, processesIn } from './apply/journal.ts';
import { type RolledBack, rollBack, rollBackAtOnce } from './apply/roll-back.ts';
import { carryOut, planTargets, settle, type Target } from './apply/target.ts';
import type { ServerFix } from './types.ts';

/** Why a fix was not kept. */
export type ApplyCode =
  /** It is no change of files, so it is only shown. */
  | 'not-applicable'
  | 'declined'
  /** Another run changes this server now. */
  | 'busy'
  /** A file cannot be written; nothing was changed. */
  | 'not-writable'
  /** The journal or a copy could not be written; nothing was changed. */
  | 'no-backup'
  /** A file could not be changed; put back. */
  | 'change-failed'
  /** A command failed, the test of the configuration included; put back. */
  | 'command-failed'
  /** The request is refused as before; put back. */
  | 'no-help'
  /** Sending failed after the change; put back. */
  | 'send-failed'
  /** The run was ended from outside, or by a fault; put back. */
  | 'interrupted'
  /** Something could not be put back: `says` names what, and the journal stays. */
  | 'not-restored';

/** What came of applying a fix. */
export interface ApplyResult {
  readonly applied: boolean;
  readonly code?: ApplyCode;
  /** One sentence or more. */
  readonly says: string;
  /** Where the copies of the changed files are. They are kept, whatever came of it. */
  readonly backups: readonly string[];
  /** Status of the request after the change, where it was sent. */
  readonly status?: number;
  /** What was thrown where nothing that is known here throws. */
  readonly fault?: unknown;
}

/** A point of the way: what has just been done. */
export type Step = 'journal' | 'changed' | 'command' | 'sent' | 'told';

/** What `applyFix` needs from outside: it decides nothing and sends nothing by itself. */
export interface ApplyTools {
  /** Shows the plan and asks. */
  readonly confirm: (plan: string) => Promise<boolean>;
  /** Sends the refused request again and gives its status. */
  readonly send: () => Promise<number>;
  /** The same after a roll-back; undefined where no request is left. */
  readonly sendAgain?: () => Promise<number | undefined>;
  /** Whether a status still is the refusal; by default 400 and above, or no answer. */
  readonly isRefused?: (status: number) => boolean;
  /** Private folder for the journal. */
  readonly journals: () => string;
  /** Private folder for the copies. */
  readonly copies: () => string;
  /** Told of the journal before anything is changed, and of the result before it is kept. */
  readonly tell?: (text: string) => void;
  /** Ends the run: everything is put back. The reason is a sentence, or what was thrown. */
  readonly signal?: AbortSignal;
  /** Milliseconds that the server may take to take a change up, 3000 by default. */
  readonly patience?: number;
  /** Sees each step. */
  readonly steps?: (step: Step, what: string) => void;
}

const PAUSE = 150;

/** What ended the way of a change, and what is said of it. */
class Halt extends Error {
  readonly code: ApplyCode;
  readonly status: number | undefined;
  constructor(code: ApplyCode, message: string, status?: number) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

/** The plan as it is shown before the question. */
export function describeFix(fix: ServerFix): string {
  const opens = fix.opens.map((one) => `  opens ${one}`);
  return [fix.text, ...fix.commands.map((command) => `  $ ${command}`), ...opens].join('\n');
}

/**
 * Carries a fix out after a yes: writes a journal, changes the files in place, lets the server read them, sends the request
 * again, and puts everything back where a step fails, the request is still refused or the run is ended.
 * Never throws; the result is a code and what to say.
 */
export async function applyFix(fix: ServerFix, tools: ApplyTools): Promise<ApplyResult> {
  const none = (code: ApplyCode, says: string): ApplyResult => ({ applied: false, code, says, backups: [] });
  if (!fix.changes?.length)
    return none('not-applicable', 'This fix has no commands that could be undone, so it is only shown.');
  let targets: readonly Target[];
  try {
    targets = planTargets(fix.changes);
  } catch (error) {
    return none('not-writable', `Nothing was changed: ${sayFault(error)}.`);
  }
  if (!(await tools.confirm(describeFix(fix)))) return none('declined', 'Nothing was changed.');
  let journal: OpenJournal;
  try {
    journal = begin(fix, targets, tools);
  } catch (error) {
    if (error instanceof BusyError)
      return none('busy', `Nothing was changed: ${error.message}. Try again when it is done.`);
    return none('no-backup', `Nothing was changed: its journal and copies could not be written (${sayFault(error)}).`);
  }
  return await go(fix, journal, tools);
}

function begin(fix: ServerFix, targets: readonly Target[], tools: ApplyTools): OpenJournal {
  const copies: { path: string; copy: string }[] = [];
  try {
    const folder = tools.copies();
    for (const target of targets) {
      if (target.kind !== 'content' || target.before === undefined) continue;
      const copy = nameOfCopy(target.path, folder);
      writePrivate(copy, Buffer.from(target.before, 'base64'));
      copies.push({ path: target.path, copy });
    }
    const journal: Journal = {
      schema: 'why403-apply/1',
      text: fix.text,
      at: new Date().toISOString(),
      targets,
      reload: fix.reload ?? [],
      processes: processesIn(fix.reload ?? []),
      copies,
    };
    return openJournal(tools.journals(), journal);
  } catch (error) {
    for (const { copy } of copies) rmSync(copy, { force: true });
    throw error;
  }
}

function nameOfCopy(path: string, folder: string): string {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const name = join(folder, `${basename(path)}.why403-${stamp}-${process.pid}`);
  // Files of one name in several folders keep a copy each.
  for (let i = 0; ; i++) {
    const free = i === 0 ? name : `${name}-${i}`;
    if (!existsSync(free)) return free;
  }
}

async function go(fix: ServerFix, journal: OpenJournal, tools: ApplyTools): Promise<ApplyResult> {
  const backups = journal.copies.map(({ copy }) => copy);
  const { signal } = tools;
  let reloads = 0;
  // Where the process is ended without a word, what can be done at once is done.
  const last = (): void => {
    if (isWhole(rollBackAtOnce(journal))) closeJournal(journal.file);
  };
  process.once('exit', last);
  const reached = async (step: Step, what: string): Promise<void> => {
    tools.steps?.(step, what);
    // Signals and errors of the output that came meanwhile are heard before the next step.
    for (let i = 0; i < 2; i++) await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) throw signal.reason;
  };
  try {
    tools.tell?.(`journal of this change: ${journal.file}`);
    await reached('journal', journal.file);
    for (const target of journal.targets) {
      change(target);
      await reached('changed', target.path);
    }
    for (const command of fix.reload ?? []) {
      const fault = await take(command, tools);
      if (fault !== undefined) throw new Halt('command-failed', `"${command.slice(0, 120)}" failed: ${fault}.`);
      reloads++;
      await reached('command', command);
    }
    const status = await ask(tools);
    await reached('sent', String(status));
    const says = `The change helped: the request is answered ${status} now.`;
    tools.tell?.(says);
    // What nobody could be told is not kept.
    await reached('told', says);
    for (const target of journal.targets) settle(target);
    closeJournal(journal.file);
    return { applied: true, says, backups, status };
  } catch (error) {
    return { ...(await goBack(journal, error, reloads > 0, tools)), backups };
  } finally {
    process.removeListener('exit', last);
  }
}

function change(target: Target): void {
  try {
    carryOut(target);
  } catch (error) {
    throw new Halt('change-failed', `${target.path} could not be changed: ${sayFault(error)}.`);
  }
}

/** Lets the server read its files. A signal does not end that in the middle, but who gave it is told. */
async function take(command: string, tools: ApplyTools): Promise<string | undefined> {
  let told = false;
  const wait = (): void => {
    if (!told) tools.tell?.(sayWaiting(command));
    told = true;
  };
  tools.signal?.addEventListener('abort', wait, { once: true });
  try {
    return await runCommand(command, wait);
  } finally {
    tools.signal?.removeEventListener('abort', wait);
  }
}

async function ask(tools: ApplyTools): Promise<number> {
  const refused = tools.isRefused ?? isRefusal;
  const end = Date.now() + (tools.patience ?? 3000);
  let status: number;
  try {
    // A reload takes a moment: the old configuration may answer once more.
    for (;;) {
      status = await orEnd(tools.send(), tools.signal);
      if (!refused(status) || Date.now() >= end) break;
      await orEnd(new Promise((resolve) => setTimeout(resolve, PAUSE)), tools.signal);
    }
  } catch (error) {
    if (tools.signal?.aborted) throw error;
    const why = (error as Error).message.slice(0, 200);
    throw new Halt('send-failed', `The request could not be sent after the change (${why}).`);
  }
  if (!refused(status)) return status;
  const answered = `the request is still answered ${status || 'with nothing'}`;
  throw new Halt('no-help', `The change did not help: ${answered}.`, status);
}

const isRefusal = (status: number): boolean => status >= 400 || status === 0;

/** The result of a promise, or the reason of the signal, whichever comes first. */
async function orEnd<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await work;
  let end: (() => void) | undefined;
  const ended = new Promise<never>((_, reject) => {
    end = () => reject(signal.reason);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
  try {
    return await Promise.race([work, ended]);
  } finally {
    if (end) signal.removeEventListener('abort', end);
  }
}

const isWhole = ({ foreign, stuck, notReloaded }: RolledBack): boolean =>
  foreign.length === 0 && stuck.length === 0 && notReloaded === undefined;

/** Puts everything back and says what came of it. */
async function goBack(
  journal: OpenJournal,
  error: unknown,
  taken: boolean,
  tools: ApplyTools,
): Promise<Omit<ApplyResult, 'backups'>> {
  const known = error instanceof Halt;
  const told = typeof error === 'string';
  const code: ApplyCode = known ? error.code : 'interrupted';
  const why = known ? error.message : told ? error : `A fault of why403 ended the change (${sayFault(error)}).`;
  const more = {
    ...(known && error.status !== undefined && { status: error.status }),
    ...(!known && !told && { fault: error }),
  };
  const back = await rollBack(journal, (command) => tools.tell?.(sayWaiting(command)));
  const bad = [...back.stuck, ...back.foreign];
  if (bad.length > 0) {
    const reload = journal.reload.length ? ` Then let the server read its files: ${journal.reload.join(' && ')}` : '';
    return {
      applied: false,
      code: 'not-restored',
      says: `${why} And ${bad.join('; ')}. The journal stays: ${journal.file}.${reload}`,
      ...more,
    };
  }
  // A server that never read the change needs no proof that it forgot it.
  const still = code !== 'no-help' && (taken || back.notReloaded !== undefined) ? await answersStill(tools) : undefined;
  const stale = back.notReloaded === undefined ? '' : ` The server did not read it again: ${back.notReloaded}.`;
  if (still !== undefined || (taken && stale)) {
    const seen = still === undefined ? stale : `${stale} The server still answers ${still} as with the change.`;
    return {
      applied: false,
      code: 'not-restored',
      says: `${why} The files are as they were before.${seen} Let it read them: ${journal.reload.join(' && ') || 'restart it'}. The journal stays: ${journal.file}.`,
      ...more,
    };
  }
  closeJournal(journal.file);
  return {
    applied: false,
    code,
    says: `${why} Everything is as it was before.${code === 'command-failed' ? '' : stale}`,
    ...more,
  };
}

/** The status with which the server lets the request pass though everything was put back; undefined where it refuses again. */
async function answersStill(tools: ApplyTools): Promise<number | undefined> {
  const refused = tools.isRefused ?? isRefusal;
  const end = Date.now() + (tools.patience ?? 3000);
  for (;;) {
    const status = await tools.sendAgain?.().catch(() => undefined);
    if (status === undefined || refused(status)) return undefined;
    if (Date.now() >= end) return status;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

/** What went wrong, for the end of a sentence. */
function sayFault(error: unknown): string {
  const { code, message, path } = error as NodeJS.ErrnoException;
  const words: Readonly<Record<string, string>> = {
    EACCES: 'this user may not write to it',
    EPERM: 'it may not be changed, even by its owner (immutable, or of another user)',
    EROFS: 'its file system is read-only',
    ENOSPC: 'the disk is full',
    EDQUOT: 'the quota is used up',
    ENOENT: 'it is not there',
    ELOOP: 'it is, or is reached by, a link',
    EFBIG: 'it would be larger than it may be',
    ETXTBSY: 'it is in use',
  };
  const says = code && words[code] ? `${words[code]} (${code})` : (code ?? String(message ?? error).slice(0, 200));
  return path && !says.includes(path) ? `${path}: ${says}` : says;
}
