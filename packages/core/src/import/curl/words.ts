import { errorAt } from '../parts/caret.ts';

/** No command that a person or a browser writes has more words, and no paste more commands. */
export const MOST_WORDS = 20_000;
export const MOST_COMMANDS = 2_000;
const MOST_NOTES = 20;

/** One word of a command as the program gets it, and where it stood in the user's text. */
export interface Word {
  readonly value: string;
  readonly at: number;
  readonly length: number;
}

/** One simple command of a shell line. */
export interface Command {
  readonly words: readonly Word[];
  /** What the line itself gives as standard input (`<<EOF`, `<<<`, `printf '…' |`), or the file it is read from (`<`). */
  readonly stdin?: { readonly text: string } | { readonly file: string } | { readonly bytes: Uint8Array };
  /** The operator that ended it; empty at the end of the text. */
  readonly endedBy: string;
}

/** A line split by the rules of one shell. */
export interface SplitLine {
  readonly text: string;
  readonly commands: readonly Command[];
  readonly notes: readonly string[];
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Refuses a text that cannot be a command before it costs time. */
export function checkSize(text: string, at: number, words: number, commands: number): void {
  if (words <= MOST_WORDS && commands <= MOST_COMMANDS) return;
  const what = words > MOST_WORDS ? `${MOST_WORDS} words` : `${MOST_COMMANDS} commands`;
  throw errorAt('NOT_HTTP', `This has more than ${what}: it is no curl command.`, { text, at, length: 1 });
}

/** The note on a variable that the text names and that has no value here. */
export function unsetNote(name: string): string {
  return `The variable ${name} is not set here: it was read as empty.`;
}

/** Whether notes say that a part of the text has no value here, so that the request is not the one that was meant. */
export function leavesOpen(notes: readonly string[]): boolean {
  return notes.some((note) => note.includes(' is not set here: '));
}

/** Notes without repetition, as many as a person reads. */
export function limitNotes(notes: readonly string[]): readonly string[] {
  return [...new Set(notes)].slice(0, MOST_NOTES);
}
