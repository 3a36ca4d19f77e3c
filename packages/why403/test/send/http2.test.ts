import { createSecureServer, createServer, type Http2Server, type ServerHttp2Stream } from 'node:http2';
import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import { send } from '../../src/send/send.ts';
import { createTestAuthority } from './certificates.ts';
import { failure } from './failure.ts';
import { echoServer, listenHttp2, OK } from './servers.ts';

const authority = createTestAuthority('HTTP/2');
const skip = authority === undefined;

type OnStream = (stream: ServerHttp2Stream, raw: readonly string[], body: Buffer) => void;

/** A real HTTP/2 server; `answer` gets the header fields as they came. */
async function http2Server(answer: OnStream, isSecure = true) {
  const identity = isSecure ? authority!.issue('h2', 'IP:127.0.0.1') : undefined;
  const server: Http2Server = identity
    ? (createSecureServer({ cert: identity.cert, key: identity.key }) as unknown as Http2Server)
    : createServer();
  server.on('stream', ((stream: ServerHttp2Stream, _headers: object, _flags: number, raw: string[]) => {
    const pieces: Buffer[] = [];
    stream.on('error', () => {});
    stream.on('data', (piece: Buffer) => pieces.push(piece));
    stream.on('end', () => answer(stream, raw, Buffer.concat(pieces)));
  }) as never);
  const port = await listenHttp2(server);
  return { port, url: `${isSecure ? 'https' : 'http'}://127.0.0.1:${port}` };
}

const options = { caFile: authority?.certFile ?? '' };

test.skipIf(skip)('https offers h2 as curl does, and fields keep their order', async () => {
  const seen: unknown[] = [];
  const server = await http2Server((stream, raw, body) => {
    seen.push(raw, body.toString());
    stream.additionalHeaders({ ':status': 103, link: '</a>' });
    stream.respond({ ':status': 403, 'x-b': ['1', '2'], 'content-type': 'text/plain' });
    stream.end('not allowed');
  });
  const exchange = await send(
    {
      method: 'POST',
      url: `${server.url}/a/../b?c`,
      headers: [
        ['Host', 'shop.example'],
        ['X-Zulu', '1'],
        ['Accept', '*/*'],
        ['Connection', 'close'],
        ['Cookie', 'a=1; b=2'],
      ],
      body: { text: 'hi' },
    },
    options,
  );
  expect(seen).toEqual([
    [
      ':method',
      'POST',
      ':path',
      '/a/../b?c',
      ':scheme',
      'https',
      ':authority',
      'shop.example',
      'x-zulu',
      '1',
      'accept',
      '*/*',
      'cookie',
      'a=1; b=2',
      'content-length',
      '2',
    ],
    'hi',
  ]);
  expect(exchange.request).toEqual({
    method: 'POST',
    url: `${server.url}/a/../b?c`,
    httpVersion: '2',
    headers: [
      ['host', 'shop.example'],
      ['x-zulu', '1'],
      ['accept', '*/*'],
      ['cookie', 'a=1; b=2'],
      ['content-length', '2'],
    ],
    body: { text: 'hi' },
  });
  const headers = exchange.response?.headers.filter(([name]) => name !== 'date');
  expect([exchange.response?.status, exchange.response?.httpVersion, headers, exchange.response?.body]).toEqual([
    403,
    '2',
    [
      ['x-b', '1'],
      ['x-b', '2'],
      ['content-type', 'text/plain'],
    ],
    { text: 'not allowed' },
  ]);
  expect([
    exchange.gaps.map(({ text }) => text),
    exchange.transport?.tls?.authorized,
    exchange.transport?.address,
  ]).toEqual([[], true, '127.0.0.1']);
});

test.skipIf(skip)('HTTP/1.1 is offered alone when asked for', async () => {
  const offered: unknown[] = [];
  const identity = authority!.issue('one', 'IP:127.0.0.1');
  const echo = await echoServer(() => OK, {
    cert: identity.cert,
    key: identity.key,
    ALPNCallback: ({ protocols }) => {
      offered.push(protocols);
      return 'http/1.1';
    },
  });
  await send({ method: 'GET', url: echo.url, headers: [] }, { ...options, httpVersion: '1.1' });
  await send({ method: 'GET', url: echo.url, headers: [], httpVersion: '1.1' }, options);
  const third = await send({ method: 'GET', url: echo.url, headers: [], httpVersion: '3' }, options);
  expect(offered).toEqual([['http/1.1'], ['http/1.1'], ['h2', 'http/1.1']]);
  expect(third.gaps.map(({ text }) => text)).toEqual(['The request was HTTP/3; it was sent over HTTP/2 or HTTP/1.1.']);
});

