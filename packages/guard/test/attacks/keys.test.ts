import { createHmac, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { authenticated, bearer, createGuard } from '../../src/index.ts';
import { node } from '../../src/node.ts';
import { listen } from '../contract/listen.ts';
import { send } from '../contract/suite.ts';

const AUDIENCE = 'https://api.example';
const START = Date.UTC(2026, 0, 2);
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ec2 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const ed = generateKeyPairSync('ed25519');
const jwk = (key: typeof ec.publicKey, more: object): JsonWebKey => ({ ...key.export({ format: 'jwk' }), ...more });
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A JWT signed as its header says, or as it does not. */
function token(header: Record<string, unknown>, key: typeof ec.privateKey | string, claims: object = {}): string {
  const data = `${part(header)}.${part({ sub: '7', aud: AUDIENCE, exp: START / 1000 + 86_400, ...claims })}`;
  const signature =
    typeof key === 'string'
      ? createHmac('sha256', key).update(data).digest('base64url')
      : sign(key.asymmetricKeyType === 'ed25519' ? null : 'sha256', Buffer.from(data), {
          key,
          dsaEncoding: 'ieee-p1363',
        }).toString('base64url');
  return `${data}.${signature}`;
}

/** An issuer whose key set the test changes, and a guarded server that believes it. */
async function serveIssuer(keys: readonly JsonWebKey[]) {
  const state = { keys, status: 200, asked: 0, now: START };
  const issuer = await listen(
    createServer((_req, res) => {
      state.asked++;
      res.statusCode = state.status;
      res.end(JSON.stringify({ keys: state.keys }));
    }),
  );
  const core = createGuard({
    authenticate: bearer({ issuer: issuer.origin, audience: AUDIENCE, jwks: `${issuer.origin}/keys` }),
    now: () => state.now,
    onFault: () => undefined,
  });
  const served = await listen(createServer(node(core)(authenticated(), (_req, res) => res.end('allowed'))));
  onTestFinished(async () => {
    await served.close();
    await issuer.close();
  });
  const ask = async (text: string) =>
    (await send(served.origin, { headers: { authorization: `Bearer ${text}` } })).status;
  const make = (header: Record<string, unknown>, key: typeof ec.privateKey | string) =>
    token(header, key, { iss: issuer.origin });
  return { state, ask, make };
}

test('a token that is remembered ends when its key leaves the set, and others stay', async () => {
  const { state, ask, make } = await serveIssuer([jwk(ec.publicKey, { kid: 'a' }), jwk(ec2.publicKey, { kid: 'b' })]);
  const first = make({ alg: 'ES256', kid: 'a' }, ec.privateKey);
  const second = make({ alg: 'ES256', kid: 'b' }, ec2.privateKey);
  for (let at = 0; at < 4; at++) expect([await ask(first), await ask(second)]).toEqual([200, 200]);
  state.keys = [jwk(ec2.publicKey, { kid: 'b' })];
  state.now += 601_000;
  expect([await ask(first), await ask(second)]).toEqual([401, 200]);
  expect([await ask(first), await ask(second)]).toEqual([401, 200]);
  expect(state.asked).toBe(2);
});

test('with traffic the set is fetched again beside a request, which does not wait', async () => {
  const { state, ask, make } = await serveIssuer([jwk(ec.publicKey, { kid: 'a' })]);
  const good = make({ alg: 'ES256', kid: 'a' }, ec.privateKey);
  for (let at = 0; at < 3; at++) await ask(good);
  state.keys = [];
  state.now += 301_000;
  expect(await ask(good)).toBe(200);
  await expect.poll(() => ask(good)).toBe(401);
  expect(state.asked).toBe(2);
});

test('a key of the same id with another value is another key', async () => {
  const { state, ask, make } = await serveIssuer([jwk(ec.publicKey, { kid: 'a' })]);
  const good = make({ alg: 'ES256', kid: 'a' }, ec.privateKey);
  for (let at = 0; at < 3; at++) expect(await ask(good)).toBe(200);
  state.keys = [jwk(ec2.publicKey, { kid: 'a' })];
  state.now += 601_000;
  expect(await ask(good)).toBe(401);
  expect(await ask(make({ alg: 'ES256', kid: 'a' }, ec2.privateKey))).toBe(200);
});

test('an issuer that is down for a moment at the start costs a moment, not half a minute', async () => {
  const { state, ask, make } = await serveIssuer([jwk(ec.publicKey, { kid: 'a' })]);
  const good = make({ alg: 'ES256', kid: 'a' }, ec.privateKey);
  state.status = 500;
  expect(await ask(good)).toBe(503);
  expect(await ask(good)).toBe(503);
  expect(state.asked).toBe(1);
  state.now += 250;
  expect(await ask(good)).toBe(503);
  state.now += 499;
  expect(await ask(good)).toBe(503);
  expect(state.asked).toBe(2);
  state.status = 200;
  state.now += 1;
  expect(await ask(good)).toBe(200);
});

test('the longer an issuer is down, the less it is asked, and at least twice a minute', async () => {
  const { state, ask, make } = await serveIssuer([jwk(ec.publicKey, { kid: 'a' })]);
  const good = make({ alg: 'ES256', kid: 'a' }, ec.privateKey);
  state.status = 500;
  const counts: number[] = [];
  for (let second = 0; second <= 120; second++) {
    expect(await ask(good)).toBe(503);
    if (second % 30 === 0) counts.push(state.asked);
    state.now += 1000;
  }
  expect(counts).toEqual([1, 7, 8, 9, 10]);
});

test('forged key ids drive no fetches, and a wrong one is no fault of the server', async () => {
  const { state, ask, make } = await serveIssuer([jwk(ec.publicKey, { kid: 'a' })]);
  await ask(make({ alg: 'ES256', kid: 'a' }, ec.privateKey));
  for (let at = 0; at < 50; at++) {
    expect(await ask(make({ alg: 'ES256', kid: `forged ${at}` }, ec2.privateKey))).toBe(401);
  }
  expect(state.asked).toBe(1);
});

const keySet = [
  jwk(ec.publicKey, { kid: 'sig', use: 'sig' }),
  jwk(ec2.publicKey, { kid: 'enc', use: 'enc' }),
  jwk(ed.publicKey, { kid: 'ed' }),
  { kty: 'RSA', kid: 'broken', n: 'x', e: 'x' },
  { kty: 'oct', k: Buffer.alloc(32, 7).toString('base64url'), kid: 'secret' },
  { kty: 'OKP', crv: 'X25519', x: 'hSDwCYkwp1R0i33ctD73Wg2_Og0mOBr066SpjqqbTmo', kid: 'agreement' },
];

test.each<[string, Record<string, unknown>, typeof ec.privateKey | string, number]>([
  ['the signing key', { alg: 'ES256', kid: 'sig' }, ec.privateKey, 200],
  ['the encryption key', { alg: 'ES256', kid: 'enc' }, ec2.privateKey, 401],
  ['EdDSA by its old name', { alg: 'EdDSA', kid: 'ed' }, ed.privateKey, 200],
  ['EdDSA by its own name', { alg: 'Ed25519', kid: 'ed' }, ed.privateKey, 200],
  ['a curve that is not the key’s', { alg: 'Ed448', kid: 'ed' }, ed.privateKey, 401],
  ['the public key as a secret', { alg: 'HS256', kid: 'sig' }, JSON.stringify(keySet[0]), 401],
  ['the secret that was published', { alg: 'HS256', kid: 'secret' }, Buffer.alloc(32, 7).toString('latin1'), 401],
  ['no algorithm', { alg: 'none', kid: 'sig' }, '', 401],
  ['an algorithm of another key', { alg: 'EdDSA', kid: 'sig' }, ec.privateKey, 401],
  ['an algorithm that is no text', { alg: ['ES256'], kid: 'sig' }, ec.privateKey, 401],
  ['an algorithm in small letters', { alg: 'es256', kid: 'sig' }, ec.privateKey, 401],
  ['a key id that is no text', { alg: 'ES256', kid: 7 }, ec.privateKey, 401],
  ['no key id', { alg: 'ES256' }, ec.privateKey, 200],
  ['a key that it brings along', { alg: 'ES256', jwk: jwk(ec2.publicKey, {}) }, ec2.privateKey, 401],
  ['an extension that it demands', { alg: 'ES256', kid: 'sig', crit: ['b64'], b64: false }, ec.privateKey, 401],
  ['an empty list of extensions', { alg: 'ES256', kid: 'sig', crit: [] }, ec.privateKey, 401],
])('of a set with keys of all kinds, a token with %s', async (_name, header, key, status) => {
  const published = await serveIssuer(keySet);
  expect(await published.ask(published.make(header, key))).toBe(status);
  const text = token(header, key, { iss: 'https://issuer.example' });
  const fixed = createGuard({
    authenticate: bearer({ issuer: 'https://issuer.example', audience: AUDIENCE, jwks: { keys: keySet.slice(0, 3) } }),
    now: () => START,
  });
  const served = await listen(createServer(node(fixed)(authenticated(), (_req, res) => res.end())));
  onTestFinished(async () => {
    await served.close();
  });
  expect((await send(served.origin, { headers: { authorization: `Bearer ${text}` } })).status).toBe(status);
});

test('a set that is given with no key to verify with is refused at the start', () => {
  const make = (keys: readonly JsonWebKey[]) => () =>
    bearer({ issuer: 'https://a.example', audience: 'x', jwks: { keys } });
  expect(make([])).toThrow('the option jwks holds no key');
  expect(make([keySet[1]!, keySet[3]!, keySet[5]!])).toThrow('the option jwks holds no key');
  expect(make(keySet.slice(0, 4))).not.toThrow();
});
