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
  const entries: readonly HonoRoute[] = Array.isArray(list) ? list : [];
  const handlers = new Map<string, Route>();
  entries.forEach(({ method, path, handler }, index) => {
    // Middleware takes a second argument; the last entry of a route is its handler.
    if (demandOf(handler) !== undefined || (typeof handler === 'function' && handler.length > 1)) return;
    const demands = entries
      .slice(0, index)
      .filter((one) => (one.method === 'ALL' || one.method === method) && covers(one.path, path))
      .flatMap((one) => demandOf(one.handler) ?? []);
    handlers.set(`${method} ${path}`, { method: method === 'ALL' ? '*' : method, path, demands });
  });
  return [...handlers.values()];
}

function covers(pattern: string, path: string): boolean {
  if (pattern === path || pattern === '*' || pattern === '/*') return true;
  return pattern.endsWith('/*') && `${path}/`.startsWith(pattern.slice(0, -1));
}
