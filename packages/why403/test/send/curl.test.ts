import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { createServer as createHttp2Server, type ServerHttp2Stream } from 'node:http2';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readCurlWords } from '../../../core/src/import/curl.ts';
import { curlOptions } from '../../../core/src/report/curl-line.ts';
import { SendError } from '../../src/send/error.ts';
import { proxyFromEnvironment } from '../../src/send/proxy.ts';
import { send } from '../../src/send/send.ts';
import { createTestAuthority } from './certificates.ts';
import { connectProxy, socksProxy, type TestProxy } from './proxy-server.ts';
import { type EchoServer, echoServer, hasProgram, listen, listenHttp2, OK, scratchFolder } from './servers.ts';

const hasCurl = hasProgram('curl');
if (!hasCurl) console.log('skipped: curl is not installed, so sending is not compared with it');
const authority = hasCurl ? createTestAuthority('sending against curl over TLS') : undefined;

/** What a command can name, made anew for the command of curl and for ours. */
interface World {
  readonly echo: EchoServer;
  readonly other: EchoServer;
  readonly forward: EchoServer;
  readonly tunnel: TestProxy;
  readonly refusing: TestProxy;
  readonly socks: TestProxy;
  readonly socket: string;
  readonly onSocket: string[];
  readonly secure: EchoServer | undefined;
}

const HOST = 'shop.example';

/** Redirects by path (`/to/302/where` on the same host, `/away/302`), challenges under `/digest` and `/basic`. */
function answer(request: string, elsewhere: string): string {
  const to = /^\S+ \/to\/(\d{3})\/(\S+) /.exec(request);
  const empty = 'Content-Length: 0\r\n\r\n';
  if (to) return `HTTP/1.1 ${to[1]} Go\r\nLocation: ${decodeURIComponent(to[2]!)}\r\n${empty}`;
  const away = /^\S+ \/away\/(\d{3}) /.exec(request);
  if (away) return `HTTP/1.1 ${away[1]} Go\r\nLocation: ${elsewhere}/there?x=%7e\r\n${empty}`;
  const login = /^\S+ \/login\/(\S+) /.exec(request);
  if (login) {
    const cookies = [
      's=1; Path=/; HttpOnly',
      'deep=1; Path=/in',
      'off=1; Path=/; Max-Age=0',
      'p=2',
      'alien=1; Domain=other.example',
    ];
    const set = cookies.map((cookie) => `Set-Cookie: ${cookie}\r\n`).join('');
    return `HTTP/1.1 302 Go\r\nLocation: ${decodeURIComponent(login[1]!)}\r\n${set}${empty}`;
  }
  const challenge = /^\S+ \/(digest|digest256|basic)\b/.exec(request)?.[1];
  if (challenge === undefined || /^Authorization:/m.test(request)) return OK;
  const values = {
    digest: 'Digest realm="r", nonce="n1", qop="auth", opaque="o"',
    digest256: 'Digest realm="r", nonce="n1", qop="auth", algorithm=SHA-256',
    basic: 'Basic realm="r"',
  };
  return `HTTP/1.1 401 No\r\nWWW-Authenticate: ${values[challenge as keyof typeof values]}\r\n${empty}`;
}

async function createWorld(): Promise<World> {
  const other = await echoServer();
  const socket = join(scratchFolder(), 'web.sock');
  const onSocket: string[] = [];
  const local = createServer((connection) =>
    // curl may be gone before its second piece is answered
    connection
      .on('error', () => {})
      .on('data', (chunk: Buffer) => {
        onSocket.push(chunk.toString('latin1'));
        connection.write(OK);
      }),
  );
  await new Promise<void>((resolve) => local.listen(socket, resolve));
  onTestFinished(() => {
    local.close();
    if (existsSync(socket)) rmSync(socket);
  });
  const identity = authority?.issue('secure', `DNS:${HOST},IP:127.0.0.1`);
  return {
    echo: await echoServer((request) => answer(request, other.url)),
    other,
    forward: await echoServer((request) => answer(request, other.url)),
    tunnel: await connectProxy(),
    refusing: await connectProxy(
      () => 'HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="p"\r\nContent-Length: 0\r\n\r\n',
    ),
    socks: await socksProxy(),
    socket,
    onSocket,
    secure: identity && (await echoServer(() => OK, { cert: identity.cert, key: identity.key })),
  };
}

