// Loaded by every program of Node that the command runs, before its own code: leads its connections to the recorder. Libraries differ
// in whether they heed proxy settings; connections are what they have in common. Nothing may be seen of it but the way.
import child from 'node:child_process';
import dns from 'node:dns';
import fs from 'node:fs';
import module from 'node:module';
import net from 'node:net';
import stream from 'node:stream';
import tls from 'node:tls';

type Connection = net.TcpNetConnectOpts & { readonly path?: string; unread?: string };
interface Settings {
  readonly port: number;
  /** The file with the recorder's own authority. */
  readonly own: string;
  /** Variables that the program sees as they were, and what those get that it starts. */
  readonly hidden: Variables;
  readonly given: Variables;
}
type Variables = Readonly<Record<string, string | null>>;

/** Why a connection must not be read. */
const UNREAD = new WeakMap<net.Socket, string>();

function start(text: string): void {
  const settings = JSON.parse(text) as Settings;
  hideVariables(settings);
  leadConnections(settings);
  module.syncBuiltinESMExports();
}

/** The program sees the variables as they were; what it starts gets ours. */
function hideVariables({ hidden, given }: Settings): void {
  for (const [name, value] of Object.entries(hidden)) {
    if (value === null) delete process.env[name];
    else process.env[name] = value;
  }
  const put = (env: Record<string, string | undefined>): Record<string, string | undefined> => {
    const result = { ...env };
    for (const [name, value] of Object.entries(given)) {
      if ((env[name] ?? null) !== (hidden[name] ?? null)) continue;
      if (value === null) delete result[name];
      else result[name] = value;
    }
    return result;
  };
  if (Object.keys(hidden).length === 0) return;
  const prototype = child.ChildProcess.prototype as unknown as { spawn(options: { envPairs?: string[] }): unknown };
  const { spawn } = prototype;
  prototype.spawn = function (this: unknown, options) {
    const pairs = options.envPairs?.map((pair) => [
      pair.slice(0, pair.indexOf('=')),
      pair.slice(pair.indexOf('=') + 1),
    ]);
    if (!pairs) return spawn.call(this, options);
    const envPairs = Object.entries(put(Object.fromEntries(pairs))).map(([name, value]) => `${name}=${value}`);
    return spawn.call(this, { ...options, envPairs });
  };
  const functions = child as unknown as Record<string, (...given: unknown[]) => unknown>;
  for (const name of ['spawnSync', 'execFileSync', 'execSync']) {
    const original = functions[name]!;
    functions[name] = (...given) => {
      const at = given.findIndex((one, i) => i > 0 && typeof one === 'object' && one !== null && !Array.isArray(one));
      const options = (at < 0 ? {} : given[at]) as { env?: Record<string, string | undefined> };
      const changed = { ...options, env: put(options.env ?? process.env) };
      if (at < 0) return original(...given.filter((one) => one !== undefined && one !== null), changed);
      return original(...given.map((one, i) => (i === at ? changed : one)));
    };
  }
}

function leadConnections({ port, own }: Settings): void {
  const authority = fs.readFileSync(own, 'latin1').trim().split('-----BEGIN').at(-1) ?? '';
  const prototype = net.Socket.prototype as unknown as { connect(...given: unknown[]): unknown };
  const { connect } = prototype;
  prototype.connect = function (this: net.Socket, ...given: unknown[]) {
    const options = optionsOf(given);
    const isOwn = options?.port !== undefined && Number(options.port) === port;
    if (!options || options.path || isOwn || this instanceof tls.TLSSocket || options.localAddress)
      return connect.apply(this, given);
    const callback = given.flat().at(-1);
    if (typeof callback === 'function') this.once('connect', callback as () => void);
    return tunnel(this, options, port, connect);
  };
  const functions = tls as unknown as { connect(...given: unknown[]): tls.TLSSocket };
  const connectTls = functions.connect;
  functions.connect = (...given) => {
    const options = optionsOf(given) as (tls.ConnectionOptions & Connection) | undefined;
    if (!options || options.socket || options.path) return connectTls(...given);
    const {
      port: to,
      host = 'localhost',
      lookup,
      family,
      hints,
      localAddress,
      timeout,
      signal,
    } = options as Connection;
    if (Number(to) === port || localAddress) return connectTls(...given);
    const unread = whyUnread(options, authority);
    const plain: Connection = {
      port: to,
      host,
      ...(lookup && { lookup }),
      ...(family !== undefined && { family }),
      ...(hints !== undefined && { hints }),
      ...(timeout !== undefined && { timeout }),
    };
    const socket = new net.Socket({ ...(signal && { signal }) });
    if (unread) UNREAD.set(socket, unread);
    socket.connect(plain);
    const secured = connectTls(
      { ...options, host, socket: bridge(socket) },
      ...given.filter((one) => typeof one === 'function'),
    );
    // as it is where TLS opens the connection itself
    const connecting = secured as unknown as { connecting: boolean };
    connecting.connecting = true;
    socket.once('connect', () => {
      connecting.connecting = false;
      secured.emit('connect');
      secured.emit('ready');
    });
    socket.on('error', (error) => secured.destroy(error));
    return secured;
  };
}

