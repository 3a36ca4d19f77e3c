import type { Context, MiddlewareHandler } from 'hono';
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
import { formType } from './form.ts';
import { decideSafely, type Guard } from './guard.ts';
import type { Answer, Reader, Requirement } from './model.ts';
import { checkGuard, checkOptions, maybe, options as optionsOf, prompt } from './options.ts';
import { readHono } from './routes/hono.ts';
import type { Route } from './routes/route.ts';
import { formField, webHeader } from './web-request.ts';

export interface HonoOptions {
  /** The address of the connection, where the server is not `@hono/node-server`. */
  readonly address?: (c: Context) => string | undefined;
}

export interface HonoGuard extends Asks<Context> {
  <R extends Requirement, const O extends RouteOptions = Enforced>(
    requirement: R,
    options?: O,
  ): MiddlewareHandler<{ Variables: Known<Behind<R, O>> }> & Knows<Behind<R, O>>;
  /** Answers for an object that is not there exactly as for a hidden one. */
  absent(c: Context): Response;
  /** The routes of an application, with what they demand. */
  table(app: object): readonly Route[];
}

/** What `@hono/node-server` puts into the environment. */
interface NodeEnvironment {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

const OPTIONS = optionsOf({ address: maybe(prompt) });

/** Reads contexts of Hono. */
export function honoReader(options: HonoOptions = {}): Reader<Context> {
  checkOptions('hono', OPTIONS, options);
  const { address } = options;
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
  checkGuard('hono', core);
  const reader = honoReader(options);
  const guard = <R extends Requirement, const O extends RouteOptions = Enforced>(requirement: R, options?: O) => {
    const prepared = prepare(core, requirement, options ?? {});
    const middleware: MiddlewareHandler<{ Variables: Known<Behind<R, O>> }> = async (c, next) => {
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
      const known = admit<Behind<R, O>>(c, prepared, decision);
      c.set('caller', known.caller);
      c.set('object', known.object);
      await next();
    };
    return telling<typeof middleware, Behind<R, O>>(middleware, prepared);
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
