// CONNECT: a way to a host and port. What is said on it is read where it is HTTP or TLS that the recorder may take part in, and passed
// on unread where reading it could change how the server answers.
import { isIP, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { checkServerIdentity, connect as connectTls, type SecureContext, TLSSocket } from 'node:tls';
import type { Transport } from '@why403/core';
import type { Endpoint } from '../send/dial.ts';
import { describeTls } from '../send/tls.ts';
import { type ClientHello, readClientHello } from './client-hello.ts';
import { failureOf } from './failure.ts';
import { pull } from './pull.ts';
import type { Caller } from './recorder.ts';
import { breakOff, relay } from './relay.ts';
import type { Opened, Way } from './upstream.ts';
import { type Watched, type Watcher, watchHttp1 } from './watch-http1.ts';
import { PREFACE, watchHttp2 } from './watch-http2.ts';

/** A tunnel that a client asked for. */
export interface Asked extends Caller {
  readonly to: Endpoint;
  readonly way: Way;
  /** The head of the client's CONNECT, for a proxy that is asked in turn. */
  readonly head?: Buffer;
  /** Why it must not be read, where whoever asks for it knows. */
  readonly unread?: string;
  /** The client is Node, which has a list of authorities of its own. */
  readonly isNode: boolean;
  readonly opened: Opened;
}

/** Goes on with a tunnel that is open on both sides. */
export async function runTunnel(asked: Asked): Promise<void> {
  const { client, opened } = asked;
  const first = await firstBytes(client, opened.socket);
  if (first === undefined)
    return join(
      asked,
      undefined,
      watchLate(() => watchHttp2(plain(asked))),
    );
  const start = first.toString('latin1', 0, 24);
  if (first[0] === 0x16) return runTls(asked, first);
  if (PREFACE.startsWith(start) || start.startsWith(PREFACE)) return join(asked, first, watchHttp2(plain(asked)));
  if (/^[A-Z]{3,20} /.test(start)) return join(asked, first, watchHttp1(plain(asked)));
  // databases, mail and the like are no business of the recorder
  return join(asked, first);
}

/** What the client says first; undefined where the server speaks first, or nobody does. */
function firstBytes(client: Socket, server: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const settle = (bytes?: Buffer): void => {
      client.off('data', onClient).off('end', onNone).off('close', onNone).off('error', onNone);
      server.off('readable', onServer).off('close', onNone).off('error', onNone);
      client.pause();
      resolve(bytes);
    };
    const onClient = (bytes: Buffer): void => settle(bytes);
    const onServer = (): void => {
      if (server.readableLength > 0) settle();
    };
    const onNone = (): void => settle();
    client.on('data', onClient).once('end', onNone).once('close', onNone).once('error', onNone);
    server.on('readable', onServer).once('close', onNone).once('error', onNone);
    client.resume();
  });
}

async function join({ client, isOwn, opened }: Asked, first?: Buffer, watcher?: Watcher): Promise<void> {
  if (!(await isOwn)) return breakBoth(client, opened.socket);
  return relay(client, opened.socket, watcher, first);
}

function breakBoth(client: Duplex, server: Duplex): void {
  breakOff(client);
  breakOff(server);
}

/** Most bytes that a server may have said before the client spoke. */
const MOST_EARLY = 64 * 1024;

/** The server spoke first: a server of HTTP/2 may, and whether it is one the client's first bytes show. */
function watchLate(watch: () => Watcher): Watcher {
  let early: Buffer[] = [];
  let size = 0;
  let watcher: Watcher | undefined;
  let isDecided = false;
  return {
    client(bytes) {
      if (!isDecided && bytes.toString('latin1', 0, PREFACE.length) === PREFACE) {
        watcher = watch();
        for (const piece of early) watcher.server(piece);
      }
      isDecided = true;
      early = [];
      watcher?.client(bytes);
    },
    server(bytes) {
      size += bytes.length;
      if (watcher) watcher.server(bytes);
      else if (!isDecided && size <= MOST_EARLY) early.push(bytes);
    },
    close: () => watcher?.close(),
    waiting: () => watcher?.waiting() ?? 0,
    isRaw: () => true,
  };
}

function plain(asked: Asked): Watched {
  return {
    tape: asked.recorder.tape,
    scheme: 'http',
    authority: authorityOf(asked.to, 80),
    transport: transportOf(asked),
  };
}

function transportOf({ way, opened, to }: Asked): Transport {
  return {
    ...(opened.address !== undefined && { address: opened.address }),
    port: to.port,
    ...(way.proxy && { viaProxy: way.proxy.name, tunnelled: true }),
  };
}

/** Host and port as they stand in a URL; the scheme's own port is left out. */
export function authorityOf({ host, port }: Endpoint, own: number): string {
  const shown = host.includes(':') ? `[${host}]` : host;
  return port === own ? shown : `${shown}:${port}`;
}

async function runTls(asked: Asked, start: Buffer): Promise<void> {
  const { first, hello } = await wholeHello(asked.client, start);
  const place = `${asked.to.host.includes(':') ? `[${asked.to.host}]` : asked.to.host}:${asked.to.port}`;
  const why = whyUnread(asked, hello, place);
  if (why !== undefined || !hello) {
    if (why !== undefined) asked.recorder.notes.unread(place, why);
    return join(asked, first);
  }
  const name = hello.name ?? asked.to.host;
  // made while the server answers
  const context = asked.recorder.authority.contextFor(name);
  const server = await handshake(asked, hello, name);
  if ('unread' in server) {
    asked.recorder.notes.unread(place, server.unread);
    return again(asked, first);
  }
  return intercept(asked, first, server.socket, { name, place, context: await context });
}

