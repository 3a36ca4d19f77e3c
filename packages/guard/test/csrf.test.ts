import { createServer, type IncomingMessage } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import {
  apiKey,
  authenticated,
  basic,
  bearer,
  type Csrf,
  type CsrfOptions,
  createGuard,
  csrf,
  GuardError,
  type GuardOptions,
  type Reader,
  requestMeets,
  session,
} from '../src/index.ts';
import { node } from '../src/node.ts';
import { csrfTokens, randomOf } from '../src/requirements/csrf-token.ts';
import { AUDIENCE, bearerOf, ISSUER, NOW, SECRET } from './contract/callers.ts';
import { listen } from './contract/listen.ts';
import { send } from './contract/suite.ts';
import { serve } from './serve.ts';

const KEY = 'a key for the CSRF tokens of the tests, 32 bytes or more';
const NEXT = 'the key that comes after it, also of 32 bytes or more';
const sessions = session({ cookie: 'sid', find: (id) => ({ subject: `user of ${id}`, session: id }) });

/** A server with a page that issues a token and a route that wants one. */
async function serveForms(protect: Csrf, now = () => NOW) {
  const guard = node(createGuard({ authenticate: sessions, now }));
  const page = guard(authenticated(), (req: IncomingMessage, res) => {
    const { token, setCookie } = protect.issue(req);
    res.setHeader('set-cookie', setCookie);
    res.end(token);
  });
  const post = guard(protect, (_req, res) => res.end('done'));
  const served = await listen(createServer((req, res) => (req.method === 'GET' ? page : post)(req, res)));
  onTestFinished(async () => {
    await served.close();
  });
  return {
    async issue(sid: string) {
      const answer = await send(served.origin, { headers: { cookie: `sid=${sid}` } });
      return { token: answer.body, setCookie: answer.headers['set-cookie']! };
    },
    async post(sid: string, cookie: string, sent: string, more: Record<string, string> = {}) {
      const headers = { cookie: `sid=${sid}; __Host-csrf=${cookie}`, 'x-csrf-token': sent, ...more };
      const answer = await send(served.origin, { method: 'POST', headers });
      return answer.status === 200 ? 'done' : JSON.parse(answer.body).cause;
    },
  };
}

test('issues a token that holds for its session and no other', async () => {
  const server = await serveForms(csrf({ keys: KEY }));
  const one = await server.issue('one');
  const two = await server.issue('two');
  expect(one.setCookie).toBe(`__Host-csrf=${one.token}; Path=/; SameSite=Lax; Secure; Max-Age=43200`);
  expect(await server.post('one', one.token, one.token)).toBe('done');
  expect(await server.post('one', one.token, one.token)).toBe('done');
  expect(await server.post('two', one.token, one.token)).toBe('csrf-invalid');
  expect(await server.post('one', two.token, two.token)).toBe('csrf-invalid');
  expect(await server.post('two', two.token, one.token)).toBe('csrf-invalid');
  expect(await server.post('', one.token, one.token)).toBe('csrf-invalid');
});

test('refuses forged, cut and stretched tokens', async () => {
  const server = await serveForms(csrf({ keys: KEY }));
  const { token } = await server.issue('one');
  const [time, random, mac] = token.split('.') as [string, string, string];
  const forged = [
    'x',
    `${time}.${random}`,
    `${time}.${random}.${mac.slice(1)}`,
    `${time}.${random}.${mac}A`,
    `${time}.${'A'.repeat(22)}.${mac}`,
    `zzzzzz.${random}.${mac}`,
    `${time}.${random}.${'A'.repeat(43)}`,
    'a'.repeat(5000),
  ];
  for (const one of forged)
    expect([one.slice(0, 30), await server.post('one', one, one)]).toEqual([one.slice(0, 30), 'csrf-invalid']);
});

test('outlives a rotation of keys by the old key, and not its removal', async () => {
  const before = await serveForms(csrf({ keys: KEY }));
  const { token } = await before.issue('one');
  const during = await serveForms(csrf({ keys: [NEXT, KEY] }));
  expect(await during.post('one', token, token)).toBe('done');
  const fresh = await during.issue('one');
  const after = await serveForms(csrf({ keys: [NEXT] }));
  expect(await after.post('one', token, token)).toBe('csrf-invalid');
  expect(await after.post('one', fresh.token, fresh.token)).toBe('done');
});

