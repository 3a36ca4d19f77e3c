// Nothing here runs: the type check of the repository holds that handlers know who calls.

import type { IncomingMessage } from 'node:http';
import Router from '@koa/router';
import express5 from 'express';
import makeFastify from 'fastify';
import { Hono } from 'hono';
import type { RouteOptions } from '../../src/adapt.ts';
import { express } from '../../src/express.ts';
import { fastify } from '../../src/fastify.ts';
import { hono } from '../../src/hono.ts';
import {
  allOf,
  allowIps,
  anyOf,
  authenticated,
  type Caller,
  createGuard,
  flag,
  hidden,
  not,
  owner,
  role,
  shadow,
} from '../../src/index.ts';
import { koa } from '../../src/koa.ts';
import { nest } from '../../src/nest.ts';
import { next } from '../../src/next.ts';
import { node } from '../../src/node.ts';
import { upgrade } from '../../src/upgrade.ts';
import { web } from '../../src/web.ts';
import { is, loadPost, type Post } from './is.ts';

const core = createGuard();
const known = anyOf(role('admin'), allOf(allowIps('10.0.0.0/8'), authenticated()));
const unknown = anyOf(role('admin'), allowIps('10.0.0.0/8'));
const off = flag('x', { on: () => true });

known.knows satisfies true;
allOf(off, hidden(role('a'))).knows satisfies true;
not(role('banned')).knows satisfies true;
unknown.knows satisfies false;
allOf(off, shadow(role('a'))).knows satisfies false;
// @ts-expect-error: a caller that one branch does not know is not known.
unknown.knows satisfies true;

express5()
  .get('/', express(core)(known), (_req, res) => {
    res.send(res.locals.caller.subject);
  })
  .get('/', express(core)(unknown), (_req, res) => {
    // @ts-expect-error: nobody may be known here.
    res.send(res.locals.caller.subject);
    res.send(res.locals.caller?.subject);
  });

new Hono()
  .get('/', hono(core)(known), (c) => c.text(c.var.caller.subject))
  // @ts-expect-error: nobody may be known here.
  .get('/', hono(core)(unknown), (c) => c.text(c.var.caller.subject));

new Router()
  .get('/', koa(core)(known), (ctx) => {
    ctx.body = ctx.state.caller.subject;
  })
  .get('/', koa(core)(unknown), (ctx) => {
    // @ts-expect-error: nobody may be known here.
    ctx.body = ctx.state.caller.subject;
  });

makeFastify().get(
  '/',
  fastify(core).route(known, (_request, _reply, { caller }) => caller.subject),
);
makeFastify().get(
  '/',
  fastify(core).route(unknown, (_request, _reply, { caller }) => {
    // @ts-expect-error: nobody may be known here.
    return caller.subject;
  }),
);

node(core)(known, (_req, res, { caller }) => res.end(caller.subject));
node(core)(unknown, (_req, res, { caller }) => {
  // @ts-expect-error: nobody may be known here.
  res.end(caller.subject);
});

web(core)(known, (_request, { caller }) => new Response(caller.subject));
web(core)(unknown, (_request, { caller }) => {
  // @ts-expect-error: nobody may be known here.
  return new Response(caller.subject);
});

next(core)(known, (_request, _context, { caller }) => new Response(caller.subject));

// A route in shadow mode lets strangers pass: its handler is promised nothing, on any framework.
const tried = { shadow: true } as const;
const perhaps: RouteOptions = { shadow: Math.random() > 0.5 };
const mine = owner(() => loadPost('7'));

express5()
  .get('/', express(core)(known, { hide: true }), (_req, res) => {
    res.send(res.locals.caller.subject);
  })
  .get('/', express(core)(known, { shadow: false }), (_req, res) => {
    res.send(res.locals.caller.subject);
  })
  .get('/', express(core)(mine, tried), (_req, res) => {
    is<Caller | undefined>()(res.locals.caller);
    is<undefined>()(res.locals.object);
  })
  .get('/', express(core)(known, perhaps), (_req, res) => {
    is<Caller | undefined>()(res.locals.caller);
  });
new Hono().get('/', hono(core)(known, { shadow: true }), (c) => {
  is<Caller | undefined>()(c.var.caller);
  return c.text('');
});
new Router().get('/', koa(core)(known, { shadow: true }), (ctx) => {
  is<Caller | undefined>()(ctx.state.caller);
});
is<Caller | undefined>()(fastify(core)(known, { shadow: true }).known({}).caller);
is<Caller>()(fastify(core)(known, { hide: true }).known({}).caller);
is<Caller | undefined>()(nest(core)(known, { shadow: true }).known({}).caller);
fastify(core).route(mine, (_request, _reply, { caller, object }) => [is<Caller>()(caller), is<Post>()(object)]);
fastify(core).route(known, (_request, _reply, { caller }) => is<Caller | undefined>()(caller), { shadow: true });
node(core)(known, (_req, _res, { caller }) => is<Caller | undefined>()(caller), { shadow: true, route: '/' });
node(core)(known, (_req, _res, { caller }) => is<Caller>()(caller), { route: '/' });
web(core)(
  mine,
  (_request, { caller, object }) => {
    is<Caller | undefined>()(caller);
    is<undefined>()(object);
    return new Response();
  },
  { shadow: true },
);
next(core)(
  known,
  (_request, _context, { caller }) => {
    is<Caller | undefined>()(caller);
    return new Response();
  },
  { shadow: true },
);
upgrade(core)(known, (_req, _socket, _head, { caller }) => is<Caller | undefined>()(caller), { shadow: true });
upgrade(core)(known, (_req, _socket, _head, { caller }) => is<Caller>()(caller));
export const inside = async (req: IncomingMessage) => {
  is<Caller | undefined>()((await node(core).demand(req, known, { shadow: true })).caller);
  is<Caller>()((await node(core).demand(req, known)).caller);
};
