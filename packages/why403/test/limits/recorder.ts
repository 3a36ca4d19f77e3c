import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request as it came in, from whatever way. */
export interface Recorded {
  readonly method: string;
  /** Where it was meant to go: scheme, host and port. */
  readonly origin: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Recorder {
  readonly origin: string;
  readonly requests: Recorded[];
}

/** A server that is an origin and a forward proxy in one, and keeps every request, to whatever host it was meant to go. */
export async function recorder(answer: (req: Recorded, res: ServerResponse, index: number) => void): Promise<Recorder> {
  const requests: Recorded[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('latin1');
    req.on('data', (chunk: string) => (body += chunk));
    req.on('end', () => {
      const absolute = /^(https?:\/\/[^/?#]*)(.*)$/.exec(req.url ?? '');
      const one: Recorded = {
        method: req.method ?? '',
        origin: absolute?.[1] ?? `http://${req.headers.host}`,
        path: absolute ? absolute[2]! : (req.url ?? ''),
        headers: req.headers,
        body,
      };
      requests.push(one);
      answer(one, res, requests.length - 1);
    });
  });
  // a tunnel would be a request to another host too
  server.on('connect', (req, socket) => {
    requests.push({ method: 'CONNECT', origin: `https://${req.url}`, path: '', headers: req.headers, body: '' });
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}
