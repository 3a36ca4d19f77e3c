import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { json, shopRoutes } from './routes.ts';
import type { UnreadableFile } from './unreadable.ts';

/** The demo's shop, listening on loopback. */
export interface App {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  close(): Promise<void>;
}

/** Starts the shop: small and ordinary, plain `node:http` with guards. */
export async function startApp(file: UnreadableFile | undefined): Promise<App> {
  const routes = shopRoutes(file);
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = (request.url ?? '/').split('?', 1)[0]!;
      const route = routes.find(([method, pattern]) => method === request.method && pattern.test(path));
      // as body parsers of frameworks do
      const body = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      if (route) route[2](Object.assign(request, { body }), response);
      else json(response, 404, { error: 'not_found' });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
