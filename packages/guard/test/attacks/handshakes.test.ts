import { createServer } from 'node:http';
import { connect } from 'node:net';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { RouteOptions } from '../../src/adapt.ts';
import {
  allOf,
  anyOf,
  authenticated,
  callerOf,
  createGuard,
  csrf,
  hidden,
  not,
  predicate,
  type Requirement,
  rateLimit,
  requirement,
  role,
  session,
  shadow,
} from '../../src/index.ts';
import { node } from '../../src/node.ts';
import { isOpen } from '../../src/routes.ts';
import { upgrade } from '../../src/upgrade.ts';
import { listen } from '../contract/listen.ts';

const KEY = 'a key for the CSRF tokens of the tests, 32 bytes or more';
const core = createGuard({ authenticate: session({ cookie: 'sid', find: (id) => ({ subject: id }) }) });

/** A server whose WebSockets say who they take the caller for. */
async function serveSockets(demand: Requirement, origins?: readonly string[], options: RouteOptions = {}) {
  const sockets = new WebSocketServer({ noServer: true });
  const guard = upgrade(core, origins === undefined ? {} : { origins });
  const server = createServer((_req, res) => res.end('page'));
  server.on(
    'upgrade',
    guard(
      demand,
      (req, socket, head, { caller }) => {
        sockets.handleUpgrade(req, socket, head, (one) => one.send(caller?.subject ?? 'nobody'));
      },
      options,
    ),
  );
  const served = await listen(server);
  onTestFinished(async () => {
    for (const one of sockets.clients) one.terminate();
    await served.close();
  });
  return served.origin;
}

/** What a client hears first: a message, or the status of a refusal. */
function hear(origin: string, headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(origin.replace('http', 'ws'), { headers });
    socket.on('message', (data) => {
      resolve(String(data));
      socket.terminate();
    });
    socket.on('unexpected-response', (_req, res) => {
      let body = '';
      res.on('data', (chunk) => {
        body += chunk;
      });
      res.on('end', () => resolve(`${res.statusCode} ${JSON.parse(body).cause ?? ''}`.trim()));
    });
    socket.on('error', (error) => resolve(`error ${error.message}`));
  });
}

test('a handshake of ws is judged by where its page comes from', async () => {
  const origin = await serveSockets(authenticated());
  const cookie = { cookie: 'sid=7' };
  const { host } = new URL(origin);
  const from = (more: Record<string, string>) => hear(origin, { ...cookie, ...more });
  expect(await from({})).toBe('7');
  expect(await from({ origin })).toBe('7');
  expect(await from({ origin, 'sec-fetch-site': 'same-origin' })).toBe('7');
  for (const evil of [
    'https://evil.example',
    'null',
    '',
    `https://${host}.evil.example`,
    `http://evil.example/${host}`,
    `http://x@${host}`,
    `${origin}/`,
    'http://127.0.0.1',
  ]) {
    expect([evil, await from({ origin: evil })]).toEqual([evil, '403 origin-rejected']);
  }
  for (const site of ['cross-site', 'same-site', 'nonsense', '']) {
    expect([site, await from({ origin, 'sec-fetch-site': site })]).toEqual([site, '403 origin-rejected']);
  }
  expect(await hear(origin, {})).toBe('401 credentials-missing');
});

test('listed origins are the only ones, and a csrf() that is there judges alone', async () => {
  const listed = await serveSockets(authenticated(), ['https://app.example']);
  const cookie = { cookie: 'sid=7' };
  expect(await hear(listed, { ...cookie, origin: 'https://app.example', 'sec-fetch-site': 'cross-site' })).toBe('7');
  expect(await hear(listed, { ...cookie, origin: listed })).toBe('403 origin-rejected');
  const protect = csrf({ keys: KEY, origins: ['https://app.example'] });
  const own = await serveSockets(allOf(authenticated(), protect));
  expect(await hear(own, { ...cookie, origin: 'https://app.example' })).toBe('7');
  expect(await hear(own, { ...cookie, origin: own })).toBe('403 origin-rejected');
});

const foreign = csrf({ keys: KEY, origins: ['https://app.example'] });

test.each<[string, Requirement, RouteOptions?]>([
  ['tried out beside a login', allOf(authenticated(), shadow(foreign))],
  ['tried out', shadow(foreign)],
  ['one of two ways', anyOf(authenticated(), foreign)],
  ['one of two ways within a group', allOf(authenticated(), anyOf(role('admin'), foreign))],
  ['hidden as one of two ways', hidden(anyOf(authenticated(), foreign))],
  ['negated', not(foreign)],
  ['the name of a requirement of the author’s own', requirement({ kind: 'csrf', demand: 'x', check: () => true })],
  ['tried out by the route', foreign, { shadow: true }],
  ['missing on a route that is tried out', authenticated(), { shadow: true }],
])('a page of another origin connects to nothing where csrf() is %s', async (_name, part, options) => {
  const origin = await serveSockets(part, undefined, options);
  const evil = await hear(origin, { cookie: 'sid=7', origin: 'https://evil.example' });
  expect(evil).toMatch(/^40[34]/);
});

test('a csrf() beside a login, or hidden, judges a handshake alone', async () => {
  for (const part of [allOf(authenticated(), allOf(foreign)), hidden(allOf(authenticated(), foreign))]) {
    const origin = await serveSockets(part);
    expect(await hear(origin, { cookie: 'sid=7', origin: 'https://app.example' })).toBe('7');
    expect(await hear(origin, { cookie: 'sid=7', origin: 'https://evil.example' })).toMatch(/^40[34]/);
  }
});

