/** A route of an application. */
export interface Route {
  /** `GET`, or `*` for any. */
  readonly method: string;
  /** The pattern. `…` stands for a part that the framework does not tell. */
  readonly path: string;
  /** What the guards on the way to it demand; empty where nothing is demanded. */
  readonly demands: readonly string[];
}

/** A table of routes in text, those that demand nothing marked and counted. */
export function formatRoutes(routes: readonly Route[]): string {
  const width = (pick: (route: Route) => string) => Math.max(0, ...routes.map((route) => pick(route).length));
  const methods = width((route) => route.method);
  const paths = width((route) => route.path);
  const lines = routes.map(({ method, path, demands }) => {
    const wants = demands.length === 0 ? '- nothing' : demands.join(', then ');
    return `${method.padEnd(methods)}  ${path.padEnd(paths)}  ${wants}`;
  });
  const open = routes.filter((route) => route.demands.length === 0).length;
  const count = `${routes.length} route${routes.length === 1 ? '' : 's'}, ${open} of them demand nothing`;
  return `${[...lines, count].map((line) => line.replace(/[\u0000-\u001f\u007f-\u009f]/g, '?')).join('\n')}\n`;
}
