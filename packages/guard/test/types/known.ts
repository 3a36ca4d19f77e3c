// Nothing here runs: the type check of the repository holds that handlers know who calls.
import Router from '@koa/router';
import express5 from 'express';
import makeFastify from 'fastify';
import { Hono } from 'hono';
import { express } from '../../src/express.ts';
import { fastify } from '../../src/fastify.ts';
import { hono } from '../../src/hono.ts';
import {
  allOf,
  allowIps,
  anyOf,
  authenticated,
  createGuard,
  flag,
  hidden,
  not,
  role,
  shadow,
} from '../../src/index.ts';
import { koa } from '../../src/koa.ts';
import { next } from '../../src/next.ts';
import { node } from '../../src/node.ts';
import { web } from '../../src/web.ts';

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
