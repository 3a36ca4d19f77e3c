import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { send } from '../../src/send/send.ts';
import { failure } from './failure.ts';
import { echoServer, listen, OK } from './servers.ts';

const get = (url: string) => ({ method: 'GET', url, headers: [] });

test('a name that is not known is told apart', async () => {
  const [code, message] = await failure(send(get('http://why403.invalid/'), {}));
  expect(code).toBe('DNS');
  expect(message).toMatch(
    /^The name of why403\.invalid:80 was not resolved \(E[A-Z_]+\); check its spelling and this machine's DNS, or give the address with --resolve\.$/,
  );
});

test('a port where nothing listens is told apart', async () => {
  const server = createServer();
  const port = await listen(server);
  await new Promise((resolve) => server.close(resolve));
  expect(await failure(send(get(`http://localhost:${port}/`), { ipVersion: 4 }))).toEqual([
    'REFUSED',
    `localhost:${port} (127.0.0.1) refused the connection; check the port and that the server is running.`,
  ]);
});

test('a reset before the answer is an error, in the middle of a body it is a gap', async () => {
  const before = await echoServer((_request, socket) => void socket.resetAndDestroy());
  expect(await failure(send(get(before.url), {}))).toEqual([
    'RESET',
    `127.0.0.1:${before.port} closed the connection before it answered; try again, and look into the server's log.`,
  ]);
  const midway = await echoServer((_request, socket) => {
    socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\nhalf');
    return undefined;
  });
  const exchange = await send(get(midway.url), {});
  expect([exchange.response?.status, exchange.response?.body, exchange.gaps.map(({ text }) => text)]).toEqual([
    403,
    { text: 'half' },
    [
      "The response's body is not whole: the connection was closed, or its framing broke, before its end, after 4 bytes.",
    ],
  ]);
});

test('a server that does not answer runs into the time-out', async () => {
  const silent = await echoServer(() => undefined);
  expect(await failure(send(get(silent.url), {}, { timeout: 80 }))).toEqual([
    'TIMEOUT',
    `127.0.0.1:${silent.port} took the request and did not answer within 0.08 s; give it longer with -m.`,
  ]);
  const half = await echoServer(() => 'HTTP/1.1 403 Forbidden\r\nServer: x');
  expect((await failure(send(get(half.url), { timeout: 80 })))[0]).toBe('TIMEOUT');
});

test('a body that does not end within the time-out is cut there', async () => {
  const slow = await echoServer(() => 'HTTP/1.1 403 Forbidden\r\nContent-Length: 100\r\n\r\nhalf');
  const exchange = await send(get(slow.url), { timeout: 80 });
  expect([exchange.response?.status, exchange.response?.body, exchange.gaps.map(({ text }) => text)]).toEqual([
    403,
    { text: 'half' },
    ["The response's body is not whole: it did not end within the time-out, after 4 bytes."],
  ]);
});

test('an endless body is cut at the limit', async () => {
  const endless = await echoServer((_request, socket) => {
    const chunk = Buffer.alloc(65536, 'x');
    const more = () => {
      while (!socket.destroyed && socket.write(chunk));
    };
    socket.on('drain', more);
    socket.write('HTTP/1.1 403 Forbidden\r\n\r\n', more);
    return undefined;
  });
  const exchange = await send(get(endless.url), {}, { maxBodyBytes: 1024 * 1024 });
  expect([
    exchange.response?.body?.text.length,
    exchange.response?.body?.cutFrom,
    exchange.gaps.map(({ text }) => text),
  ]).toEqual([1048576, 1048577, ["The response's body is longer than 1 MiB; it was cut there."]]);
});

test('a body longer than the limit tells how long it is', async () => {
  const long = await echoServer(() => `HTTP/1.1 403 Forbidden\r\nContent-Length: 20\r\n\r\n${'y'.repeat(20)}`);
  const exchange = await send(get(long.url), {}, { maxBodyBytes: 10 });
  expect([exchange.response?.body, exchange.gaps.map(({ text }) => text)]).toEqual([
    { text: 'yyyyyyyyyy', cutFrom: 20 },
    ["The response's body is longer than 10 bytes; it was cut there."],
  ]);
});