/** Reads on until the client's first message is whole. */
async function wholeHello(client: Socket, start: Buffer): Promise<{ first: Buffer; hello: ClientHello | undefined }> {
  let first = start;
  for (;;) {
    const hello = readClientHello(first);
    if (hello !== 'more') return { first, hello };
    const more = await pull(client);
    if (!more) return { first, hello: undefined };
    first = Buffer.concat([first, more]);
  }
}

const TLS_1_2 = 0x0303;

/** Why a connection is not read, by what is known before it begins. */
function whyUnread({ recorder, unread, to }: Asked, hello: ClientHello | undefined, place: string): string | undefined {
  if (unread !== undefined) return unread;
  if (recorder.unread !== undefined) return recorder.unread;
  if (hello && hello.version < TLS_1_2) return 'The command offers no TLS version from 1.2 on.';
  if (recorder.notes.isUntrusted(place)) return 'The command did not trust the recorder before.';
  if (isIP(hello?.name ?? to.host) > 0)
    return 'The host is an address, and the certificate of an address cannot be stood in for without a risk; use the name.';
  return undefined;
}

/** Speaks TLS with the server in the client's place: with the name and the protocols that it asks for. */
function handshake(
  { recorder, isNode, opened }: Asked,
  hello: ClientHello,
  name: string,
): Promise<{ readonly socket: TLSSocket } | { readonly unread: string }> {
  const protocols = hello.protocols?.filter((one) => /^(?:h2|http\/1\.[01])$/.test(one));
  if (hello.protocols && protocols?.length === 0)
    return Promise.resolve({ unread: `The command speaks "${hello.protocols[0]}" there, and no HTTP.` });
  return new Promise((resolve) => {
    const context: SecureContext = isNode ? recorder.trust.node() : recorder.trust.system();
    const server = connectTls({
      socket: opened.socket,
      secureContext: context,
      rejectUnauthorized: false,
      ...(hello.name !== undefined && { servername: hello.name }),
      ...(protocols && { ALPNProtocols: [...protocols] }),
      checkServerIdentity: (_, certificate) => checkServerIdentity(name, certificate),
    });
    const fail = (unread: string): void => {
      server.removeAllListeners().on('error', () => {});
      server.destroy();
      resolve({ unread });
    };
    const onError = (error: Error): void => fail(`The recorder's own handshake with it failed: ${failureOf(error)}`);
    server.once('error', onError);
    server.once('close', () => fail("The recorder's own handshake with it failed: the connection was closed."));
    server.once('secureConnect', () => {
      // OpenSSL fills this in for a client only when the server asked for a certificate
      if (server.getSharedSigalgs().length > 0 && !recorder.hasNoCertificate)
        return fail('The server asks for a client certificate, which only the command has.');
      if (!server.authorized)
        return fail(
          `Its certificate is not trusted here (${(server.authorizationError as unknown as { code?: string })?.code ?? server.authorizationError}): whether it is trusted, the command decides.`,
        );
      server.removeAllListeners('close');
      server.off('error', onError);
      server.pause();
      resolve({ socket: server });
    });
  });
}

/** Opens the way anew, and lets the client speak with the server itself. */
async function again(asked: Asked, first: Buffer): Promise<void> {
  const { client, way, head, recorder, to } = asked;
  try {
    const opened = await way.open(head);
    if (opened.answer?.isOpen === false) return breakOff(client);
    return await join({ ...asked, opened }, first);
  } catch (error) {
    recorder.notes.failed(`${to.host}:${to.port}`, error);
    breakOff(client);
  }
}

/** Speaks TLS with the client as the server would, and reads what is said. */
async function intercept(
  asked: Asked,
  first: Buffer,
  server: TLSSocket,
  { name, place, context }: { readonly name: string; readonly place: string; readonly context: SecureContext },
): Promise<void> {
  const { client, recorder, isOwn } = asked;
  const protocol = server.alpnProtocol || undefined;
  if (client.destroyed || server.destroyed) return breakBoth(client, server);
  client.unshift(first);
  const secured = new TLSSocket(client, {
    isServer: true,
    secureContext: context,
    allowHalfOpen: true,
    ...(protocol !== undefined && { ALPNProtocols: [protocol] }),
  } as ConstructorParameters<typeof TLSSocket>[1]);
  const isSecure = await new Promise<boolean>((resolve) => {
    secured.once('secure', () => resolve(true));
    secured.on('error', () => resolve(false));
    secured.once('close', () => resolve(false));
    client.once('close', () => resolve(false));
  });
  if (!isSecure) {
    recorder.notes.untrusted(place);
    return breakBoth(client, server);
  }
  if (!(await isOwn)) return breakBoth(client, server);
  // some look at the certificate only after the handshake, and then go without a word
  secured.once('data', () => recorder.notes.trusted(place));
  secured.once('close', () => recorder.notes.untrusted(place));
  let transport: Transport | undefined;
  const watched: Watched = {
    tape: recorder.tape,
    scheme: 'https',
    authority: authorityOf({ host: name, port: asked.to.port }, 443),
    // asked for when the first request is on its way
    get transport() {
      transport ??= { ...transportOf(asked), tls: describeTls(server) };
      return transport;
    },
  };
  await relay(secured, server, protocol === 'h2' ? watchHttp2(watched) : watchHttp1(watched));
}
