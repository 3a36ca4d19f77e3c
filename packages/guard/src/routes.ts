import { requirementOf } from './adapt.ts';
import { readExpress } from './routes/express.ts';
import { readHono } from './routes/hono.ts';
import { readKoa } from './routes/koa.ts';
import { readNest } from './routes/nest.ts';
import { type Recorder, ROUTES } from './routes/recorded.ts';
import { makeRoute, type Route } from './routes/route.ts';

export { formatRoutes, isOpen, type Route } from './routes/route.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/**
 * The routes of an application of any framework that has an adapter here, with what they demand; undefined where it is
 * none. For Fastify the adapter's `record(app)` must have been called first. Modules of Next.js are given by path:
 * `{ '/api/posts': await import('./app/api/posts/route.js') }`.
 */
export function readRoutes(app: unknown): readonly Route[] | undefined {
  const isApp = (typeof app === 'object' || typeof app === 'function') && app !== null;
  if (!isApp) return undefined;
  const recorded = (app as Recorder)[ROUTES];
  if (recorded !== undefined) return recorded();
  const has = (name: string) => name in app;
  if (has('container') && has('getHttpAdapter')) return readNest(app);
  if (Array.isArray((app as { routes?: unknown }).routes)) return readHono(app);
  if (has('middleware') && has('callback')) return readKoa(app);
  if (has('stack') && has('methods') && has('opts')) return readKoa(app);
  if (has('_router') || has('router') || has('stack')) return readExpress(app);
  const modules = readModules(app as Record<string, unknown>);
  return modules.length === 0 ? undefined : modules;
}

function readModules(modules: Record<string, unknown>): Route[] {
  return Object.entries(modules).flatMap(([path, module]) => {
    if (!path.startsWith('/') || typeof module !== 'object' || module === null) return [];
    const handlers = module as Record<string, unknown>;
    return METHODS.filter((method) => typeof handlers[method] === 'function').map((method) => {
      const guard = requirementOf(handlers[method]);
      return makeRoute(method, path, guard === undefined ? [] : [guard]);
    });
  });
}