test.each([
  ['SSH-2.0-OpenSSH_9.2\r\n', '(it began with "SSH-2.0-OpenSSH_9.2"); check the port and the scheme'],
  ['HTTP/1.1 abc\r\n\r\n', '(it began with "HTTP/1.1 abc"); check the port and the scheme'],
  ['\x1b[31mred\u202e\r\n', '(it began with "\\u001b[31mred."); check the port and the scheme'],
])('an answer that is not HTTP is told: %j', async (answer, sentence) => {
  const echo = await echoServer(() => answer);
  const [code, message] = await failure(send(get(echo.url), {}));
  expect(code).toBe('PROTOCOL');
  expect(message).toBe(`127.0.0.1:${echo.port} did not answer in HTTP/1 ${sentence}.`);
});

test.each([
  ['one header without end', `HTTP/1.1 200 OK\r\nX: ${'a'.repeat(400_000)}`],
  ['headers without end', `HTTP/1.1 200 OK\r\n${'X: a\r\n'.repeat(2000)}`],
])('%s is not read on', async (_name, answer) => {
  const echo = await echoServer(() => answer);
  expect(await failure(send(get(echo.url), {}))).toEqual([
    'PROTOCOL',
    `127.0.0.1:${echo.port} sent more than 256 KiB or 1000 lines of headers, which is not read further; look into the server or the proxy before it.`,
  ]);
});

test('broken chunks end the body with a gap', async () => {
  const echo = await echoServer(() => 'HTTP/1.1 403 F\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nno\r\nzz\r\n');
  const exchange = await send(get(echo.url), {});
  expect([exchange.response?.body, exchange.gaps.map(({ text }) => text)]).toEqual([
    { text: 'no' },
    [
      "The response's body is not whole: the connection was closed, or its framing broke, before its end, after 2 bytes.",
    ],
  ]);
});

test('the caller can stop it, before and during', async () => {
  const silent = await echoServer(() => undefined);
  const stopped = ['ABORTED', `The request to 127.0.0.1:${silent.port} was stopped; run it again.`];
  expect(await failure(send(get(silent.url), {}, {}, AbortSignal.abort()))).toEqual(stopped);
  expect(silent.requests).toEqual([]);
  const controller = new AbortController();
  const work = failure(send(get(silent.url), {}, {}, controller.signal));
  setTimeout(() => controller.abort(), 50);
  expect(await work).toEqual(stopped);
});

test('-4 with an IPv6 address is told', async () => {
  const [code, message] = await failure(send(get('http://[::1]:1/'), { ipVersion: 4 }));
  expect([code, message]).toEqual(['DNS', '::1 has no IPv4 address; leave out -4.']);
});

test('endless redirects are told, with the chain', async () => {
  const loop = await echoServer(() => 'HTTP/1.1 302 Found\r\nLocation: /again?token=1\r\nContent-Length: 0\r\n\r\n');
  expect(await failure(send(get(`${loop.url}/`), { follow: true }))).toEqual([
    'REDIRECTS',
    `127.0.0.1:${loop.port} redirects without end: 50 redirects were followed, and the next leads to "http://127.0.0.1:${loop.port}/again"; leave out -L to see the first answer.`,
  ]);
  expect(loop.requests.length).toBe(51);
  const error = await send(get(`${loop.url}/`), { follow: true, maxRedirects: 2 }).catch((thrown) => thrown);
  expect([error.code, error.redirects.length]).toEqual(['REDIRECTS', 2]);
  expect(error.message).toBe(
    `127.0.0.1:${loop.port} redirects more than 2 times, next to "http://127.0.0.1:${loop.port}/again"; raise --max-redirs, or leave out -L to see the first answer.`,
  );
});

test('plain HTTP to a port that speaks TLS is told', async () => {
  // A TLS alert "unexpected message" is what such a port answers.
  const echo = await echoServer(() => new Uint8Array([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x0a]));
  expect(await failure(send(get(echo.url), {}))).toEqual([
    'PROTOCOL',
    `127.0.0.1:${echo.port} answered with TLS to a plain request; try https:// instead of http://.`,
  ]);
});

test('the limits hold for the default too', async () => {
  const echo = await echoServer(() => OK);
  expect((await send(get(echo.url), {})).response?.body).toEqual({ text: 'ok' });
});
