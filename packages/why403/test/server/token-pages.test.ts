import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { readTokenPages } from '../../src/inspect/app-source/token-pages.ts';
import { diagnosed, folder } from './support.ts';

const SOURCES: readonly (readonly [says: string, source: string, pages: readonly string[]])[] = [
  [
    'a handler on the line of its route, and no check of the token',
    `app.use(doubleCsrfProtection);
app.post('/login', (req, res) => res.json({ csrfToken: generateCsrfToken(req, res) }));
app.get('/api/csrf-token', (req, res) => res.json({ csrfToken: generateCsrfToken(req, res) }));
app.get('/orders', (req, res) => res.json(verifyCsrfToken(req)));
`,
    ['/api/csrf-token'],
  ],
  [
    'a handler below its route',
    `app.get('/form', async (req, reply) => {
  const token = reply.generateCsrf();
  return reply.view('form', { token });
});
app.get('/other', async () => 'other');
`,
    ['/form'],
  ],
  [
    'views that the routes name, with decorators of their own',
    `def form(request):
    return HttpResponse('<input value="%s">' % get_token(request))

@ensure_csrf_cookie
def page(request):
    return HttpResponse('page')

def plain(request):
    return HttpResponse('plain')

urlpatterns = [path('', lambda r: HttpResponse('home')), path('form/', form), path('page/', page), path('plain/', plain), path('notes/<int:pk>/', form)]
`,
    ['/form/', '/page/'],
  ],
  [
    'a function below its decorator',
    `@app.route('/')
def home():
    return 'home'

@app.route('/token')
@login_required
def token():
    return jsonify(csrf=generate_csrf())
`,
    ['/token'],
  ],
];

for (const [says, source, pages] of SOURCES)
  test(`the page that hands a token out is found by ${says}`, () => {
    expect(readTokenPages(source).map(({ path }) => path)).toEqual(pages);
  });

test('the token is fetched from the page that the source names, sent back, and passes', async () => {
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    if (method === 'GET' && url === '/tickets/fresh') response.end('{"csrfToken":"a-token-of-today"}');
    else if (method === 'GET') response.end('page');
    else if (headers['x-csrf-token'] === 'a-token-of-today') response.writeHead(201).end('ordered');
    else response.writeHead(403).end('Forbidden');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const config = join(folder(), 'app.mjs');
  writeFileSync(
    config,
    "app.get('/tickets/fresh', (req, res) => res.json({ csrfToken: generateCsrfToken(req, res) }));\n",
  );
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/orders`;
  const told = await diagnosed([
    '--config',
    config,
    '--allow-writes',
    'curl',
    '-b',
    'sid=0123456789',
    '-d',
    'a=1',
    url,
  ]);
  expect(told.verdict).toMatchObject({ cause: 'csrf-missing', certainty: 'likely' });
  expect(told.causes[0]?.fixes[0]).toMatchObject({ who: 'caller', verified: true });
  expect(JSON.stringify(told)).not.toContain('a-token-of-today');
});
