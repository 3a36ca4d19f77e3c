// The recorder: a proxy on loopback for one command. Bytes go through it as they are; what can be read of them is written to the tape.
import { createServer, type Server, type Socket } from 'node:net';
import { headerValue } from '../send/headers.ts';
import type { Authority } from './authority.ts';
import { addressOf, codeOf } from './failure.ts';
import { forward, forwardHttp2 } from './forward.ts';
import { createMessages } from './http1-messages.ts';
import type { Notes } from './notes.ts';
import { isOfThisUser } from './peer.ts';
import { type Head, pull, pullHead } from './pull.ts';
import { breakOff } from './relay.ts';
import { readSocks, socksAnswer } from './socks-server.ts';
import type { Tape } from './tape.ts';
import type { Trust } from './trust.ts';
import { type Asked, authorityOf, runTunnel } from './tunnel.ts';
import { type Opened, wayTo } from './upstream.ts';
import { warmUp } from './warm.ts';
import { readRequestLine } from './watch-http1.ts';
import { PREFACE } from './watch-http2.ts';

/** What the parts of a recorder share. */
export interface Recorder {
  readonly tape: Tape;
  readonly notes: Notes;
  readonly authority: Authority;
  readonly trust: Trust;
  /** The user's variables, for the proxy settings. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Why no TLS connection of this command is read, as a sentence. */
  readonly unread?: string;
  /** The command shows whether it has a client certificate, and has none. */
  readonly hasNoCertificate: boolean;
}

/** Who connected to the recorder. */
export interface Caller {
  readonly recorder: Recorder;
  readonly client: Socket;
  /** Whether it is a program of this user. Nothing that it says leaves the recorder before that is known. */
  readonly isOwn: Promise<boolean>;
}

export interface Running {
  readonly port: number;
  close(): void;
}

/** Fields by which the recorder's own preload speaks with it. */
export const OWN_FIELDS = { direct: 'why403-direct', unread: 'why403-unread' } as const;

/** Starts to listen on loopback. */
export async function startRecorder(recorder: Recorder): Promise<Running> {
  const sockets = new Set<Socket>();
  const server: Server = createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    sockets.add(client);
    client.on('error', () => {});
    client.once('close', () => sockets.delete(client));
    serve({ recorder, client, isOwn: isOfThisUser(client) }).catch(() => breakOff(client));
  });
  recorder.trust.system();
  const warm = warmUp(recorder, (alone, client) => serve({ recorder: alone, client, isOwn: Promise.resolve(true) }));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  await warm;
  return {
    port: (server.address() as { port: number }).port,
    close() {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

async function serve(caller: Caller): Promise<void> {
  const { client } = caller;
  let start: Buffer = Buffer.alloc(0);
  while (start.length < PREFACE.length && start[0] !== SOCKS_5) {
    const bytes = await pull(client);
    if (!bytes) return void client.destroy();
    start = Buffer.concat([start, bytes]);
  }
  if (start[0] === SOCKS_5) return serveSocks(caller, start);
  if (start.toString('latin1', 0, PREFACE.length) === PREFACE) return forwardHttp2(caller, start);
  if (!/^\s{0,8}CONNECT /.test(start.toString('latin1', 0, 16))) return forward(caller, start);
  return serveConnect(caller, start);
}

const SOCKS_5 = 5;

async function serveSocks(caller: Caller, start: Buffer): Promise<void> {
  const { recorder, client } = caller;
  const asked = await readSocks(client, start);
  if (!asked) return void client.destroy();
  if (asked.rest.length > 0) client.unshift(asked.rest);
  await openTunnel({
    ...caller,
    to: asked.to,
    way: wayTo(asked.to, 'http', recorder.env),
    isNode: false,
    accept: () => void client.write(socksAnswer(true)),
    fail: () => void client.end(socksAnswer(false)),
  });
}

async function serveConnect(caller: Caller, start: Buffer): Promise<void> {
  const { recorder, client } = caller;
  const head = await pullHead(client, start);
  const target = /^(\[[^\]]+\]|[^:]+):(\d{1,5})$/.exec(head ? (readRequestLine(head.line)?.target ?? '') : '');
  if (!head || !target || Number(target[2]) > 65535) return breakOff(client);
  if (head.rest.length > 0) client.unshift(head.rest);
  const isNode = headerValue(head.headers, OWN_FIELDS.direct) !== undefined;
  const to = { host: target[1]!.replace(/^\[|\]$/g, ''), port: Number(target[2]) };
  const unread = headerValue(head.headers, OWN_FIELDS.unread);
  await openTunnel({
    ...caller,
    to,
    way: wayTo(to, 'https', recorder.env, isNode),
    isNode,
    head: head.bytes,
    ...(unread !== undefined && { unread }),
    async accept(answer) {
      client.write(answer ?? 'HTTP/1.1 200 Connection established\r\n\r\n');
      // the preload says when it has read that, in one byte
      const more = isNode ? await pull(client) : undefined;
      if (more && more.length > 1) client.unshift(more.subarray(1));
    },
    refuse(answer, proxy) {
      noteRefusal(recorder, head, authorityOf(to, 443), answer, proxy);
      client.end(answer);
    },
    // a failure stays one: an answer of the recorder's own would be taken for somebody's
    fail: (error) =>
      void (isNode ? client.end(`HTTP/1.1 502 ${codeOf(error)} ${addressOf(error)}\r\n\r\n`) : breakOff(client)),
  });
}

/** A tunnel before it is open, and what the client is told. */
interface Opening extends Omit<Asked, 'opened'> {
  accept(answer: Buffer | undefined): void | Promise<void>;
  /** The user's proxy refused. */
  refuse?(answer: Buffer, proxy: string): void;
  fail(error: unknown): void;
}

async function openTunnel({ accept, refuse, fail, ...asked }: Opening): Promise<void> {
  const { recorder, client, isOwn, to, way, head } = asked;
  let opened: Opened;
  try {
    // the user's proxy opens it with their login
    if (way.proxy && !(await isOwn)) return void client.destroy();
    opened = await way.open(head);
  } catch (error) {
    recorder.notes.failed(authorityOf(to, 0), error);
    return fail(error);
  }
  const { answer, socket } = opened;
  if (answer?.isOpen === false) {
    socket.destroy();
    return refuse ? refuse(answer.bytes, way.proxy!.name) : fail(undefined);
  }
  client.once('close', () => {
    if (!socket.destroyed && !client.readableEnded) breakOff(socket);
  });
  await accept(answer?.bytes);
  await runTunnel({ ...asked, opened });
}

/** The user's own proxy did not open the way. */
function noteRefusal(recorder: Recorder, head: Head, authority: string, bytes: Buffer, proxy: string): void {
  const take = recorder.tape.take(
    {
      method: 'CONNECT',
      url: `https://${authority}/`,
      httpVersion: '1.1',
      headers: head.headers,
    },
    { viaProxy: proxy },
    proxy,
  );
  createMessages({
    head(start, fields) {
      const line = /^HTTP\/1\.([01]) +(\d{3})(?:[ \t](.*))?$/i.exec(start);
      take.answered({
        status: Number(line?.[2] ?? 0),
        statusText: line?.[3] ?? '',
        httpVersion: line?.[1] === '0' ? '1.0' : '1.1',
        headers: fields,
      });
      return 'until-close';
    },
    body: (piece) => take.received(piece),
    end: () => {},
  }).push(bytes);
  take.ended();
}