test('refuses a token that is too old, a remembered one too', async () => {
  let time = NOW;
  const server = await serveForms(csrf({ keys: KEY, maxAgeSeconds: 100 }), () => time);
  const { token } = await server.issue('one');
  expect(await server.post('one', token, token)).toBe('done');
  time += 101_000;
  expect(await server.post('one', token, token)).toBe('csrf-invalid');
});

test('refuses when the cookie came twice, since one of them may be planted', async () => {
  const server = await serveForms(csrf({ keys: KEY }));
  const { token } = await server.issue('one');
  expect(await server.post('one', `${token}; __Host-csrf=${token}`, token)).toBe('csrf-missing');
});

test('refuses other origins by Sec-Fetch-Site and Origin, and takes the own one', async () => {
  const server = await serveForms(csrf({ keys: KEY }));
  const { token } = await server.issue('one');
  const post = (more: Record<string, string>) => server.post('one', token, token, more);
  expect(await post({ 'sec-fetch-site': 'same-origin' })).toBe('done');
  expect(await post({ 'sec-fetch-site': 'none' })).toBe('done');
  expect(await post({ 'sec-fetch-site': 'same-site' })).toBe('origin-rejected');
  expect(await post({ 'sec-fetch-site': 'cross-site' })).toBe('origin-rejected');
  expect(await post({ 'sec-fetch-site': 'nonsense' })).toBe('origin-rejected');
  expect(await post({ origin: 'null' })).toBe('origin-rejected');
  expect(await post({ origin: 'https://evil.example' })).toBe('origin-rejected');
  expect(await post({ host: 'app.example', origin: 'https://app.example' })).toBe('done');
  expect(await post({ host: 'app.example', origin: 'https://app.example.evil.example' })).toBe('origin-rejected');
  const listed = await serveForms(csrf({ keys: KEY, origins: ['https://app.example'] }));
  const mine = (await listed.issue('one')).token;
  expect(await listed.post('one', mine, mine, { origin: 'https://app.example', 'sec-fetch-site': 'cross-site' })).toBe(
    'done',
  );
  expect(await listed.post('one', mine, mine, { host: 'evil.example', origin: 'https://evil.example' })).toBe(
    'origin-rejected',
  );
});

test('asks nothing of safe methods', async () => {
  const guarded = await serve(csrf({ keys: KEY }), {});
  expect((await guarded.ask({}, { method: 'GET' })).status).toBe(200);
  expect((await guarded.ask({}, { method: 'HEAD' })).status).toBe(200);
  expect((await guarded.ask({}, { method: 'POST' })).status).toBe(403);
});

test('wants a cookie that cannot be planted, and a key that is long enough', () => {
  expect(() => csrf({ keys: KEY, cookie: 'csrf' })).toThrow(GuardError);
  expect(() => csrf({ keys: 'short' })).toThrow(GuardError);
  expect(() => csrf({ keys: KEY, cookie: 'csrf', secure: false })).not.toThrow();
});

test('lets several tabs be open: a newer token leaves an older one valid', async () => {
  let time = NOW;
  const guard = node(createGuard({ authenticate: sessions, now: () => time }));
  const forms = csrf({ keys: KEY, maxAgeSeconds: 100 });
  const page = guard(forms, (req, res) => {
    const { token, setCookie } = forms.issue(req);
    res.setHeader('set-cookie', setCookie);
    res.end(token);
  });
  const served = await listen(createServer(page));
  onTestFinished(async () => {
    await served.close();
  });
  let jar = '';
  const open = async (sid: string) => {
    const answer = await send(served.origin, { headers: { cookie: `sid=${sid}; ${jar}` } });
    jar = answer.headers['set-cookie']!.split(';')[0]!;
    return answer.body;
  };
  const post = async (sid: string, token: string) => {
    const headers = { cookie: `sid=${sid}; ${jar}`, 'x-csrf-token': token };
    return (await send(served.origin, { method: 'POST', headers })).status;
  };
  const first = await open('one');
  time += 60_000;
  const second = await open('one');
  expect(second).not.toBe(first);
  expect([await post('one', first), await post('one', second)]).toEqual([200, 200]);
  time += 60_000;
  // Each token lives its own time: a newer one does not make an older one younger.
  expect([await post('one', first), await post('one', second)]).toEqual([403, 200]);
  // Another session gets another random part, and what the first one had is void.
  const other = await open('two');
  expect(other.split('.')[1]).not.toBe(second.split('.')[1]);
  expect([await post('two', second), await post('one', second), await post('two', other)]).toEqual([403, 403, 200]);
});

