import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { send } from '../../src/send/send.ts';
import { failure } from './failure.ts';
import { echoServer, listen, OK, scratchFolder } from './servers.ts';

test('order, case, duplicates and the raw path go out as they stand', async () => {
  const echo = await echoServer();
  const exchange = await send(
    {
      method: 'GET',
      url: `${echo.url}/a/../b//%7e?q=%2F&q='x'#top`,
      headers: [
        ['X-Zulu', '1'],
        ['host', 'shop.example'],
        ['aCCept', '*/*'],
        ['X-Zulu', '2'],
        ['X-Empty', ''],
      ],
    },
    {},
  );
  expect(echo.requests).toEqual([
    "GET /a/../b//%7e?q=%2F&q='x' HTTP/1.1\r\nX-Zulu: 1\r\nhost: shop.example\r\naCCept: */*\r\nX-Zulu: 2\r\nX-Empty:\r\n\r\n",
  ]);
  expect(exchange).toEqual({
    request: exchange.request,
    response: {
      status: 200,
      statusText: 'OK',
      httpVersion: '1.1',
      headers: [['Content-Length', '2']],
      body: { text: 'ok' },
    },
    transport: {
      address: '127.0.0.1',
      port: echo.port,
      timings: {
        lookup: expect.any(Number),
        connect: expect.any(Number),
        firstByte: expect.any(Number),
        end: expect.any(Number),
      },
    },
    gaps: [],
  });
});

test('Host goes in front and Content-Length to the end, and the exchange shows both', async () => {
  const echo = await echoServer();
  const exchange = await send(
    { method: 'post', url: `${echo.url}`, headers: [['Accept', '*/*']], body: { text: 'grüße' } },
    {},
  );
  expect(echo.requests).toEqual([
    `post / HTTP/1.1\r\nHost: 127.0.0.1:${echo.port}\r\nAccept: */*\r\nContent-Length: 7\r\n\r\ngr\xc3\xbc\xc3\x9fe`,
  ]);
  expect(exchange.request).toEqual({
    method: 'post',
    url: echo.url,
    httpVersion: '1.1',
    headers: [
      ['Host', `127.0.0.1:${echo.port}`],
      ['Accept', '*/*'],
      ['Content-Length', '7'],
    ],
    body: { text: 'grüße' },
  });
});

/** What comes of an answer, sent as it stands; `closes` ends the connection after it. */
async function answerOf(answer: string, { method = 'GET', closes = false } = {}) {
  const echo = await echoServer((_request, socket) => {
    if (!closes) return answer;
    socket.end(Buffer.from(answer, 'latin1'));
    return undefined;
  });
  const { response, gaps } = await send({ method, url: echo.url, headers: [] }, {});
  return { ...response, gaps: gaps.map(({ text }) => text) };
}

test('chunks are put together, their extensions and trailers are left out', async () => {
  expect(
    await answerOf(
      'HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\nnot\r\n8\r\n allowed\r\n0\r\nX-Sum: 1\r\n\r\n',
    ),
  ).toEqual({
    status: 403,
    statusText: 'Forbidden',
    httpVersion: '1.1',
    headers: [['Transfer-Encoding', 'chunked']],
    body: { text: 'not allowed' },
    gaps: [],
  });
});

test('informational answers are passed over', async () => {
  expect(
    await answerOf(
      'HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n',
    ),
  ).toEqual({
    status: 401,
    statusText: 'No',
    httpVersion: '1.1',
    headers: [['Content-Length', '0']],
    body: { text: '' },
    gaps: [],
  });
});

test('a body without a length ends with the connection', async () => {
  expect(await answerOf('HTTP/1.0 403 Forbidden\r\nServer: old\r\n\r\nno', { closes: true })).toEqual({
    status: 403,
    statusText: 'Forbidden',
    httpVersion: '1.0',
    headers: [['Server', 'old']],
    body: { text: 'no' },
    gaps: [],
  });
});

test.each([
  ['HEAD', 'HTTP/1.1 403 Forbidden\r\nContent-Length: 20\r\n\r\n', 403],
  ['GET', 'HTTP/1.1 204 No Content\r\nContent-Length: 20\r\n\r\n', 204],
  ['GET', 'HTTP/1.1 304 Not Modified\r\nTransfer-Encoding: chunked\r\n\r\n', 304],
])('the answer to %s %j has no body and is not waited for', async (method, answer, status) => {
  expect(await answerOf(answer, { method })).toMatchObject({ status, body: { text: '' }, gaps: [] });
});

test('a strange head is read as far as it makes sense', async () => {
  expect(
    await answerOf(
      'HTTP/1.1 403\nX-Folded: one\n two\nX-Latin : caf\xe9\nX-Utf8: caf\xc3\xa9\nnonsense\nContent-Length: 0\n\n',
    ),
  ).toEqual({
    status: 403,
    statusText: '',
    httpVersion: '1.1',
    headers: [
      ['X-Folded', 'one two'],
      ['X-Latin', 'café'],
      ['X-Utf8', 'café'],
      ['Content-Length', '0'],
    ],
    body: { text: '' },
    gaps: ['A header line of the response without a colon was left out.'],
  });
});

test('an answer that comes byte by byte is the same', async () => {
  const answer = 'HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';
  const echo = await echoServer((_request, socket) => {
    const sendNext = (at: number) => {
      if (at === answer.length) return;
      socket.write(answer.slice(at, at + 1), () => setImmediate(sendNext, at + 1));
    };
    sendNext(0);
    return undefined;
  });
  const { response, gaps } = await send({ method: 'GET', url: echo.url, headers: [] }, {});
  expect([response?.status, response?.body, gaps]).toEqual([403, { text: 'abc' }, []]);
});

