#!/usr/bin/env node
// Holds the walk along a path against the kernel: generated trees with modes, owners, access control lists and links. Needs root.
//   node packages/why403/bench/walk-agreement.mjs [--seed N] [--trees N] [--show]
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const args = process.argv.slice(2);
const number = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
if (process.geteuid?.() !== 0) {
  console.log('becoming other users needs root: nothing was compared');
} else {
  const outfile = fileURLToPath(new URL(`./.walk-trees.${process.pid}.mjs`, import.meta.url));
  await build({
    entryPoints: [fileURLToPath(new URL('./walk-trees.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    outfile,
    logLevel: 'error',
  });
  try {
    const { compareWalks } = await import(outfile);
    const seed = number('--seed', 1);
    const result = compareWalks(seed, number('--trees', 20));
    if (args.includes('--show')) for (const line of result.differences) console.log(line);
    console.log(`walks, seed ${seed}: ${result.same} of ${result.questions} answers as the kernel's`);
    console.log(`grants that opened the way: ${result.granted} of ${result.grants}`);
    if (result.same !== result.questions || result.granted !== result.grants) process.exitCode = 1;
  } finally {
    rmSync(outfile, { force: true });
  }
}
