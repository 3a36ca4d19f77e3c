import { expect, test } from 'vitest';
import {
  allOf,
  allowIps,
  anyOf,
  apiKey,
  authenticated,
  bearer,
  type Caller,
  createGuard,
  csrf,
  hidden,
  not,
  owner,
  plan,
  type Requirement,
  rateLimit,
  role,
  session,
  shadow,
  stepUp,
  tenant,
} from '../../src/index.ts';
import type { Reader } from '../../src/model.ts';
import { callerOf, objectOf } from '../../src/visit.ts';
import { AUDIENCE, ISSUER, NOW, SECRET, token } from '../contract/callers.ts';

interface Bare {
  readonly headers: Readonly<Record<string, string>>;
  readonly method?: string;
}
const reader: Reader<Bare> = {
  name: 'bare',
  method: ({ method }) => method ?? 'GET',
  target: () => '/',
  headers: ({ headers }) => headers,
  header: (headers, name) => headers[name],
  peer: () => '127.0.0.1',
  secure: () => true,
  field: () => undefined,
  route: () => undefined,
};

const OTHER = 'https://other.example';
const OTHER_SECRET = 'a secret of the other issuer, which is long enough too';
const sessions = session({
  cookie: 'sid',
  find: (id) => ({ subject: id, roles: id === 'boss' ? ['admin'] : [], plan: 'free', tenant: 'acme' }),
});
const tokens = bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET });
const others = bearer({ issuer: OTHER, audience: AUDIENCE, key: OTHER_SECRET });
const keys = apiKey({ find: (key) => (key === 'personal' ? { subject: '7', kind: 'person' } : { subject: key }) });
const as = (sid: string): Bare => ({ headers: { cookie: `sid=${sid}` } });
const withToken = (claims = {}): Bare => ({ headers: { authorization: `Bearer ${token(claims)}` } });
const withOther = (claims = {}): Bare => ({
  headers: { authorization: `Bearer ${token({ iss: OTHER, ...claims }, {}, OTHER_SECRET)}` },
});
const withKey = (key: string): Bare => ({ headers: { 'x-api-key': key } });

async function ask(requirement: Requirement, bare: Bare, authenticate = [sessions]) {
  const guard = createGuard({ authenticate, now: () => NOW, onFault: () => undefined });
  const decision = await guard.decide(reader, bare, requirement);
  return decision.allowed ? { status: 200, object: decision.object } : { status: decision.answer.status, decision };
}
const statusOf = async (...args: Parameters<typeof ask>) => (await ask(...args)).status;

class ObjectId {
  readonly #hex: string;
  constructor(hex: string) {
    this.#hex = hex;
  }
  toHexString(): string {
    return this.#hex;
  }
}
const HEX = '66f7c8ec7c33c6c004bbafe8';

test.each<[string, unknown, string, number]>([
  ['a text', '7', '7', 200],
  ['another text', '8', '7', 403],
  ['a number', 7, '7', 200],
  ['another number', 8, '7', 403],
  ['a BigInt', 7n, '7', 200],
  ['a BigInt beyond 2^53', 9007199254740993n, '9007199254740993', 200],
  ['a number that rounds to another id', 2 ** 53, '9007199254740992', 403],
  ['zero', 0, '0', 200],
  ['minus zero', -0, '0', 200],
  ['an ObjectId', new ObjectId(HEX), HEX, 200],
  ['another ObjectId', new ObjectId('66f7c8ec7c33c6c004bbafe9'), HEX, 403],
  ['a value of a class with toJSON', { toJSON: () => '7' }, '7', 200],
  ['a boxed number', Object(7), '7', 200],
  ['null', null, 'null', 403],
  ['undefined', undefined, 'undefined', 403],
  ['the empty text', '', '7', 403],
  ['NaN', Number.NaN, 'NaN', 403],
  ['Infinity', Number.POSITIVE_INFINITY, 'Infinity', 403],
  ['a fraction', 7.5, '7.5', 403],
  ['true', true, 'true', 403],
  ['a symbol', Symbol('7'), '7', 403],
  ['a record with an id', { id: '7' }, '[object Object]', 403],
  ['a list', ['7'], '7', 403],
  ['an id that throws', { toHexString: () => raise() }, '7', 403],
  ['an id that says another thing each time', { toJSON: () => ({}) }, '7', 403],
  ['text with blanks', ' 7', '7', 403],
  ['text with a leading zero', '07', '7', 403],
])('an owner that is %s', async (_name, ownerId, sid, status) => {
  const object = { id: 1, ownerId };
  expect(
    await statusOf(
      owner(() => object as object),
      as(sid),
    ),
  ).toBe(status);
  // Hidden, every refusal is the one of an absent object: neither 403 nor 503.
  expect(await statusOf(hidden(owner(() => object as object)), as(sid))).toBe(status === 200 ? 200 : 404);
});

