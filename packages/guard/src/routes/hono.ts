import { demandOf } from '../adapt.ts';
import type { Route } from './route.ts';

interface HonoRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
}

/** The routes of a Hono application: guards of wider paths that were added before count too. */
export function readHono(app: object): readonly Route[] {
  const list = (app as { routes?: unknown }).routes;
  const entries: readonly HonoRoute[] = (Array.isArray(list) ? list : []).filter(
    (one) => typeof one?.handler === 'function',
  );
  const routes = new Map<string, Route>();
  entries.forEach(({ method, path, handler }, index) => {
    const own = innermost(handler);
    // `use` and `all` look alike in the list; what takes a second argument is middleware.
    if (method === 'ALL' && (demandOf(own) !== undefined || own.length > 1)) return;
    const demands = entries
      .slice(0, index + 1)
      .filter((one) => (one.method === 'ALL' || one.method === method) && covers(one.path, path))
      .flatMap((one) => demandOf(innermost(one.handler)) ?? []);
    routes.set(`${method} ${path}`, { method: method === 'ALL' ? '*' : method, path, demands });
  });
  return [...routes.values()];
}

/** Hono wraps the handlers of a mounted application that has an error handler of its own. */
function innermost(handler: unknown): { readonly length: number } {
  const inner = (handler as { __COMPOSED_HANDLER?: unknown }).__COMPOSED_HANDLER;
  return (inner === undefined ? handler : inner) as { readonly length: number };
}

function covers(pattern: string, path: string): boolean {
  if (pattern === path || pattern === '*' || pattern === '/*') return true;
  return pattern.endsWith('/*') && `${path}/`.startsWith(pattern.slice(0, -1));
}
