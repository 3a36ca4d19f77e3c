// How soon the command is there, against `node -e 0` in the same run: `--version`, and a diagnosis of one HAR entry.
// Runs alternate and medians are compared, so that a busy machine slows both alike. Ends with 1 where a bound is not kept.
//   node packages/why403/bench/start.mjs [rounds]
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const BOUNDS = { version: 1.25, diagnosis: 2.5 };
const ROUNDS = Number(process.argv[2] ?? 25);
const bin = fileURLToPath(new URL('../bin/why403.js', import.meta.url));
if (!existsSync(fileURLToPath(new URL('../dist/main.js', import.meta.url)))) {
  process.stderr.write('start: the command is not built; run npm run build first.\n');
  process.exit(2);
}

const HAR = {
  log: {
    version: '1.2',
    creator: { name: 'why403 bench', version: '1' },
    entries: [
      {
        startedDateTime: '2026-01-01T00:00:00.000Z',
        time: 31,
        request: {
          method: 'POST',
          url: 'https://app.example/api/orders/841cb0c2?page=0',
          httpVersion: 'http/2.0',
          headers: [
            { name: 'accept', value: 'application/json' },
            { name: 'authorization', value: `Bearer ${'0a1b2c3d'.repeat(16)}` },
            { name: 'content-type', value: 'application/json' },
            { name: 'user-agent', value: 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36' },
          ],
          postData: { mimeType: 'application/json', text: '{"amount":3}' },
        },
        response: {
          status: 403,
          httpVersion: 'http/2.0',
          headers: [
            { name: 'content-type', value: 'application/json' },
            { name: 'server', value: 'nginx' },
          ],
          content: { mimeType: 'application/json', text: '{"message":"You lack the role order-admin"}' },
        },
      },
    ],
  },
};

/** Milliseconds of one run of Node with these words. */
function time(words, expected) {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  if (status !== expected) throw new Error(`node ${words.join(' ')} ended with ${status}: ${stderr}`);
  return ms;
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const folder = mkdtempSync(join(tmpdir(), 'why403-bench-'));
try {
  const har = join(folder, 'one.har');
  writeFileSync(har, JSON.stringify(HAR));
  const runs = { node: ['-e', '0'], version: [bin, '--version'], diagnosis: [bin, '--no-send', har] };
  const times = { node: [], version: [], diagnosis: [] };
  // one round is not counted: it fills the file cache and V8's
  for (let round = -1; round < ROUNDS; round++)
    for (const [name, words] of Object.entries(runs)) {
      const ms = time(words, 0);
      if (round >= 0) times[name].push(ms);
    }
  const base = median(times.node);
  for (const [name, bound] of Object.entries(BOUNDS)) {
    const ratio = median(times[name]) / base;
    const kept = ratio <= bound;
    process.stdout.write(
      `start: ${name} ${median(times[name]).toFixed(0)} ms, node -e 0 ${base.toFixed(0)} ms: ${ratio.toFixed(2)} times (at most ${bound}): ${kept ? 'kept' : 'NOT KEPT'}\n`,
    );
    if (!kept) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