function raise(): never {
  throw new Error('broken');
}

test('a hidden orphan, another’s object and an absent one are answered alike', async () => {
  const shapes = [];
  for (const object of [undefined, null, {}, { ownerId: null }, { ownerId: '9' }, { ownerId: {} }, { ownerId: 9n }]) {
    const { status, decision } = await ask(hidden(owner(() => object)), as('7'));
    const answer = decision?.allowed === false ? decision.answer : undefined;
    const id = decision?.allowed === false ? decision.denial.id : '';
    shapes.push(JSON.stringify([status, answer]).replaceAll(id, 'ID'));
  }
  expect(new Set(shapes).size).toBe(1);
});

test('of who owns a thing, not() turns only a certain no', async () => {
  const turned = (object: unknown) => statusOf(not(owner(() => object as object)), as('7'));
  expect(await turned({ ownerId: '7' })).toBe(403);
  expect(await turned({ ownerId: '9' })).toBe(200);
  expect(await turned({ ownerId: null })).toBe(200);
  expect(await turned(undefined)).toBe(404);
  expect(await turned({})).toBe(403);
  expect(await turned({ ownerId: {} })).toBe(403);
});

test.each<[string, Requirement, Bare, number]>([
  ['a plan that is not told', not(plan('free')), withToken(), 403],
  ['a tenant that is not told', not(tenant(() => ({ tenantId: 'acme' }))), withToken(), 403],
  ['a login that is not told', not(stepUp({ acr: ['gold'] })), withToken(), 401],
  ['a time of login that is not told', not(stepUp({ maxAge: 60 })), withToken(), 401],
  ['nobody who calls', not(role('banned')), { headers: {} }, 401],
  ['nobody in one branch', not(anyOf(role('banned'), allowIps('10.0.0.0/8'))), { headers: {} }, 403],
  ['a double negation of nobody', not(not(role('admin'))), { headers: {} }, 401],
  ['a hidden part of nobody', not(hidden(role('admin'))), { headers: {} }, 404],
])('not() does not open where there is %s', async (_name, requirement, bare, status) => {
  expect(await statusOf(requirement, bare, [tokens])).toBe(status);
});

test('an address that cannot be told opens no list, turned or not', async () => {
  const guard = createGuard({ trustProxies: 1 });
  for (const line of ['', 'unknown', '1.2.3', 'x'.repeat(5000)]) {
    for (const requirement of [allowIps('10.0.0.0/8'), not(allowIps('10.0.0.0/8')), not(not(allowIps('10.0.0.0/8')))]) {
      const decision = await guard.decide(reader, { headers: { 'x-forwarded-for': line } }, requirement);
      expect([line, decision.allowed]).toEqual([line, false]);
    }
  }
});

