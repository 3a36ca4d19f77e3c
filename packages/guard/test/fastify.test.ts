import multipart from '@fastify/multipart';
import makeFastify, { type FastifyRequest } from 'fastify';
import { fastify } from '../src/fastify.ts';
import { callerOf, objectOf } from '../src/index.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { contract } from './contract/suite.ts';

contract(
  'Fastify',
  async (guardOf) => {
    const app = makeFastify();
    await app.register(multipart);
    app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, done) =>
      done(null, Object.fromEntries(new URLSearchParams(String(body)))),
    );
    for (const disclose of DISCLOSURES) {
      const guard = fastify(guardOf(disclose));
      const idOf = (request: FastifyRequest) => lastSegment(request.url);
      const nameOf = (request: FastifyRequest) => request.headers['x-client'] as string;
      for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
        app.route({
          method,
          url: `/${disclose}${path}`,
          onRequest: guard(requirement, options),
          handler: (request, reply) => reply.send(tell({ caller: callerOf(request), object: objectOf(request) })),
        });
      }
      app.get(`/${disclose}/absent`, guard.absent);
    }
    const origin = await app.listen({ port: 0, host: '127.0.0.1' });
    return { origin, close: () => app.close() };
  },
  contractGuard,
);
