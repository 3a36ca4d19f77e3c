import { createServer } from 'node:http';
import { Auth } from '@auth/core';
import { getToken } from '@auth/core/jwt';
import Credentials from '@auth/core/providers/credentials';
import { betterAuth } from 'better-auth';
import express5, { type Request } from 'express';
import expressSession from 'express-session';
import passport from 'passport';
import { describe, expect, onTestFinished, test } from 'vitest';
import { express } from '../src/express.ts';
import { allOf, authenticated, bearer, createGuard, csrf, jwtCookie, session, signedIn } from '../src/index.ts';
import { AUDIENCE, bearerOf, ISSUER, NOW, SECONDS, SECRET, token } from './contract/callers.ts';
import { listen } from './contract/listen.ts';
import { send } from './contract/suite.ts';
import { serve } from './serve.ts';

/** Name and value of a cookie that a server sets. */
function cookieOf(line: string): [string, string] {
  const pair = line.split(';')[0]!;
  return [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)];
}

describe('a login that another package keeps', () => {
  test('passport: req.user', async () => {
    const people = signedIn({ find: (req) => req.user && { subject: String(req.user.id), roles: req.user.roles } });
    const guard = express(createGuard({ authenticate: people }));
    const app = express5();
    const strategy = new passport.Strategy();
    strategy.name = 'test';
    strategy.authenticate = function (this: passport.StrategyCreated<typeof strategy>, req: Request) {
      const id = req.get('x-user');
      if (id === undefined) this.pass();
      else this.success({ id, roles: ['editor'] });
    };
    app.use(passport.initialize(), passport.authenticate(strategy, { session: false }) as express5.RequestHandler);
    app.get('/', guard(authenticated()), (_req, res) => {
      res.send(`${res.locals.caller.subject} ${[...res.locals.caller.roles]}`);
    });
    const served = await listen(createServer(app));
    onTestFinished(async () => {
      await served.close();
    });
    expect((await send(served.origin, { headers: { 'x-user': '7' } })).body).toBe('7 editor');
    const nobody = await send(served.origin, {});
    expect([nobody.status, JSON.parse(nobody.body).cause]).toEqual([401, 'credentials-missing']);
  });

  test('passport over express-session: a login begins another session, to which the forms belong', async () => {
    const people = signedIn({ find: (req) => req.user && { subject: req.user.id, session: req.sessionID } });
    const guard = express(createGuard({ authenticate: people }));
    const forms = csrf({ keys: 'a key for the CSRF tokens of the tests, 32 bytes or more', secure: false });
    const own = new passport.Passport();
    own.serializeUser((user, done) => done(null, (user as { id: string }).id));
    own.deserializeUser((id: string, done) => done(null, { id }));
    const app = express5();
    app.use(expressSession({ secret: 'a secret of the tests', resave: false, saveUninitialized: false }));
    app.use(own.initialize(), own.session() as express5.RequestHandler);
    app.get('/form', guard(forms), (req, res) => {
      const { token: sent, setCookie } = forms.issue(req);
      res.append('set-cookie', setCookie).send(sent);
    });
    app.post('/login', guard(forms), (req, res, next) => {
      req.logIn({ id: String(req.get('x-user')) }, (error) => {
        if (error) return next(error);
        const { token: sent, setCookie } = forms.issue(req, { session: req.sessionID });
        res.append('set-cookie', setCookie).send(sent);
      });
    });
    app.post('/save', guard(allOf(authenticated(), forms)), (_req, res) => void res.send(res.locals.caller.subject));
    app.post('/logout', guard(allOf(authenticated(), forms)), (req, res, next) => {
      req.logout((error) => (error ? next(error) : res.send('gone')));
    });
    const served = await listen(createServer(app));
    onTestFinished(async () => {
      await served.close();
    });
    const jar = new Map<string, string>();
    const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    /** A browser that keeps its cookies; what is sent with the form is given. */
    const ask = async (method: 'GET' | 'POST', path: string, sent = '', more: Record<string, string> = {}) => {
      const headers = { cookie: cookies(), 'x-csrf-token': sent, 'sec-fetch-site': 'same-origin', ...more };
      const response = await fetch(`${served.origin}${path}`, { method, headers });
      for (const line of response.headers.getSetCookie()) jar.set(...cookieOf(line));
      const body = await response.text();
      return response.ok ? body : `${response.status} ${JSON.parse(body).cause}`;
    };
    const visitor = await ask('GET', '/form');
    expect(await ask('POST', '/save', visitor)).toBe('401 credentials-missing');
    expect(await ask('POST', '/login', 'forged')).toBe('403 csrf-invalid');
    const first = await ask('POST', '/login', visitor, { 'x-user': '7' });
    expect(await ask('POST', '/save', first)).toBe('7');
    expect(await ask('POST', '/save', visitor)).toBe('403 csrf-invalid');
    const old = new Map(jar);
    expect(await ask('POST', '/save', await ask('GET', '/form'))).toBe('7');
    expect(await ask('POST', '/logout', first)).toBe('gone');
    expect(await ask('POST', '/save', first)).toBe('401 credentials-missing');
    // What was written down of the session before is nobody's any more.
    for (const [name, value] of old) jar.set(name, value);
    expect(await ask('POST', '/save', first)).toBe('401 credentials-missing');
  });

  test('better-auth: its session, found by its own API', async () => {
    const auth = betterAuth({
      baseURL: 'http://127.0.0.1',
      secret: 'a secret of the tests that is long enough, and longer',
      emailAndPassword: { enabled: true },
      logger: { disabled: true },
      telemetry: { enabled: false },
    });
    const signUp = await auth.api.signUpEmail({
      body: { name: 'Ann', email: 'ann@app.example', password: 'a long password' },
      asResponse: true,
    });
    const cookie = signUp.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const people = signedIn({
      async find(_request, headers) {
        const found = await auth.api.getSession({ headers });
        return found && { subject: found.user.id, session: found.session.id };
      },
    });
    const guarded = await serve(authenticated(), { authenticate: people });
    expect((await guarded.ask({ cookie })).status).toBe(200);
    expect(guarded.callers[0]).toMatchObject({ scheme: 'session', session: expect.any(String) });
    expect((await guarded.ask({ cookie: cookie.replace(/=.{4}/, '=AAAA') })).status).toBe(401);
    expect((await guarded.ask()).status).toBe(401);
  });

  test('Auth.js: a session in several cookies, as its own login gives them', async () => {
    const [secret, name] = ['a secret of the tests', '__Secure-authjs.session-token'];
    const jar = new Map<string, string>();
    const cookies = () => [...jar].map(([one, value]) => `${one}=${value}`).join('; ');
    const people = Credentials({ credentials: { name: {} }, authorize: (sent) => ({ id: String(sent['name']) }) });
    const login = async (path: string, body?: URLSearchParams) => {
      const sent = { headers: { cookie: cookies() }, ...(body === undefined ? {} : { method: 'POST', body }) };
      const answer = await Auth(new Request(`https://app.example/auth/${path}`, sent), {
        secret,
        trustHost: true,
        basePath: '/auth',
        providers: [people],
        // What makes a session too long for one cookie.
        callbacks: { jwt: ({ token: held }) => ({ ...held, picture: 'x'.repeat(5000) }) },
      });
      for (const line of answer.headers.getSetCookie()) jar.set(...cookieOf(line));
      return answer;
    };
    const { csrfToken } = (await (await login('csrf')).json()) as { csrfToken: string };
    await login('callback/credentials', new URLSearchParams({ csrfToken, name: '7' }));
    expect([...jar.keys()].filter((one) => one.startsWith(name))).toEqual([`${name}.0`, `${name}.1`]);

    const authenticate = signedIn({
      async find(_request, headers) {
        const own = new Headers({ cookie: headers.get('cookie') ?? '' });
        const found = await getToken({ req: { headers: own }, secret, secureCookie: true });
        return found?.sub === undefined ? undefined : { subject: found.sub };
      },
    });
    const guarded = await serve(authenticated(), { authenticate });
    const cookie = cookies();
    expect((await guarded.ask({ cookie })).status).toBe(200);
    expect(guarded.callers[0]).toMatchObject({ subject: '7', scheme: 'session' });
    expect((await guarded.ask({ cookie: cookie.replace(`${name}.0=`, `${name}.9=`) })).status).toBe(401);
    const whole = `${jar.get(`${name}.0`)}${jar.get(`${name}.1`)}`;
    expect((await guarded.ask({ authorization: `Bearer ${whole}` })).status).toBe(401);
  });
});

