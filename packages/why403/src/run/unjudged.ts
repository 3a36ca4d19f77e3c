// What is said of answers that were not judged: how many, on which routes, and how to ask for one.
import { existsSync } from 'node:fs';
import { type NotJudged, redactorOf, redactUrl, type Vault, visible } from '@why403/core';
import type { Counted } from './gather.ts';

/** Routes that are named in the line, and in the document. */
const MOST_SAID = 3;
const MOST_TOLD = 100;

/** The most frequent first, as they are told. */
export function tellUnjudged(rest: readonly Counted[], vault: Vault | undefined): readonly NotJudged[] {
  const named = rest.filter(({ route }) => route !== null).sort((a, b) => b.answers - a.answers);
  const shown = named
    .slice(0, MOST_TOLD)
    .map(({ status, route, answers }): NotJudged => ({ status, route: shownRoute(route!, vault), answers }));
  const told = shown.reduce((sum, { answers }) => sum + answers, 0);
  const more = countOfAll(rest) - told;
  return more > 0 ? [...shown, { status: null, route: null, answers: more }] : shown;
}

/** How many answers they are in all. */
export function countOfAll(rest: readonly Pick<Counted, 'answers'>[]): number {
  return rest.reduce((sum, { answers }) => sum + answers, 0);
}

function shownRoute(route: string, vault: Vault | undefined): string {
  if (!vault) return route;
  const at = route.indexOf(' ');
  return `${route.slice(0, at)} ${redactUrl(route.slice(at + 1), redactorOf(vault))}`;
}

/** The one line about them. `why` says which bound it was. */
export function sayUnjudged(rest: readonly Counted[], told: readonly NotJudged[], why: string): string {
  const named = told
    .slice(0, MOST_SAID)
    .map(
      ({ status, route, answers }) => `${status ?? 'no answer'} ${route ?? ''}${answers > 1 ? ` × ${answers}` : ''}`,
    );
  const more = told.length > named.length ? ' and others' : '';
  const { source } = rest[0]!;
  const isFile = source?.entry !== undefined && existsSync(source.name);
  const hint = isFile
    ? `${source.name}#${source.entry! + 1} asks for one`
    : 'give the recording of one to have it judged';
  const all = countOfAll(rest);
  const what = all === 1 ? 'One more answer was' : `${all} more answers were`;
  return visible(`${what} only counted, not judged: ${why}. ${named.join(', ')}${more}; ${hint}.`);
}
