import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type Asks,
  admit,
  asking,
  type Behind,
  type Enforced,
  errorOf,
  type Known,
  type Knows,
  prepare,
  type RouteOptions,
  telling,
} from './adapt.ts';
import { isPromise } from './ask.ts';
import { decideSafely, type Guard, type SafeDecision } from './guard.ts';
import type { Reader, Requirement } from './model.ts';
import { NODE_READER, type NodeRequest, sendNode, setHeaders } from './node-request.ts';
import { checkGuard } from './options.ts';
import { readExpress } from './routes/express.ts';
import type { Route } from './routes/route.ts';

/**
 * A middleware whose `res.locals` tells the handlers behind it who calls. Fits Express 5 and 4. The first signature
 * fits beside any handler; inference takes the last one, which says what the guard puts into `res.locals`.
 */
export interface ExpressMiddleware<R extends Requirement> extends Knows<R> {
  (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void;
  (
    req: IncomingMessage,
    // biome-ignore lint/suspicious/noExplicitAny: Express's own locals are Record<string, any>.
    res: ServerResponse & { locals: Known<R> & Record<string, any> },
    next: (error?: unknown) => void,
  ): void;
}

export interface ExpressGuard extends Asks<ExpressRequest> {
  <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): ExpressMiddleware<Behind<R, O>>;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(req: IncomingMessage, res: ServerResponse): void;
  /** The routes of an application or router, with what they demand. */
  table(app: object): readonly Route[];
}

/** What is read of a request of Express. */
export type ExpressRequest = NodeRequest & { readonly baseUrl?: string; readonly route?: { readonly path?: unknown } };

/** Reads requests of Express. */
export const expressReader: Reader<ExpressRequest> = {
  ...NODE_READER,
  name: 'express',
  route: (req) => (typeof req.route?.path === 'string' ? `${req.baseUrl ?? ''}${req.route.path}` : undefined),
};

/** Guards for Express 5 and 4: `app.delete('/posts/:id', guard(role('admin')), handler)`. */
export function express(core: Guard): ExpressGuard {
  checkGuard('express', core);
  const guard = <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): ExpressMiddleware<Behind<R, O>> => {
    const prepared = prepare(core, requirement, options ?? {});

    const middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void => {
      const decision = decideSafely(core, expressReader, req, prepared);
      const go = (value: SafeDecision): void => conclude({ req, res, next }, value, prepared);
      if (isPromise(decision)) decision.then(go).catch(next);
      else go(decision);
    };
    return telling<typeof middleware, Behind<R, O>>(middleware, prepared);
  };
  return Object.assign(guard, {
    absent: (req: IncomingMessage, res: ServerResponse) => sendNode(res, core.absent(expressReader, req)),
    ...asking(core, expressReader),
    table: readExpress,
  });
}

interface Turn {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly next: (error?: unknown) => void;
}

function conclude({ req, res, next }: Turn, decision: SafeDecision, prepared: Requirement): void {
  if (!decision.allowed) {
    const error = errorOf(decision.answer);
    if (error === undefined) sendNode(res, decision.answer);
    else next(error);
    return;
  }
  setHeaders(res, decision.headers);
  Object.assign((res as ServerResponse & { locals: object }).locals, admit(req, prepared, decision));
  next();
}
