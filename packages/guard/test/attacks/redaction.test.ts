import { createServer } from 'node:http';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import {
  apiKey,
  authenticated,
  basic,
  bearer,
  createGuard,
  type Denial,
  predicate,
  requestMeets,
  session,
} from '../../src/index.ts';
import { nodeReader as NODE_READER, node } from '../../src/node.ts';
import { foreign, nameLine, plain, redactTarget } from '../../src/plain.ts';
import { AUDIENCE, ISSUER, SECRET, token } from '../contract/callers.ts';
import { listen } from '../contract/listen.ts';
import { send } from '../contract/suite.ts';
import { serve } from '../serve.ts';

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
  ['/?ghp_16C7e42F292c6912E7710c838347Ae178B4a=1', '/?…'],
  ['/?sk_live_51H8xQ2eZvKYlo2C9aB=1', '/?…'],
  ['/unsubscribe?Zm9vYmFyYmF6cXV4cXV1eA==', '/unsubscribe?…'],
  ['/unsubscribe?aGVsbG8xMjM=', '/unsubscribe?…'],
  [
    '/x?page[size]=1&utm_source=a&orderByColumn=b&user.name=c&X-Amz-Credential=d',
    '/x?page[size]&utm_source&orderByColumn&user.name&X-Amz-Credential',
  ],
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

/** Session ids, keys and tokens as packages and clouds make them, and ones that look like nothing. */
const CREDENTIALS = [
  'deadbeefdeadbeefdeadbeefdeadbeef',
  '0123456789abcdef',
  's%3Aabcdefghijklmnop.qrstuvwxyz0123',
  'AKIAIOSFODNN7EXAMPLE',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
  'Zm9vYmFyYmF6cXV4cXV1eA==',
  'xoxb-123456789012-abcdef',
  'glpat-abcdefghij1234567890',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abcdefghijklmnop',
  '0b9c3b1e-7d5a-4c7e-9a51-3f1d2c4b5a69',
  'hunter2',
  'Tr0ub4dor&3',
];

test.each(CREDENTIALS)(
  'the credential %s is in no record, wherever it came and whatever throws with it',
  async (secret) => {
    const throws = (id: string) => Promise.reject(new Error(`no row for "${id}", or for '${id}'.`));
    const denials: Denial[] = [];
    const core = createGuard({
      authenticate: [
        apiKey({ find: throws }),
        basic({ find: (_user, password) => throws(password) }),
        session({ cookie: 'sid', find: throws }),
      ],
      disclose: 'full',
      observe: (denial) => denials.push(denial),
      onFault: () => undefined,
    });
    const ask = async (request: object) =>
      core.decide(
        NODE_READER,
        { method: 'GET', url: '/', socket: {}, headers: {}, ...request } as never,
        authenticated(),
      );
    const own = requestMeets('x', (req) => `${req.url} with ${JSON.stringify(req.headers)}`);
    const answers = [
      await ask({ headers: { cookie: `sid=${secret}` } }),
      await ask({ headers: { 'x-api-key': secret } }),
      await ask({ headers: { authorization: `Basic ${Buffer.from(`ann:${secret}`).toString('base64')}` } }),
      await core.decide(
        NODE_READER,
        {
          method: 'GET',
          url: `/x?key=${secret}`,
          socket: {},
          headers: { 'x-own': secret, cookie: `a=${secret}` },
        } as never,
        own,
      ),
    ];
    expect(denials).toHaveLength(4);
    expect(denials.map(({ because }) => because).join('\n')).toMatch(/no row for/);
    const text = JSON.stringify([answers, denials]);
    expect(text).not.toContain(secret);
    for (const part of secret.split(/[./%]/).filter((one) => one.length > 8)) expect(text).not.toContain(part);
  },
);

test.each([
  'TypeError: Cannot read properties of undefined (reading subject)',
  'Error: connect ECONNREFUSED 127.0.0.1:5432',
  'PostgresError: relation user_accounts does not exist (ERR_INVALID_STATE)',
  'Error: no answer since 2026-11-27T17:31:04Z from db.internal.example',
])('an error without secrets is kept as it is: %s', (text) => {
  expect(foreign(text)).toBe(text);
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

test.each<[string, (encoded: string) => { headers?: Record<string, string>; path?: string }]>([
  ['the query', (encoded) => ({ path: `/x?key=${encoded}` })],
  ['the query, in small letters', (encoded) => ({ path: `/x?a=b&key=${encoded.toLowerCase()}` })],
  ['a cookie', (encoded) => ({ headers: { cookie: `a=b; token=${encoded}` } })],
  ['a header of its own', (encoded) => ({ headers: { 'x-own': encoded } })],
])('what came encoded in %s is known again where a sentence repeats it decoded', async (_name, request) => {
  const secret = 'tr0ub4dor#3|x+y';
  const echoes = requestMeets('x', () => `no account has ${secret}... or "${secret}"`);
  const guarded = await serve(echoes, { authenticate: apiKey({ find: () => undefined }), disclose: 'full' });
  const { headers, path } = { headers: {}, path: '/', ...request(encodeURIComponent(secret)) };
  const { body, denial } = await guarded.ask(headers, { path });
  expect(denial?.because).toBe('request failed: no account has (credentials) or "(credentials)"');
  expect(body + JSON.stringify(denial)).not.toContain('ub4dor');
});
