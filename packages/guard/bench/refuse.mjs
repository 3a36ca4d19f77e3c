// What a refused request costs the server, in process: an ordinary stranger's, one beyond a limit, and requests that were
// made to cost more. Each is compared with the ordinary one of the same run, and with itself at half its length.
import { createHmac, createSecretKey } from 'node:crypto';
import { authenticated, bearer, createGuard, csrf, owner, rateLimit, role, session } from '@why403/guard';
import { NODE_READER } from '../dist/node-request.js';
import { AUDIENCE, CSRF_KEY, ISSUER, makeToken, median, SECRET } from './lib/material.mjs';

const part = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
const head = part({ alg: 'HS256', typ: 'JWT' });
/** As a parser leaves it: one flat string, not one that is still to be put together. */
const flat = (text) => Buffer.from(text).toString('latin1');
const forged = (header, claims) =>
  flat(`Bearer ${header}.${part({ aud: AUDIENCE, sub: '7', exp: 9e9, iss: ISSUER, ...claims })}.${'A'.repeat(43)}`);
const nested = (length) => '['.repeat(length / 2) + ']'.repeat(length / 2);
const fill = (text, length) => text.repeat(Math.ceil(length / text.length)).slice(0, length);

const authenticate = [
  bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET }),
  session({ cookie: '__Host-sid', find: (id) => (id === '7' ? { subject: '7' } : undefined) }),
];
const make = (more = {}) => createGuard({ authenticate, onFault: () => undefined, ...more });
const guards = { plain: make(), told: make({ disclose: 'full' }), behind: make({ trustProxies: 1 }) };
const limit = rateLimit({ limit: 1, windowSeconds: 3600 });
const protect = csrf({ keys: CSRF_KEY });
const ordinary = authenticated();
const known = { authorization: flat(`Bearer ${makeToken()}`) };

/** Each by its length: the request, and what is demanded of it where that is not a caller. */
const kinds = {
  'beyond a limit': () => ({ demand: limit }),
  'known, without a role': () => ({ headers: known, demand: role('admin') }),
  hidden: () => ({ headers: known, demand: owner(() => ({ ownerId: '9' })) }),
  'a path of letters': (n) => ({ url: `/${fill('a', n)}` }),
  'a path of dots and letters': (n) => ({ url: `/${fill('abcdefgh.', n)}` }),
  'a path of segments': (n) => ({ url: fill('/a', n) }),
  'a path of blanks': (n) => ({ url: `/${fill('%20', n)}` }),
  'a query of names': (n) => ({ url: `/?${fill('a=b&', n)}` }),
  'a path, all told': (n) => ({ url: `/${fill('a1', n)}`, guard: guards.told }),
  'a token with a long issuer': (n) => ({ headers: { authorization: forged(head, { iss: fill('a1b.', n / 2) }) } }),
  'such a token, all told': (n) => ({
    headers: { authorization: forged(head, { iss: fill('a1b.', n / 2) }) },
    guard: guards.told,
  }),
  'a token with a long key id': (n) => ({
    headers: { authorization: forged(part({ alg: 'HS256', kid: fill('k', n / 2) }), {}) },
  }),
  'a token with a long audience': (n) => ({ headers: { authorization: forged(head, { aud: fill('a.', n / 2) }) } }),
  'a token with many audiences': (n) => ({
    headers: { authorization: forged(head, { aud: Array(n >> 3).fill('a') }) },
  }),
  'a token of brackets': (n) => ({ headers: { authorization: flat(`Bearer ${head}.${part(nested(n / 2))}.A`) } }),
  'a token that nests': (n) => ({ headers: { authorization: forged(head, { iss: JSON.parse(nested(n >> 2)) }) } }),
  'a token of letters': (n) => ({ headers: { authorization: flat(`Bearer ${fill('a', n)}`) } }),
  'a token of dots': (n) => ({ headers: { authorization: flat(`Bearer ${fill('.', n)}`) } }),
  'a token with a wrong signature': () => ({ headers: { authorization: forged(head, {}) } }),
  'a cookie of pairs': (n) => ({ headers: { cookie: fill('a=b; ', n) } }),
  'a cookie of near names': (n) => ({ headers: { cookie: fill('__Host-si=1;', n) } }),
  'a cookie of blanks': (n) => ({ headers: { cookie: `${fill(' ', n)}=` } }),
  'a cookie of one name': (n) => ({ headers: { cookie: fill('__Host-sid=x;', n) } }),
  'an Accept of commas': (n) => ({ headers: { accept: fill('a/b,', n) } }),
  'an Origin': (n) => ({ method: 'POST', headers: { origin: `https://${fill('a.', n)}` }, demand: protect }),
  'a CSRF token': (n) => ({
    method: 'POST',
    headers: { cookie: `__Host-csrf=${fill('a.', n)}`, 'x-csrf-token': fill('a.', n) },
    demand: protect,
  }),
  'X-Forwarded-For': (n) => ({ headers: { 'x-forwarded-for': fill('1.2.3.4, ', n) }, guard: guards.behind }),
  'a method': (n) => ({ method: fill('A', n) }),
};

