import { requirementOf } from '../adapt.ts';
import type { Requirement } from '../model.ts';
import { makeRoute, type Route } from './route.ts';

/** What is used of `reflect-metadata`, which every NestJS application loads. */
type GetMetadata = (key: string, target: object) => unknown;

/** NestJS's `RequestMethod`, in its order. */
const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', '*', 'OPTIONS', 'HEAD', 'SEARCH'];

interface NestApp {
  readonly container?: { getModules?(): Map<unknown, { readonly controllers: Map<unknown, { metatype?: unknown }> }> };
  readonly config?: { getGlobalGuards?(): readonly unknown[]; getGlobalPrefix?(): string };
}

/** The routes of a NestJS application: its controllers' methods, behind global, class and method guards. */
export function readNest(app: object): readonly Route[] {
  const getMetadata = (Reflect as { getMetadata?: GetMetadata }).getMetadata;
  const { container, config } = app as NestApp;
  const modules = container?.getModules?.();
  if (getMetadata === undefined || modules === undefined) return [];
  const outer = requirementsOf(config?.getGlobalGuards?.());
  const prefix = config?.getGlobalPrefix?.() ?? '';
  return [...modules.values()].flatMap(({ controllers }) =>
    [...controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? readController(metatype, getMetadata, prefix, outer) : [],
    ),
  );
}

function readController(
  // biome-ignore lint/complexity/noBannedTypes: a class of the application, of any shape.
  controller: Function,
  getMetadata: GetMetadata,
  prefix: string,
  outer: readonly Requirement[],
): Route[] {
  const bases = [getMetadata('path', controller) ?? ''].flat();
  const shared = [...outer, ...requirementsOf(getMetadata('__guards__', controller))];
  const prototype: Record<string, unknown> = controller.prototype;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (name === 'constructor' || typeof handler !== 'function') return [];
    const path = getMetadata('path', handler);
    if (path === undefined) return [];
    const method = METHODS[Number(getMetadata('method', handler))] ?? '*';
    const guards = [...shared, ...requirementsOf(getMetadata('__guards__', handler))];
    return bases.flatMap((base) =>
      [path].flat().map((own) => makeRoute(method, join(prefix, String(base), String(own)), guards)),
    );
  });
}

function requirementsOf(guards: unknown): Requirement[] {
  return (Array.isArray(guards) ? guards : []).flatMap((guard) => requirementOf(guard) ?? []);
}

function join(...parts: readonly string[]): string {
  const segments = parts.flatMap((part) => part.split('/')).filter((segment) => segment !== '');
  return `/${segments.join('/')}`;
}
