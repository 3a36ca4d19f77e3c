#!/usr/bin/env node
// Writes what follows from the folders: the catalogue of units, the lists of importers, of tools and of inspectors, the pages of
// docs/causes, docs/vendors.md, docs/tools.md and docs/guard-options.md. `--check` fails if anything would change.
import fs from 'node:fs';
import path from 'node:path';
import { guardOptionsPage } from './lib/guard-options.mjs';
import { causePage, causesIndex, loadCore, toolsPage, vendorsPage } from './lib/pages.mjs';

const root = path.resolve(import.meta.dirname, '..');
const src = path.join(root, 'packages/core/src');
const check = process.argv.includes('--check');
const units = (folder) =>
  fs
    .readdirSync(path.join(src, folder))
    .filter((f) => f.endsWith('.ts') && !f.endsWith('.test.ts'))
    .map((f) => f.slice(0, -3))
    .sort();
const camel = (prefix, id) =>
  `${prefix}${id
    .split('-')
    .map((w) => w[0].toUpperCase() + w.slice(1))
    .join('')}`;

function catalogue() {
  const parts = { reader: 'read', vendor: 'vendors', cause: 'causes', experiment: 'experiments' };
  const imports = ["import type { Catalogue } from './engine/catalogue.ts';"];
  const lists = [];
  const paths = [];
  for (const [prefix, folder] of Object.entries(parts)) {
    for (const id of units(folder)) paths.push([`./${folder}/${id}.ts`, camel(prefix, id)]);
    lists.push(
      `  ${prefix}s: [\n${units(folder)
        .map((id) => `    ${camel(prefix, id)},`)
        .join('\n')}\n  ],`,
    );
  }
  for (const [file, name] of paths.sort(([a], [b]) => (a < b ? -1 : 1))) imports.push(`import ${name} from '${file}';`);
  return `// Written by \`npm run gen\` from the folders. Do not edit.\n${imports.join('\n')}\n\n/** Every unit that judges. */\nexport const catalogue: Catalogue = {\n${lists.join('\n')}\n};\n`;
}

/** Files of `import/` that are importers; the others are their parts. */
function importers() {
  const ids = units('import').filter((id) =>
    /: Importer = /.test(fs.readFileSync(path.join(src, 'import', `${id}.ts`), 'utf8')),
  );
  const name = (id) => camel('importer', id);
  return `// Written by \`npm run gen\` from the folder. Do not edit.\n${ids.map((id) => `import ${name(id)} from './import/${id}.ts';`).join('\n')}\nimport type { Importer } from './model/importer.ts';\n\n/** Every form in which a request can be given. */\nexport const importers: readonly Importer[] = [\n${ids.map((id) => `  ${name(id)},`).join('\n')}\n];\n`;
}

/** Files of `import/tools/`, one a tool. */
function tools() {
  const ids = units('import/tools');
  const name = (id) => camel('tool', id);
  return `// Written by \`npm run gen\` from the folder. Do not edit.\n${ids.map((id) => `import ${name(id)} from './import/tools/${id}.ts';`).join('\n')}\nimport type { Tool } from './model/tool.ts';\n\n/** Every program whose output is known. */\nexport const tools: readonly Tool[] = [\n${ids.map((id) => `  ${name(id)},`).join('\n')}\n];\n`;
}

/** Files of `inspect/` that are inspectors of a kind of server. */
function inspectors() {
  const folder = path.join(root, 'packages/why403/src/inspect');
  const ids = fs
    .readdirSync(folder)
    .filter((f) => f.endsWith('.ts') && /: Inspector = /.test(fs.readFileSync(path.join(folder, f), 'utf8')))
    .map((f) => f.slice(0, -3))
    .sort();
  const name = (id) => camel('inspector', id);
  return `// Written by \`npm run gen\` from the folder. Do not edit.\n${ids.map((id) => `import ${name(id)} from './inspect/${id}.ts';`).join('\n')}\nimport type { Inspector } from './inspect/types.ts';\n\n/** Every kind of server that can be inspected on this machine. */\nexport const inspectors: readonly Inspector[] = [\n${ids.map((id) => `  ${name(id)},`).join('\n')}\n];\n`;
}

let stale = 0;
function write(file, text) {
  const full = path.join(root, file);
  const before = fs.existsSync(full) ? fs.readFileSync(full, 'utf8') : '';
  if (before === text) return;
  if (check) {
    console.error(`${file} is stale: run npm run gen`);
    stale++;
  } else {
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, text);
  }
}

function remove(file) {
  if (check) {
    console.error(`${file} belongs to no unit: run npm run gen`);
    stale++;
  } else fs.rmSync(path.join(root, file));
}

write('packages/core/src/catalogue.ts', catalogue());
write('packages/core/src/importers.ts', importers());
write('packages/core/src/tools.ts', tools());

// the pages tell what the units say of themselves, so the units are loaded; a stale catalogue has been told already
const core = await loadCore(path.join(src, 'index.ts'));
const pages = new Map(core.catalogue.causes.map((cause) => [`${cause.id}.md`, causePage(cause, core)]));
pages.set('README.md', causesIndex(core));
for (const [file, text] of pages) write(`docs/causes/${file}`, text);
for (const file of fs.readdirSync(path.join(root, 'docs/causes'))) if (!pages.has(file)) remove(`docs/causes/${file}`);
write('docs/vendors.md', vendorsPage(core));
write('docs/tools.md', toolsPage(core));
write('docs/guard-options.md', guardOptionsPage(root));
write('packages/why403/src/inspectors.ts', inspectors());
process.exit(stale ? 1 : 0);
