/**
 * Programs of this machine that an inspector asks (`caddy adapt`, `getent`, `htpasswd` …). An inspector waits for the answer, and a
 * thread that waits for a process cannot be ended; so its main thread runs the program, and ends it together with the inspection.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';
import { readFileText } from '../../shared/read-file.ts';

export interface Asked {
  /** What the program reads; nothing by default. */
  readonly input?: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly maxBuffer?: number;
  readonly encoding?: 'utf8' | 'latin1';
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  /** Files of its own, by their names: they stand in a new folder that only this user can open, where it runs, and go with it. */
  readonly files?: Readonly<Record<string, string>>;
}

export interface Ran {
  /** Null where the program was not run, or not to its end. */
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Milliseconds of the processor, about, where this is measured; of the clock where the system does not tell. */
  readonly took?: number;
  /** Why it was not run to its end: `ENOENT`, `ETIMEDOUT`, `ENOBUFS` … */
  readonly failed?: string;
}

/** What two threads share: one asks and sleeps on the flag, the other answers and raises it. */
export interface Link {
  readonly port: MessagePort;
  readonly flag: Int32Array<SharedArrayBuffer>;
}

interface Question {
  readonly program: string;
  readonly words: readonly string[];
  readonly asked: Asked;
}

let link: Link | undefined;

/** In the thread of an inspection: programs are run by the thread at the other end. */
export function runProgramsBy(other: Link): void {
  link = other;
}

/** Runs a program and waits for its end. No shell reads the words. */
export function runProgram(program: string, words: readonly string[], asked: Asked): Ran {
  if (!link) return runHere(program, words, asked);
  Atomics.store(link.flag, 0, 0);
  link.port.postMessage({ program, words, asked } satisfies Question);
  Atomics.wait(link.flag, 0, 0);
  return receiveMessageOnPort(link.port)?.message as Ran;
}

function runHere(program: string, words: readonly string[], { files, env, ...rest }: Asked): Ran {
  const place = files && placeOf(files);
  try {
    const { status, stdout, stderr, error } = spawnSync(program, words, {
      encoding: 'utf8',
      input: '',
      ...rest,
      ...(place && { cwd: place.folder }),
      ...(env && { env: { ...env } }),
    });
    return { status, stdout, stderr, ...(error && { failed: codeOf(error) }) };
  } finally {
    place?.remove();
  }
}

/** In the main thread: runs what the thread at the other end asks for, until the signal ends it all. */
export function servePrograms({ port, flag }: Link, signal: AbortSignal): void {
  const answer = (ran: Ran): void => {
    port.postMessage(ran);
    Atomics.store(flag, 0, 1);
    Atomics.notify(flag, 0);
  };
  port.on('message', ({ program, words, asked }: Question) => {
    const { input = '', encoding = 'utf8', env, files, ...rest } = asked;
    let place: Place | undefined;
    try {
      place = files && placeOf(files);
    } catch (error) {
      answer({ status: null, stdout: '', stderr: '', failed: codeOf(error as Error) });
      return;
    }
    const remove = (): void => place?.remove();
    signal.addEventListener('abort', remove);
    const child = execFile(
      program,
      words,
      {
        ...rest,
        encoding,
        signal,
        killSignal: 'SIGKILL',
        ...(place && { cwd: place.folder }),
        ...(env && { env: { ...env } }),
      },
      (error, stdout, stderr) => {
        signal.removeEventListener('abort', remove);
        remove();
        answer({ status: error ? null : 0, stdout, stderr, took: watch.stop(), ...(error && howItEnded(error)) });
      },
    );
    const watch = watchTime(child.pid);
    // a program that reads nothing closes its end first
    child.stdin?.on('error', () => undefined).end(input);
  });
}

const codeOf = (error: NodeJS.ErrnoException): string => error.code ?? error.message;

/** Milliseconds between two looks, and of one tick of the kernel's. */
const LOOK = 20;
const TICK = 10;

/** How long a process has run. Nobody is told by Node when it has ended, so Linux is asked while it runs. */
function watchTime(pid: number | undefined): { stop(): number } {
  const began = performance.now();
  let ticks: number | undefined;
  const timer = setInterval(() => {
    try {
      const fields = readFileText(`/proc/${pid}/stat`).replace(/^.*\)/s, '').split(' ');
      ticks = Number(fields[12]) + Number(fields[13]);
    } catch {
      // It has just ended, or this is no Linux.
    }
  }, LOOK);
  return {
    stop: () => {
      clearInterval(timer);
      return ticks === undefined ? performance.now() - began : ticks * TICK;
    },
  };
}

interface Place {
  readonly folder: string;
  remove(): void;
}

function placeOf(files: Readonly<Record<string, string>>): Place {
  const folder = mkdtempSync(join(tmpdir(), 'why403-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

function howItEnded({ code, killed, message }: Error & { code?: unknown; killed?: boolean }): Partial<Ran> {
  if (typeof code === 'number') return { status: code };
  if (code === 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER') return { failed: 'ENOBUFS' };
  return { failed: killed ? 'ETIMEDOUT' : typeof code === 'string' ? code : message };
}
