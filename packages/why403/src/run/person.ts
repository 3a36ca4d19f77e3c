// Questions to the person at the terminal: only where the answer tells more than the next request would.
import { questions as all, claimsOfAnswer, nextQuestion, visible } from '@why403/core';
import type { Io } from '../command/io.ts';
import { judgement, type Session } from './session.ts';

/** Questions that a person is asked at most about one refusal. */
const MOST = 3;
/** Answers until now, by session. */
const asked = new WeakMap<Session, Set<string>>();

type Posterior = Parameters<typeof claimsOfAnswer>[0];

/** Asks the person what tells more than `bits`, if there is one to ask. Whether an answer came. */
export async function askPerson(session: Session, posterior: Posterior, bits: number): Promise<boolean> {
  const { person } = session.options;
  if (!person) return false;
  const done = asked.get(session) ?? new Set<string>();
  asked.set(session, done);
  while (done.size < MOST && !session.options.signal?.aborted) {
    const next = nextQuestion(posterior, all, judgement(session).case, done);
    if (!next || next.bits <= bits) return false;
    done.add(next.question.id);
    const answer = await person(next.question.asks);
    if (answer === undefined) continue;
    session.claims.push(...claimsOfAnswer(posterior, next.question, answer));
    return true;
  }
  return false;
}

/** The question that would tell most, for a report that nobody could be asked for. */
export function leaveQuestion(session: Session): void {
  const now = judgement(session);
  const next = nextQuestion(now.ranked, all, now.case, asked.get(session) ?? new Set());
  if (next) session.notes.push({ kind: 'question', text: next.question.asks });
}

/** Puts yes-or-no questions on a terminal; undefined where the person does not know. */
export function personAt(
  io: Io,
  clear: () => void,
  signal: AbortSignal,
): (question: string) => Promise<boolean | undefined> {
  return async (question) => {
    const answer = await lineAt(io, `${question} [y/n, Enter if you do not know] `, clear, signal);
    if (/^\s*y(?:es)?\s*$/i.test(answer)) return true;
    return /^\s*no?\s*$/i.test(answer) ? false : undefined;
  };
}

/** Asks for leave on a terminal: no unless the person says yes. */
export function confirmAt(
  io: Io,
  clear: () => void,
  signal: AbortSignal | undefined,
): (question: string) => Promise<boolean> {
  return async (question) => /^\s*y(?:es)?\s*$/i.test(await lineAt(io, `${visible(question)} [y/N] `, clear, signal));
}

async function lineAt(io: Io, question: string, clear: () => void, signal: AbortSignal | undefined): Promise<string> {
  const { createInterface } = await import('node:readline');
  if (signal?.aborted) return '';
  clear();
  io.stderr.write(question);
  const lines = createInterface({ input: io.stdin, terminal: false });
  const stop = (): void => lines.close();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    return await new Promise<string>((resolve) => {
      lines.once('line', (line) => {
        lines.removeAllListeners('close');
        resolve(line);
      });
      lines.once('close', () => {
        // what was typed before Ctrl-C or Ctrl-D is no answer, and what is said next begins its own line
        io.stderr.write('\n');
        resolve('');
      });
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    lines.close();
  }
}