const mine = owner(() => ({ ownerId: '7' }));
test.each<[string, Bare, readonly ReturnType<typeof bearer>[], number]>([
  ['the issuer’s user', withToken(), [tokens, others], 200],
  ['the other issuer’s user of that name', withOther(), [tokens, others], 403],
  ['the other issuer’s user, where that one comes first', withOther(), [others, tokens], 200],
  ['a session of that name, beside tokens', as('7'), [tokens, sessions], 200],
  ['a token of that name, where sessions come first', withToken(), [sessions, tokens], 403],
  ['an API key of that name, beside sessions', withKey('7'), [sessions, keys], 403],
  ['an API key of that name that comes first', withKey('7'), [keys, sessions], 403],
  ['an API key that acts for a person', withKey('personal'), [sessions, keys], 200],
  ['an API key, where there is nothing else', withKey('7'), [keys], 200],
  ['a client of that name, with a token of its own', withToken({ client_id: '7' }), [tokens], 403],
  ['a client of that name without a subject', withToken({ sub: undefined, client_id: '7' }), [tokens], 403],
  ['a client of Auth0', withToken({ gty: 'client-credentials' }), [tokens], 403],
  ['a client of Okta', withToken({ cid: '7' }), [tokens], 403],
  ['a client of Entra ID', withToken({ idtyp: 'app', appid: 'x' }), [tokens], 403],
  ['a client of Entra ID that is its own subject', withToken({ appid: '7' }), [tokens], 403],
  ['a client that is its own authorized party', withToken({ azp: '7' }), [tokens], 403],
  ['a user whose authorized party is another', withToken({ azp: 'app', cid: 'app' }), [tokens], 200],
  ['a user whose client is another', withToken({ client_id: 'app' }), [tokens], 200],
])('what a person owns is for %s: %o', async (_name, bare, authenticate, status) => {
  expect(await statusOf(mine, bare, [...authenticate])).toBe(status);
});

test('another issuer’s user is of no tenant here, and says so by `of` alone', async () => {
  const ours = tenant(() => ({ tenantId: 'acme' }));
  const both = [tokens, others];
  expect(await statusOf(ours, withToken({ tenant: 'acme' }), both)).toBe(200);
  expect(await statusOf(ours, withOther({ tenant: 'acme' }), both)).toBe(403);
  const mapped = owner(() => ({ ownerId: 'other-7' }), {
    of: ({ issuer, subject }: Caller) => (issuer === OTHER ? `other-${subject}` : undefined),
  });
  expect([await statusOf(mapped, withOther(), both), await statusOf(mapped, withToken(), both)]).toEqual([200, 403]);
});

test('callers of one name and several issuers share neither a limit nor a CSRF token', async () => {
  const guard = createGuard({ authenticate: [tokens, others], now: () => NOW });
  const limit = rateLimit({ limit: 1, windowSeconds: 60, by: 'caller' });
  const allowed = [];
  for (const bare of [withToken(), withOther(), withToken(), withOther()]) {
    allowed.push((await guard.decide(reader, bare, limit)).allowed);
  }
  expect(allowed).toEqual([true, true, false, false]);
  const protect = csrf({ keys: 'a key for the CSRF tokens of the tests, 32 bytes or more' });
  const theirs = withOther();
  await guard.decide(reader, theirs, authenticated());
  const { token: issued } = protect.issue(theirs);
  const post = ({ headers }: Bare): Bare => ({
    method: 'POST',
    headers: { ...headers, cookie: `__Host-csrf=${issued}`, 'x-csrf-token': issued },
  });
  expect((await guard.decide(reader, post(withOther()), protect)).allowed).toBe(true);
  expect((await guard.decide(reader, post(withToken()), protect)).allowed).toBe(false);
});

test('the handler gets the object whatever branch lets the request pass', async () => {
  const post = { ownerId: '7' };
  let loads = 0;
  const load = owner(async () => {
    loads++;
    return post;
  });
  for (const requirement of [
    anyOf(role('admin'), load),
    anyOf(load, role('admin')),
    allOf(authenticated(), anyOf(role('admin'), load)),
    hidden(anyOf(role('admin'), load)),
    anyOf(allOf(load, role('nobody')), role('admin')),
  ]) {
    loads = 0;
    expect((await ask(requirement, as('boss'))).object).toBe(post);
    expect(loads).toBe(1 + Number(requirement.demand.startsWith('owner') || requirement.demand.startsWith('(owner')));
  }
  expect((await ask(anyOf(role('admin'), load), as('7'))).object).toBe(post);
});

test('an object that is not there is answered with 404 to whoever may see it', async () => {
  const none = anyOf(
    role('admin'),
    owner(() => undefined),
  );
  expect(await statusOf(none, as('boss'))).toBe(404);
  const lost = anyOf(
    role('admin'),
    owner(() => Promise.reject(new Error('db lost'))),
  );
  expect(await statusOf(lost, as('boss'))).toBe(503);
  const hangs = anyOf(
    role('admin'),
    owner(() => new Promise<object>(() => undefined)),
  );
  const guard = createGuard({ authenticate: sessions, deadlineMs: 30 });
  const decision = await guard.decide(reader, as('boss'), hangs);
  expect(decision.allowed === false && decision.answer.status).toBe(503);
});

