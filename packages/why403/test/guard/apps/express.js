// An application as people write them: it starts its server where it is defined.
import { anyOf, bearer, createGuard, owner, role, scope } from '@why403/guard';
import { express as adapt } from '@why403/guard/express';
import express from 'express';

const authenticate = bearer({ issuer: 'https://login.example', audience: 'https://api.example', key: 'x'.repeat(32) });
const guard = adapt(createGuard({ authenticate }));
export const app = express();
export const config = { routes: ['not an application'] };

app.get('/health', (_req, res) => res.send('up'));
app.get('/posts/:id', guard(scope('posts:read')), (_req, res) => res.send('one'));
app.delete(
  '/posts/:id',
  guard(
    anyOf(
      role('admin'),
      owner(() => ({ ownerId: '9' })),
    ),
  ),
  (_req, res) => res.send('gone'),
);
export const port = await new Promise((resolve, reject) => {
  const server = app.listen(Number(process.env.TAKEN_PORT), () => resolve(server.address().port));
  server.on('error', reject);
});
