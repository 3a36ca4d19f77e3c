import type { Request } from '@why403/core';
import { expect, test } from 'vitest';
import { permissionFor } from '../../src/send/permission.ts';
import { BudgetError, createSender, type SenderSettings } from '../../src/send/sender.ts';
import { waitAsked } from '../../src/send/wait-asked.ts';
import { echoServer, OK } from './servers.ts';

const get = (url: string): Request => ({ method: 'GET', url, headers: [] });
const post = (url: string, text: string): Request => ({ method: 'POST', url, headers: [], body: { text } });
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BudgetError)) throw error ?? new Error('nothing was thrown');
  return [error.code, error.message];
};
/** A sender for requests that were typed, the first one home. */
async function senderFor(
  own: readonly Request[],
  choices: Parameters<typeof permissionFor>[2] = {},
  more: Omit<SenderSettings, 'permission'> = {},
) {
  const [refused, working] = own.map((request) => ({ request, form: 'command' as const }));
  const permission = await permissionFor(refused!, working, { maxRequests: 9, ...choices });
  return createSender({ permission, ...more });
}
const REFUSED = 'HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n';

test('requests are counted, told and kept, and the budget is never passed', async () => {
  const echo = await echoServer();
  const told: unknown[] = [];
  const sender = await senderFor(
    [get(`${echo.url}/1`)],
    { maxRequests: 2 },
    { onSend: (request, number, reason) => told.push([request.method, number, reason]) },
  );
  await sender.send(get(`${echo.url}/1`), {});
  expect([sender.sent(), sender.left()]).toEqual([1, 1]);
  await sender.send(get(`${echo.url}/2`), {});
  expect(await refusal(sender.send(get(`${echo.url}/3`), {}))).toEqual(['BUDGET', 'All 2 requests are used up.']);
  expect(echo.requests.length).toBe(2);
  expect(told).toEqual([
    ['GET', 1, 'request'],
    ['GET', 2, 'request'],
  ]);
  expect(sender.exchanges().map(({ request }) => request.url)).toEqual([`${echo.url}/1`, `${echo.url}/2`]);
});

test('no other host, port or scheme is sent to', async () => {
  const echo = await echoServer();
  const sender = await senderFor([get(`${echo.url}/path`)], { allowWrites: true });
  for (const url of [`http://localhost:${echo.port}/`, 'http://127.0.0.1:1/', `https://127.0.0.1:${echo.port}/`]) {
    expect((await refusal(sender.send(get(url), {})))[0]).toBe('ORIGIN');
    expect((await refusal(sender.fetch(url, {})))[0]).toBe('ORIGIN');
  }
  expect([sender.sent(), echo.requests]).toEqual([0, []]);
});

test('a request that cannot be sent is refused in words when it is asked for, and ends nothing', async () => {
  const sender = await senderFor([get('http://127.0.0.1:8403/')]);
  expect(sender.refuses(get('http://127.0.0.1:8403why403-no-such-thing'), {})).toBe(
    'The URL "http://127.0.0.1:8403why403-no-such-thing" cannot be sent: its host or port cannot be read.',
  );
});

test('a second request of the user on another origin goes out as it stands, once', async () => {
  const [echo, other] = [await echoServer(), await echoServer()];
  const sender = await senderFor([get(`${echo.url}/a`), get(`${other.url}/b`)]);
  await sender.send(get(`${other.url}/b`), {});
  expect((await refusal(sender.send(get(`${other.url}/b`), {})))[0]).toBe('ORIGIN');
  expect((await refusal(sender.send(get(`${other.url}/a`), {})))[0]).toBe('ORIGIN');
  expect(other.requests.length).toBe(1);
});

test('nothing goes out without leave', async () => {
  const echo = await echoServer();
  const permission = await permissionFor({ request: get(echo.url) }, undefined, {});
  const sender = createSender({ permission });
  expect(permission.because).toMatch(/--send sends it/);
  expect((await refusal(sender.send(get(echo.url), {})))[0]).toBe('ORIGIN');
  expect(echo.requests).toEqual([]);
});

