import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Caller, csrfToken, readToken } from './tokens.ts';
import type { UnreadableFile } from './unreadable.ts';

/** The demo's shop, listening on loopback. */
export interface App {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  close(): Promise<void>;
}

interface Call {
  readonly request: http.IncomingMessage;
  readonly method: string;
  readonly path: string;
  readonly body: string;
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

const ORDERS: Readonly<Record<string, { readonly owner: string; readonly total: number }>> = {
  '1001': { owner: 'bob', total: 42 },
  '1002': { owner: 'alice', total: 17 },
};
const API_KEYS: Readonly<Record<string, readonly string[]>> = { 'shop-key-5d41402abc4b2a76': ['read:users'] };
const SESSIONS = new Set(['s-7f3c09a1']);
/** The form's round: an older page's token is stale, as after a new login. */
const ROUND = 2;
const SEARCHES = { most: 5, windowMs: 2000 } as const;

/** Starts the shop: small and ordinary, each of its checks written as such checks are written. */
export async function startApp(file: UnreadableFile | undefined): Promise<App> {
  const searches: number[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const path = (request.url ?? '/').split('?', 1)[0]!;
      const call = { request, method: request.method ?? '', path, body: Buffer.concat(chunks).toString() };
      const { status, headers, body } = answer(call, searches, file);
      response.writeHead(status, headers).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function answer(call: Call, searches: number[], file: UnreadableFile | undefined): Answer {
  const { method, path } = call;
  if (path === '/account/email') return changeEmail(call);
  if (path.startsWith('/internal/')) return metrics(call);
  if (path === '/files/price-list.txt' && file) return sendFile(file);
  if (path === '/v1/users/7' && method === 'DELETE') return deleteUser(call);
  if (!path.startsWith('/api/')) return json(404, { error: 'not_found' });
  const caller = callerOf(call);
  return 'status' in caller ? caller : api(call, caller, searches);
}

/** The routes behind the Bearer token. */
function api({ method, path }: Call, caller: Caller, searches: number[]): Answer {
  const order = ORDERS[/^\/api\/orders\/(\d{1,9})$/.exec(path)?.[1] ?? ''];
  if (path === '/api/orders') return json(200, Object.keys(ORDERS));
  if (order)
    return order.owner === caller.sub
      ? json(200, order)
      : json(403, { error: 'forbidden', message: 'This order belongs to another customer' });
  if (path === '/api/posts/7' && method === 'DELETE')
    return caller.scope.split(' ').includes('posts:delete')
      ? json(200, { deleted: 7 })
      : json(
          403,
          { error: 'insufficient_scope' },
          { 'WWW-Authenticate': 'Bearer error="insufficient_scope", scope="posts:delete"' },
        );
  if (path === '/api/admin/reports')
    return caller.role === 'admin' ? json(200, { reports: [] }) : json(403, { error: 'Forbidden' });
  if (path === '/api/insights')
    return json(403, { error: 'feature_disabled', message: 'Insights is not enabled for your account' });
  // who is no member is not told whether the project exists
  if (path.startsWith('/api/projects/'))
    return path.endsWith('/atlas') && caller.sub === 'carol'
      ? json(200, { name: 'atlas' })
      : json(404, { error: 'not_found', message: 'No such project, or it is private' });
  if (path === '/api/search') return search(searches);
  return json(404, { error: 'not_found' });
}

function callerOf({ request }: Call): Caller | Answer {
  const header = request.headers.authorization;
  if (header === undefined) return json(403, { error: 'forbidden', message: 'No access token was sent' });
  const caller = readToken(header.replace(/^Bearer /i, ''));
  if (typeof caller !== 'string') return caller;
  return json(
    401,
    { error: 'invalid_token', message: `The access token is ${caller}` },
    { 'WWW-Authenticate': 'Bearer realm="shop", error="invalid_token"' },
  );
}

function deleteUser({ request }: Call): Answer {
  const scopes = API_KEYS[String(request.headers['x-api-key'])];
  if (!scopes) return json(401, { error: 'invalid_api_key' });
  if (!scopes.includes('delete:users')) return json(403, { error: 'insufficient_scope', required: 'delete:users' });
  return json(200, { deleted: 7 });
}

/** A form and what it posts to; the token belongs to the session and to the form's round. */
function changeEmail({ request, method, body }: Call): Answer {
  const session = /(?:^|; )session=([\w-]{1,64})/.exec(request.headers.cookie ?? '')?.[1] ?? '';
  if (!SESSIONS.has(session)) return page(401, 'Please log in');
  const wanted = csrfToken(session, ROUND);
  if (method !== 'POST')
    return page(
      200,
      `<form method="post"><input type="hidden" name="csrf_token" value="${wanted}"><input name="email"></form>`,
    );
  const sent = new URLSearchParams(body).get('csrf_token');
  if (sent === null) return page(403, 'CSRF token is missing');
  return sent === wanted ? page(200, 'Saved') : page(403, 'Forbidden');
}

function metrics({ request }: Call): Answer {
  const address = request.socket.remoteAddress ?? '';
  if (address.startsWith('10.20.')) return json(200, { up: 1 });
  return json(403, { error: 'forbidden', message: `IP address ${address} is not on the allowlist` });
}

/** A limit on requests that the shop tells as a 403, as many do. */
function search(searches: number[]): Answer {
  const now = Date.now();
  while (searches.length && searches[0]! <= now - SEARCHES.windowMs) searches.shift();
  const left = Math.max(0, SEARCHES.most - searches.length - 1);
  const limits = { 'X-RateLimit-Limit': String(SEARCHES.most), 'X-RateLimit-Remaining': String(left) };
  if (searches.length >= SEARCHES.most) {
    const wait = Math.ceil((searches[0]! + SEARCHES.windowMs - now) / 1000);
    return json(403, { error: 'forbidden', message: 'Too many requests' }, { ...limits, 'Retry-After': String(wait) });
  }
  searches.push(now);
  return json(200, { results: [] }, limits);
}

function sendFile(file: UnreadableFile): Answer {
  try {
    return { status: 200, headers: { 'Content-Type': 'text/plain' }, body: file.read() };
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    return code === 'EACCES'
      ? page(403, `${code}: permission denied, ${syscall} 'price-list.txt'`)
      : page(500, 'Internal Server Error');
  }
}

function json(status: number, value: unknown, headers: Answer['headers'] = {}): Answer {
  return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(value) };
}

function page(status: number, inner: string): Answer {
  return {
    status,
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: `<!doctype html><p>${inner}</p>`,
  };
}
