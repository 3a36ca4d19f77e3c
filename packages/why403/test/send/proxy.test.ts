import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { isExcepted, proxyFromEnvironment } from '../../src/send/proxy.ts';
import { send } from '../../src/send/send.ts';
import { createTestAuthority } from './certificates.ts';
import { failure } from './failure.ts';
import { connectProxy, socksProxy } from './proxy-server.ts';
import { echoServer, listen, OK } from './servers.ts';

const authority = createTestAuthority('proxies');
const skip = authority === undefined;
const secureEcho = () => {
  const identity = authority!.issue('shop', 'IP:127.0.0.1,DNS:shop.example');
  return echoServer(() => OK, { cert: identity.cert, key: identity.key });
};
const get = (url: string) => ({
  method: 'GET',
  url,
  headers: [
    ['User-Agent', 'curl/8'],
    ['Accept', '*/*'],
    ['X-A', 'b'],
  ] as const,
});

test.each([
  ['http://a/', { http_proxy: 'p:1' }, { proxy: 'p:1' }],
  ['http://a/', { HTTP_PROXY: 'p:1' }, {}],
  ['https://a/', { http_proxy: 'p:1' }, {}],
  ['https://a/', { HTTPS_PROXY: 'p:2', https_proxy: 'p:1' }, { proxy: 'p:1' }],
  ['HTTPS://a/', { HTTPS_PROXY: 'p:2' }, { proxy: 'p:2' }],
  ['https://a/', { ALL_PROXY: 'p:4', all_proxy: '' }, { proxy: 'p:4' }],
  ['http://a/', { all_proxy: 'p:3', http_proxy: 'p:1', NO_PROXY: 'x' }, { proxy: 'p:1', noProxy: 'x' }],
  ['http://a/', { http_proxy: 'p:1', NO_PROXY: 'x', no_proxy: 'y' }, { proxy: 'p:1', noProxy: 'y' }],
  ['http://a/', {}, {}],
])('%s with %j goes through %j', (url, env, expected) => {
  expect(proxyFromEnvironment(url, env)).toEqual(expected);
});

test.each([
  ['shop.example', '*', true],
  ['shop.example', 'a.example, *', false],
  ['shop.example', 'shop.example', true],
  ['SHOP.example.', 'shop.EXAMPLE', true],
  ['www.shop.example', 'shop.example', true],
  ['www.shop.example', '.shop.example', true],
  ['shop.example', '.shop.example', true],
  ['myshop.example', 'shop.example', false],
  ['shop.example', 'a.example b.example,shop.example', true],
  ['10.1.2.3', '10.0.0.0/8', true],
  ['11.1.2.3', '10.0.0.0/8', false],
  ['10.1.2.3', '10.1.2.3', true],
  ['10.1.2.3', '2.3', false],
  ['fe80::1', 'fe80::/10', true],
  // as curl reads it: an address in brackets is none
  ['fe80::1', '[fe80::]/10', false],
  ['::1', '::1', true],
  ['10.1.2.3', '10.0.0.0/x', false],
  ['shop.example', '', false],
  ['shop.example', undefined, false],
])('%s with NO_PROXY %j: excepted is %s', (host, list, expected) => {
  expect(isExcepted(host, list)).toBe(expected);
});

test('a proxy for http takes the whole URL, and its credentials', async () => {
  const proxy = await echoServer();
  const exchange = await send(get('http://shop.example/a//b?c'), {
    proxy: `http://me:p%40ss@127.0.0.1:${proxy.port}`,
    proxyHeaders: [['X-Proxy', '1']],
  });
  expect(proxy.requests).toEqual([
    'GET http://shop.example/a//b?c HTTP/1.1\r\nHost: shop.example\r\nProxy-Authorization: Basic bWU6cEBzcw==\r\nUser-Agent: curl/8\r\nAccept: */*\r\nProxy-Connection: Keep-Alive\r\nX-A: b\r\nX-Proxy: 1\r\n\r\n',
  ]);
  expect(exchange.transport).toEqual({
    viaProxy: `http://127.0.0.1:${proxy.port}`,
    timings: expect.any(Object),
  });
});

test('an excepted host is reached directly', async () => {
  const echo = await echoServer();
  await send({ method: 'GET', url: echo.url, headers: [] }, { proxy: '127.0.0.1:1', noProxy: '127.0.0.0/8' });
  expect(echo.requests).toEqual([`GET / HTTP/1.1\r\nHost: 127.0.0.1:${echo.port}\r\n\r\n`]);
});

test('--proxytunnel opens a way for http too, and the host sees the plain request', async () => {
  const echo = await echoServer();
  const proxy = await connectProxy();
  const exchange = await send(get(`http://shop.example:${echo.port}/x`), {
    proxy: `me:pw@127.0.0.1:${proxy.port}`,
    proxyTunnel: true,
    proxyHeaders: [['X-Proxy', '1']],
  });
  expect(proxy.asked).toEqual([
    `CONNECT shop.example:${echo.port} HTTP/1.1\r\nHost: shop.example:${echo.port}\r\nProxy-Authorization: Basic bWU6cHc=\r\nUser-Agent: curl/8\r\nProxy-Connection: Keep-Alive\r\nX-Proxy: 1\r\n\r\n`,
  ]);
  expect(echo.requests).toEqual([
    `GET /x HTTP/1.1\r\nHost: shop.example:${echo.port}\r\nUser-Agent: curl/8\r\nAccept: */*\r\nX-A: b\r\n\r\n`,
  ]);
  expect(exchange.gaps.map(({ text }) => text)).toEqual([]);
});

