// Small edits of a request, and the chances in words that experiments share.
import type { CauseId } from './cause-id.ts';
import { CAUSE_GROUPS, type CauseGroup } from './cause-id.ts';
import type { Header, Request } from './exchange.ts';
import type { Odds } from './experiment.ts';

export const ALIKE: Odds = [0.01, 0.93, 0.06];
export const OTHERWISE: Odds = [0.03, 0.2, 0.77];
/** What is looked at before the caller as a rule, and after in many an application. */
export const MOSTLY_ALIKE: Odds = [0.02, 0.75, 0.23];
export const EITHER: Odds = [0.05, 0.5, 0.45];
export const PASSES: Odds = [0.82, 0.12, 0.06];
export const MAY_PASS: Odds = [0.4, 0.4, 0.2];

/** Odds by cause or by group, a cause's own before its group's; alike for all others. */
export function odds(table: Partial<Record<CauseId | CauseGroup, Odds>>, rest: Odds = ALIKE): (cause: CauseId) => Odds {
  const byCause = new Map<CauseId, Odds>();
  for (const [group, ids] of Object.entries(CAUSE_GROUPS) as [CauseGroup, readonly CauseId[]][]) {
    for (const id of ids) byCause.set(id, table[id] ?? table[group] ?? rest);
  }
  return (cause) => byCause.get(cause) ?? rest;
}

/** The request without these headers (lower case names). */
export function without(request: Request, ...names: readonly string[]): Request {
  return { ...request, headers: request.headers.filter(([name]) => !names.includes(name.toLowerCase())) };
}

/** The request with this header, in the place of its namesake or at the end. */
export function withHeader(request: Request, name: string, value: string): Request {
  const lower = name.toLowerCase();
  let placed = false;
  const headers = request.headers.flatMap(([n, v]): Header[] => {
    if (n.toLowerCase() !== lower) return [[n, v]];
    if (placed) return [];
    placed = true;
    return [[n, value]];
  });
  return { ...request, headers: placed ? headers : [...headers, [name, value]] };
}

/** The request with another method and, for a method without one, no body. */
export function withMethod(request: Request, method: string): Request {
  const { body: _body, ...rest } = without(request, 'content-type', 'content-length');
  return { ...rest, method };
}

/** The URL with another path and query, which never reaches into the host: it begins with a slash whatever is given. */
export function withTarget(request: Request, target: string): Request {
  const path = target.startsWith('/') ? target : `/${target}`;
  return {
    ...request,
    url: request.url.replace(/^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)[^#]*/i, (_, origin: string) => origin + path),
  };
}

export function hasHeader(request: Request, name: string): boolean {
  return request.headers.some(([n]) => n.toLowerCase() === name);
}
