// Options of curl for how a host is found and reached, and for TLS: what arrives is what arrives from curl itself.
import { spawn } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readCurlWords } from '../../../core/src/import/curl.ts';
import { SendError } from '../../src/send/error.ts';
import { send } from '../../src/send/send.ts';
import { createTestAuthority } from './certificates.ts';
import { connectProxy, socksProxy } from './proxy-server.ts';
import { echoServer, hasProgram, OK, scratchFolder } from './servers.ts';

const authority = hasProgram('curl') ? createTestAuthority('options of curl') : undefined;
if (!authority) console.log('skipped: curl or openssl is not installed, so options are not compared with curl');
const HOST = 'shop.example';
const pinOf = (pem: Buffer): string =>
  createHash('sha256')
    .update(new X509Certificate(pem).publicKey.export({ format: 'der', type: 'spki' }))
    .digest('base64');

/** An answer of DNS with one address for whatever is asked for by type A, and none for others (RFC 1035 section 4). */
function resolve(question: Buffer): Buffer {
  const end = question.indexOf(0, 12) + 5;
  const isA = question.readUInt16BE(end - 4) === 1;
  const head = Buffer.from([0, 0, 0x81, 0x80, 0, 1, 0, isA ? 1 : 0, 0, 0, 0, 0]);
  const record = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
  return Buffer.concat([head, question.subarray(12, end), ...(isA ? [record] : [])]);
}

async function createWorld() {
  const identity = authority!.issue('secure', `DNS:${HOST},IP:127.0.0.1`);
  const tls = { cert: identity.cert, key: identity.key };
  const folder = scratchFolder();
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const asked: string[] = [];
  const doh = await echoServer((request) => {
    asked.push(/^\S+ \S+/.exec(request)?.[0] ?? '');
    const body = resolve(Buffer.from(request.slice(request.indexOf('\r\n\r\n') + 4), 'latin1'));
    return `HTTP/1.1 200 OK\r\nContent-Type: application/dns-message\r\nContent-Length: ${body.length}\r\n\r\n${body.toString('latin1')}`;
  }, tls);
  const secure = await echoServer(() => OK, tls);
  return {
    echo: await echoServer(() => OK),
    secure,
    forward: await echoServer(() => OK),
    tunnel: await connectProxy(),
    secureTunnel: await connectProxy(undefined, tls),
    socks: await socksProxy(),
    doh,
    asked,
    pin: `sha256//${pinOf(identity.cert)}`,
    keyFile: file(
      'public.pem',
      String(new X509Certificate(identity.cert).publicKey.export({ format: 'pem', type: 'spki' })),
    ),
    hsts: file('hsts', `# of curl\n.${HOST} "20990101 00:00:00"\n`),
    pastHsts: file('past', `${HOST} "20200101 00:00:00"\n`),
    noFile: join(folder, 'none'),
  };
}
type World = Awaited<ReturnType<typeof createWorld>>;

function seenBy(world: World): unknown {
  const ports = new Map([
    [world.echo.port, 'ECHO'],
    [world.secure.port, 'SECURE'],
    [world.forward.port, 'FORWARD'],
    [world.tunnel.port, 'TUNNEL'],
    [world.secureTunnel.port, 'SECURE-TUNNEL'],
  ]);
  const alike = (text: string) =>
    text
      .replace(/:(\d{4,5})\b/g, (all, port) => `:${ports.get(Number(port)) ?? all}`)
      .replace(/^(PROXY TCP\d \S+ \S+) \d+ \d+/, '$1')
      .replace(/^(User-Agent: curl)\/[\d.]+/gm, '$1');
  return {
    echo: world.echo.requests.map(alike),
    secure: world.secure.requests.map(alike),
    forward: world.forward.requests.map(alike),
    tunnel: [...world.tunnel.asked, ...world.secureTunnel.asked].map(alike),
    socks: world.socks.asked.map(alike),
    // one question for each kind of address, in any order
    doh: [...new Set(world.asked)],
  };
}

function runCurl(args: readonly string[]): Promise<void> {
  return new Promise((done) => {
    const env = { PATH: process.env['PATH'] ?? '' };
    const child = spawn('curl', ['-q', '-s', '-o', '/dev/null', '--max-time', '10', ...args], { env, stdio: 'ignore' });
    child.on('close', () => done());
  });
}

async function runOurs(args: readonly string[]): Promise<void> {
  const { readFileSync } = await import('node:fs');
  const { InputError } = await import('@why403/core');
  const readFile = (path: string): Uint8Array => {
    try {
      return readFileSync(path);
    } catch {
      throw new InputError('UNREADABLE_FILE', `${path} cannot be read.`);
    }
  };
  const { exchange, send: options } = readCurlWords(['curl', '-q', ...args], { readFile });
  try {
    await send(exchange.request, options, { timeout: 10_000 });
  } catch (error) {
    // curl fails too; what counts here is what was sent
    if (!(error instanceof SendError)) throw error;
  }
}

