// `why403 -- COMMAND …`: the command runs as it is, behind the recorder; then what was refused is handed on, to be judged as a record.

import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { InputError, learnExchange } from '@why403/core';
import { sayError, writeReport } from '../command/door.ts';
import type { Io } from '../command/io.ts';
import type { Input } from '../run/read-input.ts';
import { fileReason, readFileText } from '../shared/read-file.ts';
import { createAuthority } from './authority.ts';
import { environmentFor } from './environment.ts';
import { harOf } from './har.ts';
import { createNotes, type Notes } from './notes.ts';
import { startRecorder } from './recorder.ts';
import { exchangesOf, passedAmong, refusalsAmong } from './refusals.ts';
import { type Ended, runCommand } from './run-command.ts';
import { makeRunFolder, type RunFolder } from './run-folder.ts';
import { holdSignals } from './signals.ts';
import { createTape, type Tape } from './tape.ts';
import { type Known, lookAt, type ShownTogether, toolsIn } from './tools/index.ts';
import { wgetrc } from './tools/wget.ts';
import { createTrust } from './trust.ts';
import { type Trusted, trustedBy } from './trusted.ts';

export interface RecordOptions {
  /** File for what was seen. */
  readonly keep?: string;
  readonly showSecrets: boolean;
}

export interface Recorded {
  /** The refusals. */
  readonly input: Input;
  readonly ended: Ended;
}

/** Runs the command and gives what was refused. What is to be told beside goes to standard error. Throws InputError before it runs. */
export async function record(command: readonly string[], options: RecordOptions, io: Io): Promise<Recorded> {
  const { keep } = options;
  if (keep !== undefined) checkKeep(keep);
  const known = toolsIn(command);
  const shown = lookAt(known, { env: io.env, cwd: process.cwd(), read: readSettings, ask: ask(io.env) });
  const tape = createTape();
  const notes = createNotes();
  const ended = await runRecorded(command, { known, shown, tape, notes, env: io.env });
  const exchanges = await exchangesOf(tape);
  if (io.vault) for (const exchange of exchanges) learnExchange(io.vault, exchange);
  if (ended.failed !== undefined) io.stderr.write(`why403: ${notRun(command[0]!, ended.failed)}\n`);
  else
    for (const line of [...notes.lines(), ...missing(tape, notes, known, shown, command)])
      io.stderr.write(`why403: ${sayError(io, line)}\n`);
  if (keep !== undefined && ended.failed === undefined) {
    const text = harOf(exchanges, tape.takes(), options.showSecrets);
    try {
      writeReport(io, keep, text, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      io.stderr.write(`why403: ${keep} cannot be written: ${fileReason(error)}.\n`);
    }
  }
  const items = refusalsAmong(exchanges, path.basename(command[0]!));
  if (items.length === 0 && tape.takes().length > 0)
    io.stderr.write(`why403: ${count(tape.takes().length, 'request')} recorded, none was refused.\n`);
  return {
    input: { items, entries: tape.takes().length, passed: passedAmong(exchanges, path.basename(command[0]!)) },
    ended,
  };
}

interface Run {
  readonly known: readonly Known[];
  readonly shown: ShownTogether;
  readonly tape: Tape;
  readonly notes: Notes;
  readonly env: Io['env'];
}

async function runRecorded(command: readonly string[], { known, shown, tape, notes, env }: Run): Promise<Ended> {
  const signals = holdSignals();
  let folder: RunFolder | undefined;
  try {
    folder = makeRunFolder(env);
    const authority = await createAuthority();
    const trusted = trustedBy(env, shown.authorities);
    const recorder = await startRecorder({
      tape,
      notes,
      authority,
      trust: createTrust(trustInPlaceOf(known, trusted), trusted.besideNode),
      env,
      ...(shown.unread !== undefined && { unread: shown.unread }),
      hasNoCertificate: known.length === 1 && known[0]!.tool.showsCertificates === true,
    });
    try {
      const environment = environmentFor({
        env,
        port: recorder.port,
        folder,
        trusted,
        own: authority.pem,
        bySocks: shown.bySocks === true,
        wgetrc: wgetrc(env, readSettings),
        preload: fileURLToPath(new URL('./record-preload.cjs', import.meta.url)),
      });
      return await runCommand(command, environment, signals);
    } finally {
      recorder.close();
    }
  } finally {
    folder?.remove();
    signals.release();
  }
}

/** Whom the recorder trusts: what the one program trusts that is run, or what any may trust where it is not known which it is. */
function trustInPlaceOf(known: readonly Known[], trusted: Trusted): readonly string[] {
  const authority = known.length === 1 ? known[0]!.tool.authority : undefined;
  if (authority === undefined) return trusted.any();
  // OpenSSL reads a folder beside that file
  return authority === 'SSL_CERT_FILE' ? [...trusted.system, ...trusted.of(authority)] : trusted.of(authority);
}

/** Why nothing, or not all, was recorded, and what to do in place of it. */
function missing(
  tape: Tape,
  notes: Notes,
  known: readonly Known[],
  shown: Pick<ShownTogether, 'past'>,
  command: readonly string[],
): string[] {
  const lines: string[] = [];
  if (tape.dropped() > 0) lines.push(`${count(tape.dropped(), 'request')} more passed than are kept.`);
  const isEmpty = tape.takes().length === 0;
  if (shown.past !== undefined && isEmpty) lines.push(shown.past);
  const [tool] = known.flatMap(({ tool: { unrecorded } }) => unrecorded ?? []);
  if (!isEmpty || shown.past !== undefined || notes.lines().length > 0) return lines;
  const name = path.basename(command[0]!);
  if (tool) lines.push(`No request of ${name} was recorded. ${tool.why} ${tool.instead}`);
  else
    lines.push(
      `No request of ${name} was recorded: it sent none, or it heeds no proxy settings. Paste what it prints: ${name} … 2>&1 | why403`,
    );
  return lines;
}

function notRun(program: string, code: string): string {
  const word = program.slice(0, 100);
  if (/^https?:\/\//i.test(program)) return `-- runs a command, and ${word} is a URL: leave -- out.`;
  if (code === 'ENOENT')
    return `${word} is no program that is found. A shell's own command, an alias or a function is run as: why403 -- bash -ic '…'`;
  return `${word} cannot be run: ${code === 'EACCES' ? 'permission denied' : code}.`;
}

function checkKeep(file: string): void {
  if (existsSync(file))
    throw new InputError('BAD_VALUE', `${file} is there already, and --keep overwrites nothing.`, {
      hint: 'Name another file.',
    });
  if (!existsSync(path.dirname(path.resolve(file))))
    throw new InputError('BAD_VALUE', `The folder of ${file} is not there.`, {
      hint: 'Make it, or name another file.',
    });
}

const MOST_SETTINGS = 1024 * 1024;

function readSettings(file: string): string {
  try {
    return readFileText(file, { most: MOST_SETTINGS });
  } catch {
    return '';
  }
}

/** Asks a program for its settings, for a moment only. */
function ask(env: Io['env']): (program: string, words: readonly string[]) => string {
  return (program, words) => {
    try {
      return execFileSync(program, words, {
        env: { ...env },
        encoding: 'utf8',
        timeout: 2_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
    } catch {
      return '';
    }
  };
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
