import { demandOf } from '../adapt.ts';
import type { Route } from './route.ts';

interface RouterLayer {
  readonly path: unknown;
  readonly methods: readonly string[];
  readonly stack: readonly unknown[];
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

function readRouter(stack: readonly RouterLayer[], outer: readonly string[]): Route[] {
  return stack.flatMap((layer) => {
    const demands = [...outer, ...layer.stack.flatMap((one) => demandOf(one) ?? [])];
    return layer.methods
      .filter((method) => method !== 'HEAD' || !layer.methods.includes('GET'))
      .map((method) => ({ method, path: String(layer.path), demands }));
  });
}
