import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
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
  memoryJournal,
  not,
  owner,
  permission,
  plan,
  predicate,
  rateLimit,
  requestMeets,
  role,
  scope,
  sealWith,
  session,
  shadow,
  stepUp,
  tenant,
} from '../../src/index.ts';
import { jsonLines, postgresJournal, redisJournal, sqlite } from '../../src/journal.ts';
import { node } from '../../src/node.ts';
import { memoryStore, postgresStore, redisStore } from '../../src/store.ts';
import { upgrade } from '../../src/upgrade.ts';

const KEY = 'a key of the tests that is long enough: 32 bytes';
const run = () => undefined;

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
      onFault: 'function',
      now: 'function',
      makeId: 'function',
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
      caller: 'function',
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
    kinds: { certificate: 'function', find: 'function' },
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
      session: 'function',
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
    kinds: { what: 'text', property: 'text', of: 'function' },
  },
  tenant: {
    make: (given) => tenant(run, given),
    good: {},
    kinds: { what: 'text', property: 'text', of: 'function' },
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
      const isNamed = fault.code !== 'option' || fault.option?.name.split('.')[0] === option;
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
    for (const value of [null, 7, 'x', () => undefined]) await faultOf(() => make(value));
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
  ['the negation of a trial', () => not(shadow(role('editor')))],
  ['owner without a load', () => (owner as Any)()],
  ['a predicate without a name', () => predicate('', () => true)],
  ['a predicate without a test', () => (predicate as Any)('x')],
  ['a step-up that demands nothing', () => stepUp({})],
  ['a journal of no size', () => memoryJournal(0)],
  ['a journal of half a size', () => memoryJournal(0.5)],
  ['a route with hide misspelt', () => node(createGuard())(denyIps('10.0.0.1'), run, { hiden: true } as Any)],
  ['a route that is hidden by a text', () => node(createGuard())(denyIps('10.0.0.1'), run, { hide: 'false' } as Any)],
  ['a route in shadow mode by a number', () => node(createGuard())(denyIps('10.0.0.1'), run, { shadow: 1 } as Any)],
  ['a guard over no requirement', () => createGuard().accept(undefined as Any)],
  ['an issuer that is no URL', () => bearer({ issuer: 'issuer', audience: 'x' })],
  ['an issuer without https', () => bearer({ issuer: 'http://issuer.example', audience: 'x' })],
])('%s is refused when the server starts', async (_name, work) => {
  await faultOf(work);
});

const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const weakRsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
const pem = publicKey.export({ format: 'pem', type: 'spki' }) as string;
const bare = pem.replace(/-----[^-]*-----/g, '').trim();
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
  ['a JWK as text', JSON.stringify(publicKey.export({ format: 'jwk' }))],
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
