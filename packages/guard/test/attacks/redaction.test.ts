import { createServer } from 'node:http';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { bearer, createGuard, type Denial, predicate, requestMeets, session } from '../../src/index.ts';
import { node } from '../../src/node.ts';
import { nameLine, plain, redactTarget } from '../../src/plain.ts';
import { AUDIENCE, ISSUER, SECRET, token } from '../contract/callers.ts';
import { listen } from '../contract/listen.ts';
import { send } from '../contract/suite.ts';

const JWT = token();

test.each<[string, string]>([
  ['/', '/'],
  ['/api/v1/posts/7/comments', '/api/v1/posts/7/comments'],
  ['/users/0b9c3b1e-7d5a-4c7e-9a51-3f1d2c4b5a69/posts', '/users/0b9c3b1e-7d5a-4c7e-9a51-3f1d2c4b5a69/posts'],
  ['/reset/9f8a7b6c5d4e3f2a1b0c9d8e7f6a5b4c?token=hunter2&page=2', '/reset/9f8a…?token&page'],
  ['/reset/aGkQzPwXnRtLmYvBcDfHjKsE', '/reset/aGkQ…'],
  ['/reset/aGkQzPwX/orderItems/sign-in/OK/userId', '/reset/…/orderItems/sign-in/OK/userId'],
  ['/invite/x7Kq-22z', '/invite/…'],
  ['/mail/ann@example.org', '/mail/…'],
  ['/card/4111111111111111', '/card/…'],
  ['/a;jsessionid=1A2B3C', '/…'],
  ['/a/%74oken', '/a/…'],
  [`/callback/${JWT}`, `/callback/${JWT.slice(0, 4)}…`],
  ['/x?hunter2a4', '/x?…'],
  ['/x?debug', '/x?debug'],
  ['/x?a=1&9f8a7b6c=2&=3&b', '/x?a&…&&b'],
  ['/x?token=a?b=c&d', '/x?token&d'],
  ['/\u001b[2J\u202e', '/…'],
  ['https://user:pass@host/x', '…//…/x'],
  ['', ''],
])('of the target %s a record holds %s', (target, kept) => {
  expect(redactTarget(target)).toBe(kept);
});

test('a target is cut before a segment, a parameter or a name that its bound falls into', () => {
  expect(redactTarget(`/${'a/'.repeat(300)}`)).toMatch(/^\/(?:a\/){249}…$/);
  expect(redactTarget(`/a/${'x'.repeat(600)}`)).toBe('/a/…');
  expect(redactTarget(`/a?${'x=1&'.repeat(300)}`)).toBe(`/a?${'x&'.repeat(29)}x`);
  expect(redactTarget(`/a?b=1&${'c'.repeat(600)}`)).toBe('/a?b');
});

test.each<[string, string]>([
  [`no luck with ${JWT}`, 'no luck with (token)'],
  ['Bearer abc and Basic def', 'Bearer (credentials) and Basic (credentials)'],
  ['connect to postgres://app:hunter2@db:5432/x failed', 'connect to postgres://(credentials)@db:5432/x failed'],
  ['password=hunter2; token: abc', 'password=(credentials); token: (credentials)'],
  ['{"api_key":"abc","x":1}', '{"api_key":"(credentials)","x":1}'],
  ['key sk_live_4eC39HqLyjWDarjtT1zdp7dc was used', 'key sk_l… was used'],
  ['post 66f7c8ec7c33c6c004bbafe8 belongs to 9', 'post 66f7c8ec7c33c6c004bbafe8 belongs to 9'],
  ['0b9c3b1e-7d5a-4c7e-9a51-3f1d2c4b5a69', '0b9c3b1e-7d5a-4c7e-9a51-3f1d2c4b5a69'],
  ['https://login.production.company.example/oauth2', 'https://login.production.company.example/oauth2'],
  ['two\r\nlines\u2028and\u0000more', 'two lines and more'],
  ['\u202ereversed\u200b', 'reversed'],
])('of the text %j a record holds %j', (text, kept) => {
  expect(plain(text)).toBe(kept);
});

test('a text is bounded, and cut before a word that its bound falls into', () => {
  expect(plain('x'.repeat(9999))).toBe('…');
  expect(plain(`${'word '.repeat(119)}${JWT}`)).toHaveLength(300);
  expect(plain('a '.repeat(200), 100)).toMatch(/^(?:a ){49}a…$/);
  expect(nameLine('x'.repeat(200), 100)).toBe(`${'x'.repeat(99)}…`);
  expect(nameLine('a\r\nb\u202e', 100)).toBe('a b');
});

test('no opaque secret passes, wherever it stands in a text or a target', () => {
  const secret = fc
    .string({ unit: fc.constantFrom(...'abcdefABCDEF0123456789_-'), minLength: 32, maxLength: 80 })
    .filter((text) => /\d/.test(text) && /[A-Za-z]/.test(text) && !/^[0-9a-f-]{36}$/i.test(text));
  const around = fc.string({ unit: fc.constantFrom(' ', ':', '"', ',', '(', 'a ', '/', '='), maxLength: 10 });
  fc.assert(
    fc.property(around, secret, around, (before, text, after) => {
      expect(plain(before + text + after)).not.toContain(text.slice(0, 12));
      expect(redactTarget(`/x/${text}/y?a=${text}&${text}`)).not.toContain(text.slice(0, 12));
      expect(redactTarget(`${before}${text}${after}`)).not.toContain(text.slice(0, 12));
    }),
    { numRuns: 3000 },
  );
});

test('nothing of the credentials of a request is in its record, its answer or its token', async () => {
  const denials: Denial[] = [];
  const secrets = ['hunter2hunter2hunter2hunter2', 'cookie-value-1234567890abcdef', JWT.split('.')[2]!];
  const core = createGuard({
    authenticate: [
      bearer({ issuer: ISSUER, audience: AUDIENCE, key: SECRET }),
      session({ cookie: 'sid', find: (id) => Promise.reject(new Error(`no such key ${id} in redis://u:${id}@h`)) }),
    ],
    disclose: 'full',
    observe: (denial) => denials.push(denial),
    onFault: () => undefined,
  });
  const served = await listen(
    createServer(
      node(core)(
        requestMeets('x', (req) => `because of ${JSON.stringify(req.headers)}`),
        (_req, res) => res.end(),
      ),
    ),
  );
  onTestFinished(async () => {
    await served.close();
  });
  const headers = {
    authorization: `Bearer ${JWT}`,
    cookie: `sid=${secrets[1]}`,
    'x-api-key': secrets[0]!,
  };
  const answer = await send(`${served.origin}/x/${secrets[0]}?key=${secrets[0]}`, { headers });
  const all = JSON.stringify([answer, denials]);
  for (const secret of secrets) expect(all).not.toContain(secret.slice(5, 25));
  const strange = createGuard({
    authenticate: session({ cookie: 'sid', find: (id) => Promise.reject(new Error(`no such key ${id}`)) }),
  });
  const decision = await strange.decide(
    { ...READER, header: () => `sid=${secrets[1]}` },
    {},
    predicate('x', () => true),
  );
  expect(JSON.stringify(decision)).not.toContain(secrets[1]!.slice(5));
});

const READER = {
  name: 'bare',
  method: () => 'GET',
  target: () => '/',
  headers: () => undefined,
  peer: () => '127.0.0.1',
  secure: () => true,
  field: () => undefined,
  route: () => undefined,
};
