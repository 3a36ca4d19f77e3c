import { requirementOf } from '../adapt.ts';
import type { Requirement } from '../model.ts';
import { guardsOf } from './chain.ts';
import { makeRoute, type Route } from './route.ts';

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

/** A route as its stack knows it: with a path that it would match, to hold wider guards against. */
interface Found {
  readonly method: string;
  readonly path: string;
  readonly sample: string;
  readonly guards: readonly Requirement[];
}

/** The routes of an Express application or router. */
export function readExpress(app: object): readonly Route[] {
  const read = app as { _router?: unknown; router?: unknown; stack?: unknown };
  // Version 4 throws on reading `router`; it is read only where there is no `_router`.
  const root = Array.isArray(read.stack) ? app : (read._router ?? read.router);
  return readStack(stackOf(root) ?? []).map(({ method, path, guards }) => makeRoute(method, path, guards));
}

function stackOf(router: unknown): readonly Layer[] | undefined {
  const stack = (router as { stack?: unknown } | undefined)?.stack;
  return Array.isArray(stack) ? stack : undefined;
}

/** In the order of the stack: a guard protects what comes after it and lies under its path. */
function readStack(stack: readonly Layer[]): Found[] {
  const before: { readonly layer: Layer; readonly guard: Requirement }[] = [];
  const routes: Found[] = [];
  for (const layer of stack) {
    const guard = requirementOf(layer.handle);
    if (guard !== undefined) {
      before.push({ layer, guard });
      continue;
    }
    for (const found of readLayer(layer)) {
      const outer = before.filter((one) => covers(one.layer, found.sample)).map((one) => one.guard);
      routes.push({ ...found, guards: [...outer, ...found.guards] });
    }
  }
  return routes;
}

function readLayer(layer: Layer): readonly Found[] {
  if (layer.route !== undefined) return readRoute(layer.route);
  const { path, sample } = mountOf(layer);
  const inner = stackOf(layer.handle);
  if (inner === undefined) {
    return isMounted(layer) ? [{ method: '*', path: `${path}/…`, sample: `${sample}/x`, guards: [] }] : [];
  }
  return readStack(inner).map((found) => ({
    ...found,
    path: `${path}${found.path}`,
    sample: `${sample}${found.sample}`,
  }));
}

function readRoute(route: NonNullable<Layer['route']>): Found[] {
  const path = String(route.path ?? '');
  const found = { path, sample: sampleOf(path) };
  const stack = route.stack ?? [];
  const methods = [...new Set(stack.flatMap(({ method }) => method ?? []))];
  const chain = (method: string | undefined) =>
    stack.filter((one) => one.method === undefined || one.method === method).map((one) => one.handle);
  if (methods.length === 0) return [{ ...found, method: '*', guards: guardsOf(chain(undefined), 3) }];
  return methods.map((method) => ({ ...found, method: method.toUpperCase(), guards: guardsOf(chain(method), 3) }));
}

/** Middleware of packages that passes on, by the names of its functions. */
const PASSES_ON = new Set([
  'bound dispatch',
  'compression',
  'cookieParser',
  'corsMiddleware',
  'expressInit',
  'helmetMiddleware',
  'jsonParser',
  'logger',
  'multerMiddleware',
  'query',
  'rawParser',
  'session',
  'textParser',
  'urlencodedParser',
]);
/** Functions that answer wherever they are mounted. */
const ANSWERS = new Set(['mounted_app', 'serveStatic']);

/**
 * Whether what is mounted may answer: an application, files, a function that cannot pass on, or one that was mounted at
 * a path and is not known to pass on. Of what takes `next` and is mounted everywhere it is taken for granted.
 */
function isMounted(layer: Layer): boolean {
  if (typeof layer.handle !== 'function' || layer.handle.length > 3) return false;
  const { name, length } = layer.handle;
  if (ANSWERS.has(name) || length < 3) return true;
  return !isEverywhere(layer) && !PASSES_ON.has(name);
}

/** Whether a layer of middleware was mounted at the root. */
function isEverywhere(layer: Layer): boolean {
  return layer.slash === true || layer.regexp?.fast_slash === true;
}

/** Where a layer is mounted, to be shown and as a path that it matches. */
function mountOf(layer: Layer): { readonly path: string; readonly sample: string } {
  if (isEverywhere(layer)) return { path: '', sample: '' };
  if (typeof layer.rawPath === 'string') return { path: layer.rawPath, sample: sampleOf(layer.rawPath) };
  // Version 4 keeps the expression alone: `^\/mounted\/?(?=\/|$)`.
  const literal = /^\^((?:\\\/[\w.~-]{1,200}){1,20})\\\/\?\(\?=\\\/\|\$\)$/.exec(layer.regexp?.source ?? '');
  return { path: '/…', sample: literal === null ? '/\u0000' : literal[1]!.replaceAll('\\', '') };
}

function sampleOf(path: string): string {
  return path.replace(/[:*][A-Za-z0-9_]{1,100}/g, 'x').replace(/[{}]/g, '');
}

function covers(layer: Layer, path: string): boolean {
  if (isEverywhere(layer)) return true;
  if (layer.regexp !== undefined) return new RegExp(layer.regexp).test(path);
  return layer.matchers?.some((matches) => Boolean(matches(path))) === true;
}
