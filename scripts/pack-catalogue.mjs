// An esbuild plugin for the catalogue. The vendors are data, and a megabyte of object literals takes far longer to compile at
// every start than the same as JSON takes to read: those that are data alone go into a file beside the bundle, one a line, without
// the address where a wording is documented, which is for readers of the repository. Its first line holds under what they are
// filed, so that a line is read only when an answer may be that product's; each pattern stands there as `engine/pattern.ts` prepares
// it: compiled is then only what a text can match.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const IMPORT = /^import (\w+) from '(\.\/vendors\/[\w-]+\.ts)';\n/gm;

/** The plugin; the file goes into the folder `parts` of this output folder. */
export function packCatalogue(outdir) {
  return {
    name: 'pack-catalogue',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]core[\\/]src[\\/]catalogue\.ts$/ }, async ({ path: file }) => ({
        contents: await pack(file, path.join(outdir, 'parts')),
        loader: 'ts',
        resolveDir: path.dirname(file),
      }));
    },
  };
}

async function pack(file, folder) {
  const text = await readFile(file, 'utf8');
  const { catalogue, prepare, fileVendors } = await load(file);
  const names = new Map([...text.matchAll(IMPORT)].map(([, name, from]) => [path.basename(from, '.ts'), name]));
  const code = new Set(catalogue.vendors.filter(hasFunction).map(({ id }) => names.get(id)));
  const heads = [];
  const bodies = [];
  const order = catalogue.vendors.map((vendor) => {
    if (hasFunction(vendor)) return names.get(vendor.id);
    const { id, name, role, standard, ...rest } = vendor;
    const patterns = [];
    bodies.push(ascii([encode(rest, prepare, [], patterns), patterns]));
    return `vendor(${heads.push([id, name, role, standard]) - 1})`;
  });
  const fields = [...new Set(catalogue.vendors.filter((vendor) => !hasFunction(vendor)).flatMap(Object.keys))];
  if (fields.sort().join() !== 'id,name,present,refusals,role,standard')
    throw new Error(`A vendor has other fields: ${fields}`);
  const [top, body] = text
    .replace(IMPORT, (line, name) => (code.has(name) ? line : ''))
    .split('export const catalogue');
  const list = / vendors: \[[^\]]*\]/;
  if (!body || !list.test(body)) throw new Error('The catalogue is not as scripts/gen.mjs writes it.');
  // the first line is read at every start, each of the others when its product may have answered
  const lines = [ascii({ heads, filed: fileVendors(catalogue.vendors) }), ...bodies].join('\n');
  const name = `catalogue-${createHash('sha256').update(lines).digest('hex').slice(0, 8)}.jsonl`;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), lines);
  return `${top}import { readFileSync } from 'node:fs';
import { setFiled } from './engine/vendor-index.ts';
const [first, ...lines] = readFileSync(new URL('./${name}', import.meta.url), 'latin1').split('\\n');
const { heads, filed } = JSON.parse(first!);
function vendor(number: number): any {
  const [id, name, role, standard] = heads[number];
  let rest: any;
  const read = () => (rest ??= open(lines[number]!));
  return { id, name, role, standard: standard ?? undefined, get present() { return read().present; }, get refusals() { return read().refusals; } };
}
function open(line: string): any {
  const [rest, patterns] = JSON.parse(line);
  for (const [keys, source, flags] of patterns) {
    let at = rest;
    for (const key of keys.slice(0, -1)) at = at[key];
    at[keys.at(-1)] = new RegExp(source, flags);
  }
  return rest;
}
export const catalogue${body.replace(list, ` vendors: [${order.join(', ')}]`)}
setFiled(catalogue.vendors, filed);
`;
}

/** JSON of ASCII alone: a string of one byte a character is half as large, and need not be decoded. */
function ascii(value) {
  return JSON.stringify(value).replace(/[^\0-\x7f]/g, (ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The catalogue as it runs, with the functions that prepare its patterns and file its vendors. */
async function load(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'why403-build-'));
  try {
    const outfile = path.join(folder, 'catalogue.mjs');
    const contents = `export { catalogue } from './catalogue.ts'; export { prepare } from './engine/pattern.ts';
      export { fileVendors } from './engine/file-vendors.ts';`;
    await build({
      stdin: { contents, resolveDir: path.dirname(file), loader: 'ts' },
      outfile,
      bundle: true,
      format: 'esm',
      conditions: ['source'],
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function hasFunction(value) {
  return typeof value === 'function' || (isPlain(value) && Object.values(value).some(hasFunction));
}

function isPlain(value) {
  return typeof value === 'object' && value !== null && !(value instanceof RegExp);
}

/** Fields whose patterns are asked by `engine/pattern.ts` alone. */
const PREPARED = new Set(['text', 'body']);

/** The value without its patterns: prepared where that will do, else listed in `patterns` with the way to them. */
function encode(value, prepare, way, patterns) {
  const key = way.at(-1);
  if (value instanceof RegExp) {
    if (PREPARED.has(key)) return prepare(value);
    patterns.push([way, value.source, value.flags]);
    return 0;
  }
  if (Array.isArray(value)) return value.map((inner, i) => encode(inner, prepare, [...way, i], patterns));
  if (!isPlain(value)) return key === 'source' ? '' : value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, encode(inner, prepare, [...way, name], patterns)]),
  );
}