const at = (world: World): string => `--resolve ${HOST}:${world.secure.port}:127.0.0.1`;
const there = (world: World): string => `https://${HOST}:${world.secure.port}/x`;
const lines: readonly (readonly [name: string, arrives: boolean, (world: World) => string])[] = [
  ['an own address', true, (w) => `--interface 127.0.0.2 --haproxy-protocol ${w.echo.url}/x`],
  ['an own interface', true, (w) => `--interface lo --haproxy-protocol ${w.echo.url}/x`],
  ['an own host', true, (w) => `--interface host!127.0.0.3 --haproxy-protocol ${w.echo.url}/x`],
  ['an interface that is not there', false, (w) => `--interface if!none9 ${w.echo.url}/x`],
  ['own ports', true, (w) => `--local-port 42100-42900 --haproxy-protocol ${w.echo.url}/x`],
  ['a proxy of HTTP/1.0', true, (w) => `--proxy1.0 127.0.0.1:${w.tunnel.port} -p ${w.echo.url}/x`],
  ['a proxy of HTTP/1.0 that forwards', true, (w) => `--proxy1.0 127.0.0.1:${w.forward.port} http://${HOST}/x`],
  [
    'a proxy before the proxy',
    true,
    (w) => `--preproxy socks5h://127.0.0.1:${w.socks.port} -x 127.0.0.1:${w.tunnel.port} -p ${w.echo.url}/x`,
  ],
  [
    'a proxy before one that forwards',
    true,
    (w) => `--preproxy socks5://127.0.0.1:${w.socks.port} -x 127.0.0.1:${w.forward.port} http://${HOST}/x`,
  ],
  ['a pin that fits', true, (w) => `--pinnedpubkey sha256//AAAA;${w.pin} ${w.secure.url}/x`],
  ['a pin in a file', true, (w) => `--pinnedpubkey ${w.keyFile} ${w.secure.url}/x`],
  [
    'a pin that does not fit',
    false,
    (w) => `--pinnedpubkey sha256//AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= ${w.secure.url}/x`,
  ],
  ['a pin that does not fit, unchecked', false, (w) => `-k --pinnedpubkey sha256//AAAA ${w.secure.url}/x`],
  ['curves', true, (w) => `--curves P-256 ${w.secure.url}/x`],
  ['a revocation list that is none', false, (w) => `--crlfile ${w.noFile} ${w.secure.url}/x`],
  [
    'TLS with a proxy, by its authority',
    true,
    (w) => `--proxy-cacert ${authority!.certFile} -x https://127.0.0.1:${w.secureTunnel.port} ${w.secure.url}/x`,
  ],
  [
    'TLS with a proxy, unchecked',
    true,
    (w) => `--proxy-insecure -x https://127.0.0.1:${w.secureTunnel.port} ${w.secure.url}/x`,
  ],
  [
    'TLS with a proxy, by the authority of the host',
    false,
    (w) => `-x https://127.0.0.1:${w.secureTunnel.port} ${w.secure.url}/x`,
  ],
  [
    'TLS with a proxy, unchecked for the host',
    false,
    (w) => `-k -x https://127.0.0.1:${w.secureTunnel.port} ${w.secure.url}/x`,
  ],
  ['a host that is kept to TLS', true, (w) => `--hsts ${w.hsts} ${at(w)} http://${HOST}:${w.secure.port}/x`],
  [
    'a host that was kept to TLS',
    true,
    (w) => `--hsts ${w.pastHsts} --resolve ${HOST}:${w.echo.port}:127.0.0.1 http://${HOST}:${w.echo.port}/x`,
  ],
  ['no memory of hosts yet', true, (w) => `--hsts ${w.noFile} --alt-svc ${w.noFile} ${w.echo.url}/x`],
  ['names by HTTPS', true, (w) => `--doh-url ${w.doh.url}/dns-query ${there(w)}`],
  [
    'names by HTTPS, unchecked',
    true,
    (w) => `--doh-url ${w.doh.url}/dns-query --doh-insecure http://${HOST}:${w.echo.port}/x`,
  ],
];

test.skipIf(!authority).each(lines)('as curl: %s', async (_, arrives, line) => {
  const [theirs, ours] = [await createWorld(), await createWorld()];
  const trust = ['--cacert', authority!.certFile];
  await runCurl([...trust, ...line(theirs).split(' ')]);
  await runOurs([...trust, ...line(ours).split(' ')]);
  expect(seenBy(ours)).toEqual(seenBy(theirs));
  const { echo, secure, forward } = theirs;
  expect(echo.requests.length + secure.requests.length + forward.requests.length > 0).toBe(arrives);
});

test('names are asked for at the servers that the user names', async () => {
  const { createSocket } = await import('node:dgram');
  const echo = await echoServer(() => OK);
  const server = createSocket('udp4');
  const asked: string[] = [];
  server.on('message', (message, from) => {
    const answer = resolve(message);
    message.copy(answer, 0, 0, 2);
    asked.push(message.toString('latin1', 12, message.indexOf(0, 12)));
    server.send(answer, from.port, from.address);
  });
  await new Promise<void>((done) => server.bind(0, '127.0.0.1', done));
  const words = `curl --dns-servers 127.0.0.1:${server.address().port} http://${HOST}:${echo.port}/x`.split(' ');
  const { exchange, send: options } = readCurlWords(words, {});
  await send(exchange.request, options, { timeout: 10_000 });
  server.close();
  expect(echo.requests.length).toBe(1);
  expect(new Set(asked)).toEqual(new Set(['\u0004shop\u0007example']));
});

test.skipIf(!authority)('a pin for a proxy keeps the request from it', async () => {
  const { secureTunnel, secure } = await createWorld();
  const words = [
    '--proxy-insecure',
    '--proxy-pinnedpubkey',
    'sha256//AAAA',
    '-x',
    `https://127.0.0.1:${secureTunnel.port}`,
  ];
  const { exchange, send: options } = readCurlWords(['curl', '-q', ...words, `${secure.url}/x`], {});
  await expect(send(exchange.request, options, { timeout: 10_000 })).rejects.toThrow(
    /TLS with proxy https:.* another public key than the option --pinnedpubkey names/,
  );
  expect(secureTunnel.asked).toEqual([]);
});
