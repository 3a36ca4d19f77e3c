import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { send } from '../../src/send/send.ts';
import { echoServer } from './servers.ts';

/** The body and gaps of an answer with these headers and bytes. */
async function bodyOf(headers: string, bytes: Uint8Array | string, maxBodyBytes = 10_000_000) {
  const body = Buffer.from(bytes);
  const head = `HTTP/1.1 403 Forbidden\r\n${headers}Content-Length: ${body.length}\r\n\r\n`;
  const echo = await echoServer(() => Buffer.concat([Buffer.from(head, 'latin1'), body]));
  const { response, gaps } = await send({ method: 'GET', url: echo.url, headers: [] }, {}, { maxBodyBytes });
  return [response?.body, gaps.map(({ text }) => text)];
}

const text = 'You do not have permission: grüße';

test.each([
  ['gzip', gzipSync(text)],
  ['x-gzip', gzipSync(text)],
  ['GZIP', gzipSync(text)],
  ['br', brotliCompressSync(text)],
  ['deflate', deflateSync(text)],
  ['deflate', deflateRawSync(text)],
  ['gzip, br', brotliCompressSync(gzipSync(text))],
  ['identity', Buffer.from(text)],
])('a body encoded as %s is read', async (coding, bytes) => {
  expect(await bodyOf(`Content-Encoding: ${coding}\r\n`, bytes)).toEqual([{ text }, []]);
});

test('zstd is decoded where Node can, and told where it cannot', async () => {
  // Node has zstd from 22.15 on, which the types of Node 20 do not know.
  const { zstdCompressSync } = (await import('node:zlib')) as { zstdCompressSync?: (bytes: string) => Buffer };
  const zstd = zstdCompressSync?.(text) ?? Buffer.from('28b52ffd', 'hex');
  expect(await bodyOf('Content-Encoding: zstd\r\n', zstd)).toEqual(
    zstdCompressSync
      ? [{ text }, []]
      : [
          { text: '(\ufffd/\ufffd', bytes: zstd },
          ['The response\'s body is encoded as "zstd", which is not known here; it was not decoded.'],
        ],
  );
});

test('a small body that unpacks to a huge one is cut', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000));
  const [body, gaps] = await bodyOf('Content-Encoding: gzip\r\n', bomb, 1024 * 1024);
  expect([(body as { text: string }).text.length, (body as { cutFrom: number }).cutFrom, gaps]).toEqual([
    1048576,
    1048577,
    ["The response's body unpacks to more than 1 MiB; it was cut there."],
  ]);
});

test('a body that is not what its encoding says is kept', async () => {
  expect(await bodyOf('Content-Encoding: gzip\r\n', 'plain words')).toEqual([
    { text: 'plain words' },
    ["The response's body is not valid gzip; it was decoded as far as it goes."],
  ]);
  expect(await bodyOf(`Content-Encoding: ${Array(9).fill('gzip').join(',')}\r\n`, 'plain words')).toEqual([
    { text: 'plain words' },
    ["The response's body is encoded 9 times; it was not decoded."],
  ]);
});

const latin = Buffer.from('verboten für dich', 'latin1');

test.each([
  ['Content-Type: text/html; charset=iso-8859-1\r\n', latin, 'verboten für dich'],
  ['Content-Type: text/html; Charset="windows-1252"\r\n', latin, 'verboten für dich'],
  [
    'Content-Type: text/html\r\n',
    Buffer.concat([Buffer.from('<meta charset=latin1>'), latin]),
    '<meta charset=latin1>verboten für dich',
  ],
  [
    'Content-Type: text/xml\r\n',
    Buffer.concat([Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?>'), latin]),
    '<?xml version="1.0" encoding="ISO-8859-1"?>verboten für dich',
  ],
  ['Content-Type: text/plain; charset=shift_jis\r\n', Buffer.from('8b91', 'hex'), '拒'],
  ['', Buffer.from('\ufeffnein', 'utf16le'), 'nein'],
])('the character set is found: %s', async (headers, bytes, expected) => {
  expect(await bodyOf(headers, bytes)).toEqual([{ text: expected, bytes }, []]);
});

test('a wrong or unknown character set leaves marks, and the bytes', async () => {
  expect(await bodyOf('Content-Type: text/html; charset=utf-8\r\n', latin)).toEqual([
    { text: 'verboten f\ufffdr dich', bytes: latin },
    [],
  ]);
  expect(await bodyOf('Content-Type: text/html; charset=nope\r\n', 'no')).toEqual([
    { text: 'no' },
    ['The response names the character set "nope", which is not known; it was read as UTF-8.'],
  ]);
});

test('a binary body keeps its bytes', async () => {
  const png = Buffer.from('89504e470d0a1a0a00ff', 'hex');
  expect(await bodyOf('Content-Type: image/png\r\n', png)).toEqual([
    { text: '\ufffdPNG\r\n\u001a\n\u0000\ufffd', bytes: png },
    [],
  ]);
});
