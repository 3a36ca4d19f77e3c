import type { IncomingMessage, ServerResponse } from 'node:http';
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
import { decideSafely, type Guard, type SafeDecision } from './guard.ts';
import type { Requirement } from './model.ts';
import { NODE_READER, sendNode, setHeaders } from './node-request.ts';
import { checkGuard, checkHandler } from './options.ts';
import { makeRoute, type Route } from './routes/route.ts';

/** Reads requests of `node:http`. */
export { NODE_READER as nodeReader };

/** A listener of `node:http`. */
export type NodeListener = (req: IncomingMessage, res: ServerResponse) => void;

export interface NodeGuard extends Asks<IncomingMessage> {
  <R extends Requirement, const O extends PlacedOptions = Enforced>(
    requirement: R,
    handler: (req: IncomingMessage, res: ServerResponse, known: Known<Behind<R, O>>) => void,
    options?: O,
  ): NodeListener;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(req: IncomingMessage, res: ServerResponse): void;
  /** What this guard guards, by the names that were given as `route`. */
  table(): readonly Route[];
}

/** Guards for plain `node:http`: `createServer(guard(scope('read'), (req, res, { caller }) => …))`. */
export function node(core: Guard): NodeGuard {
  const routes: Route[] = [];
  checkGuard('node', core);
  const guard = <R extends Requirement, const O extends PlacedOptions = Enforced>(
    requirement: R,
    handler: (req: IncomingMessage, res: ServerResponse, known: Known<Behind<R, O>>) => void,
    options?: O,
  ): NodeListener => {
    checkHandler('node', handler);
    const prepared = prepare(core, requirement, options ?? {});
    routes.push(makeRoute('*', options?.route ?? '…', [prepared]));

    const listener: NodeListener = (req, res) => {
      const decision = decideSafely(core, NODE_READER, req, prepared);
      if (isPromise(decision)) decision.then((value) => conclude(req, res, value));
      else conclude(req, res, decision);
    };
    function conclude(req: IncomingMessage, res: ServerResponse, decision: SafeDecision): void {
      if (decision.allowed) {
        setHeaders(res, decision.headers);
        handler(req, res, knownOf<Behind<R, O>>(decision));
      } else sendNode(res, decision.answer);
    }
    return mark(listener, prepared);
  };
  return Object.assign(guard, {
    absent: (req: IncomingMessage, res: ServerResponse) => sendNode(res, core.absent(NODE_READER, req)),
    table: () => [...routes],
    ...asking(core, NODE_READER),
  });
}
