// The one door through which text leaves: standard output, standard error and the files that reports are written to. What is
// known as a secret in this run does not pass it, nor does what is not seen, whatever wrote the text.
import { existsSync, type WriteFileOptions, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  commandLineCuts,
  type InputError,
  learnCommandLine,
  newVault,
  redactCuts,
  redactorOf,
  redactText,
  type Vault,
  visible,
} from '@why403/core';
import { type Io, through } from './io.ts';
import { requestAt } from './options.ts';

/** The same streams behind the door. With `--show-secrets` among our own options there is none. */
export function behindDoor(io: Io, argv: readonly string[]): Io {
  const at = requestAt(argv);
  if ((at < 0 ? argv : argv.slice(0, at)).includes('--show-secrets')) return io;
  const vault = newVault();
  learnWords({ argv }, vault);
  const redact = redactorOf(vault);
  const shown = (text: string): string => byLine(text, redact);
  const { signal } = io as { signal?: AbortSignal };
  return {
    stdin: io.stdin,
    env: io.env,
    stdout: through(io.stdout, shown),
    stderr: through(io.stderr, shown),
    vault,
    argv,
    ...(io.isProcess && { isProcess: true }),
    ...(signal && { signal }),
  } as Io;
}

/** A long document line by line: many lines stand in it more than once, and no value that is one line lies across two. */
function byLine(text: string, redact: (text: string) => string): string {
  if (text.length < 4096) return redact(text);
  const known = new Map<string, string>();
  return text
    .split('\n')
    .map((line) => {
      let shown = known.get(line);
      if (shown === undefined) {
        shown = redact(line);
        known.set(line, shown);
      }
      return shown;
    })
    .join('\n');
}

/** Whether a word of the command line names a file: one that is there, or would stand in a folder that is. */
function isFileName(word: string): boolean {
  if (word.length > 4096 || word.startsWith('-') || /^[a-z][a-z0-9+.-]*:\/\//i.test(word)) return false;
  return existsSync(word);
}

/** Writes a report to a file. It is the only way to one; `vault` is absent where the user wants to see secrets. */
export function writeReport(
  { vault }: Pick<Io, 'vault'>,
  file: string,
  text: string,
  how: WriteFileOptions = {},
): void {
  const shown = vault ? byLine(text, redactorOf(vault)) : text;
  writeFileSync(
    file,
    shown
      .split('\n')
      .map((line) => visible(line))
      .join('\n'),
    how,
  );
}

/**
 * What an error says: words stay, names of files that the user gave stay, all else that the user's input put into it does not.
 * Nothing may be known of that input yet, so the words of the command line are read for themselves.
 */
export function sayError(io: Io, message: string): string {
  const { vault } = io;
  if (!vault) return visible(message);
  const files = learnWords(io, vault);
  const redact = redactorOf(vault);
  const say = (text: string, from: number): string => {
    const file = files[from];
    if (file === undefined) return visible(redactText(text, redact));
    return text
      .split(file)
      .map((part) => say(part, from + 1))
      .join(visible(file));
  };
  return say(message, 0);
}

/** Learns the words of the command line; gives those that name files, the longest first. */
function learnWords({ argv = [] }: Pick<Io, 'argv'>, vault: Vault): readonly string[] {
  const files: string[] = [];
  const at = requestAt(argv);
  const words = argv.flatMap((word, i) => {
    // our own --json takes no value, as curl's does
    if (word === '--json' && (at < 0 || i < at)) return [''];
    // of a file that is not there its folder is named, and the rest where it reads as words
    const folder = word.includes('/') ? path.dirname(word) : '.';
    const named = isFileName(word) ? word : folder.length > 1 && isFileName(folder) ? folder : undefined;
    if (named === undefined) return [word];
    files.push(named, path.resolve(named));
    return named === word ? [] : [path.basename(word)];
  });
  learnCommandLine(vault, words);
  for (const file of files) vault.show(file);
  return [...new Set(files)].sort((a, b) => b.length - a.length);
}

/** The user's own text with the spot under it, cut to a line. */
export function sayCaret(io: Io, { text, at, length }: NonNullable<InputError['caret']>): string {
  if (io.vault) learnWords(io, io.vault);
  const lineStart = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const from = Math.max(lineStart, at - 40);
  const to = Math.min(lineEnd, from + 78);
  const { vault } = io;
  const show = (start: number, end: number): string =>
    visible(vault ? redactCuts(text, vault, commandLineCuts, start, end) : text.slice(start, end));
  const before = show(from, at);
  const after = show(at, to);
  const marks = Math.max(1, Math.min(vault ? show(at, at + length).length : length, after.length));
  return `        ${before}${after}\n        ${' '.repeat(before.length)}${'^'.repeat(marks)}\n`;
}
