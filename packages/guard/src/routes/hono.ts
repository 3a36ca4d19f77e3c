import { requirementOf } from '../adapt.ts';
import { guardsOf } from './chain.ts';
import { makeRoute, type Route } from './route.ts';

interface HonoRoute {
  readonly method: string;
  readonly path: string;
  readonly handler: unknown;
}

/** The routes of a Hono application: guards of wider paths that were added before count too. */
export function readHono(app: object): readonly Route[] {
  const list = (app as { routes?: unknown }).routes;
  const entries: readonly HonoRoute[] = (Array.isArray(list) ? list : []).flatMap((one) =>
    typeof one?.handler === 'function' ? [{ method: one.method, path: one.path, handler: innermost(one.handler) }] : [],
  );
  const routes = new Map<string, Route>();
  for (const { method, path } of entries.filter(answers)) {
    const key = `${method} ${path}`;
    if (routes.has(key)) continue;
    const chain = entries.filter(
      (one) =>
        (one.method === 'ALL' || one.method === method) && optionalPaths(path).every((each) => covers(one.path, each)),
    );
    // The chain ends with the last function of this very route.
    const end = chain.findLastIndex((one) => one.path === path && one.method === method && answers(one)) + 1;
    const guards = guardsOf(
      chain.slice(0, end).map((one) => one.handler),
      2,
    );
    routes.set(key, makeRoute(method === 'ALL' ? '*' : method, path, guards));
  }
  return [...routes.values()];
}

/** Whether an entry may answer. `use` and `all` look alike; what takes a second argument there is middleware. */
function answers({ method, handler }: HonoRoute): boolean {
  if (requirementOf(handler) !== undefined) return false;
  const { name, length } = handler as { readonly name: string; readonly length: number };
  // `mount` and files pass on what they do not have.
  return method !== 'ALL' || length < 2 || name === 'handler' || name.startsWith('serveStatic');
}

/** Hono wraps the handlers of a mounted application that has an error handler of its own. */
function innermost(handler: unknown): unknown {
  const inner = (handler as { __COMPOSED_HANDLER?: unknown }).__COMPOSED_HANDLER;
  return inner === undefined ? handler : inner;
}

/** The patterns that an optional parameter at the end stands for: Hono takes both. */
function optionalPaths(path: string): readonly string[] {
  const found = /^(.*)\/(:\w{1,100})\?$/.exec(path);
  return found === null ? [path] : [found[1] || '/', `${found[1]}/${found[2]}`];
}

/** Whether every path of one pattern is one of the other's, segment by segment. */
function covers(pattern: string, path: string): boolean {
  if (pattern === path || pattern === '*' || pattern === '/*') return true;
  const wide = pattern.split('/');
  const narrow = path.split('/');
  const isTree = wide.at(-1) === '*';
  const fixed = isTree ? wide.slice(0, -1) : wide;
  if (isTree ? narrow.length < fixed.length : narrow.length !== fixed.length) return false;
  // A parameter takes any segment but the rest of a path; one with an expression of its own takes some.
  return fixed.every((segment, at) => segment === narrow[at] || (/^:\w+$/.test(segment) && narrow[at] !== '*'));
}
