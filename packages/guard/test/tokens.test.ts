import { createHmac, createSecretKey, generateKeyPairSync } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { expect, test } from 'vitest';
import { verifies } from '../src/authenticate/algorithms.ts';
import { authenticated, type BearerOptions, bearer, GuardError } from '../src/index.ts';
import { AUDIENCE, bearerOf, ISSUER, NOW, SECONDS, SECRET, token } from './contract/callers.ts';
import { serve } from './serve.ts';

const now = () => NOW;
const base = { issuer: ISSUER, audience: AUDIENCE };

function serveBearer(options: Partial<BearerOptions>) {
  return serve(authenticated(), { authenticate: bearer({ ...base, ...options } as BearerOptions), now });
}

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = { iss: ISSUER, aud: AUDIENCE, sub: '7', iat: SECONDS - 60, exp: SECONDS + 600 };

/** Signs with jose, so that our verifier is tried against another's signatures. */
function signed(alg: string, key: Parameters<SignJWT['sign']>[0], header: object = {}): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, ...header }).sign(key);
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' });
const ed25519 = generateKeyPairSync('ed25519');
const pem = rsa.publicKey.export({ type: 'spki', format: 'pem' }) as string;

test.each([
  ['RS256', rsa],
  ['RS512', rsa],
  ['PS256', rsa],
  ['PS384', rsa],
  ['ES256', p256],
  ['ES384', p384],
  ['ES512', p521],
  ['EdDSA', ed25519],
] as const)('takes a %s token signed by another library, and refuses it with one bit changed', async (alg, pair) => {
  const guarded = await serveBearer({ key: pair.publicKey });
  const good = await signed(alg, pair.privateKey);
  expect((await guarded.ask({ authorization: `Bearer ${good}` })).status).toBe(200);
  const last = good.slice(good.lastIndexOf('.') + 1);
  const bytes = Buffer.from(last, 'base64url');
  bytes[3] = bytes[3]! ^ 1;
  const bad = good.slice(0, -last.length) + bytes.toString('base64url');
  const answer = await guarded.ask({ authorization: `Bearer ${bad}` });
  expect([answer.status, answer.denial?.cause]).toEqual([401, 'credentials-invalid']);
});

test('refuses the algorithm none, however it is spelt', async () => {
  const guarded = await serveBearer({ key: SECRET });
  for (const alg of ['none', 'None', 'NONE', 'nOnE', '', null, ['HS256'], { toString: 'HS256' }]) {
    for (const signature of ['', 'AAAA']) {
      const answer = await guarded.ask({ authorization: `Bearer ${b64({ alg })}.${b64(claims)}.${signature}` });
      expect([alg, answer.status, answer.denial?.cause]).toEqual([alg, 401, 'credentials-invalid']);
    }
  }
});

test('refuses a token made with the public key as an HMAC secret', async () => {
  const guarded = await serveBearer({ key: pem });
  for (const secret of [pem, pem.trim(), rsa.publicKey.export({ type: 'spki', format: 'der' })]) {
    const data = `${b64({ alg: 'HS256' })}.${b64(claims)}`;
    const forged = `${data}.${createHmac('sha256', secret).update(data).digest('base64url')}`;
    const answer = await guarded.ask({ authorization: `Bearer ${forged}` });
    expect([answer.status, answer.denial?.because]).toEqual([
      401,
      "authenticated failed: the algorithm HS256 is none of the key's",
    ]);
  }
});

test('refuses a key of another curve, and an algorithm that was not allowed', async () => {
  const other = await serveBearer({ key: p384.publicKey });
  expect((await other.ask({ authorization: `Bearer ${await signed('ES256', p256.privateKey)}` })).status).toBe(401);
  const fewer = await serveBearer({ key: rsa.publicKey, algorithms: ['PS256'] });
  expect((await fewer.ask({ authorization: `Bearer ${await signed('RS256', rsa.privateKey)}` })).status).toBe(401);
  expect((await fewer.ask({ authorization: `Bearer ${await signed('PS256', rsa.privateKey)}` })).status).toBe(200);
});