/** The socket as any stream: TLS would read from the system past us otherwise, and meet the recorder's answer. */
function bridge(socket: net.Socket): stream.Duplex {
  const result = new stream.Duplex({
    read: () => void socket.resume(),
    write: (bytes, encoding, done) => void socket.write(bytes, encoding, done),
    final: (done) => void socket.end(done),
    destroy(error, done) {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (bytes) => {
    if (!result.push(bytes)) socket.pause();
  });
  socket.on('end', () => result.push(null));
  socket.on('close', () => result.destroy());
  return result;
}

/** The options of a call, in whichever form they were given. */
function optionsOf(given: readonly unknown[]): Connection | undefined {
  const [first, second, third] = given;
  // what net.connect hands on is a list of options and callback
  if (Array.isArray(first)) return optionsOf(first);
  if (typeof first === 'object' && first !== null) return { ...first } as Connection;
  if (typeof first === 'number' || (typeof first === 'string' && /^\d{1,5}$/.test(first))) {
    const host = typeof second === 'string' ? { host: second } : {};
    const more =
      typeof second === 'object' && second !== null ? second : typeof third === 'object' && third !== null ? third : {};
    return { ...more, port: Number(first), ...host } as Connection;
  }
  return undefined;
}

/** Why this connection must not be read, by what it is opened with. */
function whyUnread(options: tls.ConnectionOptions, authority: string): string | undefined {
  const { cert, key, pfx, ca, rejectUnauthorized, checkServerIdentity, secureContext } = options;
  if (cert || key || pfx) return 'The program gives a client certificate, which the recorder does not have.';
  if (rejectUnauthorized === false || process.env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    return 'The program turns the check of certificates off, and the recorder would check.';
  if (checkServerIdentity && checkServerIdentity !== tls.checkServerIdentity)
    return 'The program checks the certificate of the server itself, and the recorder shows another.';
  const named = [ca ?? []].flat().map(String);
  if (named.length > 0 && !named.some((one) => one.includes(authority.trim().slice(-200))))
    return 'The program names the only authorities that it trusts, and the recorder is not of them.';
  return secureContext ? 'The program brings settings of its own for TLS, which the recorder cannot see.' : undefined;
}

/** Connects a socket to the recorder, and tells of that only when the recorder has opened the way. */
function tunnel(
  socket: net.Socket,
  options: Connection,
  port: number,
  connect: (...given: unknown[]) => unknown,
): net.Socket {
  const inner = socket as unknown as {
    connecting: boolean;
    emit(name: string, ...given: unknown[]): boolean;
    push(bytes: Buffer | null): boolean;
    _write(bytes: Buffer, encoding: string, done: () => void): void;
    _read(size: number): void;
  };
  const { emit } = inner;
  const host = options.host || 'localhost';
  let target = net.isIPv6(host) ? `[${host}]` : host;
  const unread = UNREAD.get(socket);
  let answer = Buffer.alloc(0);
  const restore = (): void => {
    delete (inner as Partial<typeof inner>).emit;
    delete (inner as Partial<typeof inner>).push;
  };
  const fail = (code: string, address = host): void => {
    restore();
    const where = `${address}:${options.port}`;
    const text = code === 'ENOTFOUND' ? `getaddrinfo ENOTFOUND ${host}` : `connect ${code} ${where}`;
    const syscall =
      code === 'ENOTFOUND'
        ? { syscall: 'getaddrinfo', hostname: host }
        : { syscall: 'connect', address, port: Number(options.port) };
    socket.destroy(Object.assign(new Error(text), { code, ...syscall }));
  };
  inner.emit = (name, ...given) => {
    if (name === 'ready') return true;
    if (name === 'connect') {
      const field = unread ? `why403-unread: ${unread}\r\n` : '';
      const head = `CONNECT ${target}:${options.port} HTTP/1.1\r\nwhy403-direct: 1\r\n${field}\r\n`;
      // past what the program wrote already, which waits for the way
      inner._write(Buffer.from(head), 'buffer', () => {});
      inner._read(0);
      inner.connecting = true;
      return true;
    }
    return emit.call(socket, name, ...given);
  };
  inner.push = (bytes) => {
    if (bytes === null) {
      fail('ECONNRESET');
      return false;
    }
    answer = Buffer.concat([answer, bytes]);
    const end = answer.indexOf('\r\n\r\n');
    if (end < 0) return true;
    const [, status, code = 'ECONNRESET', address] = answer.toString('latin1', 0, end).split(/[ \r]/);
    if (status !== '200') {
      fail(code, address || host);
      return false;
    }
    restore();
    inner.connecting = false;
    // nothing of the server's comes before this: what takes the connection over may read from the system, past what was read here
    inner._write(Buffer.from('\n'), 'buffer', () => {});
    socket.emit('connect');
    socket.emit('ready');
    return true;
  };
  const { lookup, ...rest } = options;
  const go = (): unknown =>
    connect.call(socket, { ...rest, host: '127.0.0.1', port, family: 4, autoSelectFamily: false });
  if (!lookup || lookup === dns.lookup || net.isIP(host)) {
    go();
    return socket;
  }
  // the program looks names up by itself
  inner.connecting = true;
  lookup(host, { family: options.family ?? 0, hints: options.hints ?? 0, all: false }, (error, found) => {
    const [first] = [found].flat() as (string | { address: string })[];
    const address = typeof first === 'object' ? first.address : first;
    if (error || !address) socket.destroy(error ?? new Error(`getaddrinfo ENOTFOUND ${host}`));
    else {
      target = net.isIPv6(address) ? `[${address}]` : address;
      go();
    }
  });
  return socket;
}

const text = process.env['WHY403_RECORDER'];
if (text) {
  try {
    start(text);
  } catch {
    // a program that cannot be led is run as it is
  }
}
