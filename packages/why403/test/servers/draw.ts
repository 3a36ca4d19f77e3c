// Draws a server: its cause, and everything beside it that makes servers differ.
import type { CauseId } from '@why403/core';
import { type Check, KINDS } from './checks.ts';
import { type Caller, credentialOf } from './credentials.ts';
import type { Axes, Scenario, SessionKind, Told } from './model.ts';
import { type Chance, chance } from './random.ts';
import { server } from './server.ts';

const TOLD: readonly Told[] = ['nothing', 'nothing', 'status', 'status', 'code', 'sentence'];
const PATHS: Readonly<Record<Axes['family'], readonly string[]>> = {
  static: ['/files/report.pdf', '/private/notes.txt', '/docs/internal/plan.html'],
  api: [
    '/api/orders/8',
    '/v1/accounts/acc_82/invoices/8',
    '/api/v2/projects/blue/members',
    '/orders/5f3c9a10-8b1e-4c7d-9a52-0c1d2e3f4a5b',
  ],
  app: ['/account/orders/8', '/admin/users', '/posts/8/edit', '/settings'],
  gateway: ['/quotes', '/v3/search', '/data/daily.json'],
  storage: ['/bucket/q3.csv', '/media/clip.mp4'],
};
/** How often a check of what the caller may do leaves reading open; a guess, as everything here that is drawn. */
const WRITES: Partial<Readonly<Record<CauseId, number>>> = {
  'role-missing': 0.6,
  'scope-insufficient': 0.6,
  'step-up-required': 0.5,
};
const GOOD: Caller = { name: 'user', role: 'user', scopes: ['read'], state: 'good' };
const ADMIN: Caller = { name: 'admin', role: 'admin', scopes: ['read', 'write', 'admin'], state: 'good' };

/** The server of a seed. The causes come in turn, so that each is seen as often. */
export function scenario(seed: number): Scenario {
  const draw = chance(seed);
  const [cause, check] = KINDS[seed % KINDS.length]!;
  const axes = axesOf(cause, check, draw);
  const state = cause === 'credentials-expired' ? 'expired' : cause === 'credentials-invalid' ? 'revoked' : 'good';
  const user = credentialOf(axes.session, { ...GOOD, state }, draw);
  // somebody else, or, where it is the login that is stale, the same person with more rights
  const renewed = cause === 'credentials-invalid' || cause === 'credentials-expired';
  const other = renewed && draw.is(0.4) ? { ...GOOD, scopes: ADMIN.scopes } : ADMIN;
  const admin = credentialOf(axes.session, other, draw);
  const place = placeOf(axes.session, user.words);
  const adminHeader = admin.header && moved(admin.header, axes.session, place);
  const url = (query: string, value: string): string => `{origin}${axes.path}${withKey(axes.session, query, value)}`;
  const [bad, good] = check.query ?? ['', ''];
  const sent =
    cause === 'credentials-missing'
      ? []
      : cause === 'credentials-malformed'
        ? spoilt(axes.session, user.words, draw)
        : user.words;
  const method =
    axes.method === 'GET' ? [] : ['-X', axes.method, ...(axes.method === 'DELETE' ? [] : ['-d', 'name=lamp'])];
  const key = cause === 'credentials-missing' ? '' : user.value;
  const request = [url(bad, key), ...method, ...sent, ...check.bad];
  const helps = check.good.length > 0 || check.query !== undefined;
  const elsewhere =
    draw.is(0.3) &&
    axes.reach === 'path' &&
    !['credentials-missing', 'credentials-invalid', 'credentials-expired'].includes(cause);
  const working =
    helps && draw.is(0.5)
      ? [url(good, key), ...method, ...user.words, ...check.good]
      : elsewhere && check.admin
        ? [`{origin}/mine${withKey(axes.session, '', key)}`, ...user.words]
        : undefined;
  return {
    id: `${cause}/${axes.family}/${seed}`,
    axes,
    request,
    ...(working && { working }),
    ...(adminHeader &&
      check.families.some((f) => f !== 'static') &&
      axes.session !== 'none' &&
      draw.is(0.5) && { as: adminHeader }),
    handler: server(axes, check, { user: user.value, admin: admin.value, place }, seed),
  };
}

function axesOf(cause: CauseId, check: Check, draw: Chance): Axes {
  const family = draw.pick(check.families);
  const fitting = check.sessions.filter((kind) => fits(kind, family));
  const session: SessionKind = draw.pick(fitting.length ? fitting : check.sessions);
  const uniform = draw.is(0.35);
  const method = draw.pick(check.methods);
  return {
    cause,
    family,
    session,
    told: draw.pick(TOLD),
    stage: check.before && (session === 'none' || draw.is(0.6)) ? 'before' : 'after',
    reach: draw.pick(
      cause === 'file-permissions' || cause === 'directory-listing'
        ? ['path']
        : (['path', 'folder', 'folder', 'site'] as const),
    ),
    uniform,
    status: draw.pick(check.statuses),
    method: family === 'static' && method !== 'GET' && cause !== 'method-refused' ? 'GET' : method,
    path: cause === 'directory-listing' ? draw.pick(['/files/', '/img/icons/']) : draw.pick(PATHS[family]),
    writesOnly: method !== 'GET' && draw.is(WRITES[cause] ?? 0.3),
    root: draw.pick(['page', 'list', 'absent'] as const),
    health: draw.is(0.4),
    cors: draw.is(0.3),
    noHead: draw.is(0.2),
    requestIds: draw.is(0.4),
    limit: draw.is(0.08) ? 30 : Number.POSITIVE_INFINITY,
    flaky: draw.is(0.05) ? 6 : 0,
  };
}

function fits(kind: SessionKind, family: Axes['family']): boolean {
  const of: Readonly<Record<Axes['family'], readonly SessionKind[]>> = {
    static: ['none', 'basic', 'cookie'],
    api: ['none', 'bearer', 'jwt', 'basic', 'key-header'],
    app: ['none', 'cookie'],
    gateway: ['none', 'key-header', 'key-query', 'jwt'],
    storage: ['signed'],
  };
  return of[family].includes(kind);
}

/** Where this server looks for the credential: the cookie's or header's name. */
function placeOf(kind: SessionKind, words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return kind === 'cookie' ? last.split('=', 1)[0]! : last.split(':', 1)[0]!;
}

function moved(header: string, kind: SessionKind, place: string): string {
  const value = header.slice(header.indexOf(': ') + 2);
  if (kind === 'cookie') return `Cookie: ${place}=${value.slice(value.indexOf('=') + 1)}`;
  return kind === 'key-header' ? `${place}: ${value}` : header;
}

function withKey(kind: SessionKind, query: string, value: string): string {
  if ((kind !== 'key-query' && kind !== 'signed') || !value) return query;
  return `${query || '?'}${query ? '&' : ''}${kind === 'signed' ? 'expires=1700000000&sig' : 'api_key'}=${value}`;
}

function spoilt(kind: SessionKind, words: readonly string[], draw: Chance): readonly string[] {
  const [flag = '', header = ''] = words;
  if (kind === 'key-header') return [flag, `Authorization: ${header.slice(header.indexOf(': ') + 2)}`];
  return [
    flag,
    draw.pick([
      header.replace('Bearer ', ''),
      header.replace('Bearer ', 'Token '),
      header.replace('Bearer ', 'Bearer Bearer '),
    ]),
  ];
}
