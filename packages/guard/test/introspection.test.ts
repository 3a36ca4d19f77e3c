import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { authenticated, bearer, type IntrospectionOptions, introspection, scope } from '../src/index.ts';
import { AUDIENCE, bearerOf, ISSUER, SECRET } from './contract/callers.ts';
import { listen } from './contract/listen.ts';
import { serve } from './serve.ts';

type Asked = { readonly token: string | null; readonly authorization: string | undefined };

/** An authorization server, and an API that asks it. */
async function serveBoth(
  answer: (token: string, res: ServerResponse, asked: readonly Asked[]) => unknown,
  options: Partial<IntrospectionOptions> = {},
  requirement = authenticated(),
) {
  const asked: Asked[] = [];
  const server = createServer(async (req: IncomingMessage, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const body = new URLSearchParams(Buffer.concat(chunks).toString());
    asked.push({ token: body.get('token'), authorization: req.headers.authorization });
    const found = await answer(body.get('token') ?? '', res, asked);
    if (found !== undefined) res.end(JSON.stringify(found));
  });
  const served = await listen(server);
  onTestFinished(async () => {
    await served.close();
  });
  let time = Date.now();
  const authenticate = introspection({
    endpoint: `${served.origin}/introspect`,
    client: { id: 'posts api', secret: 'a:secret&' },
    ...options,
  });
  const guarded = await serve(requirement, { authenticate, now: () => time, onFault: () => undefined });
  return {
    asked,
    guarded,
    wait: (seconds: number) => {
      time += seconds * 1000;
    },
    now: () => time / 1000,
    async status(token = 'good') {
      return (await guarded.ask({ authorization: `Bearer ${token}` })).status;
    },
    close: served.close,
  };
}

test('knows the caller of an active token, and proves itself to the authorization server', async () => {
  const both = await serveBoth(
    () => ({ active: true, sub: '7', scope: 'a b', client_id: 'web', iss: 'https://login.example' }),
    {},
    scope('b'),
  );
  expect(await both.status()).toBe(200);
  expect(both.guarded.callers[0]).toMatchObject({ subject: '7', scheme: 'bearer', scopes: new Set(['a', 'b']) });
  const expected = `Basic ${Buffer.from('posts+api:a%3Asecret%26').toString('base64')}`;
  expect(both.asked).toEqual([{ token: 'good', authorization: expected }]);
});

test('asks again when what it remembers is too old, and never beyond the token’s own end', async () => {
  let exp = 0;
  const both = await serveBoth((_token, _res, asked) => ({ active: asked.length < 4, sub: '7', exp }), {
    cacheSeconds: 30,
  });
  exp = both.now() + 40;
  expect([await both.status(), await both.status(), both.asked.length]).toEqual([200, 200, 1]);
  both.wait(30);
  expect([await both.status(), both.asked.length]).toEqual([200, 2]);
  both.wait(11);
  // The answer is still young, and the token is over.
  expect([await both.status(), both.asked.length]).toEqual([401, 3]);
  exp = both.now() + 1000;
  expect([await both.status(), both.asked.length]).toEqual([401, 4]);
});

test('refuses a token that is not active, and remembers that apart from good ones', async () => {
  const both = await serveBoth((token) => ({ active: token === 'good', sub: '7' }), { remember: 4 });
  expect(await both.status('good')).toBe(200);
  for (let at = 0; at < 20; at++) expect(await both.status(`made-up-${at}`)).toBe(401);
  const before = both.asked.length;
  expect([await both.status('good'), await both.status('made-up-19'), both.asked.length]).toEqual([200, 401, before]);
  const refused = await both.guarded.ask({ authorization: 'Bearer made-up-0' });
  expect(JSON.parse(refused.body).cause).toBe('credentials-invalid');
  expect(refused.headers['www-authenticate']).toBe('Bearer realm="api", error="invalid_token"');
});

test.each([
  [
    'answers 500',
    (res: ServerResponse) => {
      res.statusCode = 500;
      return {};
    },
  ],
  [
    'wants another client',
    (res: ServerResponse) => {
      res.statusCode = 401;
      return { active: true, sub: '7' };
    },
  ],
  [
    'answers no JSON',
    (res: ServerResponse) => {
      res.end('active: true');
      return undefined;
    },
  ],
  ['answers a list', () => [{ active: true, sub: '7' }]],
  ['answers active as a text', () => ({ active: 'true', sub: '7' })],
  ['does not say whether it is active', () => ({ sub: '7' })],
  [
    'redirects',
    (res: ServerResponse) => {
      res.writeHead(307, { location: '/elsewhere' });
      return {};
    },
  ],
  [
    'hangs up',
    (res: ServerResponse) => {
      res.destroy();
      return undefined;
    },
  ],
  ['is late', () => undefined],
  [
    'answers without end',
    (res: ServerResponse) => {
      res.write(`{"active":true,"sub":"7","x":"${'x'.repeat(200_000)}`);
      return undefined;
    },
  ],
])('an authorization server that %s lets nobody pass: 503', async (_, answer) => {
  const both = await serveBoth((_token, res) => answer(res), { timeoutMs: 200 });
  const refused = await both.guarded.ask({ authorization: 'Bearer good' });
  expect([refused.status, refused.headers['www-authenticate'], JSON.parse(refused.body).cause]).toEqual([
    503,
    undefined,
    undefined,
  ]);
  // What failed is not remembered.
  const before = both.asked.length;
  await both.status();
  expect(both.asked.length).toBeGreaterThan(before);
});

