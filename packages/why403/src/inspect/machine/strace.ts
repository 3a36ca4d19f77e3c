// Watching a server's processes while one request is answered. strace attaches from outside, and lets go whatever happens to it or
// to this command: it is ended with its parent, after a time by `timeout`, and the kernel lets the traced go on where their tracer is gone.
import { spawn } from 'node:child_process';
import { readFileText } from '../../shared/read-file.ts';
import { hasProgram } from '../shared/shell.ts';
import { pictureOf } from './picture.ts';
import { type Traced, traceOf } from './trace.ts';

/** Seconds until it lets go by itself, and milliseconds until it must have begun and ended. */
const LONGEST = 10;
const BEGINS = 2_000;
const ENDS = 2_000;
/** Milliseconds after the answer in which the last calls are still written down. */
const AFTER = 100;
const MOST_BYTES = 8 * 1024 * 1024;
const MOST_PIDS = 64;
/** Bytes of what is read and written: enough for a request line and a status line. */
const SHOWN = 200;
const CALLS = 'trace=%file,connect,getdents64,read,recvfrom,recvmsg,readv,write,writev,sendto,sendmsg';

interface Watched<T> {
  readonly answer: T;
  readonly traced: Traced;
}

/** Sends what `send` sends, and writes down which files and servers were asked meanwhile. */
export async function watchRequest<T>(port: number, send: () => Promise<T>): Promise<Watched<T>> {
  const none = async (why: string): Promise<Watched<T>> => ({
    answer: await send(),
    traced: { events: [], alone: false, unseen: [why] },
  });
  if (!hasProgram('strace')) return none('strace is not installed, so the request was not watched (--trace).');
  const pids = (pictureOf(port)?.members ?? []).map(({ pid }) => pid).slice(0, MOST_PIDS);
  if (!pids.length)
    return none(`No process of port ${port} is shown to this user, so the request was not watched (--trace).`);
  const tracer = attach(pids);
  try {
    const failed = await tracer.begun;
    if (failed !== undefined) return await none(`The request was not watched (--trace): ${failed}.`);
    const answer = await send();
    await new Promise((resolve) => setTimeout(resolve, AFTER));
    await tracer.end();
    return { answer, traced: traceOf(tracer.text()) };
  } finally {
    await tracer.end();
    for (const pid of pids) letRun(pid);
  }
}

interface Tracer {
  /** Undefined once it is attached to all; why it is not, otherwise. */
  readonly begun: Promise<string | undefined>;
  readonly text: () => string;
  readonly end: () => Promise<void>;
}

function attach(pids: readonly number[]): Tracer {
  const words = [
    'strace',
    '-f',
    '-y',
    '-s',
    String(SHOWN),
    '-e',
    CALLS,
    '-e',
    'signal=none',
    ...pids.flatMap((pid) => ['-p', String(pid)]),
  ];
  const bounded = hasProgram('timeout')
    ? ['timeout', '--foreground', '-k', '1', '-s', 'TERM', String(LONGEST), ...words]
    : words;
  const [program = '', ...rest] = hasProgram('setpriv') ? ['setpriv', '--pdeathsig', 'TERM', ...bounded] : bounded;
  const child = spawn(program, rest, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH: `${process.env['PATH'] ?? ''}:/usr/bin:/bin`, LC_ALL: 'C' },
  });
  const pieces: Buffer[] = [];
  let size = 0;
  let ended = false;
  const gone = new Promise<void>((resolve) => {
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  }).then(() => {
    ended = true;
  });
  const text = (): string => Buffer.concat(pieces).toString('utf8');
  const begun = new Promise<string | undefined>((resolve) => {
    const late = setTimeout(() => resolve('strace did not attach in time'), BEGINS);
    const done = (why: string | undefined): void => {
      clearTimeout(late);
      resolve(why);
    };
    child.stderr.on('data', (piece: Buffer) => {
      size += piece.length;
      if (size <= MOST_BYTES) pieces.push(piece);
      const all = size < 65_536 ? text() : '';
      if (new Set(all.match(/Process \d+ attached/g)).size >= pids.length) done(undefined);
      else if (/Operation not permitted|Permission denied/.test(all))
        done('this user may not watch that process; root may');
    });
    void gone.then(() => done('strace ended at once'));
  });
  const end = async (): Promise<void> => {
    if (ended) return;
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), ENDS);
    await gone;
    clearTimeout(killer);
  };
  return { begun, text, end };
}

/** A process that was left stopped is set going again. */
function letRun(pid: number): void {
  try {
    if (/^State:\s+[Tt]/m.test(readFileText(`/proc/${pid}/status`))) process.kill(pid, 'SIGCONT');
  } catch {
    // It has ended meanwhile, or is another's.
  }
}
