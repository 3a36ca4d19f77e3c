// Requests a second and p99 of whole servers: nothing, the guard, and the packages that people compose today, as their
// documentation shows them and at their best: keys made once, caches as large as the guard's, Node's own BlockList. For
// one caller and for 20,000, the rounds of all taken in turns, so that what else the machine does falls on all alike.
import { fork } from 'node:child_process';
import { makeRequests, sendLoad } from './lib/load.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 1);
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
const CALLERS = (process.env.BENCH_CALLERS ?? '1,20000').split(',').map(Number);
const STACKS = {
  node: ['nothing', 'guard'],
  express: ['nothing', 'guard', 'as documented', 'express-jwt, KeyObject', 'jose, KeyObject', 'fast-jwt, cache'],
  fastify: ['nothing', 'guard', 'as documented', '@fastify/jwt, cache'],
  hono: ['nothing', 'guard', 'as documented', 'hono/jwt, CryptoKey', 'jose, KeyObject', 'fast-jwt, cache'],
};
const PEERS = {
  express: 'BlockList (express-ipfilter as documented) + express-rate-limit + a JWT + csrf-csrf + CASL',
  fastify: 'BlockList + @fastify/rate-limit + @fastify/jwt + @fastify/csrf-protection + CASL',
  hono: 'BlockList (hono/ip-restriction as documented) + hono-rate-limiter + a JWT + hono/csrf (origin only) + CASL',
};

const start = (framework, stack) =>
  new Promise((resolve, reject) => {
    const child = fork(new URL('./lib/server.mjs', import.meta.url), [framework, stack]);
    child.once('message', ({ port }) => resolve({ child, port }));
    child.once('exit', (code) => reject(new Error(`${framework} ${stack} ended with ${code}`)));
  });

const ask = (child, message) =>
  new Promise((resolve) => {
    child.once('message', resolve);
    child.send(message);
  });

/** One round. `cpu`: microseconds of processor time that the server used for one request. */
async function load({ child, port, requests }, seconds) {
  const before = await ask(child, {});
  const { rate, total, p99 } = await sendLoad(port, requests, seconds);
  return { rate, p99, cpu: ((await ask(child, {})) - before) / total };
}

async function compare(framework, stacks, count) {
  const running = [];
  for (const stack of stacks) {
    const { child, port } = await start(framework, stack);
    const { callers } = await ask(child, { count });
    running.push({ stack, child, port, requests: makeRequests(callers), seen: [] });
  }
  // Each caller twice before it counts: what is remembered, is remembered by then.
  for (const one of running) await load(one, count === 1 ? 1 : 5);
  for (let round = 0; round < ROUNDS; round++) for (const one of running) one.seen.push(await load(one, SECONDS));
  for (const { child } of running) child.disconnect();
  // The best round of each: what else runs on the machine only ever takes away.
  const rate = (one) => Math.max(...one.seen.map((round) => round.rate));
  const cpu = (one) => Math.min(...one.seen.map((round) => round.cpu));
  const [nothing, guard, ...peers] = running;
  for (const one of running) {
    console.log(
      [
        `${framework} ${one.stack}`.padEnd(32),
        `${count} caller${count === 1 ? '' : 's'}`.padStart(14),
        `${Math.round(rate(one))} requests/s`.padStart(18),
        `p99 ${Math.min(...one.seen.map((round) => round.p99)).toFixed(1)} ms`.padStart(13),
        `${(rate(one) / rate(nothing)).toFixed(2)} × nothing`.padStart(16),
        `${(cpu(one) - cpu(nothing)).toFixed(1)} µs of processor added`.padStart(28),
      ].join(''),
    );
  }
  if (peers.length === 0) return;
  const best = peers.reduce((left, right) => (cpu(right) < cpu(left) ? right : left));
  const added = (one) => cpu(one) - cpu(nothing);
  console.log(
    `  ${count} caller${count === 1 ? '' : 's'}: the guard adds ${(added(guard) / added(best)).toFixed(2)} × what the best of its peers adds (${best.stack})\n`,
  );
  if (added(guard) <= added(best)) return;
  console.error(`${framework}: the guard is behind ${best.stack} at ${count} callers`);
  process.exitCode = 1;
}

console.log(
  `POST with a JWT, scope, CSRF, 50 address ranges, rate limit, flag, ability; the best of ${ROUNDS} rounds of ${SECONDS} s`,
);
const ONLY = process.env.BENCH_FRAMEWORKS?.split(',') ?? Object.keys(STACKS);
for (const [framework, stacks] of Object.entries(STACKS).filter(([name]) => ONLY.includes(name))) {
  if (PEERS[framework]) console.log(`${framework}: peers are ${PEERS[framework]}`);
  for (const count of CALLERS) await compare(framework, stacks, count);
}