test('a session in which nobody is logged in counts as no credential, and the next authenticator is tried', async () => {
  const visitors = session({ cookie: 'sid', find: (id) => (id === 'visitor' ? 'nobody' : undefined) });
  const tokens = bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET });
  const guarded = await serve(authenticated(), { authenticate: [visitors, tokens], now: () => NOW });
  expect((await guarded.ask({ cookie: 'sid=visitor', ...bearerOf() })).status).toBe(200);
  const nobody = await guarded.ask({ cookie: 'sid=visitor' });
  expect([nobody.status, JSON.parse(nobody.body)]).toMatchObject([
    401,
    { cause: 'credentials-missing', detail: 'Nobody is logged in.' },
  ]);
  expect(nobody.denial?.because).toBe('authenticated failed: nobody is logged in by the session');
  // A session that is unknown is no good, and does not fall through.
  const unknown = await guarded.ask({ cookie: 'sid=forged', ...bearerOf() });
  expect([unknown.status, JSON.parse(unknown.body).cause]).toEqual([401, 'credentials-invalid']);
});

test.each([
  [{ exp: SECONDS - 60 }, 'The token has expired.'],
  [{ nbf: SECONDS + 60 }, 'The token is not valid yet (nbf).'],
  [{ iat: SECONDS + 60 }, 'The token was issued in the future (iat): the clocks of issuer and server differ.'],
])('says exactly what is wrong with the times of a token: %j', async (claims, words) => {
  const authenticate = bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET });
  const guarded = await serve(authenticated(), { authenticate, now: () => NOW });
  const { status, headers, body } = await guarded.ask(bearerOf(claims));
  expect([status, JSON.parse(body).detail]).toEqual([401, words]);
  expect(headers['www-authenticate']).toBe(`Bearer realm="api", error="invalid_token", error_description="${words}"`);
  const silent = await serve(authenticated(), { authenticate, now: () => NOW, disclose: 'none' });
  expect(JSON.stringify(await silent.ask(bearerOf(claims)))).not.toContain(words);
});

