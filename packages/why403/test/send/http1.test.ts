import { expect, test } from 'vitest';
import { send } from '../../src/send/index.ts';
import { echoServer } from './servers.ts';

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
