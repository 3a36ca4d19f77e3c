import { createServer } from 'node:http';
import { getRequestListener, type HttpBindings } from '@hono/node-server';
import { expect, test } from 'vitest';
import { createGuard, csrf, rateLimit } from '../src/index.ts';
import { type WebVisit, web } from '../src/web.ts';
import { contractGuard, contractRoutes, DISCLOSURES } from './contract/app.ts';
import { lastSegment, tell } from './contract/handler.ts';
import { listen } from './contract/listen.ts';
import { contract } from './contract/suite.ts';

contract(
  'Request and Response',
  async (guardOf) => {
    const handlers = new Map<string, (request: Request, context: HttpBindings) => Promise<Response>>();
    for (const disclose of DISCLOSURES) {
      const guard = web<HttpBindings>(guardOf(disclose), {
        address: (_, context) => context.incoming.socket.remoteAddress,
      });
      const idOf = ({ request }: WebVisit) => lastSegment(request.url);
      const nameOf = ({ request }: WebVisit) => request.headers.get('x-client') ?? undefined;
      for (const { method, path, requirement, options } of contractRoutes(idOf, nameOf)) {
        const handler = guard(requirement, (_, known) => new Response(tell(known)), options);
        handlers.set(`${method} /${disclose}${path.replace('/:id', '')}`, handler);
      }
      handlers.set(`GET /${disclose}/absent`, async (request, context) => guard.absent({ request, context }));
    }
    return listen(
      createServer(
        getRequestListener(async (request, context) => {
          const method = request.method === 'HEAD' ? 'GET' : request.method;
          const path = new URL(request.url).pathname.replace(/\/\d$/, '');
          const handler = handlers.get(`${method} ${path}`);
          return handler?.(request, context as HttpBindings) ?? new Response('no such route', { status: 500 });
        }),
      ),
    );
  },
  contractGuard,
);

test('headers of an allowed request reach answers that cannot be changed', async () => {
  const guard = web(createGuard(), { address: () => '192.0.2.1' });
  const limited = rateLimit({ limit: 5, windowSeconds: 60 });
  const redirect = guard(limited, () => Response.redirect('https://app.example/'));
  const answer = await redirect(new Request('https://app.example/old'), undefined);
  expect([answer.status, answer.headers.get('location'), answer.headers.get('ratelimit')]).toEqual([
    302,
    'https://app.example/',
    '"default";r=4;t=60',
  ]);
});

test('a browser’s own origin is known where Host stands in the URL alone', async () => {
  const guard = web(createGuard());
  const forms = csrf({ keys: 'a key for the CSRF tokens of the tests, 32 bytes or more' });
  const post = guard(forms, () => new Response('done'));
  const { token } = forms.issue({}, { session: '' });
  const ask = async (origin: string) => {
    const headers = { origin, cookie: `__Host-csrf=${token}`, 'x-csrf-token': token };
    return (await post(new Request('https://app.example/', { method: 'POST', headers }), undefined)).status;
  };
  expect([await ask('https://app.example'), await ask('https://evil.example')]).toEqual([200, 403]);
});
