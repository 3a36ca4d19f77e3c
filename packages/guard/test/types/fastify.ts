// Nothing here runs: the type check holds that a guarded route of Fastify keeps its generics.
import makeFastify, { type FastifyRequest } from 'fastify';
import { fastify } from '../../src/fastify.ts';
import { type Caller, createGuard, owner } from '../../src/index.ts';
import { is, loadPost, type Post } from './is.ts';

const guard = fastify(createGuard());
const mine = owner((request) => loadPost(request.params.id));
const mayEdit = guard(mine);
const app = makeFastify();

interface PostRoute {
  Params: { id: string };
  Querystring: { page: number };
  Reply: { ok: boolean };
}

app.get<PostRoute>('/posts/:id', { onRequest: mayEdit }, (request, reply) => {
  is<string>()(request.params.id);
  is<number>()(request.query.page);
  is<Post>()(mayEdit.known(request).object);
  is<Caller>()(mayEdit.known(request).caller);
  // @ts-expect-error: the route says what it replies.
  reply.send({ no: true });
  reply.send({ ok: true });
});
app.get<{ Params: { id: string } }>('/list/:id', { preHandler: [mayEdit] }, async (request) => request.params.id);
app.route<PostRoute>({
  method: 'GET',
  url: '/whole/:id',
  onRequest: mayEdit,
  handler: async (request) => ({ ok: request.params.id === '7' }),
});
app.get(
  '/together/:id',
  guard.route(mine, (request: FastifyRequest<PostRoute>, _reply, { caller, object }) => {
    is<string>()(request.params.id);
    is<Caller>()(caller);
    is<Post>()(object);
  }),
);
app.addHook('onRequest', mayEdit);
