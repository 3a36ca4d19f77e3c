// The one door through which text leaves: standard output, standard error and the files that reports are written to. What is
// known as a secret in this run does not pass it, nor does what is not seen, whatever wrote the text.
import { existsSync, type WriteFileOptions, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  commandLineCuts,
  documentRedactorOf,
  type InputError,
  learnCommandLine,
  newVault,
  redactCuts,
  redactorOf,
  redactText,
  UNSEEN,
  type Vault,
  visible,
} from '@why403/core';
import type { Io } from './io.ts';
import { requestAt } from './options.ts';

/** The same streams behind the door. With `--show-secrets` among our own options nothing is a secret that leaves by it. */
export function behindDoor(io: Io, argv: readonly string[]): Io {
  const at = requestAt(argv);
  const showsAll = (at < 0 ? argv : argv.slice(0, at)).includes('--show-secrets');
  const vault = showsAll ? undefined : vaultOf(argv);
  const shown = (text: string): string => cleaned(text, vault, escaped);
  const { signal } = io as { signal?: AbortSignal };
  return {
    stdin: io.stdin,
    env: io.env,
    stdout: through(io.stdout, shown),
    stderr: through(io.stderr, shown),
    isProcess: io.stdout === process.stdout,
    ...(vault && { vault, argv }),
    ...(signal && { signal }),
  } as Io;
}

/** What is known as a secret when a run begins: what stands in the words of its command line. */
export function vaultOf(argv: readonly string[]): Vault {
  const vault = newVault();
  learnWords({ argv }, vault);
  return vault;
}

/** A stream whose texts are changed on their way. All else is its own: who listens to its errors, or asks for its width, asks it. */
function through<S extends Io['stderr']>(stream: S, change: (text: string) => string): S {
  return new Proxy(stream, {
    get(target, name) {
      if (name === 'write') return (text: string) => target.write(change(text));
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

// What the command itself writes to a terminal: colours, and the line of progress wiped.
const OWN = /^(?:\n|\u001b\[(?:[012]|22|3[1-9])m|\r\u001b\[2K)$/;
const WRITTEN = new RegExp(`\\r?\\u001b\\[\\d{1,2}[mK]|${UNSEEN.source}`, 'gu');

/** A text for a stream: whatever a report, an error or a line of progress forgot to escape is escaped here. */
function escaped(text: string): string {
  return text.replace(WRITTEN, (part) => (OWN.test(part) ? part : visible(part)));
}

/**
 * A last look at a text that leaves: each line once, without what is known as a secret and without what is not seen. A long document
 * line by line: many lines stand in it more than once, and no value that is one line lies across two.
 */
function cleaned(text: string, vault: Vault | undefined, show: (text: string) => string): string {
  const redact = vault ? documentRedactorOf(vault) : (all: string) => all;
  if (text.length < 4096) return show(redact(text));
  const known = new Map<string, string>();
  return text
    .split('\n')
    .map((line) => {
      let shown = known.get(line);
      if (shown === undefined) {
        shown = show(redact(line));
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
  const lines = (part: string): string => part.split('\n').map(visible).join('\n');
  writeFileSync(file, cleaned(text, vault, lines), how);
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
