import { requirementOf } from '../adapt.ts';
import type { Requirement } from '../model.ts';
import { guardsOf } from './chain.ts';
import { makeRoute, type Route } from './route.ts';
import { onEvery, samplesOf } from './samples.ts';

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

/** One step on the way to a route: what stands before it in its stack, and where the step itself leads. */
interface Step {
  readonly before: readonly { readonly layer: Layer; readonly guard: Requirement }[];
  readonly layer: Layer;
  readonly samples: readonly string[];
}

/** A route, with the steps that lead to it from the outermost stack. */
interface Found {
  readonly method: string;
  readonly path: string;
  readonly steps: readonly Step[];
  readonly guards: readonly Requirement[];
}

/** The routes of an Express application or router. */
export function readExpress(app: object): readonly Route[] {
  const read = app as { _router?: unknown; router?: unknown; stack?: unknown };
  // Version 4 throws on reading `router`; it is read only where there is no `_router`.
  const root = Array.isArray(read.stack) ? app : (read._router ?? read.router);
  return readStack(stackOf(root) ?? []).map(({ method, path, steps, guards }) =>
    makeRoute(method, path, [...guardsOn(steps), ...guards]),
  );
}

function stackOf(router: unknown): readonly Layer[] | undefined {
  const stack = (router as { stack?: unknown } | undefined)?.stack;
  return Array.isArray(stack) ? stack : undefined;
}

/** In the order of the stack: a guard protects what comes after it and lies under its path. */
function readStack(stack: readonly Layer[]): Found[] {
  const before: Step['before'][number][] = [];
  const routes: Found[] = [];
  for (const layer of stack) {
    const guard = requirementOf(layer.handle);
    if (guard !== undefined) {
      before.push({ layer, guard });
      continue;
    }
    const earlier = [...before];
    for (const { samples, ...found } of readLayer(layer)) {
      routes.push({ ...found, steps: [{ before: earlier, layer, samples }, ...found.steps] });
    }
  }
  return routes;
}

function readLayer(layer: Layer): readonly (Found & Pick<Step, 'samples'>)[] {
  if (layer.route !== undefined) return readRoute(layer.route);
  const { path, samples } = mountOf(layer);
  const inner = stackOf(layer.handle);
  if (inner === undefined) {
    const within = samples.map((sample) => `${sample}/x`);
    return isMounted(layer) ? [{ method: '*', path: `${path}/…`, samples: within, steps: [], guards: [] }] : [];
  }
  return readStack(inner).map((found) => ({ ...found, samples, path: `${path}${found.path}` }));
}

/**
 * The guards that protect a route on each of the paths that lead to it. Paths in other letters count where the route
 * takes them: a guard whose path is read more strictly than the route's would be gone around.
 */
function guardsOn(steps: readonly Step[]): readonly Requirement[] {
  const combined = steps.reduce<readonly (readonly string[])[]>(
    (paths, { samples }) => paths.flatMap((path) => samples.map((sample) => [...path, sample])).slice(0, 64),
    [[]],
  );
  const ways = combined.flatMap((pieces) => {
    const spellings = [pieces, pieces.map((piece) => piece.toUpperCase())];
    return spellings.filter((one, index) => index === 0 || leadsTo(steps, one)).map((one) => guardsBefore(steps, one));
  });
  return onEvery(ways);
}

/** What is left of the path at each step. */
function restOf(pieces: readonly string[], from: number): string {
  return pieces.slice(from).join('') || '/';
}

function leadsTo(steps: readonly Step[], pieces: readonly string[]): boolean {
  return steps.every(({ layer }, at) => covers(layer, restOf(pieces, at)));
}

function guardsBefore(steps: readonly Step[], pieces: readonly string[]): readonly Requirement[] {
  return steps.flatMap(({ before }, at) =>
    before.filter((one) => covers(one.layer, restOf(pieces, at))).map((one) => one.guard),
  );
}

function readRoute(route: NonNullable<Layer['route']>): (Found & Pick<Step, 'samples'>)[] {
  const path = String(route.path ?? '');
  const found = { path, samples: samplesOf(path), steps: [] };
  const stack = route.stack ?? [];
  const methods = [...new Set(stack.flatMap(({ method }) => method ?? []))];
  const chain = (method: string | undefined) =>
    stack.filter((one) => one.method === undefined || one.method === method).map((one) => one.handle);
  const any = { ...found, method: '*', guards: guardsOf(chain(undefined), 3) };
  if (methods.length === 0) return [any];
  const own = methods.map((method) => ({ ...found, method: method.toUpperCase(), guards: guardsOf(chain(method), 3) }));
  return answersAny(stack) ? [...own, any] : own;
}

/** Whether a route that names methods answers others too, by a function of `all` that does not only pass on. */
function answersAny(stack: NonNullable<NonNullable<Layer['route']>['stack']>): boolean {
  return stack.some(({ method, handle }, at) => {
    const isHandler = method === undefined && typeof handle === 'function' && requirementOf(handle) === undefined;
    return isHandler && ((handle as { length: number }).length < 3 || at === stack.length - 1);
  });
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

/** Where a layer is mounted, to be shown and as paths that it matches. */
function mountOf(layer: Layer): { readonly path: string; readonly samples: readonly string[] } {
  if (isEverywhere(layer)) return { path: '', samples: [''] };
  if (typeof layer.rawPath === 'string') return { path: layer.rawPath, samples: samplesOf(layer.rawPath) };
  // Version 4 keeps the expression alone: `^\/mounted\/?(?=\/|$)`.
  const literal = /^\^((?:\\\/[\w.~-]{1,200}){1,20})\\\/\?\(\?=\\\/\|\$\)$/.exec(layer.regexp?.source ?? '');
  return { path: '/…', samples: [literal === null ? '/\u0000' : literal[1]!.replaceAll('\\', '')] };
}

/** Whether a layer takes a path: what is mounted takes whole segments alone, whatever its expression matches. */
function covers(layer: Layer, path: string): boolean {
  if (isEverywhere(layer)) return true;
  const matched = matchedBy(layer, path);
  if (matched === undefined || !path.startsWith(matched)) return false;
  const next = path[matched.length];
  return layer.route !== undefined || next === undefined || next === '/' || matched.endsWith('/');
}

/** The part of a path that a layer matches. */
function matchedBy(layer: Layer, path: string): string | undefined {
  if (layer.regexp !== undefined) return new RegExp(layer.regexp).exec(path)?.[0];
  for (const matches of layer.matchers ?? []) {
    const found = matches(path);
    if (typeof found === 'object' && found !== null) return String((found as { path?: unknown }).path ?? '');
  }
  return undefined;
}
