import type { IncomingMessage } from 'node:http';
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
import { decideSafely, type Guard } from './guard.ts';
import type { Answer, Reader, Requirement } from './model.ts';
import { unreadField } from './node-form.ts';
import { fieldOf, NODE_READER } from './node-request.ts';
import { checkGuard } from './options.ts';
import { readKoa } from './routes/koa.ts';
import type { Route } from './routes/route.ts';

/** What is used of Koa's context. */
export interface KoaContext {
  readonly req: IncomingMessage;
  readonly request: object;
  readonly originalUrl: string;
  readonly method: string;
  status: number;
  body: unknown;
  set(name: string, value: string | string[]): void;
}

/**
 * A middleware whose `ctx.state` tells the handlers behind it who calls. The first signature fits beside any handler;
 * inference takes the last one.
 */
export interface KoaMiddleware<R extends Requirement> extends Knows<R> {
  (ctx: KoaContext, next: () => Promise<unknown>): Promise<void>;
  (ctx: KoaContext & { state: Known<R> & Record<string, unknown> }, next: () => Promise<unknown>): Promise<void>;
}

export interface KoaGuard extends Asks<KoaContext> {
  <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): KoaMiddleware<Behind<R, O>>;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(ctx: KoaContext): void;
  /** The routes of a `@koa/router` router, or of an application that uses one, with what they demand. */
  table(app: object): readonly Route[];
}

/** Reads contexts of Koa. */
export const koaReader: Reader<KoaContext> = {
  name: 'koa',
  method: (ctx) => ctx.method,
  target: (ctx) => ctx.originalUrl,
  headers: (ctx) => ctx.req.headers,
  header: NODE_READER.header,
  peer: (ctx) => NODE_READER.peer(ctx.req),
  secure: (ctx) => NODE_READER.secure(ctx.req),
  field: (ctx, name) => fieldOf((ctx.request as { body?: unknown }).body, name) ?? unreadField(ctx.req, name),
  route(ctx) {
    const route = (ctx as { _matchedRoute?: unknown })._matchedRoute;
    return typeof route === 'string' ? route : undefined;
  },
};

/** Guards for Koa 3: `router.get('/posts', guard(scope('read')), handler)`. */
export function koa(core: Guard): KoaGuard {
  checkGuard('koa', core);
  const guard = <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): KoaMiddleware<Behind<R, O>> => {
    const prepared = prepare(core, requirement, options ?? {});
    const middleware = async (ctx: KoaContext, next: () => Promise<unknown>): Promise<void> => {
      const decision = await decideSafely(core, koaReader, ctx, prepared);
      if (!decision.allowed) {
        const error = errorOf(decision.answer);
        if (error !== undefined) throw error;
        return send(ctx, decision.answer);
      }
      for (const [name, value] of decision.headers) ctx.set(name, value);
      Object.assign((ctx as KoaContext & { state: object }).state, admit(ctx, prepared, decision));
      await next();
    };
    return telling<typeof middleware, Behind<R, O>>(middleware, prepared);
  };
  return Object.assign(guard, {
    absent: (ctx: KoaContext) => send(ctx, core.absent(koaReader, ctx)),
    table: readKoa,
    ...asking(core, koaReader),
  });
}

function send(ctx: KoaContext, answer: Answer): void {
  ctx.status = answer.status;
  for (const [name, value] of groupHeaders(answer.headers)) ctx.set(name, value);
  ctx.body = answer.body;
}
