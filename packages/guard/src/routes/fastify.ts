import { requirementOf } from '../adapt.ts';
import { makeRoute, type Route } from './route.ts';

const HOOKS = ['onRequest', 'preParsing', 'preValidation', 'preHandler'] as const;

/** What is read of the options of a route that is being added. */
export interface RouteParts {
  readonly method: string | readonly string[];
  readonly url: string;
  readonly onRequest?: unknown;
  readonly preParsing?: unknown;
  readonly preValidation?: unknown;
  readonly preHandler?: unknown;
}

/** A route with the demands of its scope's hooks and of its own. */
export function readRoute(scope: object, route: RouteParts): Route[] {
  const hooks = hooksOf(scope);
  const guards = HOOKS.flatMap((name) => [hooks[name], route[name]].flat()).flatMap(
    (hook) => requirementOf(hook) ?? [],
  );
  return [route.method].flat().map((method) => makeRoute(method, route.url, guards));
}

/** Fastify keeps a scope's hooks, and those that it inherits, under a symbol of its own (lib/symbols.js). */
function hooksOf(scope: object): Readonly<Record<string, unknown>> {
  for (let at: object | null = scope; at !== null; at = Object.getPrototypeOf(at)) {
    const symbol = Object.getOwnPropertySymbols(at).find((one) => one.description === 'fastify.hooks');
    if (symbol !== undefined) return (at as Record<symbol, Record<string, unknown>>)[symbol] ?? {};
  }
  return {};
}