test('follows no key that a token brings along or points to', async () => {
  const thief = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const guarded = await serveBearer({ jwks: { keys: [{ ...(await exportJWK(p256.publicKey)), kid: 'a' }] } });
  const jwk = await exportJWK(thief.publicKey);
  for (const extra of [
    { jwk },
    { jku: 'http://127.0.0.1:1/keys' },
    { x5u: 'http://127.0.0.1:1/' },
    { jwk, kid: 'a' },
  ]) {
    const forged = await signed('ES256', thief.privateKey, extra);
    const answer = await guarded.ask({ authorization: `Bearer ${forged}` });
    expect([answer.status, answer.denial?.cause]).toEqual([401, 'credentials-invalid']);
  }
});

test('takes a key id for nothing but a name', async () => {
  const guarded = await serveBearer({
    jwks: {
      keys: [
        { ...(await exportJWK(p256.publicKey)), kid: 'a' },
        { ...(await exportJWK(p384.publicKey)), kid: 'b' },
      ],
    },
  });
  const sign = (kid: unknown) => signed('ES256', p256.privateKey, { kid: kid as string });
  expect((await guarded.ask({ authorization: `Bearer ${await sign('a')}` })).status).toBe(200);
  const tricks = ['b', '../../dev/null', "a' OR '1'='1", '__proto__', 'constructor', '', 'a\u0000', 7, ['a'], { a: 1 }];
  for (const kid of tricks) {
    const answer = await guarded.ask({ authorization: `Bearer ${await sign(kid)}` });
    expect([kid, answer.status, answer.denial?.cause]).toEqual([kid, 401, 'credentials-invalid']);
  }
});

test('tells an expired, a future and a foreign token apart', async () => {
  const guarded = await serveBearer({ key: SECRET });
  const cases = [
    [{ exp: SECONDS - 6 }, 'credentials-expired', 'expired 6 s ago'],
    [{ exp: SECONDS - 4 }, undefined, undefined],
    [{ nbf: SECONDS + 30 }, 'credentials-expired', 'not valid yet for 30 s'],
    [{ iat: SECONDS + 30 }, 'credentials-expired', 'issued in the future'],
    [{ exp: undefined }, 'credentials-invalid', 'the token has no time of expiry'],
    [{ exp: '9999999999' }, 'credentials-invalid', 'the token has no time of expiry'],
    [{ aud: 'https://other.example' }, 'credentials-invalid', 'the audience is https://other.example'],
    [{ aud: ['x', AUDIENCE] }, undefined, undefined],
    [{ aud: undefined }, 'credentials-invalid', 'the audience is missing'],
    [{ iss: 'https://evil.example' }, 'credentials-invalid', 'the issuer is https://evil.example'],
    [{ iss: { toString: 'x' } }, 'credentials-invalid', 'the issuer is {'],
    [{ aud: { toString: 'x' } }, 'credentials-invalid', 'the audience is {'],
    [{ sub: undefined }, 'credentials-invalid', 'the token names no subject'],
    [{ sub: '' }, 'credentials-invalid', 'the token names no subject'],
  ] as const;
  for (const [changes, cause, says] of cases) {
    const answer = await guarded.ask(bearerOf(changes));
    expect([changes, answer.status, answer.denial?.cause]).toEqual([changes, cause === undefined ? 200 : 401, cause]);
    if (says !== undefined) expect(answer.denial?.because).toContain(says);
  }
});

