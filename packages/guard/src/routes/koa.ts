import { demandOf } from '../adapt.ts';
import type { Route } from './route.ts';

interface RouterLayer {
  readonly path: unknown;
  readonly methods: readonly string[];
  readonly stack: readonly unknown[];
  match?(path: string): boolean;
}

/** The routes of a `@koa/router` router, or of an application: of every router it uses, behind its own guards. */
export function readKoa(app: object): readonly Route[] {
  const router = routerOf(app);
  if (router !== undefined) return readRouter(router, []);
  const { middleware } = app as { middleware?: unknown };
  const outer: string[] = [];
  return (Array.isArray(middleware) ? middleware : []).flatMap((one: unknown) => {
    const demand = demandOf(one);
    if (demand !== undefined) outer.push(demand);
    const inner = routerOf((one as { router?: unknown }).router);
    return inner === undefined ? [] : readRouter(inner, [...outer]);
  });
}

function routerOf(value: unknown): readonly RouterLayer[] | undefined {
  const stack = (value as { stack?: unknown } | undefined)?.stack;
  return Array.isArray(stack) ? stack : undefined;
}

/** Layers without methods are middleware of the router: what stands before a route and fits its path. */
function readRouter(stack: readonly RouterLayer[], outer: readonly string[]): Route[] {
  return stack.flatMap((layer, index) => {
    const path = String(layer.path);
    const sample = path.replace(/:[A-Za-z0-9_]{1,100}/g, 'x');
    const before = stack.slice(0, index).filter((one) => one.methods.length === 0 && one.match?.(sample) === true);
    const demands = [
      ...outer,
      ...[...before, layer].flatMap((one) => one.stack.flatMap((each) => demandOf(each) ?? [])),
    ];
    return layer.methods
      .filter((method) => method !== 'HEAD' || !layer.methods.includes('GET'))
      .map((method) => ({ method, path, demands }));
  });
}