test.each([
  // form, method, choices, what the person says, whether it goes out
  ['command', 'DELETE', {}, undefined, true],
  ['command', 'GET', { send: false }, undefined, false],
  ['request', 'GET', {}, undefined, true],
  ['request', 'POST', {}, undefined, false],
  ['request', 'POST', {}, false, false],
  ['request', 'POST', {}, true, true],
  ['request', 'POST', { yes: true }, undefined, true],
  ['request', 'POST', { send: true }, undefined, true],
  ['record', 'GET', {}, true, false],
  ['record', 'GET', { yes: true }, true, false],
  ['record', 'GET', { send: true }, undefined, true],
  ['record', 'POST', { send: true }, undefined, false],
  ['record', 'POST', { send: true }, true, true],
  ['record', 'POST', { send: true, yes: true }, undefined, true],
  [undefined, 'GET', {}, true, false],
] as const)('%s %s with %j, the person says %s: goes out %s', async (form, method, choices, says, goes) => {
  const given = { request: { ...get('http://a.example/'), method }, ...(form && { form }) };
  const permission = await permissionFor(given, undefined, choices, says === undefined ? undefined : async () => says);
  expect(permission.own.length).toBe(goes ? 1 : 0);
});

test('an unsafe request goes out once as given, and is varied only when allowed', async () => {
  const echo = await echoServer(() => REFUSED);
  const sender = await senderFor([post(echo.url, 'a')]);
  await sender.send(post(echo.url, 'a'), {});
  expect(await refusal(sender.send(post(echo.url, 'b'), {}))).toEqual([
    'METHOD',
    'POST may change something, so it is neither varied nor sent again without --allow-writes.',
  ]);
  expect((await refusal(sender.send(post(echo.url, 'a'), {})))[0]).toBe('METHOD');
  await sender.send(get(echo.url), {});
  expect(echo.requests.map((request) => request.split(' ')[0])).toEqual(['POST', 'GET']);
});

test('with leave a refused unsafe request goes out twice at most, and one that passed never again', async () => {
  const echo = await echoServer((request) => (request.endsWith('b') ? OK : REFUSED));
  const sender = await senderFor([post(echo.url, 'a')], { allowWrites: true });
  await sender.send(post(echo.url, 'a'), {});
  await sender.send(post(echo.url, 'a'), {});
  expect((await refusal(sender.send(post(echo.url, 'a'), {})))[0]).toBe('METHOD');
  await sender.send(post(echo.url, 'b'), {});
  expect((await refusal(sender.send(post(echo.url, 'b'), {})))[0]).toBe('METHOD');
  expect(echo.requests.length).toBe(3);
});

test('a password that was refused is not sent again, and a wrong credential once at most', async () => {
  const echo = await echoServer(() => 'HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n');
  const basic = (path: string): Request => ({ ...get(echo.url + path), headers: [['Authorization', 'Basic YTpi']] });
  const sender = await senderFor([basic('/a')]);
  await sender.send(basic('/a'), {});
  expect((await refusal(sender.send(basic('/'), {})))[0]).toBe('PASSWORD');
  expect((await refusal(sender.send(get(echo.url), { user: 'a:b', digest: true })))[0]).toBe('PASSWORD');
  await sender.send(get(`${echo.url}/1`), {}, 'wrong');
  expect((await refusal(sender.send(get(`${echo.url}/2`), {}, 'wrong')))[0]).toBe('PASSWORD');
  expect(echo.requests.length).toBe(2);
});

test('Retry-After is told to the caller and kept', async () => {
  const echo = await echoServer(() => 'HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n');
  const sender = await senderFor([get(echo.url)]);
  expect(sender.waitMs(get(echo.url))).toBe(0);
  await sender.send(get(echo.url), {});
  expect(sender.waitMs(get(echo.url))).toBeGreaterThan(100_000);
  expect(sender.waitMs(get(echo.url))).toBeLessThanOrEqual(120_000);
  const error = await sender.send(get(echo.url), {}).catch((thrown) => thrown);
  expect([error.code, error.waitMs > 100_000]).toEqual(['WAIT', true]);
  expect(echo.requests.length).toBe(1);
});