test.skipIf(skip)('a header that stands twice and cannot in HTTP/2 here goes over HTTP/1.1, and is told', async () => {
  const identity = authority!.issue('one', 'IP:127.0.0.1');
  const echo = await echoServer(() => OK, { cert: identity.cert, key: identity.key });
  const exchange = await send(
    {
      method: 'GET',
      url: echo.url,
      headers: [
        ['Host', 'a'],
        ['Authorization', 'Bearer a'],
        ['Authorization', 'Bearer b'],
      ],
    },
    options,
  );
  expect(echo.requests).toEqual([
    'GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer a\r\nAuthorization: Bearer b\r\n\r\n',
  ]);
  expect(exchange.gaps.map(({ text }) => text)).toEqual([
    'The header Authorization cannot be sent over HTTP/2 as it stands here; the request was sent over HTTP/1.1.',
  ]);
});

test('prior knowledge speaks HTTP/2 without TLS, lower-case methods too', async () => {
  const seen: unknown[] = [];
  const server = await http2Server((stream, raw) => {
    seen.push(raw);
    stream.respond({ ':status': 200 }, { endStream: true });
  }, false);
  const exchange = await send(
    { method: 'get', url: `${server.url}/`, headers: [] },
    { httpVersion: '2-prior-knowledge' },
  );
  expect(seen).toEqual([[':method', 'get', ':path', '/', ':scheme', 'http', ':authority', `127.0.0.1:${server.port}`]]);
  expect([exchange.response?.status, exchange.response?.body]).toEqual([200, { text: '' }]);
});

test('a reset is an error before the head, and a gap after it', async () => {
  const prior = { httpVersion: '2-prior-knowledge' } as const;
  const before = await http2Server((stream) => stream.close(7), false);
  expect(await failure(send({ method: 'GET', url: before.url, headers: [] }, prior))).toEqual([
    'PROTOCOL',
    `127.0.0.1:${before.port} broke off the HTTP/2 exchange (ERR_HTTP2_STREAM_ERROR); try --http1.1.`,
  ]);
  const midway = await http2Server((stream) => {
    stream.respond({ ':status': 403 });
    stream.write('half', () => setTimeout(() => stream.session?.destroy(), 20));
  }, false);
  const exchange = await send({ method: 'GET', url: midway.url, headers: [] }, prior);
  expect([exchange.response?.status, exchange.response?.body, exchange.gaps.length]).toEqual([
    403,
    { text: 'half' },
    1,
  ]);
});

test('a body without end, a head without end and silence are bounded over HTTP/2 too', async () => {
  const prior = { httpVersion: '2-prior-knowledge' } as const;
  const get = (url: string) => ({ method: 'GET', url, headers: [] });
  const endless = await http2Server((stream) => {
    stream.respond({ ':status': 403 });
    const more = () => {
      while (!stream.destroyed && stream.write(Buffer.alloc(16384, 'x')));
    };
    stream.on('drain', more);
    more();
  }, false);
  const cut = await send(get(endless.url), prior, { maxBodyBytes: 100_000 });
  expect([cut.response?.body?.text.length, cut.gaps.map(({ text }) => text)]).toEqual([
    100_000,
    ["The response's body is longer than 100000 bytes; it was cut there."],
  ]);
  const silent = await http2Server(() => {}, false);
  expect((await failure(send(get(silent.url), prior, { timeout: 80 })))[0]).toBe('TIMEOUT');
  const bomb = await http2Server((stream) => {
    const headers: Record<string, string> = {};
    for (let index = 0; index < 3000; index++) headers[`x-${index}`] = 'a';
    stream.respond({ ':status': 200, ...headers }, { endStream: true });
  }, false);
  expect((await failure(send(get(bomb.url), prior, { timeout: 5000 })))[0]).toBe('PROTOCOL');
});

test('a server that does not speak HTTP/2 is told', async () => {
  const echo = await echoServer((_request, socket: Socket) => {
    socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    return undefined;
  });
  expect(
    await failure(send({ method: 'GET', url: echo.url, headers: [] }, { httpVersion: '2-prior-knowledge' })),
  ).toEqual(['PROTOCOL', `127.0.0.1:${echo.port} broke off the HTTP/2 exchange (ERR_HTTP2_ERROR); try --http1.1.`]);
});
