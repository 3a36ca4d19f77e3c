// Requests that a client hands to the recorder as to a proxy (absolute form, RFC 9112 section 3.2.2). Each goes to its host in the form
// that the host is used to: that line, and the fields that are for a proxy, are all that is changed.
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect as connectTls, type TLSSocket } from 'node:tls';
import type { Transport } from '@why403/core';
import { headerValue } from '../send/headers.ts';
import { parseTarget, type Target } from '../send/target.ts';
import { describeTls } from '../send/tls.ts';
import { createMessages, type Framing } from './http1-messages.ts';
import { type Head, pull, pullHead, push } from './pull.ts';
import type { Caller, Recorder } from './recorder.ts';
import { breakOff, pass, relay } from './relay.ts';
import { type Way, wayTo, withLogin } from './upstream.ts';
import { readRequestLine, requestFraming, type Watcher, watchHttp1 } from './watch-http1.ts';
import { watchHttp2 } from './watch-http2.ts';

/** A connection to a host, or to the proxy before it. */
interface Link {
  readonly key: string;
  readonly socket: Duplex;
  readonly watcher: Watcher;
  readonly way: Way;
  /** The request goes to the user's own proxy, in the form that it came in. */
  readonly isProxied: boolean;
  /** Resolves when another answer is whole. */
  readonly answer: () => Promise<void>;
}

/** Serves the requests of one connection, one after the other as they come. `start` is what came already. */
export async function forward(caller: Caller, start: Buffer): Promise<void> {
  const { recorder, client, isOwn } = caller;
  let link: Link | undefined;
  let rest = start;
  client.once('close', () => {
    if (link) breakOff(link.socket);
  });
  for (;;) {
    const head = await pullHead(client, rest);
    const line = head && readRequestLine(head.line);
    const target = line && targetOf(line.target);
    if (!head || !line || !target) break;
    try {
      link = await linkTo(caller, target, link);
    } catch (error) {
      recorder.notes.failed(`${target.host}:${target.port}`, error);
      return breakOff(client);
    }
    if (!(await isOwn)) break;
    const own = rewriteHead(head, target, link);
    const taken = push(link.socket, own);
    link.watcher.client(own);
    await taken;
    rest = await passBody(client, link, head.rest, requestFraming(head.headers));
    if (headerValue(head.headers, 'upgrade') === undefined) continue;
    // what follows is HTTP or not, and the answer says which
    while (link.watcher.waiting() > 0 && !link.watcher.isRaw() && !link.socket.destroyed) await link.answer();
    if (link.watcher.isRaw()) return passRest(client, link, rest);
  }
  if (!link || link.socket.destroyed) client.end();
  else if (client.readableEnded) link.socket.end();
  else breakOff(client);
}

function targetOf(target: string): Target | undefined {
  try {
    return parseTarget(target);
  } catch {
    return undefined;
  }
}

/** The head in the form for its host: the path alone in its first line, and nothing that is meant for a proxy. */
function rewriteHead({ bytes }: Head, target: Target, { isProxied, way }: Link): Buffer {
  if (isProxied) return withLogin(bytes, way.proxy!);
  const text = bytes.toString('latin1');
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  const path = Buffer.from(target.path, 'utf8').toString('latin1');
  lines[first] = lines[first]!.replace(
    /^(\S+) +\S.*? +(HTTP\/1\.[01]\r?)$/,
    (_, method, version) => `${method} ${path} ${version}`,
  );
  return Buffer.from(
    lines.filter((line) => !/^proxy-(?:connection|authorization)[ \t]*:/i.test(line)).join('\n'),
    'latin1',
  );
}

/** Passes a request's body on; gives what came after it. */
async function passBody(client: Socket, link: Link, start: Buffer, framing: Framing): Promise<Buffer> {
  if (framing === 'none') return start;
  let out: Buffer[] = [];
  const messages = createMessages({
    head: () => framing,
    wire: (bytes) => void out.push(bytes),
    body: () => {},
    end: () => messages.hold(),
  });
  messages.push(Buffer.from('-\n\n'));
  for (let bytes: Buffer | undefined = start; bytes; bytes = await pull(client)) {
    messages.push(bytes);
    const whole = Buffer.concat(out);
    out = [];
    link.watcher.client(whole);
    if (whole.length > 0) await push(link.socket, whole);
    if (messages.isHeld()) return messages.rest();
    if (messages.isBroken()) break;
  }
  return Buffer.alloc(0);
}

/** From here on nothing is looked for in what the client says. */
function passRest(client: Socket, link: Link, rest: Buffer): void {
  if (rest.length > 0) {
    link.watcher.client(rest);
    link.socket.write(rest);
  }
  pass(client, link.socket, link.watcher.client, () => {});
}