test.each<[string, Record<string, unknown>, string | undefined]>([
  ['past its time by the tolerance', { exp: SECONDS - 5 }, 'expired 5 s ago'],
  ['past its time by less', { exp: SECONDS - 4.999 }, undefined],
  ['valid from when the tolerance ends', { nbf: SECONDS + 5 }, undefined],
  ['valid from later on', { nbf: SECONDS + 5.5 }, 'not valid yet for 6 s (nbf)'],
  ['valid from a text on', { nbf: '0' }, 'not valid yet (nbf)'],
  ['valid from null on', { nbf: null }, 'not valid yet (nbf)'],
  ['issued when the tolerance ends', { iat: SECONDS + 5 }, undefined],
  ['issued later', { iat: SECONDS + 5.5 }, 'issued in the future, by 6 s (iat)'],
  ['issued at a text', { iat: '0' }, 'issued in the future (iat)'],
  ['issued at no time', { iat: undefined }, undefined],
])('a token that is %s is judged to the second, and by numbers alone', async (_name, changes, says) => {
  const guarded = await serveBearer({ key: SECRET });
  // The second time it is remembered.
  for (let at = 0; at < 3; at++) {
    const { status, denial } = await guarded.ask(bearerOf(changes));
    const expected = says === undefined ? [200, undefined] : [401, `authenticated failed: ${says}`];
    expect([status, denial?.because]).toEqual(expected);
  }
});

test.each<[string, unknown, unknown]>([
  ['a header that is a list', [], claims],
  ['a header that is a text', 'HS256', claims],
  ['a header that is null', null, claims],
  ['a header that is a number', 7, claims],
  ['claims that are a list', { alg: 'HS256' }, [claims]],
  ['claims that are a text', { alg: 'HS256' }, 'x'],
  ['claims that are null', { alg: 'HS256' }, null],
  ['claims that are a number', { alg: 'HS256' }, 7],
])('refuses %s, rightly signed', async (_name, header, body) => {
  const guarded = await serveBearer({ key: SECRET });
  const data = `${b64(header)}.${b64(body)}`;
  const signature = createHmac('sha256', SECRET).update(data).digest('base64url');
  const { status, denial } = await guarded.ask({ authorization: `Bearer ${data}.${signature}` });
  expect([status, denial?.because]).toEqual([401, 'authenticated failed: a part of the token is no JSON object']);
});

test.each<[string, Record<string, unknown>, string]>([
  ['a key id that is no text', { kid: 7 }, 'the key id is no text'],
  ['a type that is no text', { typ: 7 }, 'the token is of type 7, not JWT'],
  ['no type', { typ: undefined }, 'the token is of type missing, not JWT'],
  [
    'a type that only ends like the right one',
    { typ: 'x-application/JWT' },
    'the token is of type x-application/JWT, not JWT',
  ],
  ['an algorithm of other keys', { alg: 'RS256' }, "the algorithm RS256 is none of the key's"],
  ['an extension', { crit: [] }, 'the token demands extensions that are not known (crit)'],
])('says of %s what is wrong', async (_name, header, says) => {
  const guarded = await serveBearer({ key: SECRET, type: 'JWT' });
  const { status, denial } = await guarded.ask({
    authorization: `Bearer ${token({}, header)}`,
  });
  expect([status, denial?.because]).toEqual([401, `authenticated failed: ${says}`]);
});

test('says that no key has the id, and that a signature is not the key’s', async () => {
  const jwk = { ...p256.publicKey.export({ format: 'jwk' }), kid: 'a' };
  const guarded = await serveBearer({ jwks: { keys: [jwk] } });
  const because = async (text: string) => (await guarded.ask({ authorization: `Bearer ${text}` })).denial?.because;
  expect(await because(await signed('ES256', p256.privateKey, { kid: 'b' }))).toBe(
    'authenticated failed: no key has the id b',
  );
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  expect(await because(await signed('ES256', other.privateKey, { kid: 'a' }))).toBe(
    'authenticated failed: the signature is not the key’s',
  );
  expect(await because(await signed('ES256', p256.privateKey, { kid: 'a' }))).toBeUndefined();
});

test('tries five keys for a token without a key id, and no key of another algorithm counts', async () => {
  const pairs = Array.from({ length: 6 }, () => generateKeyPairSync('ec', { namedCurve: 'P-256' }));
  const keys = [p384.publicKey, p521.publicKey, ...pairs.map((pair) => pair.publicKey)];
  const guarded = await serveBearer({ key: keys });
  const statuses = [];
  for (const { privateKey } of pairs) {
    statuses.push((await guarded.ask({ authorization: `Bearer ${await signed('ES256', privateKey)}` })).status);
  }
  expect(statuses).toEqual([200, 200, 200, 200, 200, 401]);
});

