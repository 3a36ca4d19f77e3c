// A HAR of 500 MB with 1 % refusals: why403 with --no-send against JSON.parse of the same file, in the same run.
// Bounds: 256 MiB of memory, five times JSON.parse: every entry is parsed, and each of its values learned as a secret, for any answer
// may repeat it. The files go into the system's folder for them, and are deleted.
//   node packages/why403/bench/har.mjs [megabytes]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const MEMORY = 256;
const TIMES = 5;
const ROUNDS = 3;
const megabytes = Number(process.argv[2] ?? 500);
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
if (!existsSync(here('../dist/main.js'))) {
  process.stderr.write('har: the command is not built; run npm run build first.\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'why403-bench-'));
try {
  const file = join(folder, 'large.har');
  const made = spawnSync(process.execPath, [here('make-har.mjs'), file, String(megabytes), '0.01'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(made.stderr);
  // VmHWM is the process's own peak; what getrusage tells begins with that of its parent
  const peak = join(folder, 'peak.mjs');
  writeFileSync(
    peak,
    `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  let kib = process.resourceUsage().maxRSS;
  try { kib = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  process.stderr.write('peak ' + kib + '\\n');
});`,
  );
  // Node's longest string is just above 512 MiB; a larger file cannot be parsed at all
  const parse = `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
  const run = (words) => {
    const start = process.hrtime.bigint();
    const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 28 });
    return { seconds: Number(process.hrtime.bigint() - start) / 1e9, status, stderr };
  };
  const ours = [];
  const parsed = [];
  let memory = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const theirs = run(['--max-old-space-size=4096', '-e', parse]);
    if (theirs.status !== 0) throw new Error(`JSON.parse: ${theirs.stderr.slice(0, 500)}`);
    parsed.push(theirs.seconds);
    const own = run(['--import', pathToFileURL(peak).href, here('../bin/why403.js'), '--no-send', file]);
    if (own.status !== 0 && own.status !== 1) throw new Error(`why403: ${own.stderr.slice(0, 500)}`);
    ours.push(own.seconds);
    memory = Math.max(memory, Number(/peak (\d+)/.exec(own.stderr)?.[1] ?? Number.NaN) / 1024);
  }
  const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  const ratio = middle(ours) / middle(parsed);
  const kept = ratio <= TIMES && memory <= MEMORY;
  process.stdout.write(
    `har: ${megabytes} MB, 1 % refused: ${middle(ours).toFixed(2)} s, JSON.parse ${middle(parsed).toFixed(2)} s: ${ratio.toFixed(2)} times (at most ${TIMES}); peak ${memory.toFixed(0)} MiB (at most ${MEMORY}): ${kept ? 'kept' : 'NOT KEPT'}\n`,
  );
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
