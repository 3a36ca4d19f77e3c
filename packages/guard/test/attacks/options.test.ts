import { createSecretKey, generateKeyPairSync, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { express } from '../../src/express.ts';
import { fastify } from '../../src/fastify.ts';
import { hono } from '../../src/hono.ts';
import {
  ability,
  allOf,
  allowIps,
  anyOf,
  apiKey,
  authenticated,
  basic,
  bearer,
  clientCertificate,
  createGuard,
  csrf,
  denyIps,
  flag,
  GuardError,
  hidden,
  introspection,
  jwtCookie,
  memoryJournal,
  not,
  owner,
  permission,
  plan,
  predicate,
  rateLimit,
  redirectToLogin,
  requestMeets,
  requirement,
  role,
  scope,
  sealWith,
  session,
  shadow,
  signedIn,
  stepUp,
  tenant,
} from '../../src/index.ts';
import { jsonLines, postgresJournal, redisJournal, sqlite } from '../../src/journal.ts';
import { koa } from '../../src/koa.ts';
import { nest } from '../../src/nest.ts';
import { next } from '../../src/next.ts';
import { node } from '../../src/node.ts';
import { openTelemetry } from '../../src/otel.ts';
import { memoryStore, postgresStore, redisStore } from '../../src/store.ts';
import { upgrade } from '../../src/upgrade.ts';
import { web } from '../../src/web.ts';
import { bearerOf } from '../contract/callers.ts';

const KEY = 'a key of the tests that is long enough: 32 bytes';
const run = () => undefined;
const people = session({ cookie: 'sid', find: run });

/** What is thrown, in a form that a table can hold. */
async function faultOf(work: () => unknown): Promise<GuardError> {
  try {
    await work();
  } catch (error) {
    expect(error).toBeInstanceOf(GuardError);
    const fault = error as GuardError;
    expect(fault.message).toMatch(/^[^\n]{10,300}$/);
    expect(fault.hint).toMatch(/^[^\n]{5,300}$/);
    return fault;
  }
  throw new Error('nothing was refused');
}

// biome-ignore lint/suspicious/noExplicitAny: bad values are of any type.
type Any = any;
type Make = (options: Any) => unknown;

/** Every maker with options: good ones, and which values each option takes. */
const MAKERS: Readonly<Record<string, { make: Make; good: Any; kinds: Readonly<Record<string, string>> }>> = {
  createGuard: {
    make: createGuard,
    good: {},
    kinds: {
      authenticate: 'object',
      journal: 'object',
      disclose: 'name',
      seal: 'object',
      trustProxies: 'count',
      forwardedBy: 'name',
      realm: 'text',
      deadlineMs: 'count',
      observe: 'function',
      onDenied: 'prompt',
      onFault: 'function',
      now: 'prompt',
      makeId: 'prompt',
    },
  },
  bearer: {
    make: bearer,
    good: { issuer: 'https://a.example', audience: 'x', key: KEY },
    kinds: {
      issuer: 'text',
      audience: 'text',
      key: 'key',
      jwks: 'text',
      algorithms: 'list',
      clockTolerance: 'amount',
      type: 'text',
      revoked: 'function',
      caller: 'prompt',
      resourceMetadata: 'text',
      remember: 'count0',
    },
  },
  session: { make: session, good: { cookie: 'sid', find: run }, kinds: { cookie: 'token', find: 'function' } },
  apiKey: { make: apiKey, good: { find: run }, kinds: { header: 'token', find: 'function' } },
  basic: { make: basic, good: { find: run }, kinds: { find: 'function' } },
  clientCertificate: {
    make: clientCertificate,
    good: { certificate: run, find: run },
    kinds: { certificate: 'prompt', find: 'function' },
  },
  rateLimit: {
    make: rateLimit,
    good: { limit: 1, windowSeconds: 1 },
    kinds: {
      limit: 'count',
      windowSeconds: 'count',
      name: 'token',
      by: 'name',
      store: 'object',
      ipv6Prefix: 'count',
      storeDeadlineMs: 'count',
      onStoreDown: 'name',
    },
  },
  csrf: {
    make: csrf,
    good: { keys: KEY },
    kinds: {
      keys: 'key',
      session: 'prompt',
      cookie: 'token',
      header: 'token',
      field: 'text',
      origins: 'list',
      maxAgeSeconds: 'count',
      secure: 'flag',
      unlessBearer: 'flag',
    },
  },
  stepUp: { make: stepUp, good: { amr: ['mfa'] }, kinds: { acr: 'list', amr: 'list', maxAge: 'amount' } },
  owner: {
    make: (given) => owner(run, given),
    good: {},
    kinds: { what: 'text', property: 'text', of: 'prompt' },
  },
  tenant: {
    make: (given) => tenant(run, given),
    good: {},
    kinds: { what: 'text', property: 'text', of: 'prompt' },
  },
  ability: {
    make: (given) => ability('read', given),
    good: { of: run, subject: 'Post' },
    kinds: { of: 'function', subject: 'text' },
  },
  flag: {
    make: (given) => flag('x', given),
    good: { on: () => true },
    kinds: { client: 'object', on: 'function', tell: 'name' },
  },
  role: { make: (given) => role('admin', given), good: {}, kinds: { from: 'function', tell: 'name' } },
  permission: { make: (given) => permission('read', given), good: {}, kinds: { from: 'function', tell: 'name' } },
  plan: { make: (given) => plan('team', given), good: {}, kinds: { of: 'function' } },
  predicate: {
    make: (given) => predicate('x', () => true, given),
    good: {},
    kinds: { reason: 'anyText', cause: 'name', tell: 'anyText' },
  },
  requestMeets: {
    make: (given) => requestMeets('x', () => true, given),
    good: {},
    kinds: { reason: 'anyText', cause: 'name', tell: 'anyText' },
  },
  not: { make: (given) => not(authenticated(), given), good: {}, kinds: { cause: 'name' } },
  memoryStore: { make: memoryStore, good: {}, kinds: { mostKeys: 'count' } },
  redisStore: { make: redisStore, good: { send: run }, kinds: { send: 'function', prefix: 'anyText' } },
  postgresStore: {
    make: postgresStore,
    good: { client: { query: run } },
    kinds: { client: 'object', table: 'token' },
  },
  redisJournal: {
    make: redisJournal,
    good: { send: run },
    kinds: { send: 'function', prefix: 'anyText', keepSeconds: 'count', most: 'count' },
  },
  postgresJournal: {
    make: postgresJournal,
    good: { client: { query: run } },
    kinds: { client: 'object', table: 'token', keepDays: 'count', most: 'count' },
  },
  jsonLines: { make: (given) => jsonLines('/dev/null', given), good: {}, kinds: { mostBytes: 'count' } },
  sqlite: { make: (given) => sqlite(':memory:', given), good: {}, kinds: { most: 'count' } },
  upgrade: { make: (given) => upgrade(createGuard(), given), good: {}, kinds: { origins: 'list' } },
  introspection: {
    make: introspection,
    good: { endpoint: 'https://a.example/introspect', client: { id: 'a', secret: 'b' } },
    kinds: {
      endpoint: 'text',
      client: 'object',
      audience: 'text',
      issuer: 'text',
      cacheSeconds: 'count0',
      remember: 'count0',
      timeoutMs: 'count',
      skipJwts: 'flag',
      caller: 'prompt',
    },
  },
  signedIn: { make: signedIn, good: { find: run }, kinds: { find: 'function' } },
  jwtCookie: {
    make: jwtCookie,
    good: { cookie: 'jwt', issuer: 'https://a.example', audience: 'x', key: KEY },
    kinds: { cookie: 'token' },
  },
  requirement: {
    make: requirement,
    good: { kind: 'quota', demand: 'room', check: run },
    kinds: { kind: 'token', demand: 'text', asksCaller: 'flag', check: 'function' },
  },
  redirectToLogin: { make: (given) => redirectToLogin('/login', given), good: {}, kinds: { parameter: 'token' } },
  openTelemetry: { make: openTelemetry, good: {}, kinds: { name: 'text' } },
  web: { make: (given) => web(createGuard(), given), good: {}, kinds: { address: 'prompt' } },
  hono: { make: (given) => hono(createGuard(), given), good: {}, kinds: { address: 'prompt' } },
};

const NUMBERS = ['5', '', Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, null, true, {}, [], 5n];
/** Values that no option of this kind takes. */
const BAD: Readonly<Record<string, readonly unknown[]>> = {
  count: [...NUMBERS, 1.5, 1e300],
  count0: [...NUMBERS, 1.5, 1e300],
  amount: [...NUMBERS, 1e300],
  text: ['', 7, null, true, {}, []],
  anyText: [7, null, true, {}, []],
  token: ['', 'two words', 'a=b', 'a;b', 'line\nbreak', 'ü', 'x'.repeat(300), 7, null, true, {}, []],
  name: ['', 'nonsense', 'None', ' hint', 7, null, true, {}, []],
  function: ['x', 7, null, true, {}],
  prompt: ['x', 7, null, true, {}, async () => 'x', async function* () {}],
  object: ['x', 7, null, true, {}, [1], () => undefined],
  list: ['x', '', 7, null, true, {}, [7], ['']],
  flag: ['true', 'false', 0, 1, null, {}, []],
  key: ['', 7, null, true, [], [null], [7], 'short', ['short']],
};

describe.each(Object.entries(MAKERS))('the options of %s', (name, { make, good, kinds }) => {
  test('are taken where they are good', async () => {
    await make(good);
    await make({ ...good, ...Object.fromEntries(Object.keys(kinds).map((option) => [option, good[option]])) });
  });

  test.each(Object.entries(kinds))('%s is refused where it is bad, and named', async (option, kind) => {
    for (const value of BAD[kind]!) {
      const fault = await faultOf(() => make({ ...good, [option]: value }));
      const isNamed = fault.option?.name.split('.')[0] === option || fault.message.includes(` ${option} is `);
      expect([value, isNamed]).toEqual([value, true]);
    }
  });

  test('that do not exist are refused, with those that do', async () => {
    const fault = await faultOf(() => make({ ...good, windowMs: 1000 }));
    expect([fault.code, fault.option]).toEqual(['option', { name: 'windowMs', got: '1000' }]);
    expect(fault.message).toBe(`${name} has no option "windowMs".`);
    for (const option of Object.keys(kinds)) expect(fault.hint).toContain(option);
  });

  test('are an object', async () => {
    for (const value of [null, 7, 'x', () => undefined, [], [{}]]) {
      const fault = await faultOf(() => make(value));
      expect([fault.message, fault.option?.name]).toEqual([
        expect.stringMatching(/^\w+: the options must be an object, and are [^\n]+\.$/),
        'options',
      ]);
    }
  });

  test('are named where they are missing, with what they must be', async () => {
    for (const option of Object.keys(good)) {
      const { [option]: _, ...rest } = good;
      const works = await Promise.resolve(rest)
        .then(make)
        .then(
          () => true,
          () => false,
        );
      if (works) continue;
      const { message, hint } = await faultOf(() => make(rest));
      expect(message).toMatch(/: the option \w+ is missing/);
      expect(hint).toContain(option);
      // Not the words of the library that reads them.
      expect(`${message} ${hint}`).not.toMatch(/Invalid|Expected|received/);
    }
  });
});

test.each<[string, () => unknown]>([
  ['role([])', () => role([])],
  ["role('')", () => role('')],
  ['role without a name', () => (role as Any)()],
  ['permission([])', () => permission([])],
  ["permission(['read', ''])", () => permission(['read', ''])],
  ['plan([])', () => plan([])],
  ['scope()', () => scope()],
  ['scope(7)', () => (scope as Any)(7)],
  ['scope with a space', () => scope('read write')],
  ['allowIps()', () => allowIps()],
  ['denyIps()', () => denyIps()],
  ['allowIps of a list', () => (allowIps as Any)(['10.0.0.0/8'])],
  ["allowIps('')", () => allowIps('')],
  ['an empty list of trusted proxies', () => createGuard({ trustProxies: [] })],
  ['20 proxies', () => createGuard({ trustProxies: 20 })],
  ['a proxy that is no address', () => createGuard({ trustProxies: ['proxy'] })],
  ['csrf without a key', () => (csrf as Any)({})],
  ['csrf with no keys', () => csrf({ keys: [] })],
  ['csrf with one weak key of two', () => csrf({ keys: [KEY, 'weak'] })],
  ['an origin with a slash', () => csrf({ keys: KEY, origins: ['https://app.example/'] })],
  ['an origin with a path', () => csrf({ keys: KEY, origins: ['https://app.example/x'] })],
  ['an origin without a scheme', () => csrf({ keys: KEY, origins: ['app.example'] })],
  ['an origin in capitals', () => csrf({ keys: KEY, origins: ['https://App.example'] })],
  ['an origin with its default port', () => csrf({ keys: KEY, origins: ['https://app.example:443'] })],
  ['every origin', () => csrf({ keys: KEY, origins: ['*'] })],
  ['the origin null', () => csrf({ keys: KEY, origins: ['null'] })],
  ['sealing with no key', () => sealWith([])],
  ['sealing with a weak key', () => sealWith('weak')],
  ['sealing with a weak second key', () => sealWith([KEY, 'weak'])],
  ['an unknown disclosure', () => createGuard({ disclose: 'all' as Any })],
  ['a part that is no requirement', () => (allOf as Any)(authenticated)],
  ['a branch that is no requirement', () => (anyOf as Any)(authenticated(), true)],
  ['a negation of nothing', () => (not as Any)()],
  ['hiding nothing', () => (hidden as Any)(undefined)],
  ['trying out nothing', () => (shadow as Any)(null)],
  ['a trial as a branch', () => anyOf(role('admin'), shadow(role('editor')))],
  ['a hidden trial as a branch', () => anyOf(role('admin'), hidden(shadow(role('editor'))))],
  ['trials alone as a branch', () => anyOf(role('admin'), allOf(shadow(role('editor')), shadow(role('owner'))))],
  ['one trial in a group as a branch', () => anyOf(role('admin'), allOf(hidden(allOf(shadow(role('editor'))))))],
  ['the negation of trials alone', () => not(allOf(shadow(role('editor'))))],
  ['the negation of a trial', () => not(shadow(role('editor')))],
  ['a guard in place of a requirement', () => allOf(express(createGuard()) as Any)],
  ['what only has a check', () => allOf({ check: run } as Any)],
  ...(['kind', 'demand', 'knows', 'asksCaller', 'check'] as const).map((member): [string, () => unknown] => [
    `a requirement without its ${member}`,
    () => hidden({ ...authenticated(), [member]: undefined } as Any),
  ]),
  ['two parts that are hidden', () => (hidden as Any)(authenticated(), role('admin'))],
  ['two parts that are tried out', () => (shadow as Any)(authenticated(), role('admin'))],
  ['a known caller with a role', () => (authenticated as Any)(role('admin'))],
  ['an authenticator without a scheme', () => createGuard({ authenticate: { ...people, scheme: undefined } as Any })],
  ['an authenticator of an empty scheme', () => createGuard({ authenticate: { ...people, scheme: '' } })],
  [
    'an authenticator of a kind that does not exist',
    () => createGuard({ authenticate: { ...people, kind: 'robot' } as Any }),
  ],
  [
    'an authenticator whose issuer is no text',
    () => createGuard({ authenticate: [people, { ...people, issuer: 7 } as Any] }),
  ],
  [
    'an authenticator that makes promises of challenges',
    () => createGuard({ authenticate: { ...people, challenge: async () => 'x' } as Any }),
  ],
  ['a header of proxies without proxies', () => createGuard({ forwardedBy: 'forwarded' })],
  ['an API key in the cookies', () => apiKey({ header: 'Cookie', find: run as Any })],
  ['an API key in what browsers say of themselves', () => apiKey({ header: 'sec-fetch-site', find: run as Any })],
  ['a CSRF token in the cookies alone', () => csrf({ keys: KEY, header: 'cookie' })],
  ['owner without a load', () => (owner as Any)()],
  ['a predicate without a name', () => predicate('', () => true)],
  ['a predicate without a test', () => (predicate as Any)('x')],
  ['a step-up that demands nothing', () => stepUp({})],
  ['a step-up by two classes in one text', () => stepUp({ acr: ['silver gold'] })],
  ['a step-up by what no challenge can hold', () => stepUp({ acr: ['a"b'] })],
  ['all of nothing', () => allOf()],
  ['any of nothing', () => anyOf()],
  ['all of nothing, deep within', () => anyOf(role('admin'), allOf(...[]))],
  ['a flag that nothing knows of', () => flag('x', {})],
  ['a flag that two know of', () => flag('x', { on: () => true, client: { getBooleanDetails: run as Any } })],
  [
    'keys and a set of keys',
    () => bearer({ issuer: 'https://a.example', audience: 'x', key: KEY, jwks: { keys: [] } }),
  ],
  [
    'algorithms that no key is for',
    () => bearer({ issuer: 'https://a.example', audience: 'x', key: KEY, algorithms: ['RS256', 'EdDSA'] }),
  ],
  [
    'algorithms that no key of a set is for',
    () => bearer({ issuer: 'https://a.example', audience: 'x', jwks: { keys: [jwk] }, algorithms: ['RS256'] }),
  ],
  ['a tolerance of years', () => bearer({ issuer: 'https://a.example', audience: 'x', key: KEY, clockTolerance: 1e9 })],
  [
    'metadata at no URL',
    () => bearer({ issuer: 'https://a.example', audience: 'x', key: KEY, resourceMetadata: 'x"y\r\nX: y' }),
  ],
  [
    'metadata without https',
    () => bearer({ issuer: 'https://a.example', audience: 'x', key: KEY, resourceMetadata: 'x' }),
  ],
  ['a realm in two lines', () => createGuard({ realm: 'a\nb' })],
  ['a realm that no header can hold', () => createGuard({ realm: 'ü' })],
  ['a pattern of origins', () => csrf({ keys: KEY, origins: ['https://*.a.example'] })],
  ['no origins', () => csrf({ keys: KEY, origins: [] })],
  ['no origins of handshakes', () => upgrade(createGuard(), { origins: [] })],
  ['a CSRF cookie that browsers drop', () => csrf({ keys: KEY, secure: false, cookie: '__Host-csrf' })],
  [
    'a CSRF cookie that browsers drop, in small letters',
    () => csrf({ keys: KEY, secure: false, cookie: '__secure-x' }),
  ],
  ['a CSRF cookie that is kept from scripts', () => csrf({ keys: KEY, cookie: '__Host-Http-csrf' })],
  ['a CSRF cookie that can be planted', () => csrf({ keys: KEY, cookie: 'csrf' })],
  ['CSRF keys that anybody has', () => csrf({ keys: [KEY, pem] })],
  ['sealing with what anybody has', () => sealWith(bare)],
  ['a journal in no file', () => jsonLines('')],
  ['a journal in nothing', () => (jsonLines as Any)()],
  ['a journal in no folder', () => jsonLines('/nowhere/at/all/denials.jsonl')],
  ['a journal in a file in a file', () => jsonLines(join(import.meta.filename, 'denials.jsonl'))],
  ['a journal that is a folder', () => jsonLines(import.meta.dirname)],
  ['a database in no file', () => sqlite('')],
  ['a database in no folder', () => sqlite('/nowhere/at/all/denials.db')],
  ['a login at no path', () => redirectToLogin('')],
  ['a login at another server', () => redirectToLogin('//evil.example')],
  [
    'a URL with a password',
    () => introspection({ endpoint: 'https://u:p@a.example/', client: { id: 'a', secret: 'b' } }),
  ],
  ['an adapter over nothing', () => (express as Any)()],
  ['an adapter over no guard', () => (express as Any)({})],
  ['fastify over no guard', () => (fastify as Any)({})],
  ['koa over no guard', () => (koa as Any)({})],
  ['nest over no guard', () => (nest as Any)({})],
  ['next over no guard', () => (next as Any)({})],
  ['hono over no guard', () => (hono as Any)({})],
  ['web over no guard', () => (web as Any)({})],
  ['upgrade over no guard', () => (upgrade as Any)({})],
  ['node over no guard', () => (node as Any)(null)],
  ['a route of node without a handler', () => (node(createGuard()) as Any)(denyIps('10.0.0.1'))],
  ['a route of web without a handler', () => (web(createGuard()) as Any)(denyIps('10.0.0.1'))],
  ['a route of next without a handler', () => (next(createGuard()) as Any)(denyIps('10.0.0.1'))],
  ['a route of fastify without a handler', () => (fastify(createGuard()).route as Any)(denyIps('10.0.0.1'))],
  ['a handshake that nobody accepts', () => (upgrade(createGuard()) as Any)(denyIps('10.0.0.1'))],
  ['a guard in a list', () => createGuard([] as Any)],
  ['a journal of no size', () => memoryJournal(0)],
  ['a journal of half a size', () => memoryJournal(0.5)],
  ['a route with hide misspelt', () => node(createGuard())(denyIps('10.0.0.1'), run, { hiden: true } as Any)],
  ['a route that is hidden by a text', () => node(createGuard())(denyIps('10.0.0.1'), run, { hide: 'false' } as Any)],
  ['a route in shadow mode by a number', () => node(createGuard())(denyIps('10.0.0.1'), run, { shadow: 1 } as Any)],
  ['a guard over no requirement', () => createGuard().accept(undefined as Any)],
  ['an issuer that is no URL', () => bearer({ issuer: 'issuer', audience: 'x' })],
  ['an issuer without https', () => bearer({ issuer: 'http://issuer.example', audience: 'x' })],
])('%s is refused when the server starts', async (_name, work) => {
  const { option } = await faultOf(work);
  expect(option?.name).toMatch(/^.{2,60}$/);
  expect(option?.got).toMatch(/^[^\n]{1,300}$/);
});

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const weakRsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string;
const bare = pem.replace(/-----[^-]*-----/g, '').trim();
const jwk = publicKey.export({ format: 'jwk' });
const rsaJwk = rsa.publicKey.export({ format: 'jwk' });
const point = Buffer.concat([
  Buffer.from([4]),
  ...[jwk.x, jwk.y].map((part) => Buffer.from(part as string, 'base64url')),
]);
const ssh = Buffer.concat([
  Buffer.from([0, 0, 0, 11]),
  Buffer.from('ssh-ed25519'),
  Buffer.from([0, 0, 0, 32]),
  randomBytes(32),
]);
const der = (key: Any, type: Any) => key.export({ format: 'der', type });

test.each<[string, unknown]>([
  ['PEM without its lines', bare],
  ['PEM without its lines and breaks', bare.replaceAll('\n', '')],
  ['PEM without its first line', pem.split('\n').slice(1).join('\n')],
  ['PEM of nonsense', '-----BEGIN PUBLIC KEY-----\nnonsense\n-----END PUBLIC KEY-----'],
  ['PEM that was cut', pem.slice(0, 120)],
  [
    'RSA without its lines',
    rsa.publicKey
      .export({ format: 'pem', type: 'pkcs1' })
      .toString()
      .replace(/-----.*-----/g, ''),
  ],
  ['DER as base64url', der(publicKey, 'spki').toString('base64url')],
  ['DER as hexadecimal', der(publicKey, 'spki').toString('hex')],
  ['DER as bytes', der(publicKey, 'spki')],
  ['a private key as DER', der(privateKey, 'pkcs8')],
  ['a private key as SEC1', der(privateKey, 'sec1').toString('base64')],
  ['PEM as bytes', Buffer.from(pem)],
  ['a JWK as text', JSON.stringify(jwk)],
  ['PEM in base64', Buffer.from(pem).toString('base64')],
  ['PEM in base64 of lines', Buffer.from(pem).toString('base64').replace(/.{64}/g, '$&\n')],
  ['PEM in base64 in base64', Buffer.from(Buffer.from(pem).toString('base64')).toString('base64url')],
  ['PEM in hexadecimal', Buffer.from(pem).toString('hex')],
  ['a JWK in base64', Buffer.from(JSON.stringify(jwk)).toString('base64')],
  ['a set in base64', Buffer.from(JSON.stringify({ keys: [jwk] })).toString('base64url')],
  ['a list of JWKs', JSON.stringify([jwk])],
  ['the URL of a set', 'https://login.example.com/.well-known/jwks.json'],
  ['a URL of data', `data:application/x-pem-file;base64,${bare}`],
  ['the path of a file', './config/keys/jwt-signing-public'],
  ['the whole path of a file', '/run/secrets/the-key-that-signs-tokens'],
  ['a path of Windows', 'C:\\keys\\jwt-signing-public-key-of-tests'],
  ['the name of a file', 'the-public-key-that-signs-all-tokens.pem'],
  ['a point in hexadecimal', point.toString('hex')],
  ['a point in hexadecimal with colons', point.toString('hex').replace(/(..)(?=.)/g, '$1:')],
  ['a point in base64', point.toString('base64')],
  ['a point as bytes', point],
  ['a modulus', rsaJwk.n],
  [
    'a modulus as OpenSSL says it',
    `Modulus=${Buffer.from(rsaJwk.n as string, 'base64url')
      .toString('hex')
      .toUpperCase()}`,
  ],
  ['a key of SSH2', `---- BEGIN SSH2 PUBLIC KEY ----\n${ssh.toString('base64')}\n---- END SSH2 PUBLIC KEY ----`],
  ['a key of OpenSSH without its name', ssh.toString('base64')],
  ['a token', `${bearerOf().authorization!.slice(7)}`],
  ['PEM in a KeyObject', createSecretKey(Buffer.from(pem))],
  ['PEM in a JWK', { kty: 'oct', k: Buffer.from(pem).toString('base64url') }],
  ['a key of OpenSSH', `ssh-rsa ${bare}`],
  ['RSA of 1024 bits', weakRsa.publicKey],
  ['a JWK for encryption', { ...publicKey.export({ format: 'jwk' }), use: 'enc' }],
  ['a JWK of nonsense', { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' }],
  ['a short secret', 'too short'],
  ['a short secret as bytes', randomBytes(31)],
  ['a good key and a bad one', [KEY, bare]],
])('a key that is %s is refused, in plain words and without the key', async (_name, key) => {
  const fault = await faultOf(() => bearer({ issuer: 'https://a.example', audience: 'x', key: key as Any }));
  expect(fault.code).toMatch(/^(?:key-unusable|weak-secret)$/);
  expect(`${fault.message} ${fault.hint}`).not.toMatch(/error:|asn1|DECODER|routines/i);
  expect(fault.message).not.toContain(bare.slice(0, 20));
});

test.each<[string, unknown]>([
  ['PEM', pem],
  ['PEM with CRLF', pem.replaceAll('\n', '\r\n')],
  ['a private key in PEM, whose public half counts', privateKey.export({ format: 'pem', type: 'pkcs8' })],
  ['a JWK', publicKey.export({ format: 'jwk' })],
  ['a KeyObject', publicKey],
  ['a secret', KEY],
  ['a secret of 32 random bytes', randomBytes(32)],
  ['a secret in base64', randomBytes(32).toString('base64')],
  ['a secret in base64url', randomBytes(48).toString('base64url')],
  ['a secret in hexadecimal', randomBytes(32).toString('hex')],
])('a key that is %s is taken', (_name, key) => {
  expect(() => bearer({ issuer: 'https://a.example', audience: 'x', key: key as Any })).not.toThrow();
});

test('what only looks a little like a key is a secret: of the size of a modulus, of a point, or near a text', () => {
  const modulus = Buffer.from(rsaJwk.n as string, 'base64url');
  const [even, small] = [Buffer.from(modulus), Buffer.from(modulus)];
  even[255]! &= 0xfe;
  small[0]! &= 0x7f;
  const off = Buffer.from(point);
  off[64]! ^= 1;
  const five = Buffer.from(point);
  five[0] = 5;
  const secrets = [
    even.toString('base64url'),
    small.toString('hex'),
    modulus.subarray(1).toString('hex'),
    Buffer.alloc(256, 0x81).toString('base64'),
    off.toString('hex'),
    five,
    'a secret that is written with: colons, = signs and ../ paths within',
    'it ends with -----'.slice(0, -1).padEnd(40, '.'),
    `${'x'.repeat(40)}://`,
    'xssh-rsa and other words that make a long secret',
  ];
  for (const key of secrets) expect(() => bearer({ issuer: 'https://a.example', audience: 'x', key })).not.toThrow();
});

test('no random secret, however it is written, is taken for a key of another kind', () => {
  const forms = ['base64', 'base64url', 'hex', 'latin1'] as const;
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 64 }), fc.constantFrom(...forms), (bytes, form) => {
      const key = Buffer.from(bytes).toString(form);
      expect(() => bearer({ issuer: 'https://a.example', audience: 'x', key })).not.toThrow();
    }),
  );
});

test('no random bytes are taken for a key of another kind', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 64 }), (bytes) => {
      expect(() => bearer({ issuer: 'https://a.example', audience: 'x', key: bytes })).not.toThrow();
    }),
  );
});

test('whatever is given as an option is taken, or refused with a GuardError that shows no secret', async () => {
  const makers = Object.entries(MAKERS).flatMap(([name, { make, good, kinds }]) =>
    Object.keys(kinds).map((option) => ({ name, make, good, option })),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...makers), fc.anything(), async ({ make, good, option }, value) => {
      try {
        await make({ ...good, [option]: value });
      } catch (error) {
        expect(error).toBeInstanceOf(GuardError);
        if (/^keys?$/.test(option))
          expect((error as GuardError).option?.got ?? 'a value that is not shown').toBe('a value that is not shown');
      }
    }),
    { numRuns: 3000 },
  );
});
