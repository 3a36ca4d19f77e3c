import { allowIps, createGuard } from '@why403/guard';
import { fastify as adapt } from '@why403/guard/fastify';
import { fastify } from 'fastify';

const guard = adapt(createGuard());
const app = fastify();
guard.record(app);
app.register(async (inner) => {
  inner.get('/internal', { onRequest: guard(allowIps('10.0.0.0/8')) }, async () => 'inside');
});

export default app;
