import { type NextContext, next } from '../../src/next.ts';
import type { WebVisit } from '../../src/web.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './app.ts';
import { lastSegment, tell } from './handler.ts';

type Handler = (request: Request, context: NextContext) => Promise<Response>;

/** The contract as one catch-all route handler: bundled into an application of Next.js by its test. */
function makeHandlers(): ReadonlyMap<string, Handler> {
  const handlers = new Map<string, Handler>();
  for (const disclose of DISCLOSURES) {
    // Next.js does not tell the connection's address: this deployment says that all come from loopback.
    const guard = next(contractGuard(disclose), { address: () => '127.0.0.1' });
    const idOf = ({ request }: WebVisit) => lastSegment(request.url);
    const nameOf = ({ request }: WebVisit) => request.headers.get('x-client') ?? undefined;
    for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
      const handler = guard(requirement, (_request, _context, known) => new Response(tell(known)), options);
      handlers.set(`${method} /${disclose}${path.replace('/:id', '')}`, handler);
    }
    handlers.set(`GET /${disclose}/absent`, async (request, context) => guard.absent({ request, context }));
  }
  return handlers;
}

const handlers = makeHandlers();

export async function handle(request: Request, context: NextContext): Promise<Response> {
  const { path } = await context.params;
  const method = request.method === 'HEAD' ? 'GET' : request.method;
  const route = `/${[path].flat().join('/')}`.replace(/\/\d$/, '');
  return handlers.get(`${method} ${route}`)?.(request, context) ?? new Response('no such route', { status: 500 });
}
