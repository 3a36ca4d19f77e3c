#!/usr/bin/env node
// The smallest difference: planted among 30 headers and 25 cookies, found by the command over a real server, and the questions
// that it takes against leaving out one at a time and against plain ddmin. Then a server that answers 403 one time in four.
//   node packages/why403/bench/difference.mjs [--planted N] [--random N] [--from SEED] [--share S] [--max-requests N] [--show]
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const args = process.argv.slice(2);
const number = (name, fallback) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : fallback);
const outfile = fileURLToPath(new URL(`./.difference.${process.pid}.mjs`, import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('./planted-runs.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['source'],
  mainFields: ['module', 'main'],
  outfile,
  logLevel: 'error',
  banner: { js: "import{createRequire as r}from'node:module';const require=r(import.meta.url);" },
});
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
const most = (list) => Math.max(0, ...list);
try {
  const { runPlanted, runRandom } = await import(outfile);
  const from = number('--from', 1);
  const runs = await runPlanted(Array.from({ length: number('--planted', 500) }, (_x, i) => from + i));
  const exact = runs.filter((r) => r.exact).length;
  if (args.includes('--show')) for (const r of runs.filter((r) => !r.exact)) console.log(JSON.stringify(r));
  if (runs.length) {
    console.log(`planted differences: exactly the planted set in ${exact} of ${runs.length} seeded runs`);
    console.log('questions, median (most)   ours        leave one out  plain ddmin');
    const row = (label, list) => {
      const cell = (key) => `${median(list.map((r) => r[key]))} (${most(list.map((r) => r[key]))})`;
      console.log(`${label.padEnd(27)}${cell('ours').padEnd(12)}${cell('leaveOneOut').padEnd(15)}${cell('ddmin')}`);
    };
    for (const k of [1, 2, 3])
      row(
        `${k} that matter`,
        runs.filter((r) => r.planted.length === k),
      );
    row('all', runs);
    const share = median(runs.map((r) => r.ours)) / median(runs.map((r) => r.ddmin));
    console.log(`median against plain ddmin's: ${share.toFixed(2)} (at most 0.50)`);
    if (exact < runs.length || share > 0.5) process.exitCode = 1;
  }
  const count = number('--random', 1000);
  if (count) {
    const random = await runRandom(from, count, number('--share', 0.25), number('--max-requests', 12));
    const proven = random.filter((r) => r.turned === 'proven');
    const verified = random.filter((r) => r.turned === 'verified');
    console.log(
      `a server that refuses ${number('--share', 0.25)} of its requests at random: proven in ${proven.length} of ${random.length} runs, a fix called tried in ${verified.length} more; requests, median ${median(random.map((r) => r.requests))}`,
    );
    if (args.includes('--show')) for (const r of [...proven, ...verified]) console.log(JSON.stringify(r));
    if (proven.length) process.exitCode = 1;
  }
} finally {
  rmSync(outfile, { force: true });
}