/** Everything that arrived anywhere, made alike where ports, versions and nonces of chance differ. */
function seenBy(world: World): unknown {
  const ports = new Map([
    [world.echo.port, 'ECHO'],
    [world.other.port, 'OTHER'],
    [world.forward.port, 'FORWARD'],
    [world.tunnel.port, 'TUNNEL'],
    [world.refusing.port, 'REFUSING'],
    [world.socks.port, 'SOCKS'],
    [world.secure?.port ?? 0, 'SECURE'],
  ]);
  const alike = (text: string) =>
    text
      .replace(/:(\d{4,5})\b/g, (all, port) => `:${ports.get(Number(port)) ?? all}`)
      .replace(/^(PROXY TCP\d \S+ \S+) \d+ (\d+)/, (_, line, port) => `${line} OWN ${ports.get(Number(port)) ?? port}`)
      .replace(/^(User-Agent: curl)\/[\d.]+/gm, '$1')
      .replace(/cnonce="[^"]*"/, 'cnonce=""')
      .replace(/response="[^"]*"/, (response) => `response of ${response.length}`);
  return {
    echo: world.echo.requests.map(alike),
    other: world.other.requests.map(alike),
    forward: world.forward.requests.map(alike),
    tunnel: world.tunnel.asked.map(alike),
    refusing: world.refusing.asked.map(alike),
    socks: world.socks.asked.map(alike),
    // the system may hand over in pieces what was written apart
    onSocket: alike(world.onSocket.join('')),
    secure: world.secure?.requests.map(alike),
  };
}

function runCurl(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn('curl', ['-q', '-s', '-o', '/dev/null', '--max-time', '10', ...args], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: 'ignore',
    });
    child.on('close', () => resolve());
  });
}

async function runOurs(args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const { exchange, send: options } = readCurlWords(['curl', ...args], {});
  try {
    await send(
      exchange.request,
      { ...proxyFromEnvironment(exchange.request.url, env), ...options },
      { timeout: 10_000 },
    );
  } catch (error) {
    // curl fails too where there is no answer; what counts here is what was sent.
    if (!(error instanceof SendError)) throw error;
  }
}

type Words = string | ((world: World) => string);

/** One line per command: words set apart by spaces, `_` for a space in a word, names in capitals for what differs. */
function fill(line: Words, world: World): readonly string[] {
  const text = typeof line === 'string' ? line : line(world);
  return text
    .replaceAll('SECURE', world.secure?.url ?? '')
    .replaceAll('ECHO', world.echo.url)
    .replaceAll('PORT', String(world.echo.port))
    .split(' ')
    .map((word) => word.replaceAll('_', ' '));
}

const AT = (world: World) => `--resolve ${HOST}:${world.echo.port}:127.0.0.1`;

