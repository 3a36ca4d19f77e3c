import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  allOf,
  allowIps,
  authenticated,
  bearer,
  createGuard,
  csrf,
  flag,
  owner,
  predicate,
  role,
  scope,
  session,
} from '@why403/guard';
import { type NodeListener, node } from '@why403/guard/node';
import { TOKENS } from './tokens.ts';
import type { UnreadableFile } from './unreadable.ts';

/** A route of the shop: its method, or `*`, and the whole of its path. */
export type Route = readonly [method: string, path: RegExp, listener: NodeListener];

interface Order {
  readonly id: string;
  readonly ownerId: string;
  readonly total: number;
}

const ORDERS: readonly Order[] = [
  { id: '1001', ownerId: 'bob', total: 42 },
  { id: '1002', ownerId: 'alice', total: 17 },
];
const SEARCHES = { most: 5, windowMs: 2000 } as const;
const API_KEYS: Readonly<Record<string, readonly string[]>> = { 'shop-key-5d41402abc4b2a76': ['read:users'] };

/** The cookie of a session that the shop knows, and of the one that it had before the login. */
export const SESSION = 's-7f3c09a1';
const BEFORE_LOGIN = 's-00000000';

const sessionOf = (request: { readonly headers: IncomingMessage['headers'] }): string | undefined =>
  /(?:^|; )session=([\w-]{1,64})/.exec(request.headers.cookie ?? '')?.[1];

/** `secure` is off since the shop listens without TLS, on loopback. */
const forms = csrf({ keys: randomBytes(32), secure: false, session: sessionOf });

/** A token of a page that was loaded before the login: it belongs to a session that is gone. */
export function staleToken(): string {
  return forms.issue({ headers: { cookie: `session=${BEFORE_LOGIN}` } }).token;
}

/** The shop's routes: most of them guarded, some with checks written by hand, as they are everywhere. */
export function shopRoutes(file: UnreadableFile | undefined): readonly Route[] {
  const authenticate = bearer(TOKENS);
  const api = node(createGuard({ authenticate }));
  // an older part of the shop tells nobody why
  const mute = node(createGuard({ authenticate, disclose: 'none' }));
  const find = (id: string) => (id === SESSION ? { subject: 'alice', session: id } : undefined);
  const site = node(createGuard({ authenticate: session({ cookie: 'session', find }) }));
  const inside = node(createGuard());

  const member = predicate('member of the project', ({ subject }) => subject === 'carol');
  const routes: Route[] = [
    ['GET', /^\/api\/orders$/, api(authenticated(), (_, res) => json(res, 200, ORDERS.length))],
    [
      'GET',
      /^\/api\/orders\/\d{1,9}$/,
      mute(owner(orderOf, { what: 'order' }), (_, res, { object }) => json(res, 200, object)),
    ],
    ['DELETE', /^\/api\/posts\/7$/, api(scope('posts:delete'), (_, res) => json(res, 200, { deleted: 7 }))],
    ['GET', /^\/api\/admin\/reports$/, mute(role('admin'), (_, res) => json(res, 200, { reports: [] }))],
    [
      'GET',
      /^\/api\/insights$/,
      api(allOf(authenticated(), flag('insights', { on: () => false, tell: 'hint' })), (_, res) => json(res, 200, {})),
    ],
    // who is no member is not told whether the project exists
    [
      'GET',
      /^\/api\/projects\/[a-z]{1,20}$/,
      api(member, (_, res) => json(res, 200, { name: 'atlas' }), { hide: true }),
    ],
    ['GET', /^\/api\/search$/, api(authenticated(), searching())],
    ['GET', /^\/internal\/metrics$/, inside(allowIps('10.20.0.0/16'), (_, res) => json(res, 200, { up: 1 }))],
    ['GET', /^\/account\/email$/, site(authenticated(), showForm)],
    ['POST', /^\/account\/email$/, site(allOf(authenticated(), forms), (_, res) => page(res, 200, 'Saved'))],
    ['DELETE', /^\/v1\/users\/7$/, deleteUser],
  ];
  return file ? [...routes, ['GET', /^\/files\/price-list\.txt$/, (_, res) => sendFile(res, file)]] : routes;
}

function orderOf({ url }: IncomingMessage): Order | undefined {
  return ORDERS.find(({ id }) => url?.endsWith(`/${id}`));
}

function showForm(request: IncomingMessage, response: ServerResponse): void {
  const { token, setCookie } = forms.issue(request);
  response.setHeader('Set-Cookie', setCookie);
  const inner = `<form method="post"><input type="hidden" name="_csrf" value="${token}"><input name="email"></form>`;
  page(response, 200, inner);
}

/** By hand: a key and its scopes. */
function deleteUser(request: IncomingMessage, response: ServerResponse): void {
  const scopes = API_KEYS[String(request.headers['x-api-key'])];
  if (!scopes) json(response, 401, { error: 'invalid_api_key' });
  else if (scopes.includes('delete:users')) json(response, 200, { deleted: 7 });
  else json(response, 403, { error: 'insufficient_scope', required: 'delete:users' });
}

/** By hand: a limit on requests that is told as a 403, as many are. */
function searching(): NodeListener {
  const searches: number[] = [];
  return (_, response) => {
    const now = Date.now();
    while (searches.length && searches[0]! <= now - SEARCHES.windowMs) searches.shift();
    const left = Math.max(0, SEARCHES.most - searches.length - 1);
    response.setHeader('X-RateLimit-Limit', String(SEARCHES.most)).setHeader('X-RateLimit-Remaining', String(left));
    if (searches.length < SEARCHES.most) {
      searches.push(now);
      return json(response, 200, { results: [] });
    }
    response.setHeader('Retry-After', String(Math.ceil((searches[0]! + SEARCHES.windowMs - now) / 1000)));
    json(response, 403, { error: 'forbidden', message: 'Too many requests' });
  };
}

function sendFile(response: ServerResponse, file: UnreadableFile): void {
  try {
    response.setHeader('Content-Type', 'text/plain').end(file.read());
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === 'EACCES') page(response, 403, `${code}: permission denied, ${syscall} 'price-list.txt'`);
    else page(response, 500, 'Internal Server Error');
  }
}

/** Sends a value as JSON. */
export function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
}

function page(response: ServerResponse, status: number, inner: string): void {
  response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(`<!doctype html><p>${inner}</p>`);
}
