// Whether a caller can tell a hidden object from an absent one by the clock: a threshold is learnt from one half of the
// measured times and tried on the other. Advantage 0 is guessing, 1 is knowing; shuffled labels show what chance gives.
import { fork } from 'node:child_process';
import { request } from 'node:http';

const PAIRS = Number(process.env.BENCH_PAIRS ?? 4000);
// A process of its own: in one process the caller would wait for work that the server does after its answer.
const child = fork(new URL('./lib/server.mjs', import.meta.url), ['node', 'hidden']);
const port = await new Promise((resolve) => child.once('message', (message) => resolve(message.port)));

const options = { host: '127.0.0.1', port, headers: { cookie: 'sid=7' } };
const ask = (path) =>
  new Promise((resolve, reject) => {
    const start = process.hrtime.bigint();
    const sent = request({ ...options, path }, (response) => {
      response.resume();
      response.on('end', () => resolve(Number(process.hrtime.bigint() - start)));
    });
    sent.on('error', reject);
    sent.end();
  });

for (let at = 0; at < 500; at++) await ask(at % 2 === 0 ? '/2' : '/9');
const times = [];
for (let at = 0; at < PAIRS; at++) {
  // In random order, so that neither always comes second.
  const paths = Math.random() < 0.5 ? ['/2', '/9'] : ['/9', '/2'];
  for (const path of paths) times.push({ hidden: path === '/2', time: await ask(path) });
}
child.disconnect();

/** Share of hidden ones found minus share of absent ones taken for hidden. */
function advantage(list, threshold, sign) {
  const share = (hidden) => {
    const mine = list.filter((one) => one.hidden === hidden);
    return mine.filter((one) => Math.sign(one.time - threshold) === sign).length / mine.length;
  };
  return share(true) - share(false);
}

function distinguish(list) {
  const training = list.filter((_, at) => at % 2 === 0);
  const trial = list.filter((_, at) => at % 2 === 1);
  const sorted = training.map((one) => one.time).toSorted((a, b) => a - b);
  const candidates = Array.from({ length: 40 }, (_, at) => sorted[Math.floor((sorted.length * (at + 0.5)) / 40)]);
  const best = candidates
    .flatMap((threshold) => [1, -1].map((sign) => ({ threshold, sign, gain: advantage(training, threshold, sign) })))
    .reduce((left, right) => (right.gain > left.gain ? right : left));
  return advantage(trial, best.threshold, best.sign);
}

const shuffled = () => {
  const labels = times.map((one) => one.hidden).toSorted(() => Math.random() - 0.5);
  return times.map((one, at) => ({ ...one, hidden: labels[at] }));
};
const chance = Array.from({ length: 10 }, () => Math.abs(distinguish(shuffled())));
console.log(`hidden against absent, ${PAIRS} requests each on loopback`);
const found = distinguish(times);
const luck = Math.max(...chance);
console.log(`distinguisher's advantage ${found.toFixed(3)}, by chance up to ${luck.toFixed(3)}`);
if (found > luck + 0.05) {
  console.error('a hidden object can be told from an absent one by the clock');
  process.exitCode = 1;
}