const lines: readonly Words[] = [
  '--haproxy-protocol ECHO/x',
  '--haproxy-protocol --no-haproxy-protocol ECHO/x',
  '--haproxy-protocol -L ECHO/away/302',
  (world) => `--haproxy-protocol -x ${world.forward.url} http://${HOST}/x`,
  (world) => `--haproxy-protocol -p -x 127.0.0.1:${world.tunnel.port} ECHO/x`,
  (world) => `--haproxy-protocol -x socks5h://127.0.0.1:${world.socks.port} ECHO/x`,
  (world) => `--haproxy-protocol --unix-socket ${world.socket} http://${HOST}/x`,
  '-2 -3 --delegation none --service-name x ECHO/x',
  'ECHO',
  'ECHO/a//b/%7e?q=%2F&r=a+b',
  '--path-as-is ECHO/a/../b/./c',
  'ECHO/a/../b/./c',
  '-H X-Zulu:_1 -H x-alpha:_2 -H X-Zulu:_3 ECHO',
  '-H Accept: -H User-Agent: ECHO',
  '-H Host: ECHO',
  '-H X-Empty; -H aCCept:_text/html ECHO',
  '-H X-A:_1 -H Host:_other.example ECHO',
  '-H X-Utf8:_grüße ECHO/grüße',
  '-A agent/1 -e http://from.example/ -b a=1;b=2 ECHO',
  '-r 0-9 --compressed ECHO',
  '-u me:pw ECHO',
  '--oauth2-bearer token-1 ECHO',
  '-I ECHO',
  '-X get ECHO',
  '-X M-SEARCH ECHO',
  '-X POST ECHO',
  '-X DELETE ECHO/thing/1',
  '-d a=1 -d b=2 ECHO',
  '-d a=1 -H Content-Type:_text/plain ECHO',
  '--data-urlencode q=a&b ECHO',
  '--json {"a":1} ECHO',
  '-d a=1 -G ECHO/search?x=y',
  '-X PUT -d a=1 ECHO',
  ['-d', '', 'ECHO'].join(' '),
  '-d hello -H Transfer-Encoding:_chunked ECHO',
  '-d a=1 -H Content-Length: ECHO',
  '-0 ECHO',
  '-0 -d a=1 ECHO',
  '--request-target * -X OPTIONS ECHO',
  (world) => `${AT(world)} http://${HOST}:PORT/x`,
  `--connect-to ${HOST}:80:127.0.0.1:PORT http://${HOST}/x`,
  (world) => `--unix-socket ${world.socket} http://${HOST}/x`,
  (world) => `-x ${world.forward.url} http://${HOST}/x?y`,
  (world) => `-x http://me:p%40ss@127.0.0.1:${world.forward.port} -H X-A:_b -e http://r/ http://${HOST}/x`,
  (world) => `-x ${world.forward.url} -U me:pw --proxy-header X-Proxy:_1 -H X-A:_b -d a=1 http://${HOST}:8080/x`,
  (world) => `-x ${world.tunnel.port === 0 ? '' : `127.0.0.1:${world.tunnel.port}`} -p ECHO/x`,
  (world) => `-x 127.0.0.1:${world.tunnel.port} -p -U me:pw --proxy-header X-Proxy:_1 -A agent/1 ECHO/x`,
  (world) => `-x 127.0.0.1:${world.refusing.port} https://${HOST}/x`,
  (world) => `-x ${world.forward.url} --noproxy 127.0.0.0/8 ECHO/x`,
  (world) => `-x socks5h://127.0.0.1:${world.socks.port} http://${HOST}:PORT/x`,
  (world) => `-x socks5://127.0.0.1:${world.socks.port} ECHO/x`,
  (world) => `-x socks4a://127.0.0.1:${world.socks.port} http://${HOST}:PORT/x`,
  (world) => `-x socks4://127.0.0.1:${world.socks.port} ECHO/x`,
  '-L ECHO/to/302/next',
  '-L ECHO/to/302/..%2Fb%2F.%2Fc%3Fd%20e',
  '-L -d a=1 ECHO/to/301/%2Fn',
  '-L -d a=1 ECHO/to/302/%2Fn',
  '-L -d a=1 ECHO/to/303/%2Fn',
  '-L -d a=1 ECHO/to/307/%2Fn',
  '-L -d a=1 --post302 ECHO/to/302/%2Fn',
  '-L -d a=1 -H Content-Type:_text/plain ECHO/to/302/%2Fn',
  '-L -X PUT -d a=1 ECHO/to/302/%2Fn',
  '-L -X POST -d a=1 ECHO/to/307/%2Fn',
  '-L -X DELETE ECHO/to/303/%2Fn',
  '-L -X PATCH -d a=1 ECHO/to/303/%2Fn',
  '-L -I ECHO/to/303/%2Fn',
  '-L -u me:pw ECHO/away/302',
  '-L -H Authorization:_Bearer_t -H Cookie:_a=1 ECHO/away/307',
  '-L -H Host:_other.example ECHO/to/302/%2Fn',
  '-L --max-redirs 1 ECHO/to/302/%2Fto%2F302%2F%252Fto%252F302%252Fx',
  '-L -c /dev/null ECHO/login/%2Fin%2Fb',
  '-L -c /dev/null -e http://r/ -H X-A:_b ECHO/login/%2Flogin2',
  '-L -b a=1 ECHO/login/%2Fin%2Fb',
  '-c /dev/null ECHO/login/%2Fin%2Fb',
  '--digest -u me:pw ECHO/digest?x=y',
  '--digest -u me:pw -d a=1 ECHO/digest',
  '--digest -u me:pw -d a=1 ECHO/none',
  '--digest -u me:pw ECHO/digest256',
  '--anyauth -u me:pw ECHO/basic',
  '--anyauth -u me:pw ECHO/digest',
  '--anyauth -u me:pw ECHO/none',
];

