import { requirementOf } from '../adapt.ts';
import type { Requirement } from '../model.ts';
import { guardsOf } from './chain.ts';
import { makeRoute, type Route } from './route.ts';

interface RouterLayer {
  readonly path: unknown;
  readonly methods: readonly string[];
  readonly stack: readonly unknown[];
  match?(path: string): boolean;
}

/**
 * The routes of a `@koa/router` router, or of an application: of every router it uses, behind its own guards, and the
 * functions that answer themselves.
 */
export function readKoa(app: object): readonly Route[] {
  const router = routerOf(app);
  if (router !== undefined) return readRouter(router, []);
  const { middleware } = app as { middleware?: unknown };
  const outer: Requirement[] = [];
  return (Array.isArray(middleware) ? middleware : []).flatMap((one: unknown) => {
    const guard = requirementOf(one);
    if (guard !== undefined) {
      outer.push(guard);
      return [];
    }
    const inner = routerOf((one as { router?: unknown }).router);
    if (inner !== undefined) return readRouter(inner, [...outer]);
    return answers(one) ? [makeRoute('*', '/…', [...outer])] : [];
  });
}

/** What cannot pass on, files, and applications that are mounted. */
function answers(one: unknown): boolean {
  if (typeof one !== 'function') return false;
  return one.length < 2 || one.name === 'serve' || one.name === 'mount';
}

function routerOf(value: unknown): readonly RouterLayer[] | undefined {
  const stack = (value as { stack?: unknown } | undefined)?.stack;
  return Array.isArray(stack) ? stack : undefined;
}

/** Layers without methods are middleware of the router: what stands before a route and fits its path. */
function readRouter(stack: readonly RouterLayer[], outer: readonly Requirement[]): Route[] {
  return stack.flatMap((layer, index) => {
    const path = String(layer.path);
    const sample = path.replace(/:[A-Za-z0-9_]{1,100}/g, 'x');
    const before = stack.slice(0, index).filter((one) => one.methods.length === 0 && one.match?.(sample) === true);
    const guards = [...outer, ...guardsOf([...before.flatMap((one) => one.stack), ...layer.stack], 2)];
    return layer.methods
      .filter((method) => method !== 'HEAD' || !layer.methods.includes('GET'))
      .map((method) => makeRoute(method, path, guards));
  });
}
