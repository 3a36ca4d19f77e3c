/**
 * The files that make a program what it is: its sources, and the configuration that its command line, its variables, its open files
 * and its folder name. Bounded in files, bytes and depth; what is not text is left out.
 */
import { statSync } from 'node:fs';
import { basename, dirname, extname, isAbsolute, join, resolve } from 'node:path';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';
import { SHARED } from './folders.ts';
import type { Member, Picture } from './picture.ts';

export interface ProgramFile {
  readonly path: string;
  readonly kind: 'source' | 'config';
  readonly lines: readonly string[];
}

export interface ProgramFiles {
  readonly files: readonly ProgramFile[];
  /** Folders of its own: where it was started, and those that its words name. */
  readonly folders: readonly string[];
  readonly unseen: readonly string[];
}

const MOST_FILES = 300;
const MOST_BYTES = 6 * 1024 * 1024;
const MOST_FILE = 512 * 1024;
const MOST_NAMES = 3_000;
const MOST_DEPTH = 5;
/** How often a word is tried as the name of a file. */
const MOST_LOOKS = 5_000;

const SOURCE =
  /^\.(?:[cm]?[jt]sx?|py|rb|ru|php|pl|pm|psgi|lua|go|java|kt|scala|cs|fs|rs|ex|exs|erl|clj|cr|nim|dart|swift|tcl|sh|cgi|vue|ejs|erb|jinja2?|j2|twig|html?|tmpl|tpl|mustache|hbs|po|strings|ftl)$/;
const CONFIG =
  /^\.(?:conf|cnf|cfg|ini|toml|ya?ml|json5?|jsonc|xml|properties|env|config|rules|acl|hcl|txt|list|vcl|plist)$/;
/** Names without an ending that hold settings, and files that only say which versions are installed. */
const BARE =
  /^(?:\.env(?:\.\w+)?|rights|users|acl|rules|config|settings|permissions|policy|allow|deny|hosts\.\w+|\w+file)$/i;
const NO_SETTING =
  /^(?:package-lock|tsconfig|composer\.lock|yarn|pnpm-lock|Gemfile|Rakefile|Makefile|Dockerfile|Cargo|go\.|LICEN|README|CHANGELOG|scenario\.json)/i;
const NO_FOLDER =
  /^(?:node_modules|bower_components|vendor|__pycache__|venv|\.venv|site-packages|coverage|tests?|spec|\..+)$/;
