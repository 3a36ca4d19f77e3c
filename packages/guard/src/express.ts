import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Known, mark, prepare, type RouteOptions } from './adapt.ts';
import { isPromise } from './ask.ts';
import { decideSafely, type Guard, type SafeDecision } from './guard.ts';
import type { Reader, Requirement } from './model.ts';
import { NODE_READER, type NodeRequest, sendNode, setHeaders } from './node-request.ts';
import { readExpress } from './routes/express.ts';
import type { Route } from './routes/route.ts';

/** A middleware whose `res.locals` tells the handlers behind it who calls. Fits Express 5 and 4. */
export type ExpressMiddleware<R extends Requirement> = (
  req: IncomingMessage,
  res: ServerResponse & { locals: Known<R> & Record<string, unknown> },
  next: (error?: unknown) => void,
) => void;

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

    const middleware: ExpressMiddleware<R> = (req, res, next) => {
      const decision = decideSafely(core, READER, req, prepared);
      if (isPromise(decision)) decision.then((value) => conclude(res, next, value)).catch(next);
      else conclude(res, next, decision);
    };
    return mark(middleware, prepared);
  };
  return Object.assign(guard, {
    absent: (req: IncomingMessage, res: ServerResponse) => sendNode(res, core.absent(READER, req)),
    table: readExpress,
  });
}

function conclude(
  res: ServerResponse & { locals: object },
  next: (error?: unknown) => void,
  decision: SafeDecision,
): void {
  if (!decision.allowed) {
    sendNode(res, decision.answer);
    return;
  }
  setHeaders(res, decision.headers);
  Object.assign(res.locals, { caller: decision.caller, object: decision.object });
  next();
}
