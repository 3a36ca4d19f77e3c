import { createServer } from 'node:net';
import { build } from 'esbuild';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findDigestChallenge } from '../../src/send/digest.ts';
import { SendError } from '../../src/send/error.ts';
import { createResponseParser } from '../../src/send/parser.ts';
import { isExcepted, parseProxy, proxyFromEnvironment } from '../../src/send/proxy.ts';
import { followRedirect } from '../../src/send/redirect.ts';
import { send } from '../../src/send/send.ts';
import { parseTarget } from '../../src/send/target.ts';
import { listen } from './servers.ts';

const parts = fc.constantFrom(
  'HTTP/1.1 403 Forbidden',
  'HTTP/1.1 100 Continue',
  'HTTP/1.0 200',
  'HTTP',
  '\r\n',
  '\n',
  '\r\n\r\n',
  'Content-Length: 5',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  ' folded',
  ':',
  '5\r\nhello\r\n',
  '0\r\n\r\n',
  'ffffffffffff',
  'zz',
);
const bytes = fc
  .array(fc.oneof(parts, fc.string({ maxLength: 8 })), { maxLength: 24 })
  .map((pieces) => Buffer.from(pieces.join(''), 'latin1'));

/** What the parser makes of these bytes, given in pieces of these sizes. */
function parse(input: Buffer, method: string, sizes: readonly number[]) {
  const parser = createResponseParser(method, 16);
  let at = 0;
  let isDone = false;
  for (let turn = 0; at < input.length && !isDone; turn++) {
    const size = sizes[turn % sizes.length]!;
    isDone = parser.push(input.subarray(at, at + size));
    at += size;
  }
  if (!isDone) parser.end();
  const result = parser.result();
  return {
    fault: parser.fault()?.fault,
    head: result?.head,
    body: result && Buffer.from(result.body).toString('latin1'),
    complete: result?.complete,
    cut: result?.cut,
  };
}

test('a body of chunks of one byte is cut where their lines are too many, and a plain one is not', () => {
  const head = 'HTTP/1.1 403 Forbidden\r\nTransfer-Encoding: chunked\r\n\r\n';
  const most = 4 << 20;
  const parser = createResponseParser('GET', most);
  parser.push(Buffer.from(head));
  let sent = 0;
  while (!parser.push(Buffer.from('1\r\na\r\n'.repeat(1000))) && sent < most) sent += 1000;
  expect(parser.result()).toMatchObject({ cut: true });
  expect(parser.result()!.body.length).toBeLessThan(most / 8);
  const plain = createResponseParser('GET', most);
  plain.push(Buffer.from(head));
  for (let i = 0; i < 1000; i++) expect(plain.push(Buffer.from(`400\r\n${'a'.repeat(1024)}\r\n`))).toBe(false);
  expect(plain.push(Buffer.from('0\r\n\r\n'))).toBe(true);
  expect(plain.result()).toMatchObject({ cut: false, complete: true });
});

test('whatever comes, and in whatever pieces, is read the same way and within the limit', () => {
  fc.assert(
    fc.property(
      bytes,
      fc.constantFrom('GET', 'HEAD', 'CONNECT'),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 5 }),
      (input, method, sizes) => {
        const whole = parse(input, method, [Math.max(1, input.length)]);
        expect(parse(input, method, sizes)).toEqual(whole);
        expect((whole.body ?? '').length).toBeLessThanOrEqual(16);
      },
    ),
    { numRuns: 2000 },
  );
});

test('Location, challenges, proxies and URLs of any kind throw nothing but our own error', () => {
  const ours = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
    }
  };
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.webUrl({ withQueryParameters: true }));
  fc.assert(
    fc.property(text, text, (first, second) => {
      const request = { method: 'GET', url: 'http://a.example/b?c', headers: [] };
      const response = { status: 302, headers: [['Location', first]] as const };
      ours(() => followRedirect({ request, response, gaps: [] }, request, request, {}));
      ours(() => findDigestChallenge([['WWW-Authenticate', `Digest ${first}`]]));
      ours(() => parseProxy(first));
      ours(() => parseTarget(first));
      ours(() => parseTarget(`http://${first}/${second}`));
      ours(() => isExcepted(first, second));
      ours(() => proxyFromEnvironment(first, { http_proxy: second }));
    }),
    { numRuns: 2000 },
  );
});

test('what a redirect leads to can be sent, or is told', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (location) => {
      const request = { method: 'GET', url: 'http://a.example/b?c', headers: [] };
      const response = { status: 302, headers: [['Location', location]] as const };
      const next = followRedirect({ request, response, gaps: [] }, request, request, {});
      if (next !== undefined && 'request' in next) expect(parseTarget(next.request.url).path).toMatch(/^\/[!-~]*$/);
    }),
    { numRuns: 2000 },
  );
});

test('long challenges without sense end soon', () => {
  for (const text of ['a'.repeat(8000), 'a="'.repeat(2600), ', '.repeat(4000), 'a'.repeat(1_000_000)]) {
    expect(findDigestChallenge([['WWW-Authenticate', `Digest ${text}`]])).toBeUndefined();
  }
});

test('an answer that comes before the body is through is not lost', async () => {
  const server = createServer((socket) => {
    socket.once('data', () => {
      socket.pause();
      socket.write('HTTP/1.1 413 Too Large\r\nContent-Length: 3\r\n\r\nno!', () =>
        setTimeout(() => socket.destroy(), 50),
      );
    });
  });
  const body = { text: 'x'.repeat(20_000_000) };
  const url = `http://127.0.0.1:${await listen(server)}/`;
  const exchange = await send({ method: 'POST', url, headers: [], body }, {});
  expect([exchange.response?.status, exchange.response?.body, exchange.gaps.map(({ text }) => text)]).toEqual([
    413,
    { text: 'no!' },
    [],
  ]);
});

test('TLS, HTTP/2, unpacking, hashing and SOCKS are loaded only when they are needed', async () => {
  const entry = new URL('../../src/send/sender.ts', import.meta.url).pathname;
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outdir: 'out',
    splitting: true,
  });
  const seen = new Set<string>();
  const outside = new Set<string>();
  const visit = (output: string) => {
    if (seen.has(output)) return;
    seen.add(output);
    for (const { path, kind, external } of metafile.outputs[output]?.imports ?? []) {
      if (kind !== 'import-statement') continue;
      if (external) outside.add(path);
      else visit(path);
    }
  };
  visit(Object.entries(metafile.outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('send/sender.ts'))![0]);
  expect([...outside].sort()).toEqual([
    '@why403/core',
    'node:dns/promises',
    'node:fs',
    'node:net',
    'node:path',
    'node:url',
  ]);
});