test('a stranger’s token of the same server does not fit another stranger’s cookie', async () => {
  const forms = csrf({ keys: KEY });
  const guarded = await serve(forms, {});
  const mine = forms.issue({}, { session: '' }).token;
  const theirs = forms.issue({}, { session: '' }).token;
  const post = async (cookie: string, token: string) =>
    (await guarded.ask({ cookie: `__Host-csrf=${cookie}`, 'x-csrf-token': token }, { method: 'POST' })).status;
  expect([await post(mine, mine), await post(mine, theirs), await post(theirs, mine)]).toEqual([200, 403, 403]);
});

test('binds a token at login to the session that begins', async () => {
  const server = await serveForms(csrf({ keys: KEY }), Date.now);
  const forms = csrf({ keys: KEY });
  const { token } = forms.issue({}, { session: 'new' });
  expect(await server.post('new', token, token)).toBe('done');
  expect(await server.post('', token, token)).toBe('csrf-invalid');
});

test.each<[string, unknown]>([
  ['undefined', undefined],
  ['null', null],
  ['an object', {}],
  ['a promise', Promise.resolve('one')],
])('issues no token for a session whose id is %s', async (_name, id) => {
  const forms = csrf({ keys: KEY });
  expect(() => forms.issue({}, { session: id as string })).toThrow(/a session without an id/);
});

test('binds a token to a session whose id is a number, as a database has it', async () => {
  const server = await serveForms(csrf({ keys: KEY }), Date.now);
  const { token } = csrf({ keys: KEY }).issue({}, { session: 7 as unknown as string });
  expect(await server.post('7', token, token)).toBe('done');
});

test('says where a token is issued that could never fit, since nobody was asked who calls', async () => {
  const forms = csrf({ keys: KEY });
  const guard = node(createGuard({ authenticate: sessions }));
  const errors: unknown[] = [];
  const page = guard(
    requestMeets('anything', () => true),
    (req, res) => {
      try {
        forms.issue(req);
      } catch (error) {
        errors.push(error);
      }
      res.end();
    },
  );
  const served = await listen(createServer(page));
  await send(served.origin, { headers: { cookie: 'sid=one' } });
  await served.close();
  expect(errors).toMatchObject([
    { name: 'GuardError', code: 'csrf-unasked', hint: expect.stringContaining('csrf requirement itself') },
  ]);
  expect(() => forms.issue({})).toThrow(/has not asked who calls/);
});

test('is left out for a bearer token and an API key where that is wanted, never for what browsers send by themselves', async () => {
  const find = () => ({ subject: '7' });
  const authenticate = [
    bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET }),
    apiKey({ find }),
    basic({ find }),
    sessions,
  ];
  const guarded = await serve(csrf({ keys: KEY, unlessBearer: true }), { authenticate, now: () => NOW });
  const post = async (headers: Record<string, string>) => (await guarded.ask(headers, { method: 'POST' })).status;
  expect(await post(bearerOf())).toBe(200);
  expect(await post({ 'x-api-key': 'key' })).toBe(200);
  expect(await post({ authorization: `Basic ${btoa('a:b')}` })).toBe(403);
  expect(await post({ cookie: 'sid=one' })).toBe(403);
  expect(await post({})).toBe(403);
});

test.each<[string, unknown]>([
  ['a promise', Promise.resolve('one')],
  ['an object', {}],
  ['true', true],
])('a session that is named by %s is no name for everybody: 503, and no token', async (_name, named) => {
  const protect = csrf({ keys: KEY, session: () => named as never });
  const server = await serveForms(csrf({ keys: KEY, session: () => '[object Promise]' }));
  const { token } = await server.issue('one');
  const guarded = await serve(protect, { authenticate: sessions, now: () => NOW, onFault: () => undefined });
  const headers = { cookie: `sid=one; __Host-csrf=${token}`, 'x-csrf-token': token };
  expect((await guarded.ask(headers, { method: 'POST' })).status).toBe(503);
  expect(() => protect.issue({} as IncomingMessage)).toThrow(TypeError);
});

/** What a request with these headers and this requirement comes to: `passed`, or the cause of its refusal. */
async function judge(protect: Csrf, headers: Record<string, string>, options: GuardOptions = {}) {
  const guarded = await serve(protect, {
    authenticate: sessions,
    now: () => NOW,
    onFault: () => undefined,
    ...options,
  });
  const { status, body } = await guarded.ask(headers, { method: 'POST' });
  return status === 200 ? 'passed' : status === 503 ? 'fault' : JSON.parse(body).cause;
}

