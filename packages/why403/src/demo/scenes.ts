import http from 'node:http';
import type { CauseId } from '@why403/core';
import { SESSION, staleToken } from './routes.ts';
import { issueToken } from './tokens.ts';

/** One refusal of the demo: the words behind `why403`, and the cause that the shop really has for it. */
export interface Scene {
  /** Heading of the guide that it stands for. */
  readonly title: string;
  readonly words: readonly string[];
  readonly cause: CauseId;
  /** What has to happen before, so that the refusal is real. */
  before?(): Promise<void>;
}

/** The scenes against a shop that listens at `origin`. `file` says whether it has a file that it may not read. */
export function scenes(origin: string, file: boolean): readonly Scene[] {
  const bearer = (token: string): string => `Authorization: Bearer ${token}`;
  const alice = issueToken({ sub: 'alice', role: 'member', scope: 'orders:read posts:read' });
  const as = (name: string, token: string): readonly string[] => ['--as', `${name}=${bearer(token)}`];
  const form = (fields: string, cookie = ''): readonly string[] => [
    '--allow-writes',
    'curl',
    `${origin}/account/email`,
    '-b',
    `session=${SESSION}${cookie}`,
    '-d',
    fields,
  ];
  const stale = staleToken();
  const get = (path: string, ...headers: readonly string[]): readonly string[] => [
    'curl',
    `${origin}${path}`,
    ...headers.flatMap((h) => ['-H', h]),
  ];
  return [
    { title: 'no token', cause: 'credentials-missing', words: get('/api/orders') },
    {
      title: 'expired token',
      cause: 'credentials-expired',
      words: get('/api/orders', bearer(issueToken({ sub: 'alice', role: 'member', scope: 'orders:read' }, 26 * 3600))),
    },
    {
      title: 'wrong scope',
      cause: 'scope-insufficient',
      words: ['curl', '-X', 'DELETE', ...get('/api/posts/7', bearer(alice)).slice(1)],
    },
    {
      title: 'right token, no role',
      cause: 'role-missing',
      words: [
        ...as('admin', issueToken({ sub: 'dora', role: 'admin', scope: 'orders:read posts:read' })),
        ...get('/api/admin/reports', bearer(alice)),
      ],
    },
    {
      title: "someone else's object",
      cause: 'not-owner',
      words: [
        '--working',
        `curl ${origin}/api/orders/1002 -H '${bearer(alice)}'`,
        ...get('/api/orders/1001', bearer(alice)),
      ],
    },
    { title: 'CSRF token missing', cause: 'csrf-missing', words: form('email=a%40shop.example') },
    {
      title: 'CSRF token stale',
      cause: 'csrf-invalid',
      words: form(`email=a%40shop.example&_csrf=${stale}`, `; csrf=${stale}`),
    },
    { title: 'address not allowed', cause: 'ip-refused', words: get('/internal/metrics') },
    {
      title: 'rate limit as 403',
      cause: 'rate-limited',
      words: get('/api/search', bearer(alice)),
      before: () => exhaust(`${origin}/api/search`, alice),
    },
    ...(file
      ? [
          {
            title: 'unreadable file',
            cause: 'file-permissions' as const,
            words: get('/files/price-list.txt'),
          },
        ]
      : []),
    {
      title: 'API key without scope',
      cause: 'scope-insufficient',
      words: ['curl', '-X', 'DELETE', ...get('/v1/users/7', 'X-API-Key: shop-key-5d41402abc4b2a76').slice(1)],
    },
    { title: 'feature flag off', cause: 'feature-unavailable', words: get('/api/insights', bearer(alice)) },
    {
      title: 'hidden as 404',
      cause: 'object-hidden',
      words: get('/api/projects/atlas', bearer(alice)),
    },
  ];
}

/** Calls until the shop's limit is used up. */
async function exhaust(url: string, token: string): Promise<void> {
  for (let i = 0; i < 5; i++) {
    await new Promise<void>((resolve, reject) => {
      http
        .get(url, { headers: { Authorization: `Bearer ${token}` }, agent: false }, (response) => {
          response.resume();
          response.on('end', resolve);
        })
        .on('error', reject);
    });
  }
}
