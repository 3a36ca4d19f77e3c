/** Reads Apache's configuration as the server does: includes, variables, conditional blocks, with every line's place. */
import { existsSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { readFolderNames } from '../../shared/read-file.ts';
import type { ReadText } from '../shared/config-edit.ts';
import { sayFileError } from '../shared/log-tail.ts';
import { matchWildcard } from '../shared/user-pattern.ts';
import { joinLines, splitArgs, splitName } from './lex.ts';
import type { Directive } from './types.ts';

const MAX_FILES = 600;
/** Names that an Include of a folder looks at, and characters of a line with its variables filled in. */
const MAX_NAMES = 5_000;
const MAX_FILLED = 8_192;
const MAX_DEPTH = 60;

/** Modules that Debian's and the upstream build link in. */
const BUILT_IN = ['core', 'so', 'watchdog', 'http', 'log_config', 'logio', 'version', 'unixd'];

export interface Loaded {
  readonly directives: readonly Directive[];
  readonly modules: ReadonlySet<string>;
  readonly serverRoot: string;
  readonly files: readonly string[];
  readonly unseen: readonly string[];
}

interface Reader {
  readonly read: ReadText;
  readonly variables: Map<string, string>;
  readonly defines: Set<string>;
  readonly modules: Set<string>;
  readonly files: string[];
  readonly unseen: Set<string>;
  readonly macros: Map<string, { readonly names: readonly string[]; readonly lines: readonly Line[] }>;
  serverRoot: string;
}

interface Line {
  readonly text: string;
  readonly line: number;
  readonly lastLine: number;
  readonly file: string;
}

interface Frame {
  readonly out: Directive[];
  readonly head: Omit<Directive, 'children'>;
  /** A block that only chooses: its children join the frame above. */
  readonly flat: boolean;
}

/** Loads the file and what it includes. Never throws: what cannot be read stands in `unseen`. */
export function loadConfig(
  file: string,
  options: { read: ReadText; serverRoot: string; env: Readonly<Record<string, string>>; defines: readonly string[] },
): Loaded {
  const reader: Reader = {
    read: options.read,
    variables: new Map(Object.entries(options.env)),
    defines: new Set(options.defines),
    modules: new Set(BUILT_IN),
    files: [],
    unseen: new Set(),
    macros: new Map(),
    serverRoot: options.serverRoot,
  };
  const directives = readFile(reader, file, [], false);
  return {
    directives,
    modules: reader.modules,
    serverRoot: reader.serverRoot,
    files: reader.files,
    unseen: [...reader.unseen],
  };
}

/** Reads one `.htaccess`; includes are not allowed there. */
export function loadHtaccess(file: string, read: ReadText, modules: ReadonlySet<string>): readonly Directive[] {
  const reader: Reader = {
    read,
    variables: new Map(),
    defines: new Set(),
    modules: new Set(modules),
    files: [],
    unseen: new Set(),
    macros: new Map(),
    serverRoot: '/',
  };
  return parse(reader, linesOf(read(file), file), []);
}

function linesOf(text: string, file: string): readonly Line[] {
  return joinLines(text).map((line) => ({ ...line, file }));
}

function readFile(reader: Reader, file: string, chain: readonly string[], optional: boolean): readonly Directive[] {
  if (chain.includes(file)) {
    reader.unseen.add(`${file}: includes itself (${[...chain, file].join(' > ')}); read once.`);
    return [];
  }
  if (reader.files.length >= MAX_FILES || chain.length >= MAX_DEPTH) {
    reader.unseen.add(`${file}: too many included files; not read.`);
    return [];
  }
  let text: string;
  try {
    text = reader.read(file);
  } catch (error) {
    if (!(optional && (error as { code?: string }).code === 'ENOENT'))
      reader.unseen.add(`${file}: ${sayFileError(error)}.`);
    return [];
  }
  reader.files.push(file);
  return parse(reader, linesOf(text, file), [...chain, file]);
}

function parse(reader: Reader, lines: readonly Line[], chain: readonly string[]): readonly Directive[] {
  const root: Directive[] = [];
  const stack: Frame[] = [];
  const target = (): Directive[] => stack.at(-1)?.out ?? root;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line;
    const { name, rest, section } = splitName(line.text);
    if (section === 'close') {
      const frame = stack.pop();
      if (!frame || frame.head.name !== name) {
        reader.unseen.add(`${line.file}:${line.line}: ${line.text} closes nothing that is open.`);
        if (frame) stack.push(frame);
        continue;
      }
      // one by one: a call takes no hundred thousand arguments
      if (frame.flat) for (const one of frame.out) target().push(one);
      else target().push({ ...frame.head, children: frame.out.slice(), endLine: line.line });
      continue;
    }
    const filled = fill(reader, rest);
    const head = {
      name,
      args: splitArgs(filled),
      rest: filled,
      file: line.file,
      line: line.line,
      lastLine: line.lastLine,
      text: line.text,
    };
    if (section === 'open') {
      if (name === 'macro') {
        const end = skipTo(lines, i, name);
        const [macro = '', ...names] = head.args;
        reader.macros.set(macro.toLowerCase(), { names, lines: lines.slice(i + 1, end) });
        i = end;
      } else if (CHOOSERS.has(name)) {
        if (chooses(reader, name, head.args, filled)) stack.push({ out: [], head, flat: true });
        else i = skipTo(lines, i, name);
      } else stack.push({ out: [], head, flat: false });
      continue;
    }
    for (const one of take(reader, head, chain)) target().push(one);
  }
  for (const frame of stack) {
    reader.unseen.add(`${frame.head.file}:${frame.head.line}: ${frame.head.text} is never closed.`);
  }
  return root;
}

