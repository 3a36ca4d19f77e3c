import {
  type Asks,
  asking,
  type Behind,
  type Enforced,
  type Known,
  knownOf,
  mark,
  type PlacedOptions,
  prepare,
} from './adapt.ts';
import { isPromise } from './ask.ts';
import { decideSafely, type Guard } from './guard.ts';
import type { Answer, Reader, Requirement } from './model.ts';
import { checkGuard, checkHandler, checkOptions, maybe, options as optionsOf, prompt } from './options.ts';
import { makeRoute, type Route } from './routes/route.ts';
import { formField, webHeader } from './web-request.ts';

/** A request and what its platform gave with it: what requirements' callbacks get. */
export interface WebVisit<C = unknown> {
  readonly request: Request;
  readonly context: C;
}

export interface WebOptions<C> {
  /** The address of the connection, which `Request` does not tell. Without it, address lists refuse. */
  readonly address?: (request: Request, context: C) => string | undefined;
}

/** What a handler knows: who calls, and the visit, which `callerOf` and `csrf.issue` take. */
export type WebKnown<R extends Requirement, C> = Known<R> & WebVisit<C>;

export interface WebGuard<C> extends Asks<WebVisit<C>> {
  <R extends Requirement, const O extends PlacedOptions = Enforced>(
    requirement: R,
    handler: (request: Request, known: WebKnown<Behind<R, O>, C>) => Response | Promise<Response>,
    options?: O,
  ): (request: Request, context: C) => Promise<Response>;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(known: WebVisit<C>): Response;
  /** What this guard guards, by the names that were given as `route`. */
  table(): readonly Route[];
}

const OPTIONS = optionsOf({ address: maybe(prompt) });

/** Reads requests of Fetch. */
export function webReader<C = unknown>(options: WebOptions<C> = {}): Reader<WebVisit<C>> {
  checkOptions('web', OPTIONS, options);
  const { address } = options;
  return {
    name: 'web',
    method: ({ request }) => request.method,
    target: ({ request }) => request.url.replace(/^[a-z]+:\/\/[^/?]*/, ''),
    headers: ({ request }) => request,
    header: webHeader,
    peer: ({ request, context }) => address?.(request, context),
    secure: ({ request }) => request.url.startsWith('https:'),
    field: ({ request }, name) => formField(request, name),
    route: () => undefined,
  };
}

/**
 * Guards for anything built on `Request` and `Response`: Workers, Deno, Bun, Next.js.
 * `export default { fetch: guard(scope('read'), (request, { caller }) => …) }`.
 */
export function web<C = unknown>(core: Guard, options: WebOptions<C> = {}): WebGuard<C> {
  checkGuard('web', core);
  const reader = webReader(options);
  const routes: Route[] = [];
  const guard = <R extends Requirement, const O extends PlacedOptions = Enforced>(
    requirement: R,
    handler: (request: Request, known: WebKnown<Behind<R, O>, C>) => Response | Promise<Response>,
    options?: O,
  ) => {
    checkHandler('web', handler);
    const prepared = prepare(core, requirement, options ?? {});
    routes.push(makeRoute('*', options?.route ?? '…', [prepared]));
    const guarded = async (request: Request, context: C): Promise<Response> => {
      const visit: WebVisit<C> = { request, context };
      const decided = decideSafely(core, reader, visit, prepared);
      const decision = isPromise(decided) ? await decided : decided;
      if (!decision.allowed) return respond(decision.answer, request.method);
      const response = await handler(request, Object.assign(visit, knownOf<Behind<R, O>>(decision)));
      return decision.headers.length === 0 ? response : withHeaders(response, decision.headers);
    };
    return mark(guarded, prepared);
  };
  return Object.assign(guard, {
    absent: (known: WebVisit<C>) => respond(core.absent(reader, known), known.request.method),
    table: () => [...routes],
    ...asking(core, reader),
  });
}

function respond(answer: Answer, method: string): Response {
  const headers = answer.headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(method === 'HEAD' ? null : answer.body, { status: answer.status, headers });
}

/** A response with more headers: a copy where its own cannot be changed, as those of `fetch` and of redirects. */
function withHeaders(response: Response, headers: Answer['headers']): Response {
  try {
    for (const [name, value] of headers) response.headers.set(name, value);
    return response;
  } catch {
    const copy = new Response(response.body, response);
    for (const [name, value] of headers) copy.headers.set(name, value);
    return copy;
  }
}
