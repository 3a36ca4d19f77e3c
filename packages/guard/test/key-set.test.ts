import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import { exportJWK, type JWK, SignJWT } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import { authenticated, bearer, createGuard, GuardError } from '../src/index.ts';
import { nodeReader } from '../src/node.ts';
import { listen } from './contract/listen.ts';
import { serve } from './serve.ts';

const AUDIENCE = 'https://api.example';

interface Issuer {
  readonly url: string;
  readonly asked: string[];
  documents: Record<string, unknown>;
  /** Whether it takes questions and never answers. */
  hangs: boolean;
  /** How many questions still wait for an answer. */
  readonly hanging: () => number;
}

/** An issuer on loopback that publishes what the test wants. */
async function startIssuer(): Promise<Issuer> {
  const asked: string[] = [];
  let hanging = 0;
  const issuer = {
    url: '',
    asked,
    documents: {} as Record<string, unknown>,
    hangs: false,
    hanging: () => hanging,
  };
  const served = await listen(
    createServer((req, res) => {
      asked.push(req.url ?? '');
      if (issuer.hangs) {
        hanging++;
        res.once('close', () => hanging--);
        return;
      }
      const document = issuer.documents[req.url ?? ''];
      res.statusCode = document === undefined ? 404 : 200;
      res.end(typeof document === 'string' ? document : JSON.stringify(document ?? {}));
    }),
  );
  onTestFinished(async () => {
    await served.close();
  });
  issuer.url = served.origin;
  return issuer;
}

async function jwkOf(key: KeyObject, kid: string): Promise<JWK> {
  return { ...(await exportJWK(key)), kid, use: 'sig' };
}

const first = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const second = generateKeyPairSync('ec', { namedCurve: 'P-256' });

function sign(issuer: string, key: KeyObject, kid: string, lasts = '1h'): Promise<string> {
  return new SignJWT({ sub: '7' })
    .setProtectedHeader({ alg: 'ES256', kid })
    .setIssuer(issuer)
    .setAudience(AUDIENCE)
    .setExpirationTime(lasts)
    .sign(key);
}

async function guardFor(issuer: string, now = Date.now) {
  return serve(authenticated(), {
    authenticate: bearer({ issuer, audience: AUDIENCE }),
    now,
    onFault: () => undefined,
  });
}

