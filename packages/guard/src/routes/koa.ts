import { requirementOf } from '../adapt.ts';
import type { Requirement } from '../model.ts';
import { guardsOf } from './chain.ts';
import { makeRoute, type Route } from './route.ts';
import { onEvery, samplesOf, spellingsOf } from './samples.ts';

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
  if (isRouter(app)) return readRouter(app, []);
  const { middleware } = app as { middleware?: unknown };
  const outer: Requirement[] = [];
  return (Array.isArray(middleware) ? middleware : []).flatMap((one: unknown) => {
    const guard = requirementOf(one);
    if (guard !== undefined) {
      outer.push(guard);
      return [];
    }
    const inner = (one as { router?: unknown }).router;
    if (isRouter(inner)) return readRouter(inner, [...outer]);
    return answers(one) ? [makeRoute('*', '/…', [...outer])] : [];
  });
}

/** What cannot pass on, files, and applications that are mounted. */
function answers(one: unknown): boolean {
  if (typeof one !== 'function') return false;
  return one.length < 2 || one.name === 'serve' || one.name === 'mount';
}

interface KoaRouter {
  readonly stack: readonly RouterLayer[];
  readonly opts?: { readonly exclusive?: unknown };
}

function isRouter(value: unknown): value is KoaRouter {
  return Array.isArray((value as Partial<KoaRouter> | undefined)?.stack);
}

/**
 * Layers without methods are middleware of the router: what stands before a route and takes every path that the route
 * takes. The router reads the prefix of its middleware in letters as written, and its routes in any, unless `sensitive`
 * is set; with `exclusive` it asks no middleware at all.
 */
function readRouter({ stack, opts }: KoaRouter, outer: readonly Requirement[]): Route[] {
  const isExclusive = opts?.exclusive !== undefined && opts.exclusive !== false;
  return stack.flatMap((layer, index) => {
    const path = String(layer.path);
    const middleware = isExclusive ? [] : stack.slice(0, index).filter((one) => one.methods.length === 0);
    const taken = samplesOf(path).flatMap((sample) =>
      spellingsOf(sample).filter((one) => one === sample || layer.match?.(one) === true),
    );
    const before = onEvery(taken.map((one) => middleware.filter((other) => other.match?.(one) === true)));
    const guards = [...outer, ...guardsOf([...before.flatMap((one) => one.stack), ...layer.stack], 2)];
    return layer.methods
      .filter((method) => method !== 'HEAD' || !layer.methods.includes('GET'))
      .map((method) => makeRoute(method, path, guards));
  });
}
