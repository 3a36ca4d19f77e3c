// What one decision costs, without a server: the whole requirement with a token seen before and with fresh ones, and
// as a ratio to one HMAC-SHA256 of a token's length, which is the same on any machine.
import { createHmac, createSecretKey } from 'node:crypto';
import { NODE_READER } from '../dist/node-request.js';
import { csrfTokens } from '../dist/requirements/csrf-token.js';
import { core, everything } from './lib/guarded.mjs';
import { CSRF_KEY, makeToken, median, SECRET } from './lib/material.mjs';

const csrf = csrfTokens(CSRF_KEY, 43_200).make('session 7', Date.now() / 1000);
const socket = { remoteAddress: '127.0.0.1', encrypted: false };
/** As a parser leaves it: one flat string, not one that is still to be put together. */
const flat = (text) => Buffer.from(text).toString('latin1');
const cookie = flat(`__Host-csrf=${csrf}`);
const request = (authorization) => ({
  method: 'POST',
  url: '/api/posts/7',
  socket,
  headers: { host: 'api.example', authorization, cookie, 'x-csrf-token': csrf },
});

const COUNT = 20_000;
const seen = flat(`Bearer ${makeToken()}`);
let fresh = [];
const key = createSecretKey(Buffer.from(SECRET));
const data = seen.slice(0, seen.lastIndexOf('.'));

function time(work) {
  const start = process.hrtime.bigint();
  for (let at = 0; at < COUNT; at++) work(at);
  return Number(process.hrtime.bigint() - start) / 1000 / COUNT;
}

function allowed(decision) {
  if (decision.allowed !== true) throw new Error(`refused: ${decision.denial.because}`);
}

const kinds = {
  'one HMAC-SHA256': () => createHmac('sha256', key).update(data).digest('base64url'),
  'a token seen before': () => allowed(core.decide(NODE_READER, request(seen), everything)),
  'a fresh HS256 token': (at) => allowed(core.decide(NODE_READER, request(fresh[at]), everything)),
};
const times = Object.fromEntries(Object.keys(kinds).map((name) => [name, []]));
for (let round = 0; round < 7; round++) {
  // Tokens that no round before has seen.
  fresh = Array.from({ length: COUNT }, (_, at) => flat(`Bearer ${makeToken(round * COUNT + at, 'session 7')}`));
  for (const [name, work] of Object.entries(kinds)) times[name].push(time(work));
}

const hmac = median(times['one HMAC-SHA256']);
console.log('scope + CSRF + 50 address ranges + rate limit + flag + ability, decided in process; medians of 7');
for (const [name, list] of Object.entries(times)) {
  const micros = median(list);
  console.log(`${name.padEnd(22)}${micros.toFixed(2).padStart(8)} µs   ${(micros / hmac).toFixed(2)} × one HMAC`);
}

// Bounds in HMACs, which hold on any machine: goals are about 3 and 4.5, the rest is for a busy one.
const bounds = { 'a token seen before': 3, 'a fresh HS256 token': 9 };
for (const [name, most] of Object.entries(bounds)) {
  if (median(times[name]) <= most * hmac) continue;
  console.error(`${name} costs more than ${most} HMACs`);
  process.exitCode = 1;
}
