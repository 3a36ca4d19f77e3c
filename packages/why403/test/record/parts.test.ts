// The parts that read what passes, held against Node's own HTTP and TLS.
import { connect as connectHttp2, createServer as createHttp2Server } from 'node:http2';
import { connect, createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClientHello } from '../../src/record/client-hello.ts';
import { createMessages } from '../../src/record/http1-messages.ts';
import { createTape } from '../../src/record/tape.ts';
import { type Watched, watchHttp1 } from '../../src/record/watch-http1.ts';
import { watchHttp2 } from '../../src/record/watch-http2.ts';
import { listen, listenHttp2 } from '../send/servers.ts';

const watched = (): Watched => ({ tape: createTape(), scheme: 'http', authority: 'a.example', transport: {} });

/** Cuts bytes into pieces at random. */
const pieces = (bytes: Buffer, cuts: readonly number[]): Buffer[] => {
  const at = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...at].map((from, i) => bytes.subarray(from, at[i] ?? bytes.length));
};

describe('HTTP/2', () => {
  const token = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}$/).map((name) => `x-${name}`);
  const value = fc.stringMatching(/^[!-~](?:[ -~]{0,60}[!-~])?$/);
  const fields = fc.uniqueArray(fc.tuple(token, value), { maxLength: 12, selector: ([name]) => name });

  it('reads the headers that Node packs, in their order, on connections of many requests', async () => {
    const server = createHttp2Server();
    const answers: Record<string, string>[] = [];
    server.on('stream', (stream) => {
      stream.respond({ ':status': 403, ...answers[(Number(stream.id) - 1) / 2] });
      stream.end('no');
    });
    const port = await listenHttp2(server);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fields, fields), { minLength: 1, maxLength: 6 }), async (list) => {
        answers.length = 0;
        answers.push(...list.map(([, back]) => Object.fromEntries(back)));
        const on = watched();
        const watcher = watchHttp2(on);
        const relay = createServer((client) => {
          const upstream = connect(port, '127.0.0.1');
          client
            .on('error', () => {})
            .on('data', (bytes: Buffer) => {
              watcher.client(bytes);
              upstream.write(bytes);
            });
          upstream
            .on('error', () => {})
            .on('data', (bytes: Buffer) => {
              watcher.server(bytes);
              client.write(bytes);
            });
          client.on('close', () => upstream.destroy());
        });
        await new Promise<void>((done) => relay.listen(0, '127.0.0.1', done));
        const session = connectHttp2(`http://127.0.0.1:${(relay.address() as { port: number }).port}`);
        for (const [sent] of list)
          await new Promise((done) => {
            const stream = session.request({ ':path': '/p', ...Object.fromEntries(sent) });
            stream.on('close', done).on('error', done).resume();
          });
        session.destroy();
        await new Promise((done) => relay.close(done));
        const seen = on.tape.takes();
        expect(seen.map(({ request }) => request.headers)).toEqual(list.map(([sent]) => sent));
        expect(seen.map(({ response }) => response?.headers.filter(([name]) => name.startsWith('x-')))).toEqual(
          list.map(([, back]) => back),
        );
        expect(seen.map((take) => Buffer.from(take.body('response').bytes).toString())).toEqual(list.map(() => 'no'));
      }),
      { numRuns: 30 },
    );
  }, 60_000);

  it('takes any bytes without an error, and goes on passing', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (list) => {
        const watcher = watchHttp2(watched());
        for (const bytes of list) {
          watcher.client(Buffer.from(bytes));
          watcher.server(Buffer.from(bytes));
        }
        watcher.close();
      }),
    );
  });
});

