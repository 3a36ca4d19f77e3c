import { expect, test } from 'vitest';
import { BudgetError, createSender, isSafeRequest, retryAfter } from '../../src/send/index.ts';
import { echoServer, OK } from './servers.ts';

const get = (url: string) => ({ method: 'GET', url, headers: [] });
const post = (url: string, text: string) => ({ method: 'POST', url, headers: [], body: { text } });
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof BudgetError)) throw error ?? new Error('nothing was thrown');
  return [error.code, error.message];
};

test('requests are counted, told and kept, and the budget is never passed', async () => {
  const echo = await echoServer();
  const told: unknown[] = [];
  const sender = createSender({
    origin: echo.url,
    maxRequests: 2,
    allowWrites: false,
    onSend: (request, number, reason) => told.push([request.method, number, reason]),
  });
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
  const sender = createSender({ origin: `${echo.url}/path`, maxRequests: 9, allowWrites: true });
  for (const url of [`http://localhost:${echo.port}/`, 'http://127.0.0.1:1/', `https://127.0.0.1:${echo.port}/`]) {
    expect((await refusal(sender.send(get(url), {})))[0]).toBe('ORIGIN');
  }
  expect([sender.sent(), echo.requests]).toEqual([0, []]);
});

test('an unsafe request goes out once as given, and is varied only when allowed', async () => {
  const echo = await echoServer();
  const sender = createSender({ origin: echo.url, maxRequests: 9, allowWrites: false });
  await sender.send(post(echo.url, 'a'), {});
  expect(await refusal(sender.send(post(echo.url, 'b'), {}))).toEqual([
    'METHOD',
    'POST may change something, so it is neither varied nor sent again without --allow-writes.',
  ]);
  expect((await refusal(sender.send(post(echo.url, 'a'), {}, 'own')))[0]).toBe('METHOD');
  await sender.send(get(echo.url), {});
  expect(echo.requests.map((request) => request.split(' ')[0])).toEqual(['POST', 'GET']);

  const allowed = createSender({ origin: echo.url, maxRequests: 9, allowWrites: true });
  await allowed.send(post(echo.url, 'a'), {});
  await allowed.send(post(echo.url, 'b'), {});
  expect(echo.requests.length).toBe(4);
});

test.each([
  ['GET', [], true],
  ['HEAD', [], true],
  ['OPTIONS', [], true],
  ['TRACE', [], true],
  ['get', [], false],
  ['QUERY', [], false],
  ['DELETE', [], false],
  ['GET', [['X-HTTP-Method-Override', 'DELETE']], false],
  ['GET', [['x-method-override', 'head']], true],
] as const)('%s with %j: safe is %s', (method, headers, expected) => {
  expect(isSafeRequest({ method, url: 'http://a/', headers })).toBe(expected);
});

test('Retry-After is told to the caller and kept', async () => {
  const echo = await echoServer(() => 'HTTP/1.1 429 Slow\r\nRetry-After: 120\r\nContent-Length: 0\r\n\r\n');
  const sender = createSender({ origin: echo.url, maxRequests: 9, allowWrites: false });
  expect(sender.waitMs()).toBe(0);
  await sender.send(get(echo.url), {});
  expect(sender.waitMs()).toBeGreaterThan(100_000);
  expect(sender.waitMs()).toBeLessThanOrEqual(120_000);
  const error = await sender.send(get(echo.url), {}).catch((thrown) => thrown);
  expect([error.code, error.waitMs > 100_000]).toEqual(['WAIT', true]);
  expect(echo.requests.length).toBe(1);
});

test.each([
  [[['Retry-After', '3']], 3000],
  [[['retry-after', '0.5']], 500],
  [
    [
      ['Retry-After', 'Wed, 21 Oct 2015 07:28:10 GMT'],
      ['Date', 'Wed, 21 Oct 2015 07:28:00 GMT'],
    ],
    10_000,
  ],
  [[['Retry-After', 'Wed, 21 Oct 2015 07:28:10 GMT']], 5000],
  [
    [
      ['Retry-After', 'Wed, 21 Oct 2015 07:28:00 GMT'],
      ['Date', 'Wed, 21 Oct 2015 07:28:10 GMT'],
    ],
    0,
  ],
  [[['Retry-After', 'soon']], 0],
  [[], 0],
] as const)('%j asks to wait %i ms', (headers, expected) => {
  const exchange = { request: get('http://a/'), response: { status: 429, headers }, gaps: [] };
  expect(retryAfter(exchange, Date.parse('Wed, 21 Oct 2015 07:28:05 GMT'))).toBe(expected);
});

test('redirects count, and stop where the budget ends', async () => {
  const echo = await echoServer(() => 'HTTP/1.1 302 Found\r\nLocation: /on\r\nContent-Length: 0\r\n\r\n');
  const sender = createSender({ origin: echo.url, maxRequests: 3, allowWrites: false });
  const exchange = await sender.send(get(`${echo.url}/`), { follow: true });
  expect([exchange.response?.status, exchange.redirects?.length, exchange.gaps.map(({ text }) => text)]).toEqual([
    302,
    2,
    [`The redirect to ${echo.url} was not followed: all 3 requests are used up.`],
  ]);
  expect([sender.sent(), echo.requests.length]).toEqual([3, 3]);
});

test("a varied request is not led where the user's own was not", async () => {
  const other = await echoServer();
  const echo = await echoServer((request) =>
    request.startsWith('GET /away') ? `HTTP/1.1 302 Found\r\nLocation: ${other.url}/\r\nContent-Length: 0\r\n\r\n` : OK,
  );
  const sender = createSender({ origin: echo.url, maxRequests: 9, allowWrites: false });
  await sender.send(get(`${echo.url}/home`), { follow: true });
  const stopped = await sender.send(get(`${echo.url}/away`), { follow: true });
  expect([stopped.response?.status, stopped.gaps.map(({ text }) => text), other.requests]).toEqual([
    302,
    [`The redirect to ${other.url} was not followed: the user's own request did not lead there.`],
    [],
  ]);
  const own = createSender({ origin: echo.url, maxRequests: 9, allowWrites: false });
  await own.send(get(`${echo.url}/away`), { follow: true });
  expect((await own.send(get(`${echo.url}/away`), { follow: true })).response?.status).toBe(200);
  expect(other.requests.length).toBe(2);
});
