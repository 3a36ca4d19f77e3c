#!/usr/bin/env node
// How the judging of configurations grows with their rules: each kind of rule of each server, 1,000 against 10,000 of them.
// About linear is ten times; the bound leaves room for noise. Small figures are all overhead and count as SMALL.
//   node packages/why403/bench/large-configs.mjs [part of a name …]
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FEW = 1000;
const MANY = 10_000;
const MOST = 13;
const SMALL = 100;

const words = process.argv.slice(2);
const outfile = fileURLToPath(new URL(`./.large-configs.${process.pid}.mjs`, import.meta.url));
await build({
  entryPoints: [fileURLToPath(new URL('./large-configs.ts', import.meta.url))],
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['source'],
  banner: {
    js: "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);",
  },
  outfile,
  logLevel: 'error',
});
try {
  const { LARGE, judgeLarge } = await import(outfile);
  const kinds = LARGE.map((kind) => ({ ...kind, name: `${kind.server}: ${kind.rules}` }));
  const asked = kinds.filter(({ name }) => !words.length || words.some((word) => name.includes(word)));
  const cpu = async (kind, n) => {
    const before = process.cpuUsage();
    const { inspection } = await judgeLarge(kind, n);
    const { user, system } = process.cpuUsage(before);
    return { ms: (user + system) / 1000, cause: inspection.findings[0]?.cause ?? '-' };
  };
  let over = 0;
  for (const kind of asked) {
    // The first run compiles.
    await cpu(kind, 100);
    const few = await cpu(kind, FEW);
    const many = await cpu(kind, MANY);
    const ratio = many.ms / Math.max(SMALL, few.ms);
    if (ratio > MOST) over++;
    const figures = `${few.ms.toFixed(0).padStart(6)} ms ${many.ms.toFixed(0).padStart(6)} ms ${ratio.toFixed(1).padStart(5)} x`;
    console.log(`${kind.name.padEnd(34)} ${figures}${ratio > MOST ? '  over' : ''}  ${many.cause}`);
  }
  console.log(
    `${MANY} rules against ${FEW}: ${asked.length - over} of ${asked.length} within ${MOST} x (processor time)`,
  );
  if (over) process.exitCode = 1;
} finally {
  rmSync(outfile, { force: true });
}
