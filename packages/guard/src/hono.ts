import type { Context, MiddlewareHandler } from 'hono';
import {
  type Asks,
  asking,
  errorOf,
  type Known,
  type Knows,
  knownOf,
  prepare,
  type RouteOptions,
  telling,
} from './adapt.ts';
import { isPromise } from './ask.ts';
import { formType } from './form.ts';
import { decideSafely, type Guard } from './guard.ts';
import type { Answer, Reader, Requirement } from './model.ts';
import { readHono } from './routes/hono.ts';
import type { Route } from './routes/route.ts';
import { formField, webHeader } from './web-request.ts';

export interface HonoOptions {
  /** The address of the connection, where the server is not `@hono/node-server`. */
  readonly address?: (c: Context) => string | undefined;
}

export interface HonoGuard extends Asks<Context> {
  <R extends Requirement>(
    requirement: R,
    options?: RouteOptions,
  ): MiddlewareHandler<{ Variables: Known<R> }> & Knows<R>;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(c: Context): Response;
  /** The routes of an application, with what they demand. */
  table(app: object): readonly Route[];
}

/** What `@hono/node-server` puts into the environment. */
interface NodeEnvironment {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** Reads contexts of Hono. */
export function honoReader({ address }: HonoOptions = {}): Reader<Context> {
  return {
    name: 'hono',
    method: (c) => c.req.method,
    target: (c) => c.req.url.replace(/^[a-z]+:\/\/[^/?]*/, ''),
    headers: (c) => c.req.raw,
    header: webHeader,
    peer: (c) => (address === undefined ? (c.env as NodeEnvironment)?.incoming?.socket?.remoteAddress : address(c)),
    secure: (c) => c.req.url.startsWith('https:'),
    field: (c, name) => (c.req.raw.bodyUsed ? parsedField(c, name) : formField(c.req.raw, name)),
    route: (c) => c.req.matchedRoutes.at(-1)?.path,
  };
}

/** Guards for Hono 4: `app.get('/posts', guard(scope('read')), (c) => c.text(c.var.caller.subject))`. */
export function hono(core: Guard, options: HonoOptions = {}): HonoGuard {
  const reader = honoReader(options);
  const guard = <R extends Requirement>(requirement: R, options: RouteOptions = {}) => {
    const prepared = prepare(core, requirement, options);
    const middleware: MiddlewareHandler<{ Variables: Known<R> }> = async (c, next) => {
      const decided = decideSafely(core, reader, c as unknown as Context, prepared);
      const decision = isPromise(decided) ? await decided : decided;
      if (!decision.allowed) {
        const error = errorOf(decision.answer);
        // Hono's own error handler answers with what an error brings along.
        if (error !== undefined)
          throw Object.assign(error, { getResponse: () => respond(decision.answer, c.req.method) });
        return respond(decision.answer, c.req.method);
      }
      for (const [name, value] of decision.headers) c.header(name, value);
      const known = knownOf<R>(decision);
      c.set('caller', known.caller);
      c.set('object', known.object);
      await next();
    };
    return telling<typeof middleware, R>(middleware, prepared);
  };
  return Object.assign(guard, {
    absent: (c: Context) => respond(core.absent(reader, c), c.req.method),
    table: readHono,
    ...asking(core, reader),
  });
}

/** A field of a body that Hono has parsed before, and keeps. */
async function parsedField(c: Context, name: string): Promise<string | undefined> {
  if (formType(c.req.header('content-type')) === undefined) return undefined;
  const value = (await c.req.parseBody())[name];
  return typeof value === 'string' ? value : undefined;
}

function respond(answer: Answer, method: string): Response {
  const headers = answer.headers.map(([name, value]): [string, string] => [name, value]);
  return new Response(method === 'HEAD' ? null : answer.body, { status: answer.status, headers });
}
