import { createServer } from 'node:http';
import express5, { type Request, type Response } from 'express';
import express4 from 'express4';
import { expect, test } from 'vitest';
import { express } from '../src/express.ts';
import { createGuard, requestMeets } from '../src/index.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { listen } from './contract/listen.ts';
import { contract, type Start, send } from './contract/suite.ts';

function startWith(framework: typeof express5): Start {
  return async (guardOf) => {
    const app = framework();
    app.use(framework.urlencoded({ extended: false }));
    for (const disclose of DISCLOSURES) {
      const guard = express(guardOf(disclose));
      const idOf = (req: Request) => lastSegment(req.originalUrl);
      const nameOf = (req: Request) => req.get('x-client');
      for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
        const verb = method === 'GET' ? 'get' : 'post';
        app[verb](`/${disclose}${path}`, guard(requirement, options), (_req, res) => {
          res.send(tell(res.locals));
        });
      }
      app.get(`/${disclose}/absent`, (req: Request, res: Response) => guard.absent(req, res));
    }
    return listen(createServer(app));
  };
}

contract('Express 5', startWith(express5), contractGuard);
contract('Express 4', startWith(express4 as unknown as typeof express5), contractGuard);

test('a handler that throws behind a guard that waited is the framework’s own affair', async () => {
  const guard = express(createGuard());
  const app = express5();
  const late = requestMeets('late', async () => true);
  app.get('/', guard(late), () => {
    throw new Error('a bug of the application');
  });
  app.use((_error: Error, _req: Request, res: Response, _next: () => void) => {
    res.status(500).send('caught');
  });
  const served = await listen(createServer(app));
  for (let at = 0; at < 2; at++) expect(await send(served.origin, {})).toMatchObject({ status: 500, body: 'caught' });
  await served.close();
});

test('a refusal after an answer has begun cuts the connection: nothing more of that answer passes', async () => {
  const guard = express(createGuard({ onFault: () => undefined }));
  const app = express5();
  app.use((_req, res, next) => {
    res.write('part of an answer');
    next();
  });
  app.get('/', guard(requestMeets('never', () => false)), (_req, res) => res.end('the rest'));
  const served = await listen(createServer(app));
  await expect(send(served.origin, {})).rejects.toThrow(/aborted|hang up/);
  await served.close();
});