test('HTTP/1.0 is spoken when asked for', async () => {
  const echo = await echoServer();
  await send({ method: 'GET', url: `${echo.url}/a`, headers: [] }, { httpVersion: '1.0' });
  expect(echo.requests).toEqual([`GET /a HTTP/1.0\r\nHost: 127.0.0.1:${echo.port}\r\n\r\n`]);
});

test('what the user took out is not added again', async () => {
  const echo = await echoServer();
  await send(
    { method: 'POST', url: echo.url, headers: [['X-A', 'b']], body: { text: '' } },
    { removedHeaders: ['Host', 'Content-Length'] },
  );
  expect(echo.requests).toEqual(['POST / HTTP/1.1\r\nX-A: b\r\n\r\n']);
});

test('body bytes go out as they are, and in chunks when the headers say so', async () => {
  const echo = await echoServer();
  const body = { text: '\ufffd\u0000', bytes: new Uint8Array([0xff, 0x00]) };
  await send({ method: 'PUT', url: echo.url, headers: [['Host', 'a']], body }, {});
  await send(
    {
      method: 'PUT',
      url: echo.url,
      headers: [
        ['Host', 'a'],
        ['Transfer-Encoding', 'chunked'],
      ],
      body,
    },
    {},
  );
  expect(echo.requests).toEqual([
    'PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n\xff\x00',
    'PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n\xff\x00\r\n0\r\n\r\n',
  ]);
});

test('a body waits for 100 Continue where the headers ask, and stays here when the server refuses at once', async () => {
  const request = (url: string) => ({
    method: 'POST',
    url,
    headers: [
      ['Host', 'a'],
      ['Expect', '100-continue'],
      ['Content-Length', '2'],
    ] as const,
    body: { text: 'hi' },
  });
  const seen: string[] = [];
  const server = createServer((socket) => {
    socket.on('data', (chunk: Buffer) => {
      seen.push(chunk.toString('latin1'));
      socket.write(seen.length === 1 ? 'HTTP/1.1 100 Continue\r\n\r\n' : OK);
    });
  });
  const port = await listen(server);
  await send(request(`http://127.0.0.1:${port}`), {});
  expect(seen).toEqual(['POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n', 'hi']);

  const refused: string[] = [];
  const refusing = createServer((socket) => {
    socket.on('data', (chunk: Buffer) => {
      refused.push(chunk.toString('latin1'));
      socket.write('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n');
    });
  });
  const exchange = await send(request(`http://127.0.0.1:${await listen(refusing)}`), {});
  expect([exchange.response?.status, refused.length]).toEqual([403, 1]);
});

test.each([
  [
    { url: 'http://h/a b' },
    'The URL "http://h/a b" cannot be sent: its path or query holds a space or a control character; write it percent-encoded.',
  ],
  [
    { url: 'http://user:pw@h:0/?secret=1' },
    'The URL "http://h:0/" cannot be sent: its port is not between 1 and 65535.',
  ],
  [{ url: 'ftp://h/' }, 'The URL "ftp://h/" cannot be sent: it is not an absolute http or https URL.'],
  [{ url: 'http:///a' }, 'The URL "http:///a" cannot be sent: its host or port cannot be read.'],
  [{ method: 'GET /x' }, 'The method "GET /x" cannot be sent: it is not one word.'],
  [
    { headers: [['X-A', 'b\r\nX-C: d']] as const },
    'The header "X-A" cannot be sent: a name is one word, and a value has no line break.',
  ],
  [
    { headers: [['X A', 'b']] as const },
    'The header "X A" cannot be sent: a name is one word, and a value has no line break.',
  ],
  [
    { body: { text: 'a', cutFrom: 9 } },
    "The request's body cannot be sent: only a part of it is known; give the whole request.",
  ],
])('%j is not sent', async (change, sentence) => {
  expect(await failure(send({ method: 'GET', url: 'http://127.0.0.1:9/', headers: [], ...change }, {}))).toEqual([
    'PROTOCOL',
    sentence,
  ]);
});

test('--resolve, --connect-to and a Unix socket lead to the server, and Host stays', async () => {
  const echo = await echoServer();
  const path = join(scratchFolder(), 'web.sock');
  const local = createServer((socket) =>
    socket.once('data', (chunk: Buffer) => socket.end(`HTTP/1.0 200 OK\r\n\r\n${chunk.toString('latin1')}`)),
  );
  await new Promise<void>((resolve) => local.listen(path, resolve));
  onTestFinished(() => void local.close());
  const request = { method: 'GET', url: `http://shop.example:${echo.port}/`, headers: [] };
  const resolved = await send(request, {
    resolve: [`other.example:1:127.0.0.9`, `shop.example:${echo.port}:127.0.0.1`],
  });
  await send(request, { resolve: [`*:${echo.port}:127.0.0.1`] });
  await send(
    { ...request, url: 'http://shop.example/' },
    { connectTo: [`other.example::127.0.0.9:1`, `shop.example:80:127.0.0.1:${echo.port}`] },
  );
  expect(echo.requests).toEqual([
    `GET / HTTP/1.1\r\nHost: shop.example:${echo.port}\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: shop.example:${echo.port}\r\n\r\n`,
    'GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n',
  ]);
  expect(resolved.transport?.address).toBe('127.0.0.1');
  const through = await send({ ...request, url: 'http://shop.example/' }, { unixSocket: path });
  expect(through.response?.body?.text).toBe('GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n');
  expect(through.transport).toEqual({ timings: expect.any(Object) });
});