/** A token for a session, made so many seconds before the request. */
function tokenOf(session: string, ageSeconds = 0, key = KEY): string {
  return csrfTokens(key, 1e9).make(session, NOW / 1000 - ageSeconds);
}
const sent = (token: string, more: Record<string, string> = {}) => ({
  cookie: `sid=one; __Host-csrf=${token}`,
  'x-csrf-token': token,
  ...more,
});

test('a token holds for as long as it may, to the second, and not from the future', async () => {
  const protect = csrf({ keys: KEY, maxAgeSeconds: 60 });
  expect(await judge(protect, sent(tokenOf('one', 60)))).toBe('passed');
  expect(await judge(protect, sent(tokenOf('one', 62)))).toBe('csrf-invalid');
  expect(await judge(protect, sent(tokenOf('one', -60)))).toBe('passed');
  expect(await judge(protect, sent(tokenOf('one', -62)))).toBe('csrf-invalid');
});

/** In whole seconds. */
const AT = Math.floor(NOW / 1000);

test('a token that was right once is judged by its age each time', () => {
  const tokens = csrfTokens(KEY, 60);
  const token = tokens.make('one', AT);
  expect(tokens.fault(token, 'one', AT)).toBeUndefined();
  expect(tokens.fault(token, 'one', AT + 60)).toBeUndefined();
  expect(tokens.fault(token, 'one', AT + 61)).toBe('the token is older than 60 s');
  expect(tokens.fault(token, 'one', AT - 61)).toBe('the token was made in the future');
  expect(tokens.fault(token, 'two', AT)).toContain('another session');
  expect(tokens.fault(token, 'one', AT)).toBeUndefined();
});

test('a token has one spelling, one form and one length', () => {
  const tokens = csrfTokens(KEY, 60);
  const token = tokens.make('one', AT);
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const last = alphabet.indexOf(token.at(-1)!);
  // The last letter carries two bits that no byte needs: its neighbours decode alike.
  for (const other of [last ^ 1, last ^ 2, last ^ 3]) {
    expect(tokens.fault(token.slice(0, -1) + alphabet[other], 'one', AT)).toContain('another session');
  }
  for (const bad of ['', 'x', ` ${token}`, `${token} `, `${token}A`, `x.${token}`, 'a'.repeat(101), token.repeat(50)]) {
    expect(tokens.fault(bad, 'one', AT)).toBe('the token is not one of ours');
    expect(randomOf(bad)).toBeUndefined();
  }
  expect(randomOf(token)).toBe(token.split('.')[1]);
});

test.each<[string, Record<string, string>, string]>([
  ['no cookie', { cookie: 'sid=one', 'x-csrf-token': tokenOf('one') }, 'csrf-missing'],
  ['an empty cookie', { cookie: 'sid=one; __Host-csrf=', 'x-csrf-token': tokenOf('one') }, 'csrf-missing'],
  ['no token', { cookie: `sid=one; __Host-csrf=${tokenOf('one')}` }, 'csrf-missing'],
  ['an empty token', { cookie: `sid=one; __Host-csrf=${tokenOf('one')}`, 'x-csrf-token': '' }, 'csrf-missing'],
  ['two that are no tokens', sent('x'), 'csrf-invalid'],
  [
    'two of other browsers',
    { cookie: `sid=one; __Host-csrf=${tokenOf('one')}`, 'x-csrf-token': tokenOf('one') },
    'csrf-invalid',
  ],
  ['another session’s', sent(tokenOf('two')), 'csrf-invalid'],
  ['another key’s', sent(tokenOf('one', 0, NEXT)), 'csrf-invalid'],
])('a request with %s is refused as it should be', async (_name, headers, cause) => {
  expect(await judge(csrf({ keys: KEY }), headers)).toBe(cause);
});

test('the caller hears where the token goes, of a missing one and of a wrong one, and nothing of it for an origin', async () => {
  const protect = csrf({ keys: KEY, header: 'X-Own', field: 'own', cookie: '__Host-own' });
  const guarded = await serve(protect, { authenticate: sessions });
  const required = async (headers: Record<string, string>) =>
    JSON.parse((await guarded.ask({ cookie: 'sid=one', ...headers }, { method: 'POST' })).body).required;
  const told = { csrf: { cookie: '__Host-own', header: 'x-own', field: 'own' } };
  expect(await required({})).toEqual(told);
  expect(await required({ cookie: 'sid=one; __Host-own=x', 'x-own': 'x' })).toEqual(told);
  expect(await required({ origin: 'https://evil.example' })).toBeUndefined();
});

