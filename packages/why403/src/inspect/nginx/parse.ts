import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { FileError, readConfigured, readFolderNames } from '../../shared/read-file.ts';
import type { Config, Directive, Token } from './syntax.ts';
import { tokenize } from './tokenize.ts';

const MAX_FILE = 8 * 1024 * 1024;
const MAX_FILES = 2000;
const MAX_DEPTH = 64;
/** Names that one pattern may look at. */
const MAX_NAMES = 20_000;

/** Reads a file's text; throws what `fs` throws. */
export type ReadText = (file: string) => string;

/** Reads a configuration file from the disk, 8 MiB at most. */
export const readFromDisk: ReadText = (file) => {
  return readConfigured(file, { most: MAX_FILE });
};

/** One path component of a shell pattern as a regular expression; `*` does not match a leading dot. */
function globToRegExp(part: string): RegExp {
  let source = '';
  for (let i = 0; i < part.length; i++) {
    const char = part[i] as string;
    const close = char === '[' ? part.indexOf(']', i + 2) : -1;
    if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (close > 0) {
      source += `[${part
        .slice(i + 1, close)
        .replace(/^!/, '^')
        .replaceAll('\\', '\\\\')}]`;
      i = close;
    } else source += char.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return new RegExp(`^${part.startsWith('.') ? '' : '(?!\\.)'}${source.replace(/(?:\[\^\/\]\*)+/g, '[^/]*')}$`);
}

/**
 * Files that a shell pattern names, sorted as glob(3) sorts them; undefined for a pattern that has to look at too many names,
 * which may be those of the whole machine.
 */
export function expandGlob(pattern: string): string[] | undefined {
  let found = ['/'];
  let looked = 0;
  for (const part of pattern.split('/').filter(Boolean)) {
    const next: string[] = [];
    const magic = /[*?[]/.test(part) ? globToRegExp(part) : undefined;
    for (const dir of found) {
      const base = dir === '/' ? '' : dir;
      if (looked > MAX_NAMES) return undefined;
      if (!magic) next.push(`${base}/${part}`);
      else {
        try {
          const names = readFolderNames(dir);
          looked += names.length;
          for (const name of names) if (magic.test(name)) next.push(`${base}/${name}`);
        } catch {
          // A directory that is missing or closed names no files, as for nginx.
        }
      }
    }
    if (looked > MAX_NAMES || next.length > MAX_FILES) return undefined;
    found = next;
  }
  return found.filter((file) => {
    try {
      statSync(file);
      return true;
    } catch {
      return false;
    }
  });
}

interface Reading {
  readonly read: ReadText;
  readonly base: string;
  readonly texts: Map<string, string>;
  readonly problems: string[];
  size: number;
}

const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'is missing',
  EACCES: 'is not readable by this user',
  EISDIR: 'is a directory',
  ELOOP: 'is a loop of symbolic links',
};

function readDirectives(file: string, stack: readonly string[], reading: Reading): Directive[] {
  if (stack.includes(file)) {
    reading.problems.push(`${file}: included by itself, through ${stack.at(-1)}; nginx does not start with this`);
    return [];
  }
  if (stack.length > MAX_DEPTH || reading.texts.size >= MAX_FILES) {
    reading.problems.push(`${file}: not read, there are too many includes`);
    return [];
  }
  let text = reading.texts.get(file);
  if (text === undefined) {
    try {
      text = reading.read(file);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      const limit = error instanceof FileError && code !== 'EISDIR' ? `was not read: ${error.reason}` : undefined;
      reading.problems.push(`${file} ${limit ?? FAULTS[code] ?? `cannot be read (${code || 'unknown error'})`}`);
      return [];
    }
    reading.texts.set(file, text);
  }
  const { tokens, problem } = tokenize(text);
  if (problem) reading.problems.push(`${file} ${problem}`);
  const cursor = { at: 0 };
  const directives: Directive[] = [];
  while (cursor.at < tokens.length) {
    for (const one of readBlock(file, tokens, cursor, [...stack, file], reading, false)) directives.push(one);
    if (cursor.at < tokens.length) {
      reading.problems.push(`${file} line ${tokens[cursor.at]?.line}: unexpected "}"`);
      cursor.at++;
    }
  }
  return directives;
}

function readBlock(
  file: string,
  tokens: readonly Token[],
  cursor: { at: number },
  stack: readonly string[],
  reading: Reading,
  nested: boolean,
  depth = 0,
): Directive[] {
  const list: Directive[] = [];
  while (cursor.at < tokens.length) {
    const head = tokens[cursor.at] as Token;
    if (head.kind === 'close') return list;
    if (head.kind !== 'word') {
      reading.problems.push(`${file} line ${head.line}: unexpected "${head.text}"`);
      cursor.at++;
      continue;
    }
    cursor.at++;
    reading.size++;
    const first = cursor.at;
    while (tokens[cursor.at]?.kind === 'word') cursor.at++;
    // made in one go: a list that grows keeps room for many more, and there are as many lists as lines
    const args = tokens.slice(first, cursor.at).map(({ text }) => text);
    const stop = tokens[cursor.at];
    const { text: name, line, start } = head;
    if (stop?.kind === 'open' && depth < MAX_DEPTH) {
      cursor.at++;
      const block = readBlock(file, tokens, cursor, stack, reading, true, depth + 1);
      const close = tokens[cursor.at];
      if (!close) reading.problems.push(`${file} line ${line}: the block "${name}" is never closed`);
      else cursor.at++;
      const end = close?.stop ?? head.stop;
      list.push({ name, args, file, line, start, end, bodyStart: stop.stop, block: block.slice() });
    } else if (stop?.kind === 'end') {
      cursor.at++;
      // one by one: a call takes no hundred thousand arguments
      if (name === 'include' && args.length === 1)
        for (const one of readInclude(args[0] as string, stack, reading)) list.push(one);
      else list.push({ name, args, file, line, start, end: stop.stop });
    } else {
      reading.problems.push(`${file} line ${head.line}: "${head.text}" is not ended by ";"`);
      if (stop?.kind !== 'close') cursor.at++;
      else if (!nested) return list;
    }
  }
  return list;
}

function readInclude(pattern: string, stack: readonly string[], reading: Reading): Directive[] {
  // Relative includes start at the folder of the main file, whichever file holds them.
  const full = resolve(reading.base, pattern);
  const files = /[*?[]/.test(full) ? expandGlob(full) : [full];
  if (!files) {
    reading.problems.push(`include ${full}: too many files, none was read`);
    return [];
  }
  return files.flatMap((file) => readDirectives(file, stack, reading));
}

/**
 * Reads an nginx configuration with all its includes. Never throws: what cannot be read stands in `problems`.
 * @param file absolute path of the main file
 */
export function parseConfig(file: string, read: ReadText = readFromDisk): Config {
  const reading: Reading = { read, base: dirname(file), texts: new Map(), problems: [], size: 0 };
  const directives = readDirectives(file, [], reading);
  return {
    main: file,
    directives,
    size: Math.max(1, reading.size),
    texts: reading.texts,
    problems: [...new Set(reading.problems)],
  };
}
