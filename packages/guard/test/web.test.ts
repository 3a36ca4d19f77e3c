import { createServer } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { type WebVisit, web } from '../src/web.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { listen } from './contract/listen.ts';
import { contract } from './contract/suite.ts';

contract(
  'Request and Response',
  async (guardOf) => {
    const handlers = new Map<string, (request: Request, context: HttpBindings) => Promise<Response>>();
    for (const disclose of DISCLOSURES) {
      const guard = web<HttpBindings>(guardOf(disclose), {
        address: (_, context) => context.incoming.socket.remoteAddress,
      });
      const idOf = ({ request }: WebVisit) => lastSegment(request.url);
      const nameOf = ({ request }: WebVisit) => request.headers.get('x-client') ?? undefined;
      for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
        const handler = guard(requirement, (_, known) => new Response(tell(known)), options);
        handlers.set(`${method} /${disclose}${path.replace('/:id', '')}`, handler);
      }
      handlers.set(`GET /${disclose}/absent`, async (request, context) => guard.absent({ request, context }));
    }
    return listen(
      createServer(
        getRequestListener(async (request, context) => {
          const method = request.method === 'HEAD' ? 'GET' : request.method;
          const path = new URL(request.url).pathname.replace(/\/\d$/, '');
          const handler = handlers.get(`${method} ${path}`);
          return handler?.(request, context as HttpBindings) ?? new Response('no such route', { status: 500 });
        }),
      ),
    );
  },
  contractGuard,
);
