// One run of `--apply` as a process of its own, that is ended at one of its steps. Bundled and started by the tests beside it.
import { get } from 'node:http';
import { applyFix, type Step } from '../../src/inspect/apply.ts';
import type { ServerFix } from '../../src/inspect/types.ts';
import { holdProcess } from '../../src/run/hold.ts';
import { settleLeft } from '../../src/run/left-changes.ts';
import { stateFolder } from '../../src/shared/state-folder.ts';

export interface Job {
  readonly fix?: ServerFix;
  readonly url: string;
  /** After which step, counted from 0, and how it is ended; nothing where absent. */
  readonly end?: { readonly step: number; readonly how: string };
}

const job = JSON.parse(process.argv[2] ?? '{}') as Job;

const send = (): Promise<number> =>
  new Promise((resolve, reject) => {
    get(job.url, { agent: false }, (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    }).on('error', reject);
  });

function end(how: string): void {
  if (how === 'thrown') throw new Error('thrown in the middle');
  if (how === 'rejected') void Promise.reject(new Error('rejected in the middle'));
  else if (how === 'exit') process.exit(7);
  // Its reader is gone, or it is full: the error comes when something is written.
  else if (how === 'EPIPE' || how === 'ENOSPC') process.stdout.write('x'.repeat(100));
  else process.kill(process.pid, how as NodeJS.Signals);
}

if (!job.fix) {
  const { open } = await settleLeft(process, 'recover');
  process.exit(open ? 1 : 0);
}
const hold = holdProcess(process);
const seen: Step[] = [];
const result = await applyFix(job.fix, {
  journals: () => stateFolder(process.env, 'apply'),
  copies: () => stateFolder(process.env, 'backups'),
  confirm: () => Promise.resolve(true),
  send,
  sendAgain: send,
  signal: hold.signal,
  steps: (step) => {
    seen.push(step);
    if (job.end && seen.length - 1 === job.end.step) end(job.end.how);
  },
});
const { fault: _, ...told } = result;
process.stderr.write(`${JSON.stringify({ ...told, seen, ended: hold.status() })}\n`);
hold.release();
