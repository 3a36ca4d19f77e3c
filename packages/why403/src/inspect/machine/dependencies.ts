/**
 * The packages that a program's sources name, where the answer's own words may stand: `node_modules`, Python's and Ruby's folders,
 * `vendor`. Read only where the program's own files do not hold the words, and bounded in files, bytes and time.
 */
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readFileText, readFolderNames } from '../../shared/read-file.ts';
import type { Member, Picture } from './picture.ts';
import type { ProgramFile } from './program-files.ts';
import type { Site } from './sites.ts';

const MOST_MS = 1_500;
const MOST_FILES = 1_500;
const MOST_BYTES = 24 * 1024 * 1024;
const MOST_FILE = 512 * 1024;
const MOST_PACKAGES = 60;
const MOST_DEPTH = 6;
const CODE = /\.(?:[cm]?js|ts|py|rb|php|pm|lua|html?|erb|jinja2?|json)$/;
const SCORE = 9;

/** `require('x')`, `from 'x'`, `import x`, `from x import`, `require "x"`, `use X;`: the package, and the name that it goes by here. */
const IMPORTS: readonly RegExp[] = [
  /(?:const|let|var)\s+(\{?[^=]{1,200}?)\s*=\s*(?:await\s+)?(?:require|import)\(\s*['"]([^'"./][^'"]{0,100})['"]/,
  /^\s*import\s+([^'"]{1,200}?)\s+from\s+['"]([^'"./][^'"]{0,100})['"]/,
  /^\s*from\s+([A-Za-z_][\w.]{0,100})\s+import\s+(.{1,200})$/,
  /^\s*import\s+([A-Za-z_][\w.]{0,100})(?:\s+as\s+(\w+))?\s*$/,
  /^\s*require\s+['"]([\w/-]{1,100})['"]/,
];

interface Named {
  readonly package: string;
  readonly names: readonly string[];
  readonly file: ProgramFile;
  readonly line: number;
}

/** Where the words stand in a package, with the line of the program that uses it. */
export function dependencySites(
  picture: Picture,
  files: readonly ProgramFile[],
  words: readonly string[],
): readonly Site[] {
  const long = words.filter((one) => one.length >= 6);
  const named = files.flatMap((file) => (file.kind === 'source' ? importsOf(file) : [])).slice(0, MOST_PACKAGES);
  if (!long.length || !named.length) return [];
  const roots = rootsOf(picture.members, files);
  const until = Date.now() + MOST_MS;
  const budget = { files: MOST_FILES, bytes: MOST_BYTES };
  const found: Site[] = [];
  for (const one of new Map(named.map((item) => [item.package, item])).values())
    for (const root of roots) {
      for (const path of below(join(root, one.package), budget, 0)) {
        if (Date.now() > until || found.length >= 5) return found;
        const lines = linesOf(path, budget);
        const at = lines.findIndex((line) => long.some((piece) => line.includes(piece)));
        if (at < 0) continue;
        const file: ProgramFile = { path, kind: 'source', lines };
        const used = useOf(named.filter((item) => item.package === one.package));
        found.push({
          file,
          line: at + 1,
          score: SCORE,
          words: long.find((piece) => lines[at]!.includes(piece))!,
          ...(used && { used }),
        });
      }
    }
  return found;
}

function importsOf(file: ProgramFile): readonly Named[] {
  return file.lines.slice(0, 2_000).flatMap((raw, i): readonly Named[] => {
    const line = raw.slice(0, 500);
    const python = /^\s*(?:from\s+\S+\s+import|import\s+[\w.]+(?:\s+as|\s*$))/.test(line) && file.path.endsWith('.py');
    for (const [k, pattern] of IMPORTS.entries()) {
      const hit = pattern.exec(line);
      if (!hit || (k >= 2 && k <= 3 && !python)) continue;
      const [, a = '', b = ''] = hit;
      const pack =
        k <= 1
          ? b
              .split('/')
              .slice(0, b.startsWith('@') ? 2 : 1)
              .join('/')
          : k === 4
            ? a
            : a.split('.')[0]!;
      const local = k <= 1 ? a : k === 2 ? b : k === 3 ? b || a : '';
      return [
        {
          package: pack,
          names: local.match(/[A-Za-z_]\w*/g)?.filter((name) => name !== 'as') ?? [],
          file,
          line: i + 1,
        },
      ];
    }
    return [];
  });
}

/** The first line that uses what was imported, other than the import itself; failing that, the import. */
function useOf(named: readonly Named[]): Site['used'] {
  for (const { names, file, line } of named)
    for (const name of names) {
      const uses = new RegExp(`(?<![\\w.'"/-])${name}\\s*[.(]|[@(,\\s]${name}\\b(?!\\s*(?:from|=))`);
      const at = file.lines.findIndex(
        (text, i) => i + 1 !== line && !/^\s*(?:import|from)\b|require\(/.test(text) && uses.test(text.slice(0, 500)),
      );
      if (at >= 0) return { file, line: at + 1 };
    }
  const [first] = named;
  return first && { file: first.file, line: first.line };
}

function rootsOf(members: readonly Member[], files: readonly ProgramFile[]): readonly string[] {
  const folders = new Set([...members.flatMap(({ cwd }) => cwd ?? []), ...files.map(({ path }) => dirname(path))]);
  const above = [...folders].flatMap((folder) => {
    const parts = folder.split('/');
    return parts.map((_, i) => parts.slice(0, parts.length - i).join('/') || '/').slice(0, 4);
  });
  const programs = members.map(({ pid }) => real(`/proc/${pid}/exe`)).filter((path) => path !== undefined);
  const python = [...new Set(programs)].flatMap((path) => {
    const lib = join(dirname(dirname(path)), 'lib');
    return names(lib)
      .filter((name) => /^python\d/.test(name))
      .flatMap((name) => ['site-packages', 'dist-packages'].map((last) => join(lib, name, last)));
  });
  const ruby = ['/usr/lib/ruby/vendor_ruby', ...names('/var/lib/gems').map((name) => `/var/lib/gems/${name}/gems`)];
  return [
    ...new Set([
      ...above.flatMap((folder) => [join(folder, 'node_modules'), join(folder, 'vendor')]),
      ...python,
      '/usr/lib/python3/dist-packages',
      ...ruby,
    ]),
  ].filter((folder) => names(folder).length > 0);
}

function real(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function names(folder: string): readonly string[] {
  try {
    return readFolderNames(folder);
  } catch {
    return [];
  }
}

function* below(path: string, budget: { files: number }, depth: number): Generator<string> {
  const inside = names(path);
  if (!inside.length && depth === 0) {
    for (const ending of ['.py', '.rb', '.js']) if (budget.files-- > 0) yield `${path}${ending}`;
    return;
  }
  for (const name of inside) {
    if (budget.files <= 0) return;
    if (CODE.test(name)) {
      budget.files--;
      yield join(path, name);
    } else if (
      !name.includes('.') &&
      depth < MOST_DEPTH &&
      !/^(?:node_modules|tests?|docs?|examples?|__pycache__)$/.test(name)
    )
      yield* below(join(path, name), budget, depth + 1);
  }
}

function linesOf(path: string, budget: { bytes: number }): readonly string[] {
  if (budget.bytes <= 0) return [];
  try {
    const text = readFileText(path, { most: MOST_FILE });
    budget.bytes -= text.length;
    return text.split('\n');
  } catch {
    return [];
  }
}