/** The directive itself, or what it stands for. */
function take(reader: Reader, head: Directive, chain: readonly string[]): readonly Directive[] {
  const [first = '', second] = head.args;
  switch (head.name) {
    case 'include':
    case 'includeoptional':
      return include(reader, first, chain, head.name === 'includeoptional', head);
    case 'define':
      reader.defines.add(first);
      if (second !== undefined) reader.variables.set(first, second);
      return [];
    case 'undefine':
      reader.defines.delete(first);
      reader.variables.delete(first);
      return [];
    case 'serverroot':
      reader.serverRoot = first;
      return [];
    case 'loadmodule':
      reader.modules.add(first.replace(/_module$/, ''));
      return [];
    case 'use': {
      const macro = reader.macros.get(first.toLowerCase());
      if (!macro || chain.length > MAX_DEPTH) return [];
      const values = head.args.slice(1);
      const pairs = macro.names
        .map((name, i) => [name, values[i] ?? ''] as const)
        .sort((a, b) => b[0].length - a[0].length);
      const lines = macro.lines.map((line) => ({
        ...line,
        text: pairs.reduce((text, [name, value]) => text.replaceAll(name, value), line.text),
      }));
      return parse(reader, lines, [...chain, `macro ${first}`]);
    }
    default:
      return [head];
  }
}

