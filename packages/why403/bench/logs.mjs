// A combined log of 1 GiB, 2 % refused: why403 logs against `grep -c '" 403 '` on the same file in the same run.
// Bounds: 1.5 times the wall time of grep, 128 MiB of memory at any size. Ends with 1 where one is not kept.
//   node packages/why403/bench/logs.mjs [MiB]
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const TIMES = 1.5;
const MEMORY = 128;
const ROUNDS = 5;
const size = Number(process.argv[2] ?? 1024) * 1024 * 1024;
const home = dirname(dirname(fileURLToPath(import.meta.url)));

/** A generator of numbers from 0 to 1 that gives the same ones in every run. */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

function generate(file) {
  const random = seeded(403);
  const agents = [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
    'Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0',
    'curl/8.5.0',
    'python-requests/2.32.3',
  ];
  const places = ['/shop/item/', '/api/v1/orders/', '/static/app-', '/user/', '/admin/report/'];
  const out = openSync(file, 'w');
  let wall = Date.UTC(2026, 0, 1);
  let day = '';
  for (let written = 0; written < size; ) {
    const lines = [];
    for (let i = 0; i < 5000; i++) {
      wall += random() * 600;
      const iso = new Date(wall).toISOString();
      if (day === '' || iso.endsWith('00:00')) day = `${iso.slice(8, 10)}/Jan/${iso.slice(0, 4)}`;
      const r = random();
      const status = r < 0.015 ? 403 : r < 0.02 ? 401 : r < 0.06 ? 404 : r < 0.15 ? 304 : 200;
      // half of the requests come from a few clients, the rest from half a million
      const n = Math.floor(random() < 0.5 ? random() * 50 : random() * 500_000);
      const client = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
      const place = places[Math.floor(random() * places.length)];
      lines.push(
        `${client} - - [${day}:${iso.slice(11, 19)} +0000] "GET ${place}${Math.floor(random() * 1e6)}?page=${Math.floor(random() * 50)} HTTP/1.1" ${status} ${Math.floor(random() * 50_000)} "https://shop.example/list" "${agents[Math.floor(random() * 4)]}"\n`,
      );
    }
    const block = Buffer.from(lines.join(''));
    writeSync(out, block);
    written += block.length;
  }
  closeSync(out);
}

/** The command: the installed one where it is built, else its source, bundled as it will be. */
async function command(folder) {
  const bin = join(home, 'bin/why403.js');
  if (existsSync(bin)) {
    const help = spawnSync(process.execPath, [bin, 'logs', '--help'], { encoding: 'utf8' });
    if (help.status === 0 && help.stdout.includes('why403 logs')) return [bin, 'logs'];
  }
  const { build } = await import('esbuild');
  const entry = join(folder, 'entry.mjs');
  const outfile = join(folder, 'logs.mjs');
  const run = JSON.stringify(join(home, 'src/logs/run.ts'));
  writeFileSync(
    entry,
    `import { runLogs } from ${run}; process.exitCode = await runLogs(process.argv.slice(2), process);`,
  );
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    conditions: ['source'],
    nodePaths: [join(home, '../../node_modules')],
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
  });
  return [outfile];
}

function time(program, args) {
  const start = process.hrtime.bigint();
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 26 });
  return { seconds: Number(process.hrtime.bigint() - start) / 1e9, status, stdout, stderr };
}

const folder = mkdtempSync(join(tmpdir(), 'why403-bench-'));
try {
  const log = join(folder, 'access.log');
  generate(log);
  const words = await command(folder);
  // VmHWM is the process's own peak; what getrusage tells begins with that of its parent.
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
  const ours = [];
  const greps = [];
  let memory = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const grep = time('grep', ['-c', '" 403 ', log]);
    const own = time(process.execPath, ['--import', pathToFileURL(peak).href, ...words, '--json', log]);
    greps.push(grep.seconds);
    ours.push(own.seconds);
    memory = Math.max(memory, Number(/peak (\d+)/.exec(own.stderr)?.[1] ?? Number.NaN) / 1024);
    const found = JSON.parse(own.stdout).byStatus.find(({ key }) => key === '403')?.count;
    if (found !== Number(grep.stdout))
      throw new Error(`why403 found ${found} lines of status 403, grep ${grep.stdout}`);
  }
  const middle = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
  const ratio = middle(ours) / middle(greps);
  const kept = ratio <= TIMES && memory <= MEMORY;
  process.stdout.write(
    `logs: ${Math.round(size / 1024 ** 2)} MiB, 2 % refused: ${middle(ours).toFixed(2)} s, grep ${middle(greps).toFixed(2)} s: ${ratio.toFixed(2)} times (at most ${TIMES}); peak ${memory.toFixed(0)} MiB (at most ${MEMORY}): ${kept ? 'kept' : 'NOT KEPT'}\n`,
  );
  process.exitCode = kept ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