test('says of DPoP and of tokens bound to a key that they are not supported', async () => {
  const authenticate = bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET });
  const guarded = await serve(authenticated(), { authenticate, now: () => NOW });
  const dpop = await guarded.ask({ authorization: `DPoP ${token()}`, dpop: 'a.b.c' });
  expect([dpop.status, JSON.parse(dpop.body).detail]).toEqual([
    401,
    'DPoP (RFC 9449) is not supported. Send a token that is not bound to a key, as Bearer.',
  ]);
  expect(dpop.headers['www-authenticate']).toContain('error_description="DPoP (RFC 9449) is not supported.');
  const bound = bearerOf({ cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' } });
  for (let at = 0; at < 3; at++) {
    const refused = await guarded.ask(bound);
    expect([refused.status, JSON.parse(refused.body).detail]).toEqual([401, expect.stringContaining('bound to a key')]);
  }
  const behind = await serve(authenticated(), {
    authenticate: bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET, acceptBound: true }),
    now: () => NOW,
  });
  expect((await behind.ask(bound)).status).toBe(200);
});

test('a JWT in a cookie is judged like any, and CSRF applies to it', async () => {
  const authenticate = jwtCookie({ cookie: '__Host-token', issuer: ISSUER, audience: AUDIENCE, key: SECRET });
  const forms = csrf({ keys: 'a key for the CSRF tokens of the tests, 32 bytes or more', unlessBearer: true });
  const guarded = await serve(allOf(authenticated(), forms), { authenticate, now: Date.now });
  const now = Math.floor(Date.now() / 1000);
  const cookieOf = (claims: object = {}) => `__Host-token=${token({ iat: now, exp: now + 600, ...claims })}`;
  for (let at = 0; at < 3; at++) expect((await guarded.ask({ cookie: cookieOf() })).status).toBe(200);
  expect(guarded.callers.at(-1)).toMatchObject({ subject: '7', scheme: 'jwt-cookie' });
  const post = async (headers: Record<string, string>) => {
    const answer = await guarded.ask(headers, { method: 'POST' });
    return answer.status === 200 ? 200 : JSON.parse(answer.body).cause;
  };
  expect(await post({ cookie: cookieOf() })).toBe('csrf-missing');
  const issued = forms.issue({}, { session: '7' }).token;
  expect(await post({ cookie: `${cookieOf()}; __Host-csrf=${issued}`, 'x-csrf-token': issued })).toBe(200);
  const cause = async (cookie: string) => JSON.parse((await guarded.ask({ cookie })).body).cause;
  expect(await cause(cookieOf({ exp: now - 60 }))).toBe('credentials-expired');
  expect(await cause('__Host-token=not-a-token')).toBe('credentials-malformed');
  expect(await cause(cookieOf({ aud: 'https://other.example' }))).toBe('credentials-invalid');
  // A token in the header is not this authenticator's.
  expect(JSON.parse((await guarded.ask(bearerOf({ exp: now + 600 }))).body).cause).toBe('credentials-missing');
  const { headers } = await guarded.ask();
  expect(headers['www-authenticate']).toBe('Cookie realm="api", cookie-name="__Host-token"');
});
