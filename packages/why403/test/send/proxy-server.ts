import { connect, createServer, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { listen } from './servers.ts';

export interface TestProxy {
  readonly port: number;
  /** Heads of the CONNECT requests, or what SOCKS asked for. */
  readonly asked: string[];
}

/** A proxy that opens tunnels, unless `refuse` gives an answer for the head. Names lead to 127.0.0.1. */
export async function connectProxy(
  refuse: (head: string) => string | undefined = () => undefined,
  tls?: TlsOptions,
): Promise<TestProxy> {
  const asked: string[] = [];
  const onConnection = (socket: Socket) => {
    let head = '';
    const onData = (chunk: Buffer) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      socket.off('data', onData);
      asked.push(head);
      const refusal = refuse(head);
      if (refusal !== undefined) return void socket.end(refusal);
      join(socket, Number(/^CONNECT \S*:(\d+) /.exec(head)?.[1]), 'HTTP/1.1 200 Connection established\r\n\r\n');
    };
    socket.on('data', onData);
  };
  const server = tls ? createTlsServer(tls, onConnection) : createServer(onConnection);
  return { port: await listen(server), asked };
}

/** A SOCKS 4, 4a and 5 server, with a password where `login` is given (RFC 1928, RFC 1929). */
export async function socksProxy(login?: string): Promise<TestProxy> {
  const asked: string[] = [];
  const server = createServer((socket) => {
    let step: 'hello' | 'login' | 'ask' = 'hello';
    const onData = (data: Buffer) => {
      if (data[0] === 4) {
        const port = data.readUInt16BE(2);
        const rest = data.subarray(8).toString('latin1').split('\0');
        const isNamed = data[4] === 0 && data[5] === 0 && data[6] === 0;
        asked.push(`4 ${isNamed ? rest[1] : data.subarray(4, 8).join('.')}:${port}`);
        socket.off('data', onData);
        join(socket, port, Buffer.from([0, 90, 0, 0, 0, 0, 0, 0]));
      } else if (step === 'hello') {
        step = login === undefined ? 'ask' : 'login';
        socket.write(Buffer.from([5, login === undefined ? 0 : 2]));
      } else if (step === 'login') {
        const name = data.subarray(2, 2 + data[1]!).toString();
        const word = data.subarray(3 + data[1]!).toString();
        step = 'ask';
        socket.write(Buffer.from([1, `${name}:${word}` === login ? 0 : 1]));
      } else {
        const isNamed = data[3] === 3;
        const host = isNamed ? data.subarray(5, 5 + data[4]!).toString() : data.subarray(4, 8).join('.');
        const port = data.readUInt16BE(data.length - 2);
        asked.push(`5 ${host}:${port}`);
        socket.off('data', onData);
        if (host === 'forbidden.example') socket.end(Buffer.from([5, 2, 0, 1, 0, 0, 0, 0, 0, 0]));
        else join(socket, port, Buffer.from([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]));
      }
    };
    socket.on('data', onData);
  });
  return { port: await listen(server), asked };
}

function join(socket: Socket, port: number, opening: string | Buffer): void {
  const upstream = connect(port, '127.0.0.1', () => {
    socket.write(opening);
    socket.pipe(upstream).pipe(socket);
  });
  upstream.on('error', () => socket.destroy());
  socket.on('close', () => upstream.destroy());
}