const COUNT = 3000;
let address = 0;
function refuse({ guard = guards.plain, url = '/', method = 'GET', headers = {}, demand = ordinary }) {
  const start = process.hrtime.bigint();
  for (let at = 0; at < COUNT; at++) {
    // Each from another address, as in a flood; those beyond a limit from one.
    if (demand !== limit) address = (address + 1) & 0xffff;
    const remoteAddress = `10.0.${address >> 8}.${address & 255}`;
    const request = { method, url, socket: { remoteAddress }, headers: { host: 'api.example', ...headers } };
    const decision = guard.decide(NODE_READER, request, demand);
    if (decision.allowed !== false && !(demand === limit && at === 0)) throw new Error('not refused at once');
  }
  return Number(process.hrtime.bigint() - start) / 1000 / COUNT;
}

const key = createSecretKey(Buffer.from(SECRET));
const data = makeToken();
function hmac() {
  const start = process.hrtime.bigint();
  for (let at = 0; at < COUNT; at++) createHmac('sha256', key).update(data).digest('base64url');
  return Number(process.hrtime.bigint() - start) / 1000 / COUNT;
}

const LONG = 4000;
const times = { hmac: [], ordinary: [] };
for (const name of Object.keys(kinds)) times[name] = { long: [], half: [] };
for (let round = 0; round < 6; round++) {
  times.hmac.push(hmac());
  times.ordinary.push(refuse({}));
  for (const [name, request] of Object.entries(kinds)) {
    const seen = { half: refuse(request(LONG / 2)), long: refuse(request(LONG)) };
    // The first round warms up.
    if (round > 0) for (const length of ['half', 'long']) times[name][length].push(seen[length]);
  }
}

const base = median(times.ordinary);
const one = median(times.hmac);
console.log(`a refused stranger: ${base.toFixed(2)} µs, ${(base / one).toFixed(2)} × one HMAC-SHA256 of a token`);
const failures = [];
for (const name of Object.keys(kinds)) {
  const [long, half] = [Math.min(...times[name].long), Math.min(...times[name].half)];
  const figures = [
    `${long.toFixed(2)} µs`,
    `${(long / base).toFixed(2)} × ordinary`,
    `${(long / half).toFixed(2)} × half its length`,
  ];
  console.log(name.padEnd(34) + figures.map((text) => text.padStart(24)).join(''));
  // A forged signature costs its own HMAC; nothing that was made to cost more may cost more than a dozen.
  if (long > 14 * one && long > 50) failures.push(`${name}: ${(long / one).toFixed(1)} HMACs`);
  if (long > 2.8 * half && long > 2 * base) failures.push(`${name} is not linear`);
}
const limited = Math.min(...times['beyond a limit'].long);
if (limited > 1.5 * base) failures.push('beyond a limit costs more than an ordinary refusal');
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exitCode = 1;
