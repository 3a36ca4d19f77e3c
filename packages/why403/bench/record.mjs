// How much longer a command takes behind the recorder (`why403 -- COMMAND`): the command's own time, from its start to its end, with
// and without it, alternately. The shortest of all runs is compared: what else the machine does only adds to it. What why403 itself
// needs around the command is told beside, without a bound, and so is curl over TLS to this machine: it does nothing but one handshake,
// and behind the recorder there are two. A server that is 20 ms away stands for a near one on the Internet.
// Ends with 1 where a bound is not kept.
//   node packages/why403/bench/record.mjs [rounds]
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What one run differs from the next. */
const NOISE = 1.05;
const BOUNDS = { 'curl in clear': 1.3, 'curl, TLS, 20 ms away': 1.3, git: 1.1, npm: 1.1 };
const ROUNDS = Number(process.argv[2] ?? 15);
const bin = fileURLToPath(new URL('../bin/why403.js', import.meta.url));
if (!existsSync(fileURLToPath(new URL('../dist/main.js', import.meta.url)))) {
  process.stderr.write('record: the command is not built; run npm run build first.\n');
  process.exit(2);
}
const lacks = ['curl', 'git', 'npm', 'openssl'].filter((name) => spawnSync(name, ['version']).error);
if (lacks.length > 0) {
  process.stdout.write(`record: not measured, ${lacks.join(', ')} is not installed\n`);
  process.exit(0);
}

const folder = mkdtempSync(join(tmpdir(), 'why403-bench-record-'));
const at = (name) => join(folder, name);
const openssl = (...words) => execFileSync('openssl', words, { stdio: 'ignore' });
const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
openssl('req', '-x509', ...ec, '-keyout', at('ca.key'), '-out', at('ca.pem'), '-days', '2', '-subj', '/CN=Bench CA');
openssl('req', ...ec, '-keyout', at('key.pem'), '-out', at('csr.pem'), '-subj', '/CN=localhost');
writeFileSync(at('names'), 'subjectAltName=DNS:localhost\n');
const signer = ['-CA', at('ca.pem'), '-CAkey', at('ca.key'), '-CAcreateserial', '-extfile', at('names')];
openssl('x509', '-req', '-in', at('csr.pem'), ...signer, '-out', at('cert.pem'), '-days', '2');

execFileSync('git', ['init', '-q', '--bare', at('repo.git')]);
/** Git's own server lists the repository; all else is refused. */
const answer = (request, response) => {
  const url = new URL(request.url, 'http://localhost');
  if (url.pathname.startsWith('/repo.git/')) return listRepository(url, request, response);
  response.writeHead(403, { 'Content-Type': 'text/plain' });
  response.end('You do not have permission.\n');
};
function listRepository(url, request, response) {
  const child = spawn('git', ['http-backend'], {
    env: {
      PATH: process.env.PATH,
      GIT_PROJECT_ROOT: folder,
      GIT_HTTP_EXPORT_ALL: '1',
      PATH_INFO: url.pathname,
      QUERY_STRING: url.search.slice(1),
      REQUEST_METHOD: request.method,
      GIT_PROTOCOL: request.headers['git-protocol'] ?? '',
      CONTENT_TYPE: request.headers['content-type'] ?? '',
    },
  });
  request.pipe(child.stdin);
  const pieces = [];
  child.stdout.on('data', (bytes) => pieces.push(bytes));
  child.on('close', () => {
    const bytes = Buffer.concat(pieces);
    const end = bytes.indexOf('\r\n\r\n');
    for (const line of bytes.toString('latin1', 0, end).split('\r\n')) response.setHeader(...line.split(': '));
    response.end(bytes.subarray(end + 4));
  });
}
const listen = (server) => new Promise((done) => server.listen(0, '127.0.0.1', () => done(server.address().port)));
const plain = await listen(http.createServer(answer));
const secure = await listen(
  https.createServer({ key: readFileSync(at('key.pem')), cert: readFileSync(at('cert.pem')) }, answer),
);

const AWAY = 10;
/** The same server as if it were far: what passes takes its time, each way. */
const far = await listen(
  net.createServer((client) => {
    const server = net.connect(secure, '127.0.0.1');
    for (const [from, to] of [
      [client, server],
      [server, client],
    ])
      from
        .on('data', (bytes) => setTimeout(() => to.destroyed || to.write(bytes), AWAY))
        .on('end', () => setTimeout(() => to.end(), AWAY))
        .on('error', () => to.destroy());
  }),
);

const ca = at('ca.pem');
const env = {
  PATH: process.env.PATH,
  HOME: folder,
  XDG_STATE_HOME: folder,
  CURL_CA_BUNDLE: ca,
  GIT_SSL_CAINFO: ca,
  NODE_EXTRA_CA_CERTS: ca,
};
const COMMANDS = {
  'curl in clear': ['curl', '-s', `http://localhost:${plain}/x`],
  'curl over TLS': ['curl', '-s', `https://localhost:${secure}/x`],
  'curl, TLS, 20 ms away': ['curl', '-s', `https://localhost:${far}/x`],
  git: ['git', 'ls-remote', `https://localhost:${secure}/repo.git`],
  npm: ['npm', 'view', 'x', '--registry', `http://localhost:${plain}/`, '--no-update-notifier'],
};

// the command's own time is taken by a program that starts it, as why403 would
writeFileSync(
  at('time.sh'),
  'from=$(date +%s%N); "$@" >/dev/null 2>&1; to=$(date +%s%N); echo "$(( (to - from) / 1000 ))" >"$TIME_FILE"\n',
);

/** Milliseconds of the command itself, and of all of it. */
function time(words) {
  const started = performance.now();
  rmSync(at('time'), { force: true });
  return new Promise((done, fail) => {
    const child = spawn(words[0], words.slice(1), { env: { ...env, TIME_FILE: at('time') }, stdio: 'ignore' });
    child.once('error', fail);
    child.once('close', () =>
      done({ own: Number(readFileSync(at('time'), 'utf8')) / 1000, all: performance.now() - started }),
    );
  });
}

const least = (list) => Math.min(...list);
let kept = true;
for (const [name, command] of Object.entries(COMMANDS)) {
  const timed = ['sh', at('time.sh'), ...command];
  const runs = { without: [], recorded: [] };
  for (let round = -1; round < ROUNDS; round++) {
    const without = await time(timed);
    const recorded = await time([process.execPath, bin, '--', ...timed]);
    // the first of each fills caches
    if (round < 0) continue;
    runs.without.push(without);
    runs.recorded.push(recorded);
  }
  const own = (list) => least(list.map((one) => one.own));
  const ratio = own(runs.recorded) / own(runs.without);
  const more = least(runs.recorded.map((one) => one.all - one.own));
  const bound = BOUNDS[name];
  const ok = bound === undefined || ratio <= bound * NOISE;
  kept &&= ok;
  const times = `${own(runs.without).toFixed(1).padStart(7)} ms, recorded ${own(runs.recorded).toFixed(1).padStart(7)} ms`;
  const limit = bound === undefined ? '' : ` (at most ${bound})${ok ? '' : '  NOT KEPT'}`;
  const added = (own(runs.recorded) - own(runs.without)).toFixed(1);
  process.stdout.write(
    `${name.padEnd(21)} ${times}: ×${ratio.toFixed(2)}, ${added} ms more${limit}; around it ${more.toFixed(0)} ms\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
process.exit(kept ? 0 : 1);
