// Requests a second and p99 of whole servers: nothing, the guard, and the packages that people compose today, in one
// run, the rounds of all taken in turns, so that what else the machine does falls on all alike.
import { fork } from 'node:child_process';
import autocannon from 'autocannon';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 1);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const STACKS = {
  node: ['nothing', 'guard'],
  express: ['nothing', 'guard', 'peers'],
  fastify: ['nothing', 'guard', 'peers'],
  hono: ['nothing', 'guard', 'peers'],
};
const PEERS = {
  express: 'express-ipfilter + express-rate-limit + express-jwt + csrf-csrf + CASL',
  fastify: 'net.BlockList + @fastify/rate-limit + @fastify/jwt + @fastify/csrf-protection + CASL',
  hono: 'hono/ip-restriction + hono-rate-limiter + hono/jwt + hono/csrf (origin only) + CASL',
};

const start = (framework, stack) =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./lib/server.mjs', import.meta.url), [framework, stack]);
    child.once('message', ({ port }) => resolve({ child, url: `http://127.0.0.1:${port}/` }));
    child.once('exit', (code) => reject(new Error(`${framework} ${stack} ended with ${code}`)));
  });

/** Microseconds of processor time that a server has used. */
const cpuOf = (child) =>
  new Promise((resolve) => {
    child.once('message', resolve);
    child.send('cpu');
  });

/** One round: all requests must be allowed, or the figures would compare refusals. */
async function load({ url, child }, seconds) {
  const page = await fetch(url);
  const headers = await page.json();
  const cookies = page.headers.getSetCookie().map((line) => line.split(';')[0]);
  if (cookies.length > 0) headers.cookie = cookies.join('; ');
  const before = await cpuOf(child);
  const result = await autocannon({ url, method: 'POST', headers, connections: 20, duration: seconds });
  const cpu = (await cpuOf(child)) - before;
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} failed`);
  return { rate: result.requests.average, p99: result.latency.p99, cpu: cpu / result.requests.total };
}

console.log(
  `POST with a JWT seen before, scope, CSRF, 50 address ranges, rate limit, flag, ability; the best of ${ROUNDS} rounds of ${SECONDS} s`,
);
const ONLY = process.env.BENCH_FRAMEWORKS?.split(',') ?? Object.keys(STACKS);
for (const [framework, stacks] of Object.entries(STACKS).filter(([name]) => ONLY.includes(name))) {
  const running = await Promise.all(
    stacks.map(async (stack) => ({ stack, ...(await start(framework, stack)), seen: [] })),
  );
  for (const one of running) await load(one, 1);
  for (let round = 0; round < ROUNDS; round++) for (const one of running) one.seen.push(await load(one, SECONDS));
  for (const { child } of running) child.disconnect();
  // The best round of each: what else runs on the machine only ever takes away.
  const rate = (one) => Math.max(...one.seen.map((round) => round.rate));
  const cpu = (one) => Math.min(...one.seen.map((round) => round.cpu));
  const base = { rate: rate(running[0]), cpu: cpu(running[0]) };
  if (PEERS[framework]) console.log(`${framework}: peers are ${PEERS[framework]}`);
  for (const one of running) {
    console.log(
      [
        `${framework} ${one.stack}`.padEnd(18),
        `${Math.round(rate(one))} requests/s`.padStart(18),
        `p99 ${Math.min(...one.seen.map((round) => round.p99))} ms`.padStart(12),
        `${(rate(one) / base.rate).toFixed(2)} × nothing`.padStart(16),
        `${(cpu(one) - base.cpu).toFixed(1)} µs of processor added, ${(cpu(one) / base.cpu).toFixed(2)} ×`.padStart(44),
      ].join(''),
    );
  }
  const [nothing, guard, peers] = running.map(cpu);
  if (peers !== undefined && guard - nothing > (peers - nothing) / 2) {
    console.error(`${framework}: the guard costs more than half of what the composed packages cost`);
    process.exitCode = 1;
  }
}
