import { demandOf } from '../adapt.ts';
import type { Route } from './route.ts';

/** What is read of a layer of Express's router; version 4 keeps `_router`, version 5 `router`. */
interface Layer {
  readonly handle?: unknown;
  readonly route?: { readonly path?: unknown; readonly stack?: readonly { handle?: unknown; method?: string }[] };
  readonly slash?: boolean;
  readonly regexp?: RegExp & { fast_slash?: boolean };
  /** The path of a mounted router, which version 4 and early releases of 5 do not keep. */
  readonly rawPath?: unknown;
  readonly matchers?: readonly ((path: string) => unknown)[];
}

/** The routes of an Express application or router. */
export function readExpress(app: object): readonly Route[] {
  const read = app as { _router?: unknown; router?: unknown; stack?: unknown };
  // Version 4 throws on reading `router`; it is read only where there is no `_router`.
  const root = Array.isArray(read.stack) ? app : (read._router ?? read.router);
  return readStack(stackOf(root), '', []);
}

function stackOf(router: unknown): readonly Layer[] {
  const stack = (router as { stack?: unknown } | undefined)?.stack;
  return Array.isArray(stack) ? stack : [];
}

function readStack(stack: readonly Layer[], prefix: string, outer: readonly string[]): Route[] {
  const before: { readonly layer: Layer; readonly demand: string }[] = [];
  const routes: Route[] = [];
  for (const layer of stack) {
    const demand = demandOf(layer.handle);
    if (demand !== undefined) before.push({ layer, demand });
    else if (layer.route !== undefined) {
      const path = String(layer.route.path ?? '');
      const passed = before.filter((one) => covers(one.layer, path)).map((one) => one.demand);
      routes.push(...readRoute(layer.route, `${prefix}${path}`, [...outer, ...passed]));
    } else {
      const inner = stackOf(layer.handle);
      const passed = before.filter((one) => isEverywhere(one.layer)).map((one) => one.demand);
      const mounted = `${prefix}${isEverywhere(layer) ? '' : typeof layer.rawPath === 'string' ? layer.rawPath : '/…'}`;
      routes.push(...readStack(inner, mounted, [...outer, ...passed]));
    }
  }
  return routes;
}

function readRoute(route: NonNullable<Layer['route']>, path: string, outer: readonly string[]): Route[] {
  const methods = new Map<string, string[]>();
  const shared: string[] = [];
  for (const { method, handle } of route.stack ?? []) {
    const demand = demandOf(handle);
    const name = method?.toUpperCase();
    if (name === undefined) {
      if (demand !== undefined) shared.push(demand);
      continue;
    }
    const list = methods.get(name) ?? [...shared];
    if (demand !== undefined) list.push(demand);
    methods.set(name, list);
  }
  if (methods.size === 0) return [{ method: '*', path, demands: [...outer, ...shared] }];
  return [...methods].map(([method, demands]) => ({ method, path, demands: [...outer, ...demands] }));
}

/** Whether a layer of middleware was mounted at the root. */
function isEverywhere(layer: Layer): boolean {
  return layer.slash === true || layer.regexp?.fast_slash === true;
}

function covers(layer: Layer, path: string): boolean {
  if (isEverywhere(layer)) return true;
  const sample = path.replace(/[:*][A-Za-z0-9_]{1,100}/g, 'x');
  if (layer.regexp !== undefined) return new RegExp(layer.regexp).test(sample);
  return layer.matchers?.some((matches) => Boolean(matches(sample))) === true;
}