test('csrf() judges a handshake on any adapter, though GET is safe', async () => {
  const guard = node(core)(csrf({ keys: KEY }), (_req, res) => res.end('done'));
  const served = await listen(createServer(guard));
  onTestFinished(async () => {
    await served.close();
  });
  const statusOf = async (headers: Record<string, string>) => (await raw(served.origin, headers)).slice(9, 12);
  const evil = { origin: 'https://evil.example' };
  expect(await statusOf(evil)).toBe('200');
  for (const upgraded of ['websocket', 'WebSocket', 'h2c, websocket', 'websocket/13']) {
    expect([upgraded, await statusOf({ ...evil, connection: 'upgrade', upgrade: upgraded })]).toEqual([
      upgraded,
      '403',
    ]);
  }
  expect(await statusOf({ ...evil, 'sec-websocket-key': 'x' })).toBe('403');
  expect(await statusOf({ origin: served.origin, 'sec-websocket-key': 'x' })).toBe('200');
});

/** Sends a request by hand, and reads all of the answer. */
function raw(origin: string, headers: Record<string, string>): Promise<string> {
  const { hostname, port, host } = new URL(origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
      if (/\r\n\r\n[\s\S]*[}e]\n?$/.test(text)) socket.end();
    });
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
    const lines = Object.entries({ host, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`GET / HTTP/1.1\r\n${lines.join('')}\r\n`);
  });
}

test('a refused handshake gets a whole answer in HTTP, and the connection ends', async () => {
  const origin = await serveSockets(role('admin'));
  const handshake = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' };
  const answer = await raw(origin, { ...handshake, 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==', cookie: 'sid=7' });
  const [head, body] = answer.split('\r\n\r\n') as [string, string];
  expect(head).toMatch(/^HTTP\/1\.1 403 Forbidden\r\nconnection: close\r\n/);
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`);
  expect(JSON.parse(body)).toMatchObject({ status: 403, cause: 'role-missing' });
});

test('a client that goes away while it is judged harms nothing', async () => {
  let finish = (_verdict: boolean): void => undefined;
  const slow = predicate('slow', () => new Promise<boolean>((resolve) => (finish = resolve)));
  let accepted = 0;
  const server = createServer();
  server.on(
    'upgrade',
    upgrade(core)(slow, () => accepted++),
  );
  const served = await listen(server);
  onTestFinished(async () => {
    await served.close();
  });
  const { hostname, port, host } = new URL(served.origin);
  const socket = connect(Number(port), hostname);
  socket.write(`GET / HTTP/1.1\r\nhost: ${host}\r\nconnection: upgrade\r\nupgrade: websocket\r\ncookie: sid=7\r\n\r\n`);
  await new Promise((resolve) => server.once('upgrade', resolve));
  socket.resetAndDestroy();
  await new Promise((resolve) => setTimeout(resolve, 50));
  finish(true);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(accepted).toBe(0);
});

test('socket.io is guarded on both of its ways, and its sockets know who calls', async () => {
  const server = createServer();
  const guard = upgrade(core);
  const sockets = new Server(server, { allowRequest: guard.allowRequest(authenticated()) });
  sockets.on('connection', (socket) => socket.emit('you', callerOf(socket.request)?.subject));
  const served = await listen(server);
  onTestFinished(async () => {
    await sockets.close();
    await served.close().catch(() => undefined);
  });
  const hearFrom = (transport: string, extraHeaders: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const client = io(served.origin, { transports: [transport], extraHeaders, reconnection: false, forceNew: true });
      client.on('you', (name) => {
        resolve(String(name));
        client.close();
      });
      client.on('connect_error', () => resolve('refused'));
    });
  for (const transport of ['polling', 'websocket']) {
    expect([transport, await hearFrom(transport, { cookie: 'sid=7' })]).toEqual([transport, '7']);
    expect(await hearFrom(transport, {})).toBe('refused');
    expect(await hearFrom(transport, { cookie: 'sid=7', origin: 'https://evil.example' })).toBe('refused');
    expect(await hearFrom(transport, { cookie: 'sid=7', origin: served.origin })).toBe('7');
  }
  const answer = await fetch(`${served.origin}/socket.io/?EIO=4&transport=polling`);
  expect(answer.status).toBe(403);
  expect(JSON.parse(((await answer.json()) as { message: string }).message)).toMatchObject({ status: 401 });
});

test('csrf() judges the polling of socket.io by its origin, as it does a WebSocket', async () => {
  const allow = upgrade(core).allowRequest(allOf(authenticated(), csrf({ keys: KEY })));
  const ask = (headers: Record<string, string>) =>
    new Promise((resolve) => {
      const request = { method: 'GET', url: '/socket.io/?transport=polling', socket: {}, headers };
      allow(request as never, (_message, isAllowed) => resolve(isAllowed));
    });
  const own = { host: 'a.example', cookie: 'sid=7' };
  expect(await ask(own)).toBe(true);
  expect(await ask({ ...own, origin: 'https://a.example' })).toBe(true);
  expect(await ask({ ...own, origin: 'https://evil.example' })).toBe(false);
});

test('what guards a handshake stands in the table of routes', () => {
  const guard = upgrade(core);
  guard(authenticated(), () => undefined, { route: '/live' });
  guard.allowRequest(rateLimit({ limit: 1, windowSeconds: 1 }), { route: '/socket.io' });
  expect(guard.table().map((route) => [route.path, isOpen(route)])).toEqual([
    ['/live', false],
    ['/socket.io', true],
  ]);
});