test.each<[string, CsrfOptions['session'], string]>([
  ['a text', () => 'named', 'named'],
  ['a number', () => 7 as never, '7'],
  ['null', () => null as never, ''],
  ['nothing', () => undefined, ''],
  ['an empty text', () => '', ''],
])('a session that is named by %s binds its tokens', async (_name, named, binding) => {
  const protect = csrf({ keys: KEY, session: named! });
  expect(await judge(protect, sent(tokenOf(binding)))).toBe('passed');
  expect(await judge(protect, sent(tokenOf(binding)), { authenticate: [] })).toBe('passed');
  expect(await judge(protect, sent(tokenOf('one')))).toBe('csrf-invalid');
});

test('a caller that cannot be told is a fault, and no stranger', async () => {
  const broken = session({ cookie: 'sid', find: () => Promise.reject(new Error('lost')) });
  expect(await judge(csrf({ keys: KEY }), sent(tokenOf('')), { authenticate: broken })).toBe('fault');
  expect(await judge(csrf({ keys: KEY }), { ...sent(tokenOf('')), cookie: `__Host-csrf=${tokenOf('')}` })).toBe(
    'csrf-invalid',
  );
  const token = tokenOf('');
  expect(await judge(csrf({ keys: KEY }), { cookie: `__Host-csrf=${token}`, 'x-csrf-token': token })).toBe('passed');
});

test('a session that is named is asked alone: whoever calls, and whether that can be told, counts nothing', async () => {
  let asked = 0;
  const broken = session({
    cookie: 'sid',
    find() {
      asked++;
      return Promise.reject(new Error('lost'));
    },
  });
  const protect = csrf({ keys: KEY, session: () => 'named' });
  expect(await judge(protect, sent(tokenOf('named')), { authenticate: broken })).toBe('passed');
  expect(asked).toBe(0);
});

test.each<[string, Record<string, string>, string]>([
  ['h2c', { upgrade: 'h2c' }, 'csrf-missing'],
  ['a WebSocket, by a method that is not safe', { upgrade: 'websocket' }, 'csrf-missing'],
  ['a WebSocket by its key, by a method that is not safe', { 'sec-websocket-key': 'x' }, 'csrf-missing'],
])('a request that asks for %s needs a token as any other', async (_name, headers, cause) => {
  expect(await judge(csrf({ keys: KEY }), { cookie: 'sid=one', 'sec-fetch-site': 'same-origin', ...headers })).toBe(
    cause,
  );
});

/** How a platform tells a request that this process did not receive by HTTP/1.1. */
type Told = { readonly method?: string; readonly secure?: boolean; readonly headers: Record<string, string> };
const toldReader: Reader<Told> = {
  name: 'told',
  method: ({ method }) => method ?? 'POST',
  target: () => '/',
  headers: ({ headers }) => headers,
  header: (headers: Record<string, string>, name) => headers[name],
  peer: () => '127.0.0.1',
  secure: ({ secure }) => secure,
  field: () => undefined,
  route: () => '/',
};

test.each<[string, Told, string]>([
  [
    'the own origin of a server with TLS',
    { secure: true, headers: { host: 'a.example', origin: 'https://a.example' } },
    'passed',
  ],
  [
    'the same without TLS, of a server with TLS',
    { secure: true, headers: { host: 'a.example', origin: 'http://a.example' } },
    'origin-rejected',
  ],
  [
    'the same where TLS may end before the server',
    { secure: false, headers: { host: 'a.example', origin: 'http://a.example' } },
    'passed',
  ],
  ['no host to compare with', { headers: { origin: 'https://undefined' } }, 'origin-rejected'],
  ['an empty host', { headers: { host: '', origin: 'https://' } }, 'origin-rejected'],
  [
    'CONNECT, with which HTTP/2 asks for a WebSocket',
    { method: 'CONNECT', headers: { 'sec-fetch-site': 'cross-site' } },
    'origin-rejected',
  ],
])('judges %s', async (_name, { headers, ...told }, cause) => {
  const guard = createGuard({ now: () => NOW });
  const token = tokenOf('');
  const whole = { ...told, headers: { cookie: `__Host-csrf=${token}`, 'x-csrf-token': token, ...headers } };
  const decision = await guard.decide(toldReader, whole, csrf({ keys: KEY }));
  expect(decision.allowed ? 'passed' : decision.denial.cause).toBe(cause);
});