test.each(['/.well-known/openid-configuration', '/.well-known/oauth-authorization-server'])(
  'finds the keys of an issuer by %s, once',
  async (place) => {
    const issuer = await startIssuer();
    issuer.documents = {
      [place]: { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
      '/keys': { keys: [await jwkOf(first.publicKey, 'a')] },
    };
    const guarded = await guardFor(issuer.url);
    const good = await sign(issuer.url, first.privateKey, 'a');
    const answers = await Promise.all([1, 2, 3].map(() => guarded.ask({ authorization: `Bearer ${good}` })));
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const other = await sign(issuer.url, first.privateKey, 'a');
    expect((await guarded.ask({ authorization: `Bearer ${other}` })).status).toBe(200);
    expect(issuer.asked.filter((url) => url === '/keys')).toEqual(['/keys']);
  },
);

test('follows a rotation of keys, and is not driven to fetch by forged key ids', async () => {
  const issuer = await startIssuer();
  const configuration = { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` };
  issuer.documents = {
    '/.well-known/openid-configuration': configuration,
    '/keys': { keys: [await jwkOf(first.publicKey, 'a')] },
  };
  let time = Date.now();
  const guarded = await guardFor(issuer.url, () => time);
  expect((await guarded.ask({ authorization: `Bearer ${await sign(issuer.url, first.privateKey, 'a')}` })).status).toBe(
    200,
  );
  issuer.documents['/keys'] = { keys: [await jwkOf(second.publicKey, 'b')] };
  for (let at = 0; at < 20; at++) {
    const forged = await sign(issuer.url, second.privateKey, `forged-${at}`);
    expect((await guarded.ask({ authorization: `Bearer ${forged}` })).status).toBe(401);
  }
  expect(issuer.asked.filter((url) => url === '/keys')).toHaveLength(1);
  time += 31_000;
  expect(
    (await guarded.ask({ authorization: `Bearer ${await sign(issuer.url, second.privateKey, 'b')}` })).status,
  ).toBe(200);
  expect(issuer.asked.filter((url) => url === '/keys')).toHaveLength(2);
});

test('answers 503 while an issuer cannot be asked, and asks again later', async () => {
  const issuer = await startIssuer();
  let time = Date.now();
  const guarded = await guardFor(issuer.url, () => time);
  const good = { authorization: `Bearer ${await sign(issuer.url, first.privateKey, 'a')}` };
  const answer = await guarded.ask(good);
  expect([answer.status, answer.denial?.state, answer.denial?.cause]).toEqual([503, 'fault', null]);
  expect(answer.body).not.toContain(issuer.url);
  const before = issuer.asked.length;
  expect((await guarded.ask(good)).status).toBe(503);
  expect(issuer.asked).toHaveLength(before);
  issuer.documents = {
    '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
    '/keys': { keys: [await jwkOf(first.publicKey, 'a')] },
  };
  time += 31_000;
  expect((await guarded.ask(good)).status).toBe(200);
});

test('uses old keys on for a while when the issuer is gone, and not for ever', async () => {
  const issuer = await startIssuer();
  issuer.documents = {
    '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
    '/keys': { keys: [await jwkOf(first.publicKey, 'a')] },
  };
  let time = Date.now();
  const authenticate = bearer({ issuer: issuer.url, audience: AUDIENCE, remember: 0 });
  const guarded = await serve(authenticated(), { authenticate, now: () => time });
  const good = { authorization: `Bearer ${await sign(issuer.url, first.privateKey, 'a', '2h')}` };
  expect((await guarded.ask(good)).status).toBe(200);
  issuer.documents = {};
  time += 1_800_000;
  expect((await guarded.ask(good)).status).toBe(200);
  time += 1_900_000;
  expect((await guarded.ask(good)).status).toBe(503);
});

test('waits for an issuer that hangs no longer than a moment, where it has keys that still hold', async () => {
  const issuer = await startIssuer();
  issuer.documents = {
    '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
    '/keys': { keys: [await jwkOf(first.publicKey, 'a')] },
  };
  let time = Date.now();
  const authenticate = bearer({ issuer: issuer.url, audience: AUDIENCE, remember: 0 });
  const core = createGuard({ authenticate, now: () => time, onFault: () => undefined });
  const token = await sign(issuer.url, first.privateKey, 'a', '2h');
  const ask = async () => {
    const request = { method: 'GET', url: '/', socket: {}, headers: { authorization: `Bearer ${token}` } };
    return (await core.decide(nodeReader, request as never, authenticated())).allowed;
  };
  expect(await ask()).toBe(true);
  issuer.hangs = true;
  time += 700_000;
  expect(await ask()).toBe(true);
  // Nor does the next request wait for the same question again.
  expect(await ask()).toBe(true);
  // The guard's question itself is under way all that time: it ends after 3 s.
  expect(issuer.hanging()).toBe(1);
});

test('takes no secret, no encryption key and no broken key from a published set, and no metadata of another', async () => {
  const issuer = await startIssuer();
  const good = await jwkOf(first.publicKey, 'a');
  const secret = Buffer.alloc(32, 7);
  issuer.documents = {
    '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
    '/keys': {
      keys: [
        { kty: 'oct', k: secret.toString('base64url'), kid: 'secret' },
        { ...(await jwkOf(second.publicKey, 'enc')), use: 'enc' },
        { kty: 'EC', crv: 'P-256', x: 'broken', y: 'broken', kid: 'broken' },
        null,
        'text',
        good,
      ],
    },
  };
  const guarded = await guardFor(issuer.url);
  const hmac = await new SignJWT({ sub: '7' })
    .setProtectedHeader({ alg: 'HS256', kid: 'secret' })
    .setIssuer(issuer.url)
    .setAudience(AUDIENCE)
    .setExpirationTime('1h')
    .sign(secret);
  const ask = async (token: string) => (await guarded.ask({ authorization: `Bearer ${token}` })).status;
  expect(await ask(hmac)).toBe(401);
  expect(await ask(await sign(issuer.url, second.privateKey, 'enc'))).toBe(401);
  expect(await ask(await sign(issuer.url, first.privateKey, 'a'))).toBe(200);

  const liar = await startIssuer();
  liar.documents = { '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` } };
  const misled = await guardFor(liar.url);
  const answer = await misled.ask({ authorization: `Bearer ${await sign(liar.url, first.privateKey, 'a')}` });
  expect([answer.status, answer.denial?.because]).toEqual([503, expect.stringContaining('another issuer')]);
});