test('looks at no header beyond 2,000 letters, and at no part with more than 200 lists or objects', async () => {
  const guarded = await serveBearer({ key: SECRET });
  const ask = async (changes: Record<string, unknown>, header: Record<string, unknown> = {}) =>
    (
      await guarded.ask({
        authorization: `Bearer ${token(changes, header)}`,
      })
    ).status;
  const lengthOf = (fill: number) => b64({ alg: 'HS256', typ: 'JWT', x: 'x'.repeat(fill) }).length;
  const fill = Array.from({ length: 1500 }, (_, at) => at).find((at) => lengthOf(at) === 2000)!;
  expect([await ask({}, { x: 'x'.repeat(fill) }), await ask({}, { x: 'x'.repeat(fill + 1) })]).toEqual([200, 401]);
  const lists = (count: number): unknown => JSON.parse('['.repeat(count) + ']'.repeat(count));
  const objects = (count: number): unknown => JSON.parse(`${'{"a":'.repeat(count - 1)}{}${'}'.repeat(count - 1)}`);
  expect([await ask({ x: lists(200) }), await ask({ x: lists(201) })]).toEqual([200, 401]);
  // The part is an object itself.
  expect([await ask({ x: objects(199) }), await ask({ x: objects(200) })]).toEqual([200, 401]);
});

test.each<[unknown, string]>([
  [['x', 7], '[x, number]'],
  [['a', 'b', 'c', 'd', 'e'], '[a, b, c, d, e]'],
  [['a', 'b', 'c', 'd', 'e', 'f'], '[a, b, c, d, e, …]'],
  [{ a: 1 }, '{…}'],
  [null, 'null'],
  [7, '7'],
  [undefined, 'missing'],
])('says of the audience %j no more than what kind it is of', async (aud, words) => {
  const guarded = await serveBearer({ key: SECRET });
  const { denial } = await guarded.ask(bearerOf({ aud }));
  expect(denial?.because).toBe(`authenticated failed: the audience is ${words}, not ${AUDIENCE}`);
});

test('judges times, audience and revocation of a remembered token again', async () => {
  let time = NOW;
  let revoked = false;
  const authenticate = bearer({ ...base, key: SECRET, revoked: () => revoked });
  const guarded = await serve(authenticated(), { authenticate, now: () => time });
  const headers = bearerOf();
  // The second time it is remembered, the third time it is not verified again.
  for (let at = 0; at < 3; at++) expect((await guarded.ask(headers)).status).toBe(200);
  revoked = true;
  expect((await guarded.ask(headers)).denial?.because).toContain('the token was revoked');
  revoked = false;
  expect((await guarded.ask(headers)).status).toBe(200);
  time += 700_000;
  expect((await guarded.ask(headers)).denial?.cause).toBe('credentials-expired');
  const elsewhere = await serve(authenticated(), {
    authenticate: bearer({ ...base, audience: 'other', key: SECRET }),
    now,
  });
  expect((await elsewhere.ask(headers)).status).toBe(401);
});

test('takes only a plain false for not revoked', async () => {
  for (const answer of [true, undefined, null, 'no', 0]) {
    const guarded = await serveBearer({ key: SECRET, revoked: () => answer as boolean });
    expect([answer, (await guarded.ask(bearerOf())).status]).toEqual([answer, 401]);
  }
});

test('refuses lines that are no bearer token, each with what is wrong', async () => {
  const guarded = await serveBearer({ key: SECRET });
  const good = token();
  const lines = [
    'Bearer',
    'Bearer ',
    `Bearer  ${good}`,
    `Bearer "${good}"`,
    `Bearer ${good} `.concat('x'),
    `Bearer ${good},${good}`,
    `Bearer Bearer ${good}`,
    good,
    `Token ${good}`,
    `Bearer ${good.slice(0, good.lastIndexOf('.'))}`,
    `Bearer ${'a'.repeat(9000)}`,
    'Bearer a.b.c',
    `Bearer ${b64([])}.${b64([])}.x`,
  ];
  for (const authorization of lines) {
    const answer = await guarded.ask({ authorization });
    expect([authorization.slice(0, 40), answer.status, answer.denial?.cause]).toEqual([
      authorization.slice(0, 40),
      401,
      'credentials-malformed',
    ]);
  }
  expect((await guarded.ask({ authorization: `bearer ${good}` })).status).toBe(200);
});

