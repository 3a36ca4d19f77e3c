// Recordings that are large in number: a HAR of 60,000 short entries, every second one refused and no two alike, and entries of
// very many fields and headers. Processor time as a multiple of that of JSON.parse of the same file in the same run, and memory.
// The bound of memory is that of all reading, 256 MiB; what an engine needs for one body of 10 MiB alone is told beside it.
//   node packages/why403/bench/recordings.mjs [part of a kind]
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ENTRIES = 60_000;
const here = (file) => fileURLToPath(new URL(file, import.meta.url));
if (!existsSync(here('../dist/main.js'))) {
  process.stderr.write('recordings: the command is not built; run npm run build first.\n');
  process.exit(2);
}

// The same file every time: a small generator of pseudo-random numbers (mulberry32).
let state = 403;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const hex = (length) => Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');
const pairs = (list) => list.map(([name, value]) => ({ name, value }));

const entry = ({
  status = 403,
  url = 'https://app.example/x',
  sent = [],
  body,
  got = [],
  text = '{"error":"forbidden"}',
}) =>
  JSON.stringify({
    startedDateTime: '2026-01-01T00:00:00Z',
    time: 3,
    request: {
      method: body === undefined ? 'GET' : 'POST',
      url,
      httpVersion: 'HTTP/1.1',
      headers: pairs([['Host', 'app.example'], ...sent]),
      ...(body !== undefined && { postData: { mimeType: 'application/json', text: body } }),
    },
    response: {
      status,
      headers: pairs([['Content-Type', 'application/json'], ...got]),
      content: { mimeType: 'application/json', text },
    },
  });

function* many() {
  for (let i = 0; i < ENTRIES; i++) {
    const isRefused = i % 2 === 0;
    yield entry({
      status: isRefused ? 403 : 200,
      url: `https://app.example/api/r${i % 997}/${hex(8)}?page=${i}&k=${hex(24)}`,
      sent: [
        ['Authorization', `Bearer ${hex(60)}`],
        ['Cookie', `session=${hex(64)}; theme=dark`],
      ],
      body: JSON.stringify({ a: hex(20), b: i }),
      got: [['Set-Cookie', `s=${hex(40)}; Path=/`]],
      text: JSON.stringify(
        isRefused ? { error: 'forbidden', id: hex(16), message: `no order ${i}` } : { token: hex(32) },
      ),
    });
  }
}

const fields = (n) => JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, i) => [`k${i}`, hex(10)])));
/** Entries of a kind, the multiple of JSON.parse that they may take, and MiB. The multiple is large: 200 are judged, and every value is learned. */
const KINDS = {
  'many entries': { entries: many, times: 60, memory: 256 },
  'many headers': {
    entries: () => [entry({ sent: Array.from({ length: 100_000 }, (_, i) => [`X-A${i}`, hex(10)]) }), entry({})],
    times: 60,
    memory: 256,
  },
  'many fields of a request': {
    entries: () => [entry({ status: 200, body: fields(200_000), text: '{"ok":true}' }), entry({})],
    times: 60,
    memory: 256,
  },
};

const folder = mkdtempSync(join(tmpdir(), 'why403-bench-'));
const probe = join(folder, 'probe.mjs');
const said = "process.stderr.write('took ' + (user + system) / 1e6 + ' peak ' + kib + '\\n');";
writeFileSync(
  probe,
  `import { readFileSync } from 'node:fs';
process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  let kib = process.resourceUsage().maxRSS;
  try { kib = Number(/VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]); } catch {}
  ${said}
});`,
);

function run(words) {
  const { status, stderr } = spawnSync(process.execPath, ['--import', pathToFileURL(probe).href, ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const [, took, peak] = /took (\S+) peak (\d+)/.exec(stderr) ?? [];
  if (took === undefined || status === null || status > 1)
    throw new Error(`ended with ${status}: ${stderr.slice(0, 500)}`);
  return { took: Number(took), peak: Number(peak) / 1024 };
}

try {
  for (const [kind, { entries, times, memory }] of Object.entries(KINDS)) {
    if (process.argv[2] && !kind.includes(process.argv[2])) continue;
    const file = join(folder, 'large.har');
    const out = openSync(file, 'w');
    writeSync(out, '{"log":{"version":"1.2","creator":{"name":"bench","version":"1"},"entries":[');
    let first = true;
    for (const one of entries()) {
      writeSync(out, `${first ? '' : ','}${one}`);
      first = false;
    }
    writeSync(out, ']}}');
    closeSync(out);
    const parsed = run(['-e', `JSON.parse(require('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`]);
    const own = run([here('../bin/why403.js'), '--no-send', file]);
    const ratio = own.took / parsed.took;
    const kept = ratio <= times && own.peak <= memory;
    process.stdout.write(
      `recordings: ${kind} ${own.took.toFixed(2)} s, JSON.parse ${parsed.took.toFixed(2)} s: ${ratio.toFixed(1)} times (at most ${times}); peak ${own.peak.toFixed(0)} MiB (at most ${memory}): ${kept ? 'kept' : 'NOT KEPT'}\n`,
    );
    if (!kept) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
