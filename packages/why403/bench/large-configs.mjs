#!/usr/bin/env node
// How the judging of configurations grows with their rules: each kind of rule of each server, 1,000 against 10,000 of them, asked
// of the built command as users ask it. About linear is ten times; the bound leaves room for noise. What the start and the
// request take is all overhead: small figures count as SMALL. Memory is that of the whole process at its largest.
//   node packages/why403/bench/large-configs.mjs [part of a name …]
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const FEW = 1000;
const MANY = 10_000;
const MOST = 13;
/** Milliseconds of the processor, for a run that has next to nothing to judge. */
const SMALL = 600;
const MOST_MIB = 256;
/** Seconds of the processor after which a run is ended. */
const PATIENCE = 60;

const words = process.argv.slice(2);
const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'why403-large-'));
const probe = path.join(folder, 'probe.cjs');
writeFileSync(
  probe,
  "process.on('exit', () => require('fs').writeFileSync(process.env.SAID, String(process.resourceUsage().maxRSS)));",
);
const outfile = here(`./.large-configs.${process.pid}.mjs`);
await build({
  entryPoints: [here('./large-configs.ts')],
  bundle: true,
  platform: 'node',
  format: 'esm',
  conditions: ['source'],
  banner: { js: "import{createRequire as __require}from'node:module';const require=__require(import.meta.url);" },
  outfile,
  logLevel: 'error',
});
const origin = http.createServer((_, response) => response.writeHead(403).end('no'));
await new Promise((done) => origin.listen(0, '127.0.0.1', done));
const { port } = origin.address();

/** Runs the command; the shell counts the processor's time of all that it starts. */
function measure(config, { host = 'x.test', path: asked = '/private/a.txt', agent = 'curl/8.5.0' }) {
  const said = path.join(folder, 'said');
  rmSync(said, { force: true });
  const asks = ['curl', '-H', `Host: ${host}:${port}`, '-A', agent, `http://127.0.0.1:${port}${asked}`];
  const command = [here('../bin/why403.js'), '--json', '--max-requests', '1', '--config', config, ...asks];
  const child = spawn(
    'bash',
    [
      '-c',
      `ulimit -t ${PATIENCE}; TIMEFORMAT="%U %S"; time "$0" "$@" 2>/dev/null`,
      process.execPath,
      '--require',
      probe,
      ...command,
    ],
    { env: { PATH: process.env.PATH, HOME: folder, SAID: said }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (text) => (stdout += text));
  child.stderr.on('data', (text) => (stderr += text));
  return new Promise((resolve) =>
    child.on('close', () => {
      // the shell says more than the times where the run was ended
      const [user = Number.NaN, system = 0] = stderr.trim().split('\n').at(-1).split(' ').map(Number);
      const mib = readOr(said) / 1024;
      resolve({ ms: (user + system) * 1000, mib, said: tell(stdout) });
    }),
  );
}

function readOr(file) {
  try {
    return Number(readFileSync(file, 'utf8'));
  } catch {
    return Number.NaN;
  }
}

/** What was found, by the server's side. */
function tell(stdout) {
  try {
    const [{ causes, notes }] = JSON.parse(stdout).diagnoses;
    const found = causes.find(({ evidence }) => evidence.some(({ by, bits }) => by.startsWith('inspect/') && bits > 0));
    return [found?.cause ?? '-', ...notes.filter(({ kind }) => kind === 'fault').map(({ text }) => text)].join(' ');
  } catch {
    return 'no report';
  }
}

let over = 0;
try {
  const { LARGE, writeLarge } = await import(outfile);
  const kinds = LARGE.map((kind) => ({ ...kind, name: `${kind.server}: ${kind.rules}` }));
  const asked = kinds.filter(({ name }) => !words.length || words.some((word) => name.includes(word)));
  for (const kind of asked) {
    const run = async (n) => {
      const inside = mkdtempSync(path.join(folder, 'c-'));
      try {
        return await measure(writeLarge(kind, n, inside, port), kind.asks ?? {});
      } finally {
        rmSync(inside, { recursive: true, force: true });
      }
    };
    const few = await run(FEW);
    const many = await run(MANY);
    const ratio = many.ms / Math.max(SMALL, few.ms);
    const bad = !(ratio <= MOST && many.mib <= MOST_MIB);
    if (bad) over++;
    const figures = `${few.ms.toFixed(0).padStart(6)} ms ${many.ms.toFixed(0).padStart(6)} ms ${ratio.toFixed(1).padStart(5)} x ${many.mib.toFixed(0).padStart(4)} MiB`;
    console.log(`${kind.name.padEnd(40)} ${figures}${bad ? '  over' : ''}  ${many.said}`);
  }
  console.log(
    `${MANY} rules against ${FEW}: ${asked.length - over} of ${asked.length} within ${MOST} x (processor time) and ${MOST_MIB} MiB`,
  );
} finally {
  origin.close();
  rmSync(outfile, { force: true });
  rmSync(folder, { recursive: true, force: true });
}
if (over) process.exitCode = 1;
