import type { Requirement } from '../model.ts';

/** A route of an application. */
export interface Route {
  /** `GET`, or `*` for any. */
  readonly method: string;
  /** The pattern. `…` stands for a part that the framework does not tell. */
  readonly path: string;
  /** What the guards on the way to it demand; empty where nothing is demanded. */
  readonly demands: readonly string[];
}

/** Routes whose every demand any stranger meets. Beside them, since routes are plain data that people compare. */
const admitting = new WeakSet<Route>();

export function makeRoute(method: string, path: string, guards: readonly Requirement[]): Route {
  const route = { method, path, demands: guards.map((guard) => guard.demand) };
  if (guards.every((guard) => guard.admitsAnyone === true)) admitting.add(route);
  return route;
}

/** Whether any stranger gets to a route: nothing is demanded, or nothing but a limit, a CSRF token or a trial. */
export function isOpen(route: Route): boolean {
  return route.demands.length === 0 || admitting.has(route);
}

/** A table of routes in text, those that demand nothing marked and counted. */
export function formatRoutes(routes: readonly Route[]): string {
  const width = (pick: (route: Route) => string) => Math.max(0, ...routes.map((route) => pick(route).length));
  const methods = width((route) => route.method);
  const paths = width((route) => route.path);
  const lines = routes.map((route) => {
    const demands = route.demands.join(', then ');
    const mark = isOpen(route) ? (demands === '' ? '- nothing' : `- nothing but ${demands}`) : demands;
    return `${route.method.padEnd(methods)}  ${route.path.padEnd(paths)}  ${mark}`;
  });
  const open = routes.filter(isOpen).length;
  const count = `${routes.length} route${routes.length === 1 ? '' : 's'}, ${open} of them demand nothing`;
  return `${[...lines, count].map((line) => line.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?')).join('\n')}\n`;
}
