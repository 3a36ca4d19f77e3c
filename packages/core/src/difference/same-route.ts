// Which of the requests that passed a refused one is best held against: the same route, at best the same path.
import type { Exchange, Request } from '../model/exchange.ts';
import { foldPath } from '../model/fold-path.ts';
import { splitUrl } from '../model/http.ts';
import type { Imported } from '../model/importer.ts';

/** Method, origin and the pattern of the path: requests that are alike in it are served by the same code. */
export function routeOf({ method, url }: Pick<Request, 'method' | 'url'>): string {
  const parts = splitUrl(url);
  if (!parts) return `${method} ${foldPath(url)}`;
  const port = parts.port ? `:${parts.port}` : '';
  return `${method} ${parts.scheme}://${parts.host}${port}${foldPath(parts.target)}`;
}

/**
 * Finds the request to the same route that says most beside a refused one: on the same path before another one, of the same
 * recording before others, the last one before the refusal before what came after it. `passes` is asked only of these;
 * a recording may hold thousands of both, so each route is looked for once.
 */
export function workingAmong(
  candidates: readonly Imported[],
  passes: (exchange: Exchange) => boolean,
): (refused: Exchange) => Imported | undefined {
  const routes = new Map<string, Imported[]>();
  for (const imported of candidates) {
    const key = keyOf(imported.exchange.request);
    const alike = routes.get(key) ?? [];
    if (!alike.length) routes.set(key, alike);
    alike.push(imported);
  }
  return (refused) =>
    (routes.get(keyOf(refused.request)) ?? [])
      .filter(({ exchange }) => exchange !== refused)
      .map((imported) => ({ imported, rank: rankOf(imported.exchange, refused) }))
      .sort((a, b) => compareRanks(b.rank, a.rank))
      .find(({ imported }) => passes(imported.exchange))?.imported;
}

function keyOf(request: Request): string {
  return `${routeOf(request)}\n${operationOf(request)}`;
}

type Rank = readonly number[];

function rankOf(exchange: Exchange, refused: Exchange): Rank {
  const path = ({ request }: Exchange): string => request.url.split(/[?#]/, 1)[0]!;
  const isSame = exchange.source?.name === refused.source?.name;
  const distance = (exchange.source?.entry ?? 0) - (refused.source?.entry ?? 0);
  return [
    path(exchange) === path(refused) ? 1 : 0,
    isSame ? 1 : 0,
    isSame && distance < 0 ? 1 : 0,
    isSame ? -Math.abs(distance) : (exchange.source?.entry ?? 0),
  ];
}

function compareRanks(a: Rank, b: Rank): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}

const OPERATION = /"(?:operationName|method|action|op)"\s{0,9}:\s{0,9}"([^"\\]{1,200})"/;

/** What one endpoint that serves many operations (GraphQL, JSON-RPC) is asked to do. */
function operationOf({ method, body }: Request): string {
  if (method !== 'POST' || body === undefined) return '';
  return OPERATION.exec(body.text.slice(0, 20_000))?.[1] ?? '';
}