describe('HTTP/1', () => {
  const REQUESTS = Buffer.from(
    'POST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\n\r\nabc' +
      '\r\nPUT /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n2;x=y\r\nde\r\n1\r\nf\r\n0\r\nT: 1\r\n\r\n' +
      'HEAD /c HTTP/1.1\nHost: h\n\nGET /d HTTP/1.1\r\nHost: h\r\n\r\n',
  );
  const ANSWERS = Buffer.from(
    'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nno' +
      'HTTP/1.1 200\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nyes\r\n0\r\n\r\n' +
      'HTTP/1.1 403 Head\r\nContent-Length: 99\r\n\r\nHTTP/1.0 500 Last\r\n\r\nuntil the end',
  );

  it('finds the same messages however they are cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 30 }), fc.array(fc.nat(1000), { maxLength: 30 }), (a, b) => {
        const on = watched();
        const watcher = watchHttp1(on);
        for (const piece of pieces(REQUESTS, a)) watcher.client(piece);
        for (const piece of pieces(ANSWERS, b)) watcher.server(piece);
        watcher.close();
        const told = on.tape
          .takes()
          .map((take) => [
            `${take.request.method} ${take.request.url} ${Buffer.from(take.body('request').bytes)}`,
            `${take.response?.status} ${Buffer.from(take.body('response').bytes)}`,
          ]);
        expect(told).toEqual([
          ['POST http://h/a abc', '401 no'],
          ['PUT http://h/b def', '200 yes'],
          ['HEAD http://h/c ', '403 '],
          ['GET http://h/d ', '500 until the end'],
        ]);
      }),
    );
  });

  it('gives back every byte', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 30 }), (cuts) => {
        const out: Buffer[] = [];
        const messages = createMessages({
          head(start, _, bytes) {
            out.push(bytes);
            return start.startsWith('POST') ? { length: 3 } : start.startsWith('PUT') ? 'chunked' : 'none';
          },
          wire: (bytes) => void out.push(bytes),
          body: () => {},
          end: () => {},
        });
        for (const piece of pieces(REQUESTS, cuts)) messages.push(piece);
        expect(Buffer.concat(out).toString()).toBe(REQUESTS.toString());
      }),
    );
  });

  it('takes any bytes without an error', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 }), (list) => {
        const watcher = watchHttp1(watched());
        for (const bytes of list) {
          watcher.client(Buffer.from(bytes));
          watcher.server(Buffer.from(bytes));
        }
        watcher.close();
      }),
    );
  });
});

it('a tape keeps refusals when it is full, and bodies up to its bounds', () => {
  const tape = createTape();
  const take = (status: number): void => {
    const one = tape.take({ method: 'GET', url: `http://a.example/${status}`, httpVersion: '1.1', headers: [] }, {});
    one.answered({ status, httpVersion: '1.1', headers: [] });
    one.received(Buffer.alloc(1024 * 1024));
    one.ended();
  };
  take(403);
  for (let i = 0; i < 4_500; i++) take(200);
  expect([tape.takes().length, tape.dropped(), tape.takes()[0]!.response!.status]).toEqual([4_000, 501, 403]);
  const kept = tape.takes().reduce((sum, one) => sum + one.body('response').bytes.byteLength, 0);
  expect(kept).toBeLessThanOrEqual(48 * 1024 * 1024);
  expect(tape.takes()[0]!.body('response').size).toBe(1024 * 1024);
});

it('reads the first message of Node’s TLS, whole and in pieces', async () => {
  const port = await listen(
    createServer((socket) => {
      socket
        .on('error', () => {})
        .once('data', (bytes) => {
          got(bytes);
          socket.destroy();
        });
    }),
  );
  let got: (bytes: Buffer) => void = () => {};
  const hello = await new Promise<Buffer>((done) => {
    got = done;
    connectTls({ port, host: '127.0.0.1', servername: 'shop.example', ALPNProtocols: ['h2', 'http/1.1'] }).on(
      'error',
      () => {},
    );
  });
  expect(readClientHello(hello)).toEqual({ name: 'shop.example', protocols: ['h2', 'http/1.1'], version: 0x0304 });
  for (let i = 0; i < hello.length; i++) expect(readClientHello(hello.subarray(0, i))).toBe('more');
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      readClientHello(Buffer.concat([Buffer.from([0x16, 3, 1, 0, bytes.length & 0xff]), Buffer.from(bytes)]));
    }),
  );
});