test('refuses extensions it does not know, and another type than demanded', async () => {
  const guarded = await serveBearer({ key: SECRET, type: 'at+jwt' });
  const ask = async (header: object) => {
    const sent = token({}, header as Record<string, unknown>);
    return (await guarded.ask({ authorization: `Bearer ${sent}` })).status;
  };
  expect(await ask({ typ: 'at+jwt' })).toBe(200);
  expect(await ask({ typ: 'application/at+JWT' })).toBe(200);
  expect(await ask({ typ: 'JWT' })).toBe(401);
  expect(await ask({ typ: 'at+jwt', crit: ['b64'], b64: false })).toBe(401);
});

test('refuses a second spelling of a right signature', async () => {
  const guarded = await serveBearer({ key: p256.publicKey });
  const good = await signed('ES256', p256.privateKey);
  // 64 bytes are 86 characters, of whose last one only two bits count.
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const other = good.slice(0, -1) + alphabet[alphabet.indexOf(good.at(-1)!) + 1];
  expect((await guarded.ask({ authorization: `Bearer ${good}` })).status).toBe(200);
  expect((await guarded.ask({ authorization: `Bearer ${other}` })).status).toBe(401);
});

test('refuses weak keys when the server starts', () => {
  const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
  expect(() => bearer({ ...base, key: weak.publicKey })).toThrow(GuardError);
  expect(() => bearer({ ...base, key: 'short' })).toThrow(
    'bearer: the option key holds a secret shorter than 32 bytes.',
  );
  expect(() => bearer({ ...base, audience: '', key: SECRET })).toThrow(GuardError);
});

test('knows callers of two issuers, and of a token or a session', async () => {
  const second = bearer({ issuer: 'https://second.example', audience: AUDIENCE, key: `${SECRET} of the second` });
  const guarded = await serve(authenticated(), { authenticate: [bearer({ ...base, key: SECRET }), second], now });
  expect((await guarded.ask(bearerOf())).status).toBe(200);
  const theirs = token({ iss: 'https://second.example' }, {}, `${SECRET} of the second`);
  expect((await guarded.ask({ authorization: `Bearer ${theirs}` })).status).toBe(200);
  const confused = token({ iss: 'https://second.example' });
  expect((await guarded.ask({ authorization: `Bearer ${confused}` })).status).toBe(401);
});

test('a challenge points to the metadata of the protected resource, with and without a token', async () => {
  const resourceMetadata = 'https://api.example/.well-known/oauth-protected-resource';
  const guarded = await serveBearer({ key: SECRET, resourceMetadata });
  const challenge = async (headers: Record<string, string>) => (await guarded.ask(headers)).headers['www-authenticate'];
  expect(await challenge({})).toBe(`Bearer realm="api", resource_metadata="${resourceMetadata}"`);
  expect(await challenge({ authorization: 'Bearer x' })).toBe(
    `Bearer realm="api", error="invalid_token", resource_metadata="${resourceMetadata}"`,
  );
});

test.each(['HS256', 'HS384', 'HS512'] as const)('a signature of %s is all of it, and nothing besides', (alg) => {
  const key = createSecretKey(Buffer.from('a secret of the tests that is long enough: 32 bytes'));
  const data = 'head.claims';
  const right = createHmac(`sha${alg.slice(2)}`, key)
    .update(data)
    .digest('base64url');
  // Each after the right one, so that nothing of it may be left over.
  for (const wrong of [right.slice(0, -1), right.slice(0, 1), '', `${right}A`, `${right}${right}`, ` ${right}`]) {
    expect(verifies(alg, key, data, right)).toBe(true);
    expect([wrong, verifies(alg, key, data, wrong)]).toEqual([wrong, false]);
  }
});
