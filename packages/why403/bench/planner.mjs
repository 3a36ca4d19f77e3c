#!/usr/bin/env node
// The planner against a fixed order of the same experiments, over scenarios with real servers that a scorer starts.
//   node packages/why403/bench/planner.mjs --scorer FILE [ids…]
// The scorer is a script that takes `--bin "node FILE" --mode client --no-fix --show` and prints a line for each scenario.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** An expert's list, gone through from its top. Waits that no server asked for are left out of it: they are long, and come last. */
const ORDER = [
  ...['other-credential', 'no-credentials', 'credential-form', 'broken-credentials', 'safe-method', 'fresh-csrf'],
  ...['request-origin', 'browser-headers', 'forwarded-headers', 'over-https', 'without-proxy', 'neutral-content'],
  ...['fewer-cookies', 'one-cookie', 'site-root', 'sibling-path', 'slash', 'who-am-i', 'resource-metadata'],
  ...['http-version', 'tls-version', 'ip-version', 'after-a-wait'],
];
const PLANNED = 'return ranked(posterior, variations)[0];';
const FIXED = `const order = ${JSON.stringify(ORDER)};
  const first = variations.filter((v) => (v.wait ?? 0) < 5000).sort((a, b) => order.indexOf(a.experiment) - order.indexOf(b.experiment))[0];
  return first && { variation: first, bits: 1 };`;

const args = process.argv.slice(2);
const at = args.indexOf('--scorer');
const [scorer] = at < 0 ? [] : args.splice(at, 2).slice(1);
if (!scorer) {
  console.log('no scorer was given (--scorer FILE): nothing was measured');
  process.exit(0);
}
const folder = mkdtempSync(path.join(tmpdir(), 'why403-planner-'));
const root = fileURLToPath(new URL('..', import.meta.url));

async function bundle(name, fixed) {
  await build({
    entryPoints: [path.join(root, 'src/main.ts')],
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    mainFields: ['module', 'main'],
    outdir: path.join(folder, name),
    logLevel: 'error',
    banner: { js: `import{createRequire as r}from'node:module';const require=r(${JSON.stringify(`${root}src/`)});` },
    plugins: [
      {
        name: 'fixed-order',
        setup({ onLoad }) {
          onLoad({ filter: /engine[\\/]plan\.ts$/ }, ({ path: file }) => {
            const text = readFileSync(file, 'utf8');
            if (!text.includes(PLANNED)) throw new Error('The planner is written otherwise than this bench knows.');
            return { loader: 'ts', contents: fixed ? text.replace(PLANNED, FIXED) : text };
          });
        },
      },
    ],
  });
  return path.join(folder, name, 'main.js');
}

/** Right verdicts, proven wrong ones and requests, from the scorer's lines. */
function measure(bin) {
  const run = spawnSync(
    process.execPath,
    [scorer, '--bin', `node ${bin}`, '--mode', 'client', '--no-fix', '--show', ...args],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  );
  const lines = run.stdout.split('\n').filter((line) => /^(?:ok|MISS)/.test(line));
  const requests = new Map();
  for (const line of lines) {
    const [, id, count] = /client (\S+) .* (\d+) req/.exec(line) ?? [];
    if (id) requests.set(id, { right: line.startsWith('ok'), count: Number(count) });
  }
  return { requests, wrong: / wrong (\d+);/.exec(run.stdout)?.[1] ?? '?' };
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1] ?? 0;
const mean = (list) => (list.reduce((a, b) => a + b, 0) / Math.max(1, list.length)).toFixed(1);
try {
  console.log('order     right verdicts  proven wrong  requests to a right verdict, median  mean');
  for (const [name, fixed] of [
    ['planned', false],
    ['fixed', true],
  ]) {
    const { requests, wrong } = measure(await bundle(name, fixed));
    const all = [...requests.values()];
    const right = all.filter((one) => one.right).map((one) => one.count);
    console.log(
      `${name.padEnd(10)}${`${right.length} of ${all.length}`.padEnd(16)}${wrong.padEnd(14)}${String(median(right)).padEnd(37)}${mean(right)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
