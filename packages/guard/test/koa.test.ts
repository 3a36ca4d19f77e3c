import { createServer } from 'node:http';
import Router from '@koa/router';
import Koa, { type Context } from 'koa';
import { koa } from '../src/koa.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { listen } from './contract/listen.ts';
import { contract } from './contract/suite.ts';

contract(
  'Koa',
  async (guardOf) => {
    const app = new Koa();
    const router = new Router();
    for (const disclose of DISCLOSURES) {
      const guard = koa(guardOf(disclose));
      const idOf = (ctx: Context) => lastSegment(ctx.url);
      const nameOf = (ctx: Context) => ctx.get('x-client');
      for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
        const verb = method === 'GET' ? 'get' : 'post';
        router[verb](`/${disclose}${path}`, guard(requirement, options), (ctx) => {
          ctx.body = tell(ctx.state);
        });
      }
      router.get(`/${disclose}/absent`, (ctx) => guard.absent(ctx));
    }
    app.use(router.routes());
    return listen(createServer(app.callback()));
  },
  contractGuard,
);
