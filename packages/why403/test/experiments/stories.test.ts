import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CauseId, Imported } from '@why403/core';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type DiagnoseOptions, diagnose } from '../../src/run/diagnose.ts';
import { readText } from '../../src/run/read-input.ts';

// Refusals whose surface misleads: what the server really looks at, and the causes that may be told for it.

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Story {
  readonly title: string;
  readonly answers: (req: IncomingMessage & { readonly text: string }) => Answer;
  /** The words after `curl`; `{origin}` stands for the server. */
  readonly request: string;
  readonly working?: string;
  readonly as?: DiagnoseOptions['as'];
  readonly tells: readonly CauseId[];
}

const OK: Answer = { status: 200, body: '{"fine":true}', headers: { 'content-type': 'application/json' } };
const json = (status: number, body: unknown): Answer => ({
  status,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
const DENIED = json(403, { error: 'Forbidden' });
const NGINX: Answer = {
  status: 403,
  headers: { server: 'nginx/1.22.1', 'content-type': 'text/html' },
  body: '<html>\r\n<head><title>403 Forbidden</title></head>\r\n<body>\r\n<center><h1>403 Forbidden</h1></center>\r\n<hr><center>nginx/1.22.1</center>\r\n</body>\r\n</html>\r\n',
};

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
function token(claims: Readonly<Record<string, unknown>>): string {
  const signed = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${signed}.${createHmac('sha256', 'k').update(signed).digest('base64url')}`;
}
const MONA = token({ sub: 'mona', exp: 4_000_000_000 });
const WEAK = token({ sub: 'mona', scope: 'payouts', acr: '1', exp: 4_000_000_000 });
const STRONG = token({ sub: 'mona', scope: 'payouts', acr: '2', exp: 4_000_000_000 });
const basic = (login: string): string => `Basic ${Buffer.from(login).toString('base64')}`;
const link = (path: string, expires: number): string =>
  createHash('md5').update(`${expires}${path} s3`).digest('base64url');

const stories: readonly Story[] = [
  {
    title: 'a key that is counted passes neither the count nor under another name: its form is not the fault',
    answers: ({ headers }) => (headers['x-account'] === 'account-3' ? DENIED : OK),
    request: "{origin}/sms -H 'X-Account: account-3'",
    as: [{ name: 'second', header: ['X-Account', 'account-4'] }],
    tells: ['rate-limited', 'policy-denied', 'credentials-invalid'],
  },
  {
    title: 'a key in a header of the product’s own name is a credential',
    answers: ({ headers }) => (headers['x-fleet-pass'] === 'fl-live-71c0e2' ? OK : DENIED),
    request: "{origin}/positions -H 'X-Fleet-Pass: fl-live-00aa12'",
    as: [{ name: 'new', header: ['X-Fleet-Pass', 'fl-live-71c0e2'] }],
    tells: ['credentials-invalid'],
  },
  {
    title: 'a colon after the scheme word',
    answers: ({ headers }) => (headers.authorization === `Bearer ${MONA}` ? OK : DENIED),
    request: `{origin}/slots -H 'Authorization: Bearer: ${MONA}'`,
    tells: ['credentials-malformed'],
  },
  {
    title: 'a token whose end was cut off',
    answers: ({ headers }) => (headers.authorization === `Bearer ${MONA}` ? OK : DENIED),
    request: `{origin}/slots -H 'Authorization: Bearer ${MONA.slice(0, -9)}'`,
    as: [{ name: 'fresh', header: ['Authorization', `Bearer ${MONA}`] }],
    tells: ['credentials-malformed'],
  },
  {
    title: 'another person’s folder, where the caller’s own passes',
    answers: ({ headers, url }) =>
      headers.authorization === basic('nils:fjord') ? (url === '/nils/' ? OK : DENIED) : json(401, {}),
    request: '-u nils:fjord {origin}/olga/',
    working: '-u nils:fjord {origin}/nils/',
    tells: ['not-owner'],
  },
  {
    title: 'another part of an API is no object of somebody else',
    answers: ({ headers, url }) =>
      headers.authorization === `Bearer ${MONA}` ? (url === '/api/files' ? OK : DENIED) : json(401, {}),
    request: `{origin}/api/analytics -H 'Authorization: Bearer ${MONA}'`,
    working: `{origin}/api/files -H 'Authorization: Bearer ${MONA}'`,
    tells: ['role-missing', 'scope-insufficient', 'feature-unavailable'],
  },
  {
    title: 'another method of JSON-RPC is no object of somebody else',
    answers: ({ text, headers }) =>
      headers.authorization !== `Bearer ${MONA}`
        ? json(401, {})
        : /render\.list/.test(text)
          ? OK
          : json(200, { jsonrpc: '2.0', id: 3, error: { code: -32001, message: 'Forbidden' } }),
    request: `{origin}/rpc -H 'Authorization: Bearer ${MONA}' -d '{"jsonrpc":"2.0","id":3,"method":"render.cancel"}'`,
    working: `{origin}/rpc -H 'Authorization: Bearer ${MONA}' -d '{"jsonrpc":"2.0","id":3,"method":"render.list"}'`,
    tells: ['role-missing', 'scope-insufficient', 'feature-unavailable'],
  },
  {
    title: 'a page of the web server’s own that another login passes',
    answers: ({ headers }) =>
      headers.cookie === 'gate=otto77' ? OK : headers.cookie === 'gate=vera41' ? NGINX : { ...NGINX, status: 401 },
    request: "{origin}/grafana/ -H 'Cookie: gate=vera41'",
    as: [{ name: 'otto', header: ['Cookie', 'gate=otto77'] }],
    tells: ['role-missing', 'policy-denied'],
  },
  {
    title: 'a link that was signed for another path',
    answers: ({ url = '' }) => {
      const { pathname, searchParams: query } = new URL(url, 'http://x');
      return pathname === '/' || query.get('md5') === link(pathname, Number(query.get('expires'))) ? OK : NGINX;
    },
    request: `'{origin}/dl/album.zip?md5=${link('/dl/booklet.pdf', 4_000_000_000)}&expires=4000000000'`,
    working: `'{origin}/dl/booklet.pdf?md5=${link('/dl/booklet.pdf', 4_000_000_000)}&expires=4000000000'`,
    tells: ['credentials-invalid'],
  },
  {
    title: 'a double submit whose halves differ',
    answers: ({ headers, method }) =>
      method === 'GET' || headers['x-csrf-token'] === 'a1b2c3d4e5f60718' ? OK : DENIED,
    request: "{origin}/orders -b 'sid=5f1e; csrf_token=a1b2c3d4e5f60718' -H 'X-CSRF-Token: 0718293a4b5c6d7e' -d 'n=1'",
    tells: ['csrf-invalid'],
  },
  {
    title: 'a Basic pair that nobody encoded',
    answers: ({ headers }) => (headers.authorization === basic('reader:plum-77') ? OK : json(401, {})),
    request: "{origin}/books -H 'Authorization: Basic reader:plum-77'",
    tells: ['credentials-malformed'],
  },
  {
    title: 'a key in the query, where the answer names its header',
    answers: ({ headers }) =>
      headers['x-api-key'] === 'wk-77120c' ? OK : json(403, { error: 'X-Api-Key header is required' }),
    request: '{origin}/maps?api_key=wk-77120c',
    tells: ['credentials-malformed'],
  },
  {
    title: 'a token of the same person after a stronger login',
    answers: ({ headers }) =>
      headers.authorization === `Bearer ${STRONG}`
        ? OK
        : headers.authorization === `Bearer ${WEAK}`
          ? DENIED
          : json(401, {}),
    request: `{origin}/payouts -H 'Authorization: Bearer ${WEAK}'`,
    as: [{ name: 'stronger', header: ['Authorization', `Bearer ${STRONG}`] }],
    tells: ['step-up-required'],
  },
  {
    title: 'another number in the query is another object',
    answers: ({ headers, url }) =>
      headers.authorization !== `Bearer ${MONA}`
        ? json(401, {})
        : !url?.startsWith('/app')
          ? json(404, {})
          : url === '/app?do=order&id=1001'
            ? OK
            : DENIED,
    request: `'{origin}/app?do=order&id=1002' -H 'Authorization: Bearer ${MONA}'`,
    working: `'{origin}/app?do=order&id=1001' -H 'Authorization: Bearer ${MONA}'`,
    tells: ['not-owner'],
  },
  {
    title: 'an answer through a proxy that nothing passed on',
    answers: () => ({ status: 403, body: 'Forbidden', headers: { 'content-type': 'text/plain' } }),
    request: '-x {origin} http://files.example.test/a.iso',
    tells: ['proxy-refused'],
  },
];

async function serve({ answers }: Story): Promise<string> {
  const server = createServer((req, res) => {
    let text = '';
    req.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    req.on('end', () => {
      const { status, headers, body } = answers(Object.assign(req, { text }));
      res.writeHead(status, headers).end(req.method === 'HEAD' ? '' : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function tell(story: Story) {
  const origin = await serve(story);
  const read = (line: string) => (readText(`curl ${line.replaceAll('{origin}', origin)}`, {}) as [Imported])[0];
  return diagnose(
    read(story.request),
    {
      allowWrites: true,
      maxRequests: 12,
      maxWait: 0,
      ...(story.as && { as: story.as }),
      ...(story.working && { working: read(story.working) }),
    },
    { env: {} },
  );
}

describe('a refusal that misleads', () => {
  test.each(stories)('$title', async (story) => {
    const told = await tell(story);
    const steps = told.experiments.map((e) => `${e.id} ${e.changed}: ${e.outcome}`).join('\n');
    expect(story.tells, `${told.verdict.cause} ${told.verdict.probability}\n${steps}`).toContain(told.verdict.cause);
  });
});

test('the form that passes is handed over where words had settled the cause', async () => {
  const told = await tell({
    title: '',
    answers: ({ headers }) =>
      headers.authorization === 'Token 7c9e6679f4d34b8a'
        ? OK
        : json(401, { detail: 'Malformed Authorization header: it must start with Token.' }),
    request: "{origin}/things -H 'Authorization: Bearer 7c9e6679f4d34b8a'",
    tells: ['credentials-malformed'],
  });
  expect(told.verdict.cause).toBe('credentials-malformed');
  const [fix] = told.causes[0]!.fixes;
  expect([fix?.verified, fix?.request?.startsWith('curl ')]).toEqual([true, true]);
});