test.skipIf(skip)('https goes through a tunnel, and through a proxy that itself speaks TLS', async () => {
  const echo = await secureEcho();
  const options = { caFile: authority!.certFile };
  const plain = await connectProxy();
  const first = await send(get(`https://shop.example:${echo.port}/`), {
    ...options,
    proxy: `http://127.0.0.1:${plain.port}`,
  });
  expect([first.response?.status, first.transport?.tls?.authorized, plain.asked.length]).toEqual([200, true, 1]);
  const own = authority!.issue('proxy', 'IP:127.0.0.1');
  const secure = await connectProxy(undefined, { cert: own.cert, key: own.key });
  const second = await send(get(`https://shop.example:${echo.port}/`), {
    ...options,
    proxyTls: options,
    proxy: `https://127.0.0.1:${secure.port}`,
  });
  expect([second.response?.status, second.transport?.viaProxy]).toEqual([200, `https://127.0.0.1:${secure.port}`]);
  expect(second.transport?.tls?.certificate?.subject).toBe('O=Test, CN=shop');
});

test.each([
  [
    'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="p"\r\nContent-Length: 5\r\n\r\nlogin',
    407,
    'login',
  ],
  ['HTTP/1.1 403 Forbidden\r\nX-Squid-Error: ERR_ACCESS_DENIED 0\r\n\r\ndenied', 403, 'denied'],
])('a proxy that refuses the tunnel is the one that answered: %j', async (answer, status, text) => {
  const proxy = await connectProxy(() => answer);
  const exchange = await send(get('https://shop.example/secret?token=1'), { proxy: `http://127.0.0.1:${proxy.port}` });
  expect([exchange.response?.status, exchange.response?.body]).toEqual([status, { text }]);
  expect(exchange.request.url).toBe('https://shop.example/secret?token=1');
  expect(exchange.transport).toEqual({ viaProxy: `http://127.0.0.1:${proxy.port}`, timings: expect.any(Object) });
  expect(exchange.gaps.map(({ text }) => text)).toEqual([
    `The proxy http://127.0.0.1:${proxy.port} answered this itself: it did not open the way to shop.example:443, and the request did not reach the host.`,
  ]);
  expect(proxy.asked[0]).not.toContain('token');
});

test.each([
  ['socks5h', 'shop.example', '5 shop.example'],
  ['socks5', 'localhost', '5 127.0.0.1'],
  ['socks4a', 'shop.example', '4 shop.example'],
  ['socks4', 'localhost', '4 127.0.0.1'],
  ['socks', '127.0.0.1', '4 127.0.0.1'],
])('%s to %s', async (scheme, host, asked) => {
  const echo = await echoServer();
  const proxy = await socksProxy();
  const exchange = await send(
    { method: 'GET', url: `http://${host}:${echo.port}/`, headers: [] },
    { proxy: `${scheme}://127.0.0.1:${proxy.port}`, ipVersion: 4 },
  );
  expect(proxy.asked).toEqual([`${asked}:${echo.port}`]);
  expect(echo.requests).toEqual([`GET / HTTP/1.1\r\nHost: ${host}:${echo.port}\r\n\r\n`]);
  expect(exchange.response?.body?.text).toBe('ok');
});

test('a SOCKS proxy with a password, a wrong one, and one that forbids', async () => {
  const echo = await echoServer();
  const proxy = await socksProxy('me:pw');
  const through = (login: string, host = 'shop.example') =>
    send(get(`http://${host}:${echo.port}/`), { proxy: `socks5h://${login}@127.0.0.1:${proxy.port}` });
  expect((await through('me:pw')).response?.status).toBe(200);
  const [code, message] = await failure(through('me:wrong'));
  expect(code).toBe('PROXY');
  expect(message).toMatch(
    /^The SOCKS proxy socks5h:\/\/127\.0\.0\.1:\d+ did not open the way to "shop\.example":\d+ \(".*"\); check its kind, its credentials and its rules\.$/,
  );
  expect(message).not.toContain('wrong');
  expect((await failure(through('me:pw', 'forbidden.example')))[0]).toBe('PROXY');
});

test('a proxy that is not there, or is none, is told as the proxy', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await failure(send(get('http://shop.example/'), { proxy: `http://u:secret@127.0.0.1:${port}` }))).toEqual([
    'PROXY',
    `Proxy http://127.0.0.1:${port} refused the connection; check the port and that the server is running, and -x or the proxy variables.`,
  ]);
  const ssh = await connectProxy(() => 'SSH-2.0-x\r\n');
  expect(await failure(send(get('https://shop.example/'), { proxy: `127.0.0.1:${ssh.port}` }))).toEqual([
    'PROXY',
    `Proxy http://127.0.0.1:${ssh.port} did not answer in HTTP/1 (it began with "SSH-2.0-x"); check the port and the scheme, and -x or the proxy variables.`,
  ]);
  expect(await failure(send(get('http://shop.example/'), { proxy: 'ftp://u:secret@p:1' }))).toEqual([
    'PROXY',
    'The proxy "ftp://p:1" cannot be used; write it as scheme://host:port, where the scheme is http, https or socks5h.',
  ]);
});
