// What is said of answers that were not judged: how many, on which routes, and how to ask for one.
import { existsSync } from 'node:fs';
import { type Imported, type NotJudged, redactorOf, redactUrl, routeOf, type Vault, visible } from '@why403/core';

/** Routes that are named in the line, and in the document. */
const MOST_SAID = 3;
const MOST_TOLD = 100;

/** Counts them by status and route, the most frequent first. */
export function countUnjudged(rest: readonly Imported[], vault: Vault | undefined): readonly NotJudged[] {
  const counts = new Map<string, { status: number | null; route: string; answers: number }>();
  for (const { exchange } of rest) {
    const status = exchange.response?.status ?? null;
    const route = routeOf(exchange.request);
    const key = `${status} ${route}`;
    const known = counts.get(key);
    if (known) known.answers++;
    else counts.set(key, { status, route, answers: 1 });
  }
  const sorted = [...counts.values()].sort((a, b) => b.answers - a.answers);
  const shown = sorted.slice(0, MOST_TOLD).map((one) => ({ ...one, route: shownRoute(one.route, vault) }));
  const more = sorted.slice(MOST_TOLD).reduce((sum, { answers }) => sum + answers, 0);
  return more > 0 ? [...shown, { status: null, route: null, answers: more }] : shown;
}

function shownRoute(route: string, vault: Vault | undefined): string {
  if (!vault) return route;
  const at = route.indexOf(' ');
  return `${route.slice(0, at)} ${redactUrl(route.slice(at + 1), redactorOf(vault))}`;
}

/** The one line about them. `why` says which bound it was. */
export function sayUnjudged(rest: readonly Imported[], counted: readonly NotJudged[], why: string): string {
  const named = counted
    .slice(0, MOST_SAID)
    .map(
      ({ status, route, answers }) => `${status ?? 'no answer'} ${route ?? ''}${answers > 1 ? ` × ${answers}` : ''}`,
    );
  const more = counted.length > named.length ? ' and others' : '';
  const { source } = rest[0]!.exchange;
  const isFile = source?.entry !== undefined && existsSync(source.name);
  const hint = isFile
    ? `${source.name}#${source.entry! + 1} asks for one`
    : 'give the recording of one to have it judged';
  const what = rest.length === 1 ? 'One more answer was' : `${rest.length} more answers were`;
  return visible(`${what} only counted, not judged: ${why}. ${named.join(', ')}${more}; ${hint}.`);
}