test
  .skipIf(!hasCurl)
  .each(lines.map((line) => [typeof line === 'string' ? line : String(line).slice(12, -1), line] as const))(
  'the same bytes as curl: %s',
  async (_name, line) => {
    const [theirs, ours] = [await createWorld(), await createWorld()];
    await runCurl(fill(line, theirs), {});
    await runOurs(fill(line, ours), {});
    expect(seenBy(ours)).toEqual(seenBy(theirs));
    expect(Object.values(seenBy(theirs) as object).flat().length).toBeGreaterThan(0);
  },
);

/** Lines whose proxies stand in the environment. */
const environments: readonly (readonly [string, (world: World) => Record<string, string>])[] = [
  [`http://${HOST}/x`, (world) => ({ http_proxy: world.forward.url })],
  ['ECHO/x', (world) => ({ HTTP_PROXY: world.forward.url })],
  [`http://${HOST}/x`, (world) => ({ ALL_PROXY: `127.0.0.1:${world.forward.port}` })],
  [`https://${HOST}/x`, (world) => ({ HTTPS_PROXY: `http://me:pw@127.0.0.1:${world.refusing.port}` })],
  ['ECHO/x', (world) => ({ http_proxy: world.forward.url, NO_PROXY: 'a.example,127.0.0.1' })],
  ['ECHO/x', (world) => ({ http_proxy: world.forward.url, no_proxy: '127.0.0.0/8' })],
  ['ECHO/x', (world) => ({ http_proxy: world.forward.url, no_proxy: '*' })],
  ['ECHO/x', (world) => ({ http_proxy: world.forward.url, no_proxy: '27.0.0.1' })],
  [`http://www.${HOST}/x`, (world) => ({ http_proxy: world.forward.url, no_proxy: 'op.example' })],
];

test.skipIf(!hasCurl).each(environments.map(([line, env]) => [line, String(env).slice(11), env] as const))(
  'the same bytes as curl: %s with %s in the environment',
  async (line, _name, env) => {
    const [theirs, ours] = [await createWorld(), await createWorld()];
    await runCurl(fill(line, theirs), env(theirs));
    await runOurs(fill(line, ours), env(ours));
    expect(seenBy(ours)).toEqual(seenBy(theirs));
    expect(Object.values(seenBy(theirs) as object).flat().length).toBeGreaterThan(0);
  },
);

const tlsLines: readonly Words[] = [
  'SECURE/a//b?c',
  '--http1.1 -d a=1 SECURE/x',
  (world) => `--resolve ${HOST}:${world.secure!.port}:127.0.0.1 https://${HOST}:${world.secure!.port}/x`,
  (world) => `-x 127.0.0.1:${world.tunnel.port} -U me:pw -A agent/1 SECURE/x`,
  (world) => `-x 127.0.0.1:${world.tunnel.port} https://${HOST}:${world.secure!.port}/x`,
  (world) => `-x socks5h://127.0.0.1:${world.socks.port} https://${HOST}:${world.secure!.port}/x`,
];

test
  .skipIf(authority === undefined)
  .each(tlsLines.map((line) => [typeof line === 'string' ? line : String(line).slice(12, -1), line] as const))(
  'the same bytes as curl over TLS: %s',
  async (_name, line) => {
    const [theirs, ours] = [await createWorld(), await createWorld()];
    const trust = ['--cacert', authority!.certFile];
    await runCurl([...trust, ...fill(line, theirs)], {});
    await runOurs([...trust, ...fill(line, ours)], {});
    expect(seenBy(ours)).toEqual(seenBy(theirs));
    expect(theirs.secure?.requests.length).toBe(1);
  },
);

