import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  type Asks,
  admit,
  asking,
  type Behind,
  type Enforced,
  errorOf,
  groupHeaders,
  type Known,
  type Knows,
  prepare,
  type RouteOptions,
  telling,
} from './adapt.ts';
import { isPromise } from './ask.ts';
import { GuardError } from './error.ts';
import { decideSafely, type Guard, type SafeDecision } from './guard.ts';
import type { Answer, Reader, Requirement } from './model.ts';
import { unreadField } from './node-form.ts';
import { fieldOf, NODE_READER } from './node-request.ts';
import { checkGuard, checkHandler } from './options.ts';
import { type RouteParts, readRoute } from './routes/fastify.ts';
import { type Recorder, ROUTES } from './routes/recorded.ts';
import type { Route } from './routes/route.ts';

/** A hook, for `onRequest`; for `preHandler` where a requirement reads the body. */
export type FastifyHook = (request: FastifyRequest, reply: FastifyReply, done: (error?: Error) => void) => void;

/** A handler that is told who calls. Request, reply and result are the route's, so that its generics hold in it. */
export type FastifyHandler<R extends Requirement, Request = FastifyRequest, Reply = FastifyReply, Result = unknown> = (
  request: Request,
  reply: Reply,
  known: Known<R>,
) => Result;

export interface FastifyGuard extends Asks<FastifyRequest> {
  <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): FastifyHook & Knows<Behind<R, O>>;
  /** Hook and handler together, as a route's options: `app.get('/posts', guard.route(scope('read'), handler))`. */
  route<
    R extends Requirement,
    Request = FastifyRequest,
    Reply = FastifyReply,
    Result = unknown,
    const O extends RouteOptions = Enforced,
  >(
    requirement: R,
    handler: FastifyHandler<Behind<R, O>, Request, Reply, Result>,
    options?: O,
  ): { onRequest: FastifyHook; handler: (request: Request, reply: Reply) => Result };
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(request: FastifyRequest, reply: FastifyReply): FastifyReply;
  /**
   * Writes down the routes that are added after it, for `table`: Fastify keeps no list itself.
   * @throws {GuardError} `routes-unrecorded` where the application has routes already.
   */
  record(app: FastifyInstance): void;
  table(app: object): readonly Route[];
}

/** Reads requests of Fastify. */
export const fastifyReader: Reader<FastifyRequest> = {
  name: 'fastify',
  method: (request) => request.method,
  target: (request) => request.originalUrl,
  headers: (request) => request.raw.headers,
  header: NODE_READER.header,
  peer: (request) => NODE_READER.peer(request.raw),
  secure: (request) => NODE_READER.secure(request.raw),
  field: (request, name) => fieldOf(request.body, name) ?? unreadField(request.raw, name),
  route: (request) => request.routeOptions.url,
};

/** Guards for Fastify 5: `app.get('/posts', { onRequest: guard(scope('read')) }, handler)`. */
export function fastify(core: Guard): FastifyGuard {
  checkGuard('fastify', core);
  const guard = <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): FastifyHook & Knows<Behind<R, O>> => {
    const prepared = prepare(core, requirement, options ?? {});
    const hook: FastifyHook = (request, reply, done) => {
      const decision = decideSafely(core, fastifyReader, request, prepared);
      const go = (value: SafeDecision): void => {
        if (value.allowed) admit(request, prepared, value);
        conclude(reply, done, value);
      };
      if (isPromise(decision)) decision.then(go).catch(done);
      else go(decision);
    };
    return telling<FastifyHook, Behind<R, O>>(hook, prepared);
  };
  return Object.assign(guard, {
    route<R extends Requirement, Request, Reply, Result, const O extends RouteOptions = Enforced>(
      requirement: R,
      handler: FastifyHandler<Behind<R, O>, Request, Reply, Result>,
      options?: O,
    ) {
      checkHandler('fastify', handler);
      const onRequest = guard(requirement, options);
      // It throws where the hook was taken off the route: a handler must not run without its guard.
      return {
        onRequest,
        handler: (request: Request, reply: Reply) => handler(request, reply, onRequest.known(request)),
      };
    },
    absent: (request: FastifyRequest, reply: FastifyReply) => send(reply, core.absent(fastifyReader, request)),
    ...asking(core, fastifyReader),
    record(app: FastifyInstance) {
      // Fastify tells of a route when it is added and never again: one that was there before would be missing.
      if (!app.printRoutes().startsWith('(empty tree)')) {
        const hint = 'Call record(app) before the first route and the first register().';
        throw new GuardError('routes-unrecorded', 'The application has routes that were not recorded.', hint);
      }
      const found: { readonly scope: object; readonly route: RouteParts }[] = [];
      app.decorate(ROUTES, () => found.flatMap(({ scope, route }) => readRoute(scope, route)));
      app.addHook('onRoute', function (this: FastifyInstance, route) {
        found.push({ scope: this, route });
      });
    },
    table: recordedRoutes,
  });
}

/** @throws {GuardError} `routes-unrecorded`: an empty table would look like an application without routes. */
function recordedRoutes(app: object): readonly Route[] {
  const read = (app as Recorder)[ROUTES];
  if (read !== undefined) return read();
  throw new GuardError('routes-unrecorded', 'No routes were recorded.', 'Call record(app) before the first route.');
}

function conclude(reply: FastifyReply, done: (error?: Error) => void, decision: SafeDecision): void {
  if (!decision.allowed) {
    const error = errorOf(decision.answer);
    if (error === undefined) send(reply, decision.answer);
    else done(error);
    return;
  }
  for (const [name, value] of decision.headers) reply.header(name, value);
  done();
}

function send(reply: FastifyReply, answer: Answer): FastifyReply {
  reply.code(answer.status);
  for (const [name, value] of groupHeaders(answer.headers)) reply.header(name, value);
  // Bytes, since Fastify adds a charset to the type of a text.
  return reply.send(Buffer.from(answer.body));
}
