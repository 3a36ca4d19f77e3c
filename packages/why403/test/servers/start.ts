import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Asked, Scenario } from './model.ts';

/** Starts a scenario's server on loopback. */
export async function start({
  handler,
}: Pick<Scenario, 'handler'>): Promise<{ readonly origin: string; readonly stop: () => void }> {
  const answer = handler();
  const server = createServer((req, res) => {
    let body = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    req.on('end', () => {
      const [path = '/', rawQuery = ''] = (req.url ?? '/').split('?');
      const cookies = Object.fromEntries(
        (req.headers.cookie ?? '')
          .split(/;\s*/)
          .filter(Boolean)
          .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
      );
      const headers = Object.fromEntries(Object.entries(req.headers).map(([name, value]) => [name, String(value)]));
      const asked: Asked = {
        method: req.method ?? 'GET',
        path,
        rawQuery,
        query: new URLSearchParams(rawQuery),
        headers,
        cookies,
        body,
      };
      const reply = answer(asked);
      res.writeHead(reply.status, reply.headers);
      res.end(req.method === 'HEAD' ? '' : reply.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
