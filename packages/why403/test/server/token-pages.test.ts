import { expect, test } from 'vitest';
import { readTokenPages } from '../../src/inspect/app-source/token-pages.ts';

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
    expect(readTokenPages(source)).toEqual(pages);
  });
