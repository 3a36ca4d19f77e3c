import { createServer, type IncomingMessage } from 'node:http';
import { type NodeListener, node } from '../src/node.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { listen } from './contract/listen.ts';
import { contract } from './contract/suite.ts';

contract(
  'node:http',
  async (guardOf) => {
    const listeners = new Map<string, NodeListener>();
    for (const disclose of DISCLOSURES) {
      const guard = node(guardOf(disclose));
      const idOf = (req: IncomingMessage) => lastSegment(req.url);
      const nameOf = (req: IncomingMessage) => req.headers['x-client'] as string;
      for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
        const listener = guard(requirement, (_, res, known) => res.end(tell(known)), options);
        listeners.set(`${method} /${disclose}${path.replace('/:id', '')}`, listener);
      }
      listeners.set(`GET /${disclose}/absent`, guard.absent);
    }
    return listen(
      createServer((req, res) => {
        const path = (req.url ?? '').replace(/\/\d$/, '');
        const method = req.method === 'HEAD' ? 'GET' : req.method;
        listeners.get(`${method} ${path}`)?.(req, res);
      }),
    );
  },
  contractGuard,
);