/** The connection for the next request: the last one where it leads to the same place, or a new one once that owes no answer. */
async function linkTo(caller: Caller, target: Target, last: Link | undefined): Promise<Link> {
  const { client } = caller;
  const key = `${target.scheme}://${target.host}:${target.port}`;
  const isOpen = last && !last.socket.destroyed;
  if (isOpen && last.key === key) return last;
  while (last && last.watcher.waiting() > 0 && !last.socket.destroyed) await last.answer();
  last?.socket.destroy();
  const link = await connect(caller, target, key);
  if (client.destroyed) {
    breakOff(link.socket);
    throw gone();
  }
  answerTo(client, link);
  return link;
}

function gone(): Error {
  return Object.assign(new Error('gone'), { code: 'ECONNABORTED' });
}

/** Hands the host's answers to the client. Their end is the client's, but where the connection was given up for another. */
function answerTo(client: Socket, { socket, watcher }: Link): void {
  let isOver = false;
  const resume = (): void => void socket.resume();
  socket.on('data', (bytes: Buffer) => {
    if (!client.destroyed && !client.write(bytes)) socket.pause();
    watcher.server(bytes);
  });
  client.on('drain', resume);
  socket.on('end', () => {
    isOver = true;
    watcher.close();
    client.end();
  });
  socket.on('error', () => breakOff(client));
  socket.once('close', () => {
    client.off('drain', resume);
    if (!isOver) watcher.close();
  });
  socket.resume();
}

async function connect({ recorder, isOwn }: Caller, target: Target, key: string): Promise<Link> {
  const way = wayTo(target, target.scheme, recorder.env);
  if (way.proxy && !(await isOwn)) throw gone();
  const isProxied = way.proxy?.scheme.startsWith('http') === true && target.scheme === 'http';
  let transport: Transport = { port: target.port, ...(way.proxy && { viaProxy: way.proxy.name }) };
  let socket: Duplex;
  if (isProxied) socket = await way.openProxy();
  else {
    const opened = await way.open();
    if (opened.answer?.isOpen === false)
      throw Object.assign(new Error('proxy'), { code: 'the proxy does not open the way' });
    if (way.proxy) transport = { ...transport, tunnelled: true };
    if (opened.address !== undefined) transport = { ...transport, address: opened.address };
    socket = opened.socket;
    if (target.scheme === 'https') {
      const secured = await secureTo(recorder, opened.socket, target);
      transport = { ...transport, tls: describeTls(secured) };
      socket = secured;
    }
  }
  let settle = (): void => {};
  const answered = (): void => settle();
  const watcher = watchHttp1(
    { tape: recorder.tape, scheme: target.scheme, authority: target.authority, transport },
    answered,
  );
  socket.once('close', answered);
  return {
    key,
    socket,
    watcher,
    way,
    isProxied,
    answer: () =>
      new Promise((resolve) => {
        settle = resolve;
        if (socket.destroyed) resolve();
      }),
  };
}

/** Some clients hand requests for https over in clear; what speaks TLS with the host is the recorder then. */
function secureTo(recorder: Recorder, socket: Socket, { host }: Target): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const secured = connectTls({
      socket,
      secureContext: recorder.trust.system(),
      ALPNProtocols: ['http/1.1'],
      ...(isIP(host) === 0 && { servername: host }),
      checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
    });
    secured.once('secureConnect', () => {
      secured.off('error', reject);
      secured.pause();
      resolve(secured);
    });
    secured.once('error', reject);
  });
}

/** HTTP/2 from the first byte on (`--http2-prior-knowledge`): the first request says where all of it goes. */
export async function forwardHttp2({ recorder, client, isOwn }: Caller, start: Buffer): Promise<void> {
  let authority: string | undefined;
  const ear = watchHttp2(
    { tape: recorder.tape, scheme: 'http', authority: '', transport: {} },
    {
      onAuthority: (name) => {
        authority ??= name;
      },
    },
  );
  let first = start;
  ear.client(start);
  while (authority === undefined) {
    const bytes = await pull(client);
    if (!bytes) return void client.destroy();
    first = Buffer.concat([first, bytes]);
    ear.client(bytes);
  }
  const target = targetOf(`http://${authority}/`);
  if (!target || !(await isOwn)) return breakOff(client);
  try {
    const { socket } = await wayTo(target, 'http', recorder.env).open();
    socket.write(first);
    await relay(client, socket, ear);
  } catch (error) {
    recorder.notes.failed(`${target.host}:${target.port}`, error);
    breakOff(client);
  }
}