const FAR = Number.POSITIVE_INFINITY;
test.each([
  [[['Retry-After', '3']], 3000],
  [[['retry-after', '0.5']], 500],
  [[['Retry-After', '3600s']], 3_600_000],
  [[['Retry-After', '"120"']], 120_000],
  [[['Retry-After', '120; comment="busy"']], 120_000],
  [[['Retry-After', '99999999999999999999']], 1e23],
  [[['Retry-After', '-5']], FAR],
  [[['Retry-After', 'soon']], FAR],
  [[['Retry-After', '0']], 0],
  [
    [
      ['Retry-After', '1'],
      ['Retry-After', '90'],
    ],
    90_000,
  ],
  [
    [
      ['Retry-After', 'Wed, 21 Oct 2015 07:28:10 GMT'],
      ['Date', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ],
    10_000,
  ],
  [[['Retry-After', 'Wed, 21 Oct 2015 07:28:10 GMT']], 5000],
  [[['Retry-After', 'Wednesday, 21-Oct-15 07:28:10 GMT']], 5000],
  [[['Retry-After', 'Wed Oct 21 07:28:10 2015']], 5000],
  [
    [
      ['Retry-After', 'Wed, 21 Oct 2015 07:28:00 GMT'],
      ['Date', 'Wed, 21 Oct 2015 07:28:10 GMT'],
    ],
    0,
  ],
  [
    [
      ['X-RateLimit-Remaining', '0'],
      ['X-RateLimit-Reset', '1445412495'],
    ],
    10_000,
  ],
  [
    [
      ['x-ratelimit-remaining-requests', '0'],
      ['x-ratelimit-reset-requests', '30'],
    ],
    30_000,
  ],
  [[['RateLimit', '"burst";r=0;t=40']], 40_000],
  [[['RateLimit', 'limit=10, remaining=0, reset=50']], 50_000],
  [
    [
      ['X-RateLimit-Remaining', '3'],
      ['X-RateLimit-Reset', '60'],
    ],
    0,
  ],
  [[['X-RateLimit-Remaining', '0']], 0],
  [[], 0],
] as const)('%j asks to wait %i ms', (headers, expected) => {
  const exchange = { request: get('http://a/'), response: { status: 429, headers }, gaps: [] };
  expect(waitAsked(exchange, Date.parse('Wed, 21 Oct 2015 07:28:05 GMT'))).toBe(expected);
});

test('redirects count, and stop where the budget ends', async () => {
  const echo = await echoServer(() => 'HTTP/1.1 302 Found\r\nLocation: /on\r\nContent-Length: 0\r\n\r\n');
  const sender = await senderFor([get(`${echo.url}/`)], { maxRequests: 3 });
  const exchange = await sender.send(get(`${echo.url}/`), { follow: true });
  expect([exchange.response?.status, exchange.redirects?.length, exchange.gaps.map(({ text }) => text)]).toEqual([
    302,
    2,
    [`The redirect to ${echo.url} was not followed: all 3 requests are used up.`],
  ]);
  expect([sender.sent(), echo.requests.length]).toEqual([3, 3]);
});

test('only the request as given is led elsewhere', async () => {
  const other = await echoServer();
  const away = `HTTP/1.1 302 Found\r\nLocation: ${other.url}/\r\nContent-Length: 0\r\n\r\n`;
  const echo = await echoServer(() => away);
  const sender = await senderFor([get(`${echo.url}/home`)]);
  expect((await sender.send(get(`${echo.url}/home`), { follow: true })).response?.status).toBe(200);
  const stopped = await sender.send(get(`${echo.url}/away`), { follow: true });
  expect([stopped.response?.status, stopped.gaps.map(({ text }) => text), other.requests.length]).toEqual([
    302,
    [`The redirect to ${other.url} was not followed: only the request as you gave it is led elsewhere.`],
    1,
  ]);
});
