import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import { hono } from '../src/hono.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { listen } from './contract/listen.ts';
import { contract } from './contract/suite.ts';

contract(
  'Hono',
  async (guardOf) => {
    const app = new Hono();
    for (const disclose of DISCLOSURES) {
      const guard = hono(guardOf(disclose));
      const idOf = (c: Context) => lastSegment(c.req.path);
      const nameOf = (c: Context) => c.req.header('x-client');
      for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
        const verb = method === 'GET' ? 'get' : 'post';
        app[verb](`/${disclose}${path}`, guard(requirement, options), (c) => c.body(tell(c.var)));
      }
      app.get(`/${disclose}/absent`, (c) => guard.absent(c));
    }
    return listen(createServer(getRequestListener(app.fetch)));
  },
  contractGuard,
);
