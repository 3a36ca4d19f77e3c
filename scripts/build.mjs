#!/usr/bin/env node
// Builds every package into its dist: core and guard as modules with their types, the command as one bundle whose parts load late.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { directImports } from './direct-imports.mjs';
import { hashSources, stampBuild } from './lib/ready.mjs';
import { packCatalogue } from './pack-catalogue.mjs';

const root = path.resolve(import.meta.dirname, '..');
const tsc = path.join(root, 'node_modules/typescript/bin/tsc');
const run = (args) => execFileSync(process.execPath, [tsc, ...args], { cwd: root, stdio: 'inherit' });
const clean = (pkg) => fs.rmSync(path.join(root, 'packages', pkg, 'dist'), { recursive: true, force: true });

const sources = hashSources();
const version = JSON.parse(fs.readFileSync(path.join(root, 'packages/why403/package.json'), 'utf8')).version;
if (!fs.readFileSync(path.join(root, 'packages/why403/src/version.ts'), 'utf8').includes(`'${version}'`)) {
  console.error(`packages/why403/src/version.ts does not say ${version}, as package.json does.`);
  process.exit(1);
}

for (const pkg of ['core', 'guard']) {
  if (!fs.existsSync(path.join(root, 'packages', pkg, 'tsconfig.build.json'))) continue;
  clean(pkg);
  run(['-p', `packages/${pkg}/tsconfig.build.json`]);
}
clean('why403');
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
await build({
  absWorkingDir: path.join(root, 'packages/why403'),
  entryPoints: ['src/main.ts', 'src/index.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  conditions: ['source'],
  plugins: [
    directImports(path.join(root, 'packages/core/src')),
    packCatalogue(path.join(root, 'packages/why403/dist')),
    withoutChildProcess,
  ],
  mainFields: ['module', 'main'],
  chunkNames: 'parts/[name]-[hash]',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  logLevel: 'warning',
  banner: {
    js: "import{createRequire as __why403Require}from'node:module';const require=__why403Require(import.meta.url);",
  },
});
run(['-p', 'packages/why403/tsconfig.build.json']);
stampBuild(sources);
