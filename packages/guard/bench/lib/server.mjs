// One server of the comparison: node server.mjs <framework> <stack>. It is asked by message for the headers of so many
// callers, each with a token and a CSRF token of its own, as far as the stack has any.
import { createServer } from 'node:http';
import { expressStacks } from './express.mjs';
import { fastifyStacks } from './fastify.mjs';
import { hidden } from './hidden.mjs';
import { honoStacks } from './hono.mjs';
import { nodeStacks } from './node.mjs';

const [framework, stack] = process.argv.slice(2);
const stacks = {
  node: { ...nodeStacks, hidden },
  express: expressStacks,
  fastify: fastifyStacks,
  hono: honoStacks,
}[framework];
const { app, callers } = await stacks[stack]();

if (framework === 'fastify') await app.listen({ port: 0, host: '127.0.0.1' });
const server = framework === 'fastify' ? app.server : createServer(app);
const tell = () => process.send({ port: server.address().port });
if (framework === 'fastify') tell();
else server.listen(0, '127.0.0.1', tell);

process.on('message', async ({ count }) => {
  if (count !== undefined) {
    process.send({ callers: await callers(count) });
    return;
  }
  const { user, system } = process.cpuUsage();
  process.send(user + system);
});
process.once('disconnect', () => process.exit(0));
