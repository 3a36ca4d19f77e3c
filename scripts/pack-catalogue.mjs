// An esbuild plugin for the catalogue. The vendors are data, and a megabyte of object literals takes far longer to compile at
// every start than the same as JSON takes to read: those that are data alone go into a JSON file beside the bundle, without
// the address where a wording is documented, which is for readers of the repository. The words of the causes go there as well,
// each pattern as `engine/pattern.ts` prepares it: compiled is then only what a text can match.
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const IMPORT = /^import (\w+) from '(\.\/vendors\/[\w-]+\.ts)';\n/gm;

/** The plugin; the JSON file goes into the folder `parts` of this output folder. */
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
  const { catalogue, prepare } = await load(file);
  const names = new Map([...text.matchAll(IMPORT)].map(([, name, from]) => [path.basename(from, '.ts'), name]));
  const code = new Set(catalogue.vendors.filter(hasFunction).map(({ id }) => names.get(id)));
  const patterns = [];
  const vendors = catalogue.vendors.map((vendor, i) =>
    hasFunction(vendor) ? null : encode(vendor, prepare, [i], patterns),
  );
  const phrases = catalogue.causes.map((cause) => cause.phrases.map(({ is }) => prepare(is)));
  const order = catalogue.vendors.map(({ id }, i) => (vendors[i] ? `vendors[${i}]` : names.get(id)));
  const [head, body] = text
    .replace(IMPORT, (line, name) => (code.has(name) ? line : ''))
    .split('export const catalogue');
  const list = / vendors: \[[^\]]*\]/;
  if (!body || !list.test(body)) throw new Error('The catalogue is not as scripts/gen.mjs writes it.');
  // ASCII alone: a string of one byte a character is half as large, and need not be decoded
  const json = JSON.stringify({ vendors, patterns, phrases }).replace(
    /[^\0-\x7f]/g,
    (ch) => `\\u${ch.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const name = `catalogue-${createHash('sha256').update(json).digest('hex').slice(0, 8)}.json`;
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, name), json);
  return `${head}import { readFileSync } from 'node:fs';
const { vendors, patterns, phrases } = JSON.parse(readFileSync(new URL('./${name}', import.meta.url), 'latin1'));
for (const [keys, source, flags] of patterns) {
  let at = vendors;
  for (const key of keys.slice(0, -1)) at = at[key];
  at[keys.at(-1)] = new RegExp(source, flags);
}
export const catalogue${body.replace(list, ` vendors: [${order.join(', ')}]`)}
catalogue.causes.forEach((cause, i) => cause.phrases.forEach((phrase: any, k) => { phrase.is = phrases[i][k]; }));
`;
}

/** The catalogue as it runs, with the function that prepares its patterns. */
async function load(file) {
  const folder = await mkdtemp(path.join(tmpdir(), 'why403-build-'));
  try {
    const outfile = path.join(folder, 'catalogue.mjs');
    const contents = "export { catalogue } from './catalogue.ts'; export { prepare } from './engine/pattern.ts';";
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