test('an authorization server that is not there lets nobody pass', async () => {
  const both = await serveBoth(() => ({ active: true, sub: '7' }));
  await both.close();
  expect(await both.status()).toBe(503);
});

test('asks once for one token however many requests bring it, and about no more than 100 at once', async () => {
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const both = await serveBoth(async () => {
    await held;
    return { active: true, sub: '7' };
  });
  const same = Array.from({ length: 20 }, () => both.status('same'));
  let refused = 0;
  const others = Array.from({ length: 120 }, async (_, at) => {
    // What is too much is refused while all others wait: only then are they answered.
    if ((await both.status(`other-${at}`)) === 503 && ++refused === 21) release();
  });
  expect(new Set(await Promise.all(same))).toEqual(new Set([200]));
  await Promise.all(others);
  expect(refused).toBe(21);
  expect(both.asked.length).toBe(100);
});

test('holds the answer against audience, issuer, times and bindings', async () => {
  const answers: Record<string, object> = {
    good: { sub: '7', aud: ['https://api.example', 'x'], iss: 'https://login.example' },
    elsewhere: { sub: '7', aud: 'https://other.example', iss: 'https://login.example' },
    unaddressed: { sub: '7', iss: 'https://login.example' },
    foreign: { sub: '7', aud: 'https://api.example', iss: 'https://evil.example' },
    nobodys: { aud: 'https://api.example', iss: 'https://login.example' },
    bound: { sub: '7', aud: 'https://api.example', iss: 'https://login.example', cnf: { jkt: 'x' } },
    dpop: { sub: '7', aud: 'https://api.example', iss: 'https://login.example', token_type: 'DPoP' },
    early: { sub: '7', aud: 'https://api.example', iss: 'https://login.example', nbf: Date.now() / 1000 + 600 },
  };
  const both = await serveBoth((token) => ({ active: true, ...answers[token] }), {
    audience: 'https://api.example',
    issuer: 'https://login.example',
  });
  const statuses = Object.fromEntries(
    await Promise.all(Object.keys(answers).map(async (name) => [name, await both.status(name)])),
  );
  expect(statuses).toEqual({
    good: 200,
    elsewhere: 401,
    unaddressed: 401,
    foreign: 401,
    nobodys: 401,
    bound: 401,
    dpop: 401,
    early: 401,
  });
});

test('asks nobody about what can be no token, and leaves JWTs to the next where that is wanted', async () => {
  const both = await serveBoth(() => ({ active: true, sub: '7' }));
  for (const line of [
    'Bearer ',
    'Bearer a b',
    'Bearer \u00e4',
    `Bearer ${'a'.repeat(9000)}`,
    'Basic abc',
    'DPoP abc',
  ]) {
    expect([line, (await both.guarded.ask({ authorization: line })).status]).toEqual([line, 401]);
  }
  expect(both.asked).toEqual([]);
  const opaque = introspection({
    endpoint: 'https://login.example/i',
    client: { id: 'a', secret: 'b' },
    skipJwts: true,
  });
  const now = Math.floor(Date.now() / 1000);
  const authenticate = [opaque, bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET })];
  const mixed = await serve(authenticated(), { authenticate });
  expect((await mixed.ask(bearerOf({ iat: now, exp: now + 60 }))).status).toBe(200);
});

test('a client may prove itself in its own way', async () => {
  const both = await serveBoth(() => ({ active: true, sub: '7' }), {
    client: { headers: async () => ({ authorization: 'Bearer mine' }) },
  });
  expect([await both.status(), both.asked[0]?.authorization]).toEqual([200, 'Bearer mine']);
});

test('options that cannot be used are refused at start', () => {
  const good = { endpoint: 'https://login.example/i', client: { id: 'a', secret: 'b' } };
  const make = (more: object) => () => introspection({ ...good, ...more } as IntrospectionOptions);
  expect(make({})).not.toThrow();
  expect(make({ endpoint: 'http://login.example/i' })).toThrow(/https/);
  for (const more of [{ client: {} }, { client: { id: 'a', secret: '' } }, { client: undefined }])
    expect(make(more)).toThrow(/client/);
  for (const cacheSeconds of ['30', Number.NaN, -1, Number.POSITIVE_INFINITY])
    expect(make({ cacheSeconds })).toThrow(/cacheSeconds/);
  expect(make({ timeout: 5 })).toThrow(/timeout/);
});

test.each([{ exp: '5' }, { exp: null }, { nbf: '99999999999' }, { exp: [5] }, { nbf: {} }])(
  'an answer whose times cannot be read lets nobody pass: %o',
  async (times) => {
    const both = await serveBoth(() => ({ active: true, sub: '7', ...times }));
    expect(await both.status()).toBe(503);
    expect(await both.status()).toBe(503);
  },
);
