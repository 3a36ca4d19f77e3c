import { createHmac, createSecretKey, generateKeyPairSync, type JsonWebKey, randomBytes } from 'node:crypto';
import { SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { authenticated, type BearerOptions, bearer, GuardError, session } from '../src/index.ts';
import { AUDIENCE, bearerOf, ISSUER, NOW, SECONDS, SECRET, token } from './contract/callers.ts';
import { serve } from './serve.ts';

const base = { issuer: ISSUER, audience: AUDIENCE };
const claims = { iss: ISSUER, aud: AUDIENCE, sub: '7', exp: SECONDS + 600 };
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ed = generateKeyPairSync('ed25519');
const rsaJwk = rsa.publicKey.export({ format: 'jwk' });
const edJwk = ed.publicKey.export({ format: 'jwk' });
const bytes = randomBytes(32);

function serveBearer(options: Partial<BearerOptions>) {
  const authenticate = bearer({ ...base, ...options } as BearerOptions);
  return serve(authenticated(), { authenticate, now: () => NOW, onFault: () => undefined });
}

async function statusOf(key: unknown, alg: string, signer: Parameters<SignJWT['sign']>[0], header: object = {}) {
  const guarded = await serveBearer({ key: key as NonNullable<BearerOptions['key']> });
  const text = await new SignJWT(claims).setProtectedHeader({ alg, ...header }).sign(signer);
  return (await guarded.ask({ authorization: `Bearer ${text}` })).status;
}

test.each<[string, unknown, string, Parameters<SignJWT['sign']>[0], object, number]>([
  ['a JWK for RS256, of RS256', { ...rsaJwk, alg: 'RS256' }, 'RS256', rsa.privateKey, {}, 200],
  ['a JWK for RS256, of PS256', { ...rsaJwk, alg: 'RS256' }, 'PS256', rsa.privateKey, {}, 401],
  ['a JWK for RS256, of RS512', { ...rsaJwk, alg: 'RS256' }, 'RS512', rsa.privateKey, {}, 401],
  ['a JWK for any, of PS256', rsaJwk, 'PS256', rsa.privateKey, {}, 200],
  ['a JWK for Ed25519, of EdDSA', { ...edJwk, alg: 'Ed25519' }, 'EdDSA', ed.privateKey, {}, 200],
  ['a JWK for EdDSA, of EdDSA', { ...edJwk, alg: 'EdDSA' }, 'EdDSA', ed.privateKey, {}, 200],
  ['a JWK that verifies', { ...rsaJwk, key_ops: ['verify'] }, 'RS256', rsa.privateKey, {}, 200],
  ['a JWK whose id is no text', { ...rsaJwk, kid: 7 }, 'RS256', rsa.privateKey, { kid: 'x' }, 200],
  ['a JWK without an id, of a token with one', rsaJwk, 'RS256', rsa.privateKey, { kid: 'x' }, 200],
  ['a JWK of another id', { ...rsaJwk, kid: 'y' }, 'RS256', rsa.privateKey, { kid: 'x' }, 401],
  ['a private key', rsa.privateKey, 'RS256', rsa.privateKey, {}, 200],
  ['a secret of bytes', bytes, 'HS256', bytes, {}, 200],
  ['a secret in a KeyObject', createSecretKey(bytes), 'HS384', bytes, {}, 200],
  ['a secret in a JWK', { kty: 'oct', k: bytes.toString('base64url') }, 'HS256', bytes, {}, 200],
  [
    'a secret in a JWK for HS256, of HS512',
    { kty: 'oct', k: bytes.toString('base64url'), alg: 'HS256' },
    'HS512',
    bytes,
    {},
    401,
  ],
])('a key that is %s', async (_name, key, alg, signer, header, status) => {
  expect(await statusOf(key, alg, signer, header)).toBe(status);
});

test.each<[string, JsonWebKey]>([
  ['a short secret', { kty: 'oct', k: randomBytes(31).toString('base64url') }],
  ['a secret without its value', { kty: 'oct' }],
  ['a key that only signs', { ...rsaJwk, key_ops: ['sign'] } as JsonWebKey],
  ['a key for encryption', { ...rsaJwk, use: 'enc' }],
  ['a key for an algorithm that it is not of', { ...rsaJwk, alg: 'ES256' }],
])('a JWK that is %s is refused at the start', (_name, key) => {
  expect(() => bearer({ ...base, key })).toThrow(GuardError);
  expect(() => bearer({ ...base, jwks: { keys: [key] } })).toThrow(GuardError);
});

test('a short secret in a KeyObject is refused at the start, and algorithms of which one fits are not', () => {
  expect(() => bearer({ ...base, key: createSecretKey(randomBytes(31)) })).toThrow(GuardError);
  expect(() => bearer({ ...base, key: SECRET, algorithms: ['RS256', 'HS256'] })).not.toThrow();
});

test('a token that ends as one that is remembered is another token', async () => {
  const guarded = await serveBearer({ key: SECRET });
  const good = token();
  for (let at = 0; at < 3; at++) expect((await guarded.ask({ authorization: `Bearer ${good}` })).status).toBe(200);
  const [header, , signature] = good.split('.');
  const admin = Buffer.from(JSON.stringify({ ...claims, sub: 'admin' })).toString('base64url');
  const forged = { authorization: `Bearer ${header}.${admin}.${signature}` };
  for (let at = 0; at < 3; at++) expect((await guarded.ask(forged)).denial?.cause).toBe('credentials-invalid');
  expect(guarded.callers.map((caller) => caller?.subject)).toEqual(['7', '7', '7']);
});

test.each<[string, () => Promise<unknown>, number]>([
  ['false', async () => false, 200],
  ['true', async () => true, 401],
  ['undefined', async () => undefined, 401],
  ['an error', () => Promise.reject(new Error('lost')), 503],
])('a revocation that is looked up, and is %s', async (_name, revoked, status) => {
  const guarded = await serveBearer({ key: SECRET, revoked: revoked as () => Promise<boolean> });
  for (let at = 0; at < 3; at++) expect((await guarded.ask(bearerOf())).status).toBe(status);
});

test('a token is verified twice, and then remembered; with remember: 0 each time', async () => {
  const counts = [];
  for (const remember of [5000, 0]) {
    let verified = 0;
    const guarded = await serveBearer({
      key: SECRET,
      remember,
      caller: ({ sub }) => {
        verified++;
        return { subject: String(sub), issuer: 'https://own.example', kind: 'machine' };
      },
    });
    for (let at = 0; at < 5; at++) expect((await guarded.ask(bearerOf())).status).toBe(200);
    expect(guarded.callers[4]).toMatchObject({ subject: '7', issuer: 'https://own.example', kind: 'machine' });
    counts.push(verified);
  }
  expect(counts).toEqual([2, 5]);
});

test('a token is looked at up to 8,192 letters', async () => {
  const guarded = await serveBearer({ key: SECRET });
  /** A token of this length whose signature is right. */
  const long = (length: number): string => {
    const header = Buffer.from(JSON.stringify({ alg: 'HS256' })).toString('base64url');
    for (let fill = 5000; ; fill++) {
      const body = Buffer.from(JSON.stringify({ ...claims, fill: 'x'.repeat(fill) })).toString('base64url');
      const data = `${header}.${body}`;
      if (data.length + 44 >= length) return `${data}.${createHmac('sha256', SECRET).update(data).digest('base64url')}`;
    }
  };
  const fits = long(8192);
  const over = long(8194);
  expect([fits.length <= 8192 || fits.length, over.length > 8192 || over.length]).toEqual([true, true]);
  expect((await guarded.ask({ authorization: `Bearer ${fits}` })).status).toBe(200);
  const { status, denial } = await guarded.ask({ authorization: `Bearer ${over}` });
  expect([status, denial?.cause]).toEqual([401, 'credentials-malformed']);
});

test.each<[object, number]>([
  [{ cnf: {} }, 401],
  [{ cnf: null }, 200],
  [{ token_type: 'DPoP' }, 401],
  [{ token_type: 'dpop' }, 401],
  [{ token_type: 'Bearer' }, 200],
  [{ token_type: 'no-dpop' }, 200],
  [{ token_type: ['dpop'] }, 200],
])('a token that says %j of its binding is answered with %i', async (said, status) => {
  const guarded = await serveBearer({ key: SECRET });
  expect((await guarded.ask(bearerOf(said as Record<string, unknown>))).status).toBe(status);
});

test.each<[string, string, number]>([
  ['is right', token(), 200],
  ['is past its time', token({ exp: SECONDS - 60 }), 401],
  ['is for another audience', token({ aud: 'x' }), 401],
  ['has another signature', token({}, {}, 'another secret of the tests, of 32 bytes'), 401],
  ['has another algorithm', token({}, { alg: 'none' }), 401],
  ['has no subject', token({ sub: undefined }), 401],
  ['is bound to a key', token({ cnf: {} }), 401],
  ['is no JWT', 'opaque', 401],
  ['is empty', '', 401],
  ['is of another issuer', token({ iss: 'https://other.example' }), 200],
])('a token that %s and a session that is in order: a bad token ends the search', async (_name, text, status) => {
  const people = session({ cookie: 'sid', find: (id) => ({ subject: `user ${id}` }) });
  const authenticate = [bearer({ ...base, key: SECRET }), people];
  const guarded = await serve(authenticated(), { authenticate, now: () => NOW });
  const answer = await guarded.ask({ authorization: `Bearer ${text}`, cookie: 'sid=1' });
  expect(answer.status).toBe(status);
});