test
  .skipIf(!hasCurl)
  .each([
    '--http2-prior-knowledge -H X-Zulu:_1 -H Accept: -b a=1 H2/a?b',
    '--http2-prior-knowledge -d a=1 -H Connection:_close -H X-Zulu:_1 -H X-Zulu:_2 H2/a',
    '--http2-prior-knowledge -H Host:_other.example -X get H2/a',
  ])('the same fields as curl over HTTP/2: %s', async (line) => {
  const run = async (work: (args: readonly string[]) => Promise<void>) => {
    const seen: unknown[] = [];
    const server = createHttp2Server();
    server.on('stream', ((stream: ServerHttp2Stream, _headers: object, _flags: number, raw: readonly string[]) => {
      seen.push(raw.map((text) => text.replace(/^curl\/[\d.]+/, 'curl').replace(/:\d+$/, ':PORT')));
      stream.on('data', (piece: Buffer) => seen.push(piece.toString()));
      stream.on('end', () => stream.respond({ ':status': 200 }, { endStream: true }));
    }) as never);
    const port = await listenHttp2(server);
    await work(line.split(' ').map((word) => word.replaceAll('_', ' ').replace('H2', `http://127.0.0.1:${port}`)));
    return seen;
  };
  const theirs = await run((args) => runCurl(args, {}));
  expect(await run((args) => runOurs(args, {}))).toEqual(theirs);
  expect(theirs.length).toBeGreaterThan(0);
});

test.skipIf(authority === undefined)('the line of the PROXY protocol goes before TLS, and is curl’s', async () => {
  const seen: string[] = [];
  const server = createServer((connection) =>
    connection.once('data', (chunk: Buffer) => {
      seen.push(chunk.toString('latin1').replace(/ \d+ (\d+)(?=\r\n)[\s\S]*/, ' OWN $1'));
      connection.destroy();
    }),
  );
  const port = await listen(server);
  await runCurl(['--haproxy-protocol', '-k', `https://127.0.0.1:${port}/`], {});
  await runOurs(['--haproxy-protocol', '-k', `https://127.0.0.1:${port}/`], {});
  // this curl is too old for --haproxy-clientip, whose address stands in place of the client's own
  await runOurs(['--haproxy-clientip', '192.0.2.7', '-k', `https://127.0.0.1:${port}/`], {});
  const printed = (...words: readonly string[]) =>
    curlOptions(readCurlWords(['curl', ...words, 'https://a.example'], {}).send);
  expect(printed('--haproxy-protocol')).toEqual(['--haproxy-protocol']);
  expect(printed('--haproxy-clientip', '2001:db8::1')).toEqual(['--haproxy-clientip', '2001:db8::1']);
  expect(seen).toEqual([
    `PROXY TCP4 127.0.0.1 127.0.0.1 OWN ${port}`,
    `PROXY TCP4 127.0.0.1 127.0.0.1 OWN ${port}`,
    `PROXY TCP4 192.0.2.7 127.0.0.1 OWN ${port}`,
  ]);
});

const AWS_DATE = 'X-Amz-Date:_20150830T123600Z';
test
  .skipIf(!hasCurl)
  .each([
    `--aws-sigv4 aws:amz:us-east-1:execute-api -u AK:SK -H ${AWS_DATE} ECHO/a/b?x=1&y=2`,
    `--aws-sigv4 aws:amz:us-east-1:execute-api -u AK:SK -H ${AWS_DATE} -X DELETE ECHO/a`,
  ])('the same signature as curl: %s', async (line) => {
  // The port is signed too, so both go to one server.
  const world = await createWorld();
  await runCurl(fill(line, world), {});
  await runOurs(fill(line, world), {});
  const signature = (request: string | undefined) => /^Authorization: .*$/m.exec(request ?? '')?.[0];
  const [theirs, ours] = world.echo.requests.map(signature);
  expect(ours).toBe(theirs);
  expect(theirs).toMatch(/Signature=[0-9a-f]{64}\r?$/);
});
