import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Known, type Knows, knownOf, prepare, type RouteOptions, telling } from './adapt.ts';
import { isPromise } from './ask.ts';
import { decideSafely, type Guard, type SafeDecision } from './guard.ts';
import type { Reader, Requirement } from './model.ts';
import { NODE_READER, type NodeRequest, sendNode, setHeaders } from './node-request.ts';
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

export interface ExpressGuard {
  <R extends Requirement>(requirement: R, options?: RouteOptions): ExpressMiddleware<R>;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(req: IncomingMessage, res: ServerResponse): void;
  /** The routes of an application or router, with what they demand. */
  table(app: object): readonly Route[];
}

type ExpressRequest = NodeRequest & { readonly baseUrl?: string; readonly route?: { readonly path?: unknown } };

const READER: Reader<ExpressRequest> = {
  ...NODE_READER,
  name: 'express',
  route: (req) => (typeof req.route?.path === 'string' ? `${req.baseUrl ?? ''}${req.route.path}` : undefined),
};

/** Guards for Express 5 and 4: `app.delete('/posts/:id', guard(role('admin')), handler)`. */
export function express(core: Guard): ExpressGuard {
  const guard = <R extends Requirement>(requirement: R, options: RouteOptions = {}): ExpressMiddleware<R> => {
    const prepared = prepare(core, requirement, options);

    const middleware = (req: IncomingMessage, res: ServerResponse, next: (error?: unknown) => void): void => {
      const decision = decideSafely(core, READER, req, prepared);
      if (isPromise(decision)) decision.then((value) => conclude(res, next, value)).catch(next);
      else conclude(res, next, decision);
    };
    return telling<typeof middleware, R>(middleware, prepared);
  };
  return Object.assign(guard, {
    absent: (req: IncomingMessage, res: ServerResponse) => sendNode(res, core.absent(READER, req)),
    table: readExpress,
  });
}

function conclude(res: ServerResponse, next: (error?: unknown) => void, decision: SafeDecision): void {
  if (!decision.allowed) {
    sendNode(res, decision.answer);
    return;
  }
  setHeaders(res, decision.headers);
  Object.assign((res as ServerResponse & { locals: object }).locals, knownOf(decision));
  next();
}