function include(
  reader: Reader,
  pattern: string,
  chain: readonly string[],
  optional: boolean,
  at: Directive,
): readonly Directive[] {
  const full = isAbsolute(pattern) ? pattern : join(reader.serverRoot, pattern);
  const files = expandFiles(full);
  if (!files) {
    reader.unseen.add(`${full}: names too many files; none was read (${at.file}:${at.line} includes it).`);
    return [];
  }
  if (!files.length && !optional && !/[*?[]/.test(full))
    reader.unseen.add(`${full}: not found (${at.file}:${at.line} includes it).`);
  return files.flatMap((file) => readFile(reader, file, chain, optional));
}

/**
 * Files that a path with wildcards means, in the order in which Apache reads them; a folder means all files below it.
 * Undefined where these may be those of the whole machine.
 */
function expandFiles(pattern: string): readonly string[] | undefined {
  let found = ['/'];
  const left = { names: MAX_NAMES };
  for (const part of pattern.split('/').filter(Boolean)) {
    found = /[*?[]/.test(part)
      ? found.flatMap((dir) =>
          limited(list(dir), left)
            .filter((name) => !name.startsWith('.') && matchWildcard(part, name))
            .map((name) => join(dir, name)),
        )
      : found.map((dir) => join(dir, part)).filter((path) => existsSync(path) || found.length === 1);
    if (left.names < 0) return undefined;
  }
  const files = found.filter(existsSync).flatMap((path) => (isDirectory(path) ? filesBelow(path, left, 0) : [path]));
  return left.names < 0 || files.length > MAX_FILES ? undefined : files;
}

/** As many of the names as may still be looked at. */
function limited(names: readonly string[], left: { names: number }): readonly string[] {
  const some = names.slice(0, Math.max(0, left.names));
  left.names -= names.length;
  return some;
}

/** `left` goes down with every name: a folder may be the whole file system. */
function filesBelow(dir: string, left: { names: number }, depth: number): readonly string[] {
  if (depth > 8) return [];
  return list(dir).flatMap((name) => {
    if (--left.names < 0) return [];
    const path = join(dir, name);
    return isDirectory(path) ? filesBelow(path, left, depth + 1) : [path];
  });
}

function list(dir: string): readonly string[] {
  try {
    return readFolderNames(dir);
  } catch {
    return [];
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

const CHOOSERS = new Set(['ifmodule', 'ifdefine', 'ifversion', 'iffile', 'ifdirective', 'ifsection']);

function chooses(reader: Reader, name: string, args: readonly string[], rest: string): boolean {
  const not = rest.startsWith('!');
  const [word = ''] = splitArgs(not ? rest.slice(1) : rest);
  switch (name) {
    case 'ifmodule': {
      const id = word.replace(/^mod_/, '').replace(/(?:\.c|_module)$/, '');
      return reader.modules.has(id) !== not;
    }
    case 'ifdefine':
      return reader.defines.has(word) !== not;
    case 'iffile':
      return existsSync(isAbsolute(word) ? word : join(reader.serverRoot, word)) !== not;
    case 'ifversion': {
      const [op = '', version = ''] = args.length > 1 ? args : ['=', args[0] ?? ''];
      return ifVersion(op.replace('!', ''), version) !== op.startsWith('!');
    }
    default:
      return !not;
  }
}

/** Versions are compared with 2.4.62, which every supported server is near; only 2.2 against 2.4 occurs in the field. */
function ifVersion(op: string, version: string): boolean {
  const mine = [2, 4, 62];
  const theirs = version.split('.').map(Number);
  const order = mine.map((part, i) => Math.sign(part - (theirs[i] ?? 0))).find((sign) => sign !== 0) ?? 0;
  if (op === '>=') return order >= 0;
  if (op === '>') return order > 0;
  if (op === '<=') return order <= 0;
  if (op === '<') return order < 0;
  return order === 0 || theirs.every((part, i) => part === mine[i]);
}

function skipTo(lines: readonly Line[], start: number, name: string): number {
  let depth = 0;
  for (let i = start; i < lines.length; i++) {
    const split = splitName((lines[i] as Line).text);
    if (split.name !== name) continue;
    if (split.section === 'open') depth++;
    if (split.section === 'close' && --depth === 0) return i;
  }
  return lines.length;
}

function fill(reader: Reader, text: string): string {
  let size = text.length;
  const filled = text.replace(/\$\{([^}:\s]+)\}/g, (whole, name: string) => {
    const value = reader.variables.get(name);
    size += value?.length ?? 0;
    return value === undefined || size > MAX_FILLED ? whole : value;
  });
  if (size > MAX_FILLED)
    reader.unseen.add(
      `A line with variables is longer than ${MAX_FILLED >> 10} KiB once they are filled in: not all were.`,
    );
  return filled;
}

/** Variables from Debian's `envvars`, for a configuration read without its process. */
export function readEnvvars(config: string, read: ReadText): Readonly<Record<string, string>> {
  const out: Record<string, string> = {};
  let text: string;
  try {
    text = read(join(dirname(config), 'envvars'));
  } catch {
    return out;
  }
  for (const line of text.split('\n')) {
    const found = /^\s*export\s+(\w+)=(.*)$/.exec(line);
    if (found)
      out[found[1] as string] = (found[2] as string)
        .trim()
        .replace(/^["']|["']$/g, '')
        .replace(/\$\{?SUFFIX\}?/g, '');
  }
  return out;
}
