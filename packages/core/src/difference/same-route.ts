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
 * The request to the same route that says most beside a refused one: on the same path before another one, of the same
 * recording before others, the last one before the refusal before what came after it. `passes` is asked only of these.
 */
export function workingAmong(
  refused: Exchange,
  candidates: readonly Imported[],
  passes: (exchange: Exchange) => boolean,
): Imported | undefined {
  const route = routeOf(refused.request);
  const alike = candidates.filter(
    ({ exchange }) =>
      exchange !== refused &&
      routeOf(exchange.request) === route &&
      operationOf(exchange.request) === operationOf(refused.request),
  );
  return alike
    .map((imported) => ({ imported, rank: rankOf(imported.exchange, refused) }))
    .sort((a, b) => compareRanks(b.rank, a.rank))
    .find(({ imported }) => passes(imported.exchange))?.imported;
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
