// Exchanges of the recorder with itself before the command starts: what runs for the first time takes several times as long, and
// that would be the command's time. Nothing leaves this process, and nothing of it is kept.
import { type AddressInfo, connect as connectPlain, createServer, type Server, type Socket } from 'node:net';
import { connect, createSecureContext, createServer as createTlsServer } from 'node:tls';
import { createNotes } from './notes.ts';
import { OWN_FIELDS, type Recorder } from './recorder.ts';
import { createTape } from './tape.ts';

/** Longest that it may take, in milliseconds; it is of no use then. */
const MOST = 1_000;

/** Exchanges a request and an answer with itself, over TLS and through a tunnel. `serve` is what serves a connection. Never fails. */
export async function warmUp(
  recorder: Recorder,
  serve: (recorder: Recorder, client: Socket) => Promise<void>,
): Promise<void> {
  const context = await recorder.authority.contextFor('localhost');
  const own = createSecureContext({ ca: recorder.authority.pem });
  const trust = { system: () => own, node: () => own };
  const alone: Recorder = { ...recorder, trust, env: {}, tape: createTape(), notes: createNotes() };
  const answer = (socket: Socket): void => {
    socket.on('error', () => {}).once('data', () => socket.end('HTTP/1.1 403 No\r\nContent-Length: 2\r\n\r\nno'));
  };
  const secure = createTlsServer({ SNICallback: (_, done) => done(null, context) }, answer);
  const plain = createServer(answer);
  const proxy = createServer({ allowHalfOpen: true }, (client) => {
    client.on('error', () => {});
    serve(alone, client).catch(() => client.destroy());
  });
  try {
    const [to, inClear, by] = await Promise.all([listen(secure), listen(plain), listen(proxy)]);
    await exchange(by, `CONNECT localhost:${to} HTTP/1.1\r\n\r\n`, (socket) =>
      say(connect({ socket, servername: 'localhost', ca: recorder.authority.pem, ALPNProtocols: ['http/1.1'] })),
    );
    await exchange(by, `CONNECT localhost:${inClear} HTTP/1.1\r\n${OWN_FIELDS.direct}: 1\r\n\r\n`, (socket) => {
      socket.write('\n');
      say(socket);
    });
    await exchange(by, `GET http://localhost:${inClear}/ HTTP/1.1\r\nHost: localhost\r\n\r\n`);
  } finally {
    secure.close();
    plain.close();
    proxy.close();
  }
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return (server.address() as AddressInfo).port;
}

function say(socket: Socket): void {
  socket.on('error', () => {}).resume();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
}

/** Says this to a proxy, goes on when it has answered, and waits for the end. */
function exchange(
  port: number,
  head: string,
  goOn: (socket: Socket) => unknown = (socket) => socket.resume(),
): Promise<void> {
  return new Promise((done) => {
    const socket = connectPlain(port, '127.0.0.1');
    const end = (): void => {
      clearTimeout(timer);
      socket.destroy();
      done();
    };
    const timer = setTimeout(end, MOST);
    socket
      .on('error', end)
      .on('close', end)
      .once('data', () => goOn(socket));
    socket.write(head);
  });
}