test('a request that passes without a caller is handed no object, rather than another’s', async () => {
  const open = anyOf(
    allowIps('127.0.0.1'),
    owner(() => ({ ownerId: '7' })),
  );
  expect(await ask(open, { headers: {} })).toEqual({ status: 200, object: undefined });
});

test('no object of an outer guard, of a trial or of a question at the same time is taken for the route’s own', async () => {
  const guard = createGuard({ authenticate: sessions });
  const native = as('7');
  const outer = await guard.decide(
    reader,
    native,
    owner(() => ({ ownerId: '7', name: 'outer' })),
  );
  expect(outer).toMatchObject({ allowed: true, object: { name: 'outer' } });
  expect(await guard.decide(reader, native, authenticated())).toMatchObject({ object: undefined });
  expect(objectOf(native)).toBeUndefined();
  expect(callerOf(native)?.subject).toBe('7');
  const tried = shadow(owner(() => ({ ownerId: '7', name: 'tried' })));
  expect(await guard.decide(reader, native, allOf(authenticated(), tried))).toMatchObject({ object: undefined });
  const later = (name: string, ms: number) =>
    owner(() => new Promise<object>((resolve) => setTimeout(() => resolve({ ownerId: '7', name }), ms)));
  const both = await Promise.all([
    guard.decide(reader, native, later('slow', 20)),
    guard.decide(reader, native, later('fast', 1)),
  ]);
  expect(both.map((one) => one.allowed && (one.object as { name: string }).name)).toEqual(['slow', 'fast']);
});

test('of trials that wait each that would have refused is reported, and no other, however many there were before', async () => {
  const seen: string[] = [];
  const guard = createGuard({ authenticate: sessions, observe: ({ state }) => void seen.push(state) });
  const trial = (ownerId: string) => shadow(owner(async () => ({ ownerId })));
  for (let at = 0; at < 150; at++) {
    await guard.decide(reader, as('7'), trial('7'));
    await guard.decide(reader, as('7'), trial('9'));
  }
  // At once, without a promise.
  await guard.decide(reader, as('7'), shadow(authenticated()));
  const same = trial('9');
  for (let at = 0; at < 150; at++) {
    await guard.decide(reader, as('7'), same);
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(seen).toEqual(Array(300).fill('shadow'));
});

test('hidden tells a limit and a fault as they are, and all else as an absent object', async () => {
  const guard = createGuard({ authenticate: sessions, onFault: () => undefined });
  const limit = rateLimit({ limit: 1, windowSeconds: 60 });
  const statusOf = async (requirement: Requirement) => {
    const decision = await guard.decide(reader, as('7'), hidden(requirement));
    return decision.allowed ? 200 : decision.answer.status;
  };
  expect([await statusOf(limit), await statusOf(limit)]).toEqual([200, 429]);
  expect(await statusOf(owner(() => Promise.reject(new Error('lost'))))).toBe(503);
  expect(await statusOf(owner(() => ({ ownerId: '9' })))).toBe(404);
});

test('a trial holds no request, gives it no headers, and is bounded', async () => {
  const guard = createGuard({ authenticate: sessions, deadlineMs: 1000 });
  let asked = 0;
  const trial = shadow(
    owner(() => {
      asked++;
      return new Promise<object>(() => undefined);
    }),
  );
  const decisions = Array.from({ length: 300 }, () => guard.decide(reader, as('7'), allOf(authenticated(), trial)));
  // At once: no promise in it, though the trial hangs.
  expect(decisions.every((one) => (one as { allowed?: boolean }).allowed === true)).toBe(true);
  expect(asked).toBe(100);
  const limited = shadow(rateLimit({ limit: 1, windowSeconds: 60 }));
  expect(await guard.decide(reader, as('7'), limited)).toMatchObject({ allowed: true, headers: [] });
});
