#!/usr/bin/env node
// Holds the nginx evaluator against real nginx: generated configurations and requests, drawn from a seed.
//   node packages/why403/bench/nginx-agreement.mjs [--seed N] [--configs N] [--requests N] [--fixes N] [--show]
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const args = process.argv.slice(2);
const number = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
const outfile = fileURLToPath(new URL(`./.nginx-agree.${process.pid}.mjs`, import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('./nginx-agree.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['source'],
  outfile,
  logLevel: 'error',
});
try {
  const { compareWithNginx, hasNginx } = await import(outfile);
  if (!hasNginx()) {
    console.log('nginx is not installed here: nothing was compared');
  } else {
    const seed = number('--seed', 1);
    const result = await compareWithNginx(
      seed,
      number('--configs', 100),
      number('--requests', 50),
      number('--fixes', 3),
    );
    if (args.includes('--show')) for (const line of result.differences) console.log(line);
    const share = (a, b) => `${((100 * a) / Math.max(1, b)).toFixed(2)} %`;
    console.log(`nginx, seed ${seed}: ${result.configs} configurations, ${result.pairs} pairs`);
    console.log(
      `refused or not alike ${share(result.same, result.pairs)}, status alike ${share(result.sameStatus, result.pairs)}`,
    );
    console.log(`fixes that let the real request through: ${result.fixed} of ${result.fixes}`);
    if (result.same < 0.99 * result.pairs || result.pairs === 0) process.exitCode = 1;
  }
} finally {
  rmSync(outfile, { force: true });
}