test('a page of another site may be followed to here, whatever else than a WebSocket the request asks for', async () => {
  const ask = async (upgrade: string) => {
    const told: Told = { method: 'GET', headers: { 'sec-fetch-site': 'cross-site', upgrade } };
    return (await createGuard().decide(toldReader, told, csrf({ keys: KEY }))).allowed;
  };
  expect([await ask('h2c'), await ask('foo, WebSocket')]).toEqual([true, false]);
});

test('CONNECT from the own origin needs no token, which no page could give it', async () => {
  const told: Told = { method: 'CONNECT', headers: { 'sec-fetch-site': 'same-origin' } };
  expect(await createGuard().decide(toldReader, told, csrf({ keys: KEY }))).toMatchObject({ allowed: true });
});

/** Issues a token on a page behind `csrf()` itself, and tells what came of it. */
async function issuedTo(protect: Csrf, options: GuardOptions, headers: Record<string, string> = {}): Promise<string> {
  const issued: string[] = [];
  const page = node(createGuard({ now: () => NOW, ...options }))(protect, (req, res) => {
    try {
      issued.push(protect.issue(req).token);
    } catch (error) {
      issued.push((error as GuardError).code);
    }
    res.end();
  });
  const served = await listen(createServer(page));
  await send(served.origin, { headers });
  await served.close();
  return issued[0]!;
}

test('a visitor gets a token that holds for visitors, and not for whoever logs in', async () => {
  const protect = csrf({ keys: KEY });
  for (const options of [{ authenticate: sessions }, {}]) {
    const token = await issuedTo(protect, options);
    const headers = { cookie: `__Host-csrf=${token}`, 'x-csrf-token': token };
    expect(await judge(protect, headers)).toBe('passed');
    expect(await judge(protect, { ...headers, cookie: `sid=one; ${headers.cookie}` })).toBe('csrf-invalid');
  }
});

test('no token is issued to a caller that cannot be told', async () => {
  const broken = session({ cookie: 'sid', find: () => Promise.reject(new Error('lost')) });
  expect(await issuedTo(csrf({ keys: KEY }), { authenticate: broken }, { cookie: 'sid=one' })).toBe('csrf-unasked');
  expect(() => csrf({ keys: KEY }).issue(undefined)).toThrow(/has not asked who calls/);
});

test('a token that is issued at login fits the session also where tokens of an issuer come first', async () => {
  const protect = csrf({ keys: KEY });
  const authenticate = [bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET }), sessions];
  expect(await judge(protect, sent(tokenOf('one')), { authenticate })).toBe('passed');
});

test('with unlessBearer a key in a header needs no token, and a session that is named still does', async () => {
  const keys = apiKey({ find: (key) => ({ subject: key }) });
  const options = { authenticate: [keys, sessions] };
  const unless = { keys: KEY, unlessBearer: true };
  for (const protect of [csrf(unless), csrf({ ...unless, session: () => 'one' })]) {
    expect(await judge(protect, { 'x-api-key': 'k' }, options)).toBe('passed');
    expect(await judge(protect, { cookie: 'sid=one' }, options)).toBe('csrf-missing');
    expect(await judge(protect, sent(tokenOf('one')), options)).toBe('passed');
    expect(await judge(protect, { 'x-api-key': 'k', origin: 'https://evil.example' }, options)).toBe('origin-rejected');
  }
  // The session that is named, and not the one of the caller who is known.
  const named = csrf({ ...unless, session: () => 'named' });
  expect(await judge(named, sent(tokenOf('named')), options)).toBe('passed');
  expect(await judge(named, sent(tokenOf('one')), options)).toBe('csrf-invalid');
  const strict = csrf({ keys: KEY, session: () => 'one' });
  expect(await judge(strict, { 'x-api-key': 'k' }, options)).toBe('csrf-missing');
});

test.each([
  ['https://app.example', true],
  ['http://127.0.0.1:3000', true],
  ['http://[::1]:3000', true],
  ['chrome-extension://abcdefghijklmnop', true],
  ['capacitor://localhost', true],
  ['chrome-extension://abc/', false],
  ['https://app.example:443', false],
  ['https://a*.example', false],
  ['https://app.example?x', false],
  ['null', false],
])('the origin %s can be listed: %s', (origin, good) => {
  const make = () => csrf({ keys: KEY, origins: [origin] });
  if (good) expect(make).not.toThrow();
  else expect(make).toThrow(GuardError);
});
