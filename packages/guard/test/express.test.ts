import { createServer } from 'node:http';
import express5, { type Request, type Response } from 'express';
import express4 from 'express4';
import { express } from '../src/express.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { listen } from './contract/listen.ts';
import { contract, type Start } from './contract/suite.ts';

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
