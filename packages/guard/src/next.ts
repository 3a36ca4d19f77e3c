import { type Asks, type Behind, type Enforced, mark, type PlacedOptions, requirementOf } from './adapt.ts';
import type { Guard } from './guard.ts';
import type { Requirement } from './model.ts';
import { checkHandler } from './options.ts';
import type { Route } from './routes/route.ts';
import { type WebKnown, type WebOptions, type WebVisit, web } from './web.ts';

export interface NextGuard<C> extends Asks<WebVisit<C>> {
  <R extends Requirement, Req extends Request = Request, const O extends PlacedOptions = Enforced>(
    requirement: R,
    handler: (request: Req, context: C, known: WebKnown<Behind<R, O>, C>) => Response | Promise<Response>,
    options?: O,
  ): (request: Req, context: C) => Promise<Response>;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(known: WebVisit<C>): Response;
  table(): readonly Route[];
}

/** What Next.js 15 and later hand to a route handler. */
export interface NextContext {
  readonly params: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * Guards for route handlers of Next.js: `export const DELETE = guard(role('admin'), (request, context, { caller }) => …)`.
 * Next.js does not tell the connection's address: give `address`, or count your proxies with `trustProxies`.
 */
export function next<C = NextContext>(core: Guard, options: WebOptions<C> = {}): NextGuard<C> {
  const inner = web<C>(core, options);
  const guard = <R extends Requirement, Req extends Request = Request, const O extends PlacedOptions = Enforced>(
    requirement: R,
    handler: (request: Req, context: C, known: WebKnown<Behind<R, O>, C>) => Response | Promise<Response>,
    route?: O,
  ) => {
    checkHandler('next', handler);
    const guarded = inner(requirement, (request, known) => handler(request as Req, known.context, known), route);
    return mark((request: Req, context: C) => guarded(request, context), requirementOf(guarded) ?? requirement);
  };
  return Object.assign(guard, { absent: inner.absent, table: inner.table, check: inner.check, demand: inner.demand });
}
