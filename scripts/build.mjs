#!/usr/bin/env node
// Builds every package into its dist: core and guard as modules with their types, the command as one bundle whose parts load late.
// Each is built aside and put in place whole, so that what runs meanwhile, another build too, never finds half of it.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { directImports } from './direct-imports.mjs';
import { lateParser } from './late-parser.mjs';
import { hashSources, stampBuild } from './lib/ready.mjs';
import { mergeParts } from './merge-parts.mjs';
import { packCatalogue } from './pack-catalogue.mjs';

const root = path.resolve(import.meta.dirname, '..');
const command = path.join(root, 'packages/why403');
const sources = hashSources();
const version = JSON.parse(fs.readFileSync(path.join(command, 'package.json'), 'utf8')).version;
if (!fs.readFileSync(path.join(command, 'src/version.ts'), 'utf8').includes(`'${version}'`)) {
  console.error(`packages/why403/src/version.ts does not say ${version}, as package.json does.`);
  process.exit(1);
}

// commander asks for child_process, and with it for the whole network stack, for commands that are programs of their own; we have none
const withoutChildProcess = {
  name: 'without-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      /[\\/]commander[\\/]/.test(importer) ? { path: 'child_process', namespace: 'none' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'module.exports = {};', loader: 'js' }));
  },
};
const runApart = {
  name: 'run-apart',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/command\/run\.ts$/ }, () => ({ path: './parts/run.js', external: true }));
  },
};
const REQUIRE =
  "import{createRequire as __why403Require}from'node:module';const require=__why403Require(import.meta.url);\n";

fs.mkdirSync(path.join(root, '.cache'), { recursive: true });
const aside = fs.mkdtempSync(path.join(root, '.cache/build-'));
try {
  for (const pkg of ['core', 'guard']) {
    if (!fs.existsSync(path.join(root, 'packages', pkg, 'tsconfig.build.json'))) continue;
    compile(pkg);
    putInPlace(pkg);
  }
  await bundle(path.join(aside, 'why403'));
  compile('why403');
  putInPlace('why403');
} finally {
  fs.rmSync(aside, { recursive: true, force: true });
}
stampBuild(sources);

function compile(pkg) {
  const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
  const args = ['-p', `packages/${pkg}/tsconfig.build.json`, '--outDir', path.join(aside, pkg)];
  execFileSync(process.execPath, [tsc, ...args], { cwd: root, stdio: 'inherit' });
}

/** Puts a package's build in the place of the one before. Another build may do the same just now: the last one stays. */
function putInPlace(pkg) {
  const dist = path.join(root, 'packages', pkg, 'dist');
  for (let n = 0; ; n++) {
    try {
      if (fs.existsSync(dist)) fs.renameSync(dist, path.join(aside, `${pkg}-before-${n}`));
      fs.renameSync(path.join(aside, pkg), dist);
      return;
    } catch (error) {
      if (n === 20 || !['ENOENT', 'ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'].includes(error.code)) throw error;
    }
  }
}

async function bundle(dist) {
  const common = {
    absWorkingDir: command,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'warning',
  };
  const fromSources = { ...common, outdir: dist, conditions: ['source'], mainFields: ['module', 'main'] };
  const { metafile } = await build({
    ...fromSources,
    entryPoints: {
      index: 'src/index.ts',
      'parts/run': 'src/command/run.ts',
      'parts/inspect-thread': 'src/inspect/thread.ts',
    },
    splitting: true,
    chunkNames: 'parts/[name]-[hash]',
    plugins: [
      directImports(path.join(root, 'packages/core/src')),
      packCatalogue(dist),
      lateParser(dist, common),
      withoutChildProcess,
    ],
    metafile: true,
  });
  const lost = Object.values(metafile.outputs).find(
    ({ entryPoint, exports }) => entryPoint?.includes('node_modules') && exports.join() === 'default',
  );
  if (lost)
    throw new Error(`${lost.entryPoint} is CommonJS: import() loses its names; load it through a module of ours.`);
  const from = (file) => path.relative(dist, path.resolve(command, file));
  const outputs = Object.entries(metafile.outputs).map(([file, output]) => {
    const imports = output.imports.map((one) => (one.external ? one : { ...one, path: from(one.path) }));
    return [from(file), { ...output, imports }];
  });
  await mergeParts(dist, Object.fromEntries(outputs), ['src/command/run.ts', 'src/commands/diagnose.ts'], common);
  // packages in CommonJS ask for Node's modules with `require`; making one takes its time in each part
  for (const file of fs.readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.js'))) {
    const text = fs.readFileSync(path.join(dist, file), 'utf8');
    if (/\brequire\b/.test(text)) fs.writeFileSync(path.join(dist, file), REQUIRE + text);
  }
  // a file that other programs of Node load, so no module
  await build({
    ...fromSources,
    format: 'cjs',
    entryPoints: { 'parts/record-preload': 'src/record/preload.ts' },
    outExtension: { '.js': '.cjs' },
  });
  // the entry stands alone: `--version` reads one file
  await build({ ...fromSources, entryPoints: ['src/main.ts'], plugins: [runApart] });
}
