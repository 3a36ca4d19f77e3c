import type { Header, SendOptions } from '@why403/core';
import { expect, test } from 'vitest';
import { resolveLocation } from '../../src/send/redirect.ts';
import { send } from '../../src/send/send.ts';
import { echoServer, OK } from './servers.ts';

const to = (status: number, location: string) =>
  `HTTP/1.1 ${status} Elsewhere\r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`;

/** First lines and bodies of the requests that a redirect with this status makes of the first one. */
async function methodsAfter(status: number, method: string, body: string | undefined, options: SendOptions = {}) {
  const echo = await echoServer((_request, _socket, index) => (index === 0 ? to(status, '/next') : OK));
  const request = { method, url: `${echo.url}/`, headers: [], ...(body === undefined ? {} : { body: { text: body } }) };
  await send(request, { follow: true, ...options });
  const last = echo.requests[1] ?? '';
  return `${last.split(' ')[0]} ${last.slice(last.indexOf('\r\n\r\n') + 4)}`.trim();
}

test.each([
  [301, 'POST', 'a=1', 'GET'],
  [302, 'POST', 'a=1', 'GET'],
  [303, 'POST', 'a=1', 'GET'],
  [307, 'POST', 'a=1', 'POST a=1'],
  [308, 'POST', 'a=1', 'POST a=1'],
  [301, 'PUT', 'a=1', 'PUT a=1'],
  [303, 'PUT', 'a=1', 'GET'],
  [303, 'HEAD', undefined, 'HEAD'],
  [302, 'GET', undefined, 'GET'],
  [302, 'DELETE', undefined, 'DELETE'],
])('after %i, %s %s becomes %s', async (status, method, body, expected) => {
  expect(await methodsAfter(status, method, body)).toBe(expected);
});

test('--post302 keeps POST', async () => {
  expect(await methodsAfter(302, 'POST', 'a=1', { keepMethodOn: [302] })).toBe('POST a=1');
});

test('a redirect is not followed unless asked', async () => {
  const echo = await echoServer(() => to(302, '/next'));
  const exchange = await send({ method: 'GET', url: echo.url, headers: [] }, {});
  expect([exchange.response?.status, exchange.redirects, exchange.gaps.map(({ text }) => text)]).toEqual([
    302,
    undefined,
    [],
  ]);
});

const credentials: readonly Header[] = [
  ['Host', 'shop.example'],
  ['Authorization', 'Bearer secret-1'],
  ['Accept', '*/*'],
  ['Cookie', 'session=secret-2'],
  ['X-API-Key', 'secret-3'],
  ['Proxy-Authorization', 'Basic secret-4'],
  ['X-Auth-Token', 'secret-5'],
  ['PRIVATE-TOKEN', 'secret-6'],
  ['apikey', 'secret-7'],
  ['X-Vault-Token', 'secret-8'],
  ['Ocp-Apim-Subscription-Key', 'secret-9'],
  ['X-Amz-Security-Token', 'secret-10'],
  ['X-CSRF-Token', 'secret-11'],
];

test('another origin gets no credentials, and the chain is kept', async () => {
  const other = await echoServer();
  const echo = await echoServer((request) =>
    request.startsWith('GET /a ') ? to(302, '/b') : to(302, `http://localhost:${other.port}/c?x=%7E`),
  );
  const exchange = await send(
    { method: 'GET', url: `${echo.url}/a`, headers: credentials },
    { follow: true, user: 'me:pw' },
  );
  expect(echo.requests[1]).toBe(echo.requests[0]?.replace('/a', '/b'));
  expect(echo.requests[1]).toContain('Bearer secret-1');
  expect(other.requests).toEqual([`GET /c?x=%7E HTTP/1.1\r\nHost: localhost:${other.port}\r\nAccept: */*\r\n\r\n`]);
  expect(exchange.redirects?.map(({ request, response }) => [request.url, response?.status])).toEqual([
    [`${echo.url}/a`, 302],
    [`${echo.url}/b`, 302],
  ]);
  expect(exchange.request.url).toBe(`http://localhost:${other.port}/c?x=%7E`);
  expect(exchange.gaps.map(({ text }) => text)).toEqual([
    `The redirect led to another origin, http://localhost:${other.port}, which was sent none of Authorization, Cookie, X-API-Key, Proxy-Authorization, X-Auth-Token, PRIVATE-TOKEN, apikey, X-Vault-Token, Ocp-Apim-Subscription-Key, X-Amz-Security-Token, X-CSRF-Token, the user of -u.`,
  ]);
});

test.each([
  ['ftp://files.example/', 'The redirect to "ftp://files.example/" was not followed: it leads out of HTTP.'],
  ['http://:80/', 'The redirect to "http://:80/" was not followed: it is not a URL that can be sent.'],
])('a redirect to %s stays where it is', async (location, gap) => {
  const echo = await echoServer(() => to(302, location));
  const exchange = await send({ method: 'GET', url: echo.url, headers: [] }, { follow: true });
  expect([exchange.response?.status, exchange.gaps.map(({ text }) => text)]).toEqual([302, [gap]]);
});

test.each([
  ['http://b.example/x/../y', 'http://b.example/x/../y'],
  ['//b.example/x', 'http://b.example/x'],
  ['/x/./y?z#f', 'http://a.example:81/x/y?z'],
  ['x', 'http://a.example:81/p/x'],
  ['../x', 'http://a.example:81/x'],
  ['?x', 'http://a.example:81/p/q?x'],
  ['', 'http://a.example:81/p/q?r'],
  ['/é b', 'http://a.example:81/%C3%A9%20b'],
  ['javascript:alert(1)', undefined],
])('Location %j leads to %s', (location, expected) => {
  expect(resolveLocation(location, 'http://a.example:81/p/q?r')).toBe(expected);
});

test('once a chain has left home, nothing of the user goes along, not even back home', async () => {
  const home = await echoServer((request) => (request.startsWith('GET /a ') ? to(302, other.url) : OK));
  const other = await echoServer(() => to(302, `${home.url}/b`));
  await send({ method: 'GET', url: `${home.url}/a`, headers: credentials.slice(1) }, { follow: true });
  expect(home.requests.length).toBe(2);
  expect(home.requests[0]).toContain('secret-1');
  expect(home.requests[1]).not.toContain('secret');
});

test.each([
  [307, 'POST', 'a=1'],
  [308, 'PUT', 'a=1'],
  [302, 'DELETE', undefined],
])('a %i to another origin takes no %s along without --location-trusted', async (status, method, body) => {
  const other = await echoServer();
  const home = await echoServer(() => to(status, `${other.url}/x`));
  const request = {
    method,
    url: `${home.url}/`,
    headers: [['Authorization', 'Bearer secret-1']] as const,
    ...(body !== undefined && { body: { text: body } }),
  };
  const stopped = await send(request, { follow: true });
  expect([stopped.response?.status, other.requests]).toEqual([status, []]);
  expect(stopped.gaps.map(({ text }) => text).join()).toMatch(/was not followed: .*--location-trusted allows that/);
  const trusted = await send(request, { follow: true, trustRedirects: true });
  expect([trusted.response?.status, other.requests.length]).toEqual([200, 1]);
  expect(other.requests[0]).not.toContain('secret');
});