test.each([
  ['/', '/.well-known/openid-configuration'],
  ['/', '/.well-known/oauth-authorization-server'],
  ['/tenant', '/tenant/.well-known/openid-configuration'],
  ['/tenant', '/.well-known/oauth-authorization-server/tenant'],
  ['/tenant/', '/tenant/.well-known/openid-configuration'],
])('finds the keys of an issuer whose name ends in %s by %s', async (end, place) => {
  const issuer = await startIssuer();
  const name = `${issuer.url}${end}`;
  issuer.documents = {
    [place]: { issuer: name, jwks_uri: `${issuer.url}/keys` },
    '/keys': { keys: [await jwkOf(first.publicKey, 'a')] },
  };
  const guarded = await guardFor(name);
  const ask = async (iss: string) =>
    (await guarded.ask({ authorization: `Bearer ${await sign(iss, first.privateKey, 'a')}` })).status;
  expect(await ask(name)).toBe(200);
  // A slash more or less is another issuer (OpenID Connect Core §2).
  expect(await ask(end.endsWith('/') ? name.slice(0, -1) : `${name}/`)).toBe(401);
});

test.each<[string, unknown, string]>([
  ['null', 'null', 'is no JSON object'],
  ['a number', '7', 'is no JSON object'],
  ['a text', '"keys"', 'is no JSON object'],
  ['a list', '[]', 'the key set has no keys'],
  ['keys that are no list', { keys: { length: 1 } }, 'the key set has no keys'],
  ['more than a megabyte', { keys: [], more: 'x'.repeat(1_000_000) }, 'is longer than 1000000 bytes'],
  ['nothing that is JSON', '<html>', 'SyntaxError'],
])('answers 503 where a key set is %s, and says so to the owner', async (_name, set, says) => {
  const issuer = await startIssuer();
  issuer.documents = {
    '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
    '/keys': set,
  };
  const guarded = await guardFor(issuer.url);
  const answer = await guarded.ask({ authorization: `Bearer ${await sign(issuer.url, first.privateKey, 'a')}` });
  expect([answer.status, answer.denial?.because]).toEqual([503, expect.stringContaining(says)]);
});

test('reads a hundred keys of a set, and none behind them', async () => {
  const issuer = await startIssuer();
  const other = await jwkOf(second.publicKey, 'x');
  const right = await jwkOf(first.publicKey, 'right');
  const filled = (count: number) => Array.from({ length: count }, (_, at) => ({ ...other, kid: `${at}` }));
  issuer.documents = {
    '/.well-known/openid-configuration': { issuer: issuer.url, jwks_uri: `${issuer.url}/keys` },
    '/keys': { keys: [...filled(99), right] },
  };
  const good = { authorization: `Bearer ${await sign(issuer.url, first.privateKey, 'right')}` };
  expect((await (await guardFor(issuer.url)).ask(good)).status).toBe(200);
  issuer.documents['/keys'] = { keys: [...filled(100), right] };
  expect((await (await guardFor(issuer.url)).ask(good)).status).toBe(401);
});

test('wants https for keys, but on this machine, and neither a name nor a password', () => {
  const make = (jwks: string) => () => bearer({ issuer: 'x', audience: 'y', jwks });
  for (const url of [
    'http://issuer.example/keys',
    'http://localhost.evil.example/keys',
    'http://evil-localhost/keys',
    'http://127.0.0.1.evil.example/keys',
    'ftp://localhost/keys',
    'file:///etc/keys',
    'keys',
    '',
    'https://name@issuer.example/keys',
    'https://:password@issuer.example/keys',
    'https://name:password@issuer.example/keys',
  ]) {
    expect(make(url)).toThrow(GuardError);
  }
  for (const url of [
    'https://issuer.example/keys',
    'http://localhost:8080/keys',
    'http://127.0.0.1/',
    'http://[::1]:1/',
  ]) {
    expect(make(url)).not.toThrow();
  }
  expect(make('https://name:password@issuer.example/keys')).toThrow('is a URL with a name and a password in it');
  try {
    make('https://name:password@issuer.example/keys')();
  } catch (error) {
    expect(JSON.stringify([error, String(error)])).not.toContain('password@');
  }
  expect(make('http://issuer.example/keys')).toThrow('is no https URL');
});