/** Sources that only hold settings: `return { … }`, `module.exports = { … }`, or a name that says so. */
export function holdsSettings({ path, kind, lines }: ProgramFile): boolean {
  // catalogues of messages have the form of settings, and set nothing
  if (/\/(?:locales?|lang(?:uages?)?|i18n|translations?|messages)\//i.test(path)) return false;
  if (kind === 'config') return true;
  if (!/\.(?:lua|py|rb|php|[cm]?[jt]s)$/.test(path)) return false;
  const start = lines.slice(0, 20).join('\n');
  return (
    /(?:^|[/_.-])(?:conf|config|settings|options|rules|policy|permissions)[_.-]?\w*\.\w+$/i.test(path) ||
    /^\s*(?:<\?php\s+)?return\s*[{[(]/m.test(start)
  );
}

/** The files of the program in one picture; `read`: files that it is known to read. */
export function programFiles({ members }: Picture, read: readonly string[] = []): ProgramFiles {
  const unseen: string[] = [];
  const distinct = members.filter(
    (one, i) =>
      members.findIndex(({ words, cwd }) => cwd === one.cwd && words.join('\0') === one.words.join('\0')) === i,
  );
  const byWords = distinct.flatMap(namedByWords);
  const named = [...new Set([...byWords, ...distinct.flatMap(namedBySettings)])];
  // where it was started is its own folder only where something of it lies there
  const started = distinct.flatMap(({ cwd }) =>
    cwd !== undefined && (!byWords.length || byWords.some((path) => `${path}/`.startsWith(`${cwd}/`))) ? [cwd] : [],
  );
  const folders = [...new Set([...started, ...named.map((path) => (isFolder(path) ? path : dirname(path)))])].filter(
    (folder) => !SHARED.test(folder),
  );
  const budget = { bytes: MOST_BYTES, names: MOST_NAMES };
  const files = new Map<string, ProgramFile>();
  const take = (path: string, must: boolean): void => {
    if (files.size >= MOST_FILES || files.has(path)) return;
    const kind = kindOf(path, must);
    if (kind === undefined) return;
    const text = readText(path, budget, must ? unseen : []);
    if (text !== undefined) files.set(path, { path, kind, lines: text.split('\n') });
  };
  for (const path of [...named, ...read]) if (!isFolder(path)) take(path, true);
  for (const folder of folders) for (const path of below(folder, budget, 0)) take(path, false);
  // what these name and what lies elsewhere: includes, lists, a file of rights
  const looks = { left: MOST_LOOKS };
  for (const file of [...files.values()]) for (const path of mentionedIn(file, looks)) take(path, true);
  if (files.size >= MOST_FILES)
    unseen.push(`More than ${MOST_FILES} files lie in its folders; those were read that come first.`);
  return { files: [...files.values()], folders, unseen };
}

/** Files and folders that the words of a process name: values of options, modules; failing those, the usual places. */
function namedByWords({ words, cwd = '/', name }: Member): readonly string[] {
  // a program may put words of its own in place of those that it was started with
  const all = words.length === 1 ? words.flatMap((word) => word.split(/\s+/)) : words;
  const values = all.slice(1).flatMap((word) => [word, ...(/^-{1,2}[\w.-]+=(.+)$/.exec(word)?.slice(1) ?? [])]);
  const found = values.flatMap((value) => placesOf(value, cwd));
  if (found.length || !SHARED.test(cwd)) return found;
  return [`/etc/${name}.conf`, `/etc/${name}`, `/etc/${name}/${name}.conf`].filter(
    (path) => isFile(path) || isFolder(path),
  );
}

function namedBySettings({ cwd = '/', env }: Member): readonly string[] {
  return Object.entries(env).flatMap(([key, value]) =>
    /CONF|SETTING|_APP$|_FILE$|RULES|POLICY/.test(key) || (value.startsWith('/') && CONFIG.test(extname(value)))
      ? placesOf(value, cwd)
      : [],
  );
}

function placesOf(value: string, cwd: string): readonly string[] {
  if (value.length > 500 || value.startsWith('-') || value === '') return [];
  const path = resolve(cwd, value);
  const isPlace = isFile(path) || (/^[\w./-]{2,}$/.test(value) && path !== cwd && isFolder(path) && !SHARED.test(path));
  return isPlace ? [path] : moduleOf(value, cwd);
}

/** `shop.wsgi:app`, `shop.wsgi`: the file of a module. */
function moduleOf(word: string, cwd: string): readonly string[] {
  const name = /^([A-Za-z_][\w.]{0,100})(?::[\w.()]+)?$/.exec(word)?.[1];
  if (name === undefined) return [];
  const path = resolve(cwd, name.replaceAll('.', '/'));
  return [`${path}.py`, join(path, '__init__.py'), join(path, '__main__.py'), `${path}.rb`].filter(isFile);
}

function kindOf(path: string, must: boolean): ProgramFile['kind'] | undefined {
  const name = basename(path);
  if (NO_SETTING.test(name)) return undefined;
  const ending = extname(name).toLowerCase();
  if (SOURCE.test(ending)) return 'source';
  if (CONFIG.test(ending) || BARE.test(name)) return 'config';
  return must &&
    !/^\.(?:so|bin|exe|jar|war|pyc|log|gz|zip|db|sqlite3?|pem|key|crt|sock|pid|png|jpe?g|css|map)/.test(ending)
    ? 'config'
    : undefined;
}

function* below(folder: string, budget: { names: number }, depth: number): Generator<string> {
  let names: readonly string[];
  try {
    names = readFolderNames(folder);
  } catch {
    return;
  }
  const folders: string[] = [];
  for (const name of names) {
    if (budget.names-- <= 0) return;
    const path = join(folder, name);
    if (extname(name) === '' && !BARE.test(name)) {
      if (depth < MOST_DEPTH && !NO_FOLDER.test(name) && isFolder(path)) folders.push(path);
    } else yield path;
  }
  for (const path of folders) yield* below(path, budget, depth + 1);
}

/** Files elsewhere that a text names by their full path, or by one from its folder. */
function mentionedIn({ path, kind, lines }: ProgramFile, looks: { left: number }): readonly string[] {
  const text = lines.join('\n').slice(0, MOST_FILE);
  const pattern = kind === 'config' ? /[\w.@/+-]{2,200}/g : /(?<=['"`])[\w.@/+-]{2,200}(?=['"`])/g;
  const found = new Set<string>();
  for (const [word] of text.matchAll(pattern)) {
    if (!(word.startsWith('/') || /\w\.[a-z]{2,10}$/.test(word)) || looks.left-- <= 0) continue;
    const file = isAbsolute(word) ? word : resolve(dirname(path), word);
    if (!/^\/(?:usr|proc|sys|dev)\//.test(file) && isFile(file)) found.add(file);
  }
  return [...found];
}

function readText(path: string, budget: { bytes: number }, unseen: string[]): string | undefined {
  try {
    const text = readFileText(path, { most: Math.min(MOST_FILE, budget.bytes) });
    if (text.includes('\0')) return undefined;
    budget.bytes -= text.length;
    return text;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') unseen.push(`${path}: not readable by this user.`);
    return undefined;
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch {
    return false;
  }
}
