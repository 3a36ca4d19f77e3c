import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { CauseId } from '@why403/core';
import { describe, expect, test } from 'vitest';
import { hasNginx } from '../bench/nginx-agree.ts';
import type { DrawnRequest } from '../bench/nginx-generate.ts';
import nginx from '../src/inspect/nginx.ts';
import type { Inspection } from '../src/inspect/types.ts';
import { server } from './inspect-nginx-cases.ts';
import { type Site, startSite } from './inspect-nginx-helpers.ts';

const here = hasNginx();
if (!here) console.log('skipped: nginx is not installed');

const now = Math.floor(Date.now() / 1000);
const link = (text: string): string => createHash('md5').update(text).digest('base64url');
const ARGS =
  'location / { secure_link $arg_md5,$arg_e;\n secure_link_md5 "$secure_link_expires$uri key";\n if ($secure_link = "") { return 403; }\n if ($secure_link = "0") { return 410; } }';
const PAGE = 'error_page 403 /refused.html; location = /refused.html { return 200 no; }\n';
const PATH =
  'location ~ ^/s/(?<hash>[^/]+)/(?<until>\\d+)(?<rest>/.*)$ { secure_link $hash,$until;\n secure_link_md5 "key $rest $until"; if ($secure_link != "1") { return 403; } rewrite .* $rest last; }';
const OLD = 'location /p/ { secure_link_secret key; if ($secure_link = "") { return 403; } rewrite ^ /a.txt last; }';
const COOKIE =
  'location / { secure_link $cookie_pass; secure_link_md5 "$remote_addr$uri key"; if ($secure_link = "") { return 403; } }';

async function inspect(site: Site, request: Partial<DrawnRequest>, status: number): Promise<Inspection> {
  const exchange = await site.ask(request);
  expect(exchange.response?.status).toBe(status);
  return nginx.inspect(exchange, { config: site.config, errorLog: join(site.dir, 'error.log') });
}

interface Link {
  readonly title: string;
  readonly http: string;
  readonly request: Partial<DrawnRequest>;
  readonly status?: number;
  readonly cause: CauseId;
}

const LINKS: readonly Link[] = [
  {
    title: "another file's signature",
    http: ARGS,
    request: { path: `/a.txt?x=1&md5=${link(`${now + 900}/index.html key`)}&e=${now + 900}` },
    cause: 'credentials-invalid',
  },
  {
    title: 'a time that is over',
    http: ARGS,
    request: { path: `/a.txt?md5=${link(`${now - 900}/a.txt key`)}&e=${now - 900}` },
    status: 410,
    cause: 'credentials-expired',
  },
  { title: 'no signature', http: ARGS, request: { path: '/a.txt?x=1' }, cause: 'credentials-missing' },
  {
    title: 'no signature, where an error page stands before the refusal',
    http: `${PAGE}${ARGS}`,
    request: { path: '/a.txt' },
    cause: 'credentials-missing',
  },
  {
    title: 'a time that is over in the path',
    http: PATH,
    request: { path: `/s/${link(`key /a.txt ${now - 900}`)}/${now - 900}/a.txt` },
    cause: 'credentials-expired',
  },
  {
    title: 'a wrong secret of the older kind',
    http: OLD,
    request: { path: `/p/${createHash('md5').update('a.txtother').digest('hex')}/a.txt` },
    cause: 'credentials-invalid',
  },
  {
    title: 'no signature of the older kind',
    http: OLD,
    request: { path: '/p/a.txt' },
    cause: 'credentials-missing',
  },
  {
    title: "a cookie made for another caller's address",
    http: COOKIE,
    request: { path: '/a.txt', headers: [['Cookie', `lang=en; pass=${link('192.0.2.1/a.txt key')}`]] },
    cause: 'credentials-invalid',
  },
];

describe.skipIf(!here)('nginx gives the link as its own configuration signs it, and the real server takes it', () => {
  for (const one of LINKS)
    test(one.title, async () => {
      const site = await startSite(server(one.http));
      try {
        const { findings, unseen } = await inspect(site, one.request, one.status ?? 403);
        expect(unseen).toEqual([]);
        expect(findings.map(({ cause, weight }) => [cause, weight])).toEqual([[one.cause, 'proves']]);
        expect(findings[0]?.fixes.map(({ commands }) => commands)).toEqual([[]]);
        const { request, secrets } = findings[0]?.fixes[0]?.mended ?? {};
        expect(secrets).toHaveLength(1);
        const { pathname, search } = new URL(request?.url ?? '');
        const answer = await site.ask({ path: `${pathname}${search}`, headers: request?.headers ?? [] });
        expect(answer.response?.status).toBe(200);
      } finally {
        await site.stop();
      }
    });

  test('not where another rule would still refuse it, nor where the signature comes from what is not seen', async () => {
    for (const http of [
      ARGS.replace('{ secure_link', '{ deny all; secure_link'),
      ARGS.replace('$uri key', '$msec key').replace('return 410', 'return 403'),
    ]) {
      const site = await startSite(server(http));
      try {
        const { findings } = await inspect(site, { path: '/a.txt' }, 403);
        expect(findings[0]?.cause).toBe('credentials-missing');
        expect(findings.flatMap(({ fixes }) => fixes).filter(({ mended }) => mended)).toEqual([]);
      } finally {
        await site.stop();
      }
    }
  });
});

const GATE =
  'location / { auth_request /gate; }\nlocation = /gate { internal; if ($cookie_gate = "") { return 401; } if ($cookie_gate != "otto") { return 403; } return 204; }';
const AGENT =
  'location / { auth_request /gate; }\nlocation = /gate { internal; if ($http_user_agent ~ "wget") { return 403; } return 204; }';
const SERVICE = `location / { auth_request /gate; }\nlocation = /gate { internal; proxy_pass http://127.0.0.1:@PORT@/service; }\nlocation = /service { auth_request off; if ($http_authorization = "") { return 401; } return 403; }`;

describe.skipIf(!here)('the answer of a sub-request is told as what it says of the caller', () => {
  for (const [title, http, headers, status, told] of [
    ['somebody whom it does not let in', GATE, [['Cookie', 'gate=vera']], 403, [['role-missing', 'suggests']]],
    ['nobody', GATE, [], 401, [['credentials-missing', 'proves']]],
    ['a program', AGENT, [['User-Agent', 'wget']], 403, [['client-refused', 'proves']]],
    ['somebody whom a service knows', SERVICE, [['Authorization', 'Bearer x']], 403, [['role-missing', 'suggests']]],
    ['nobody, says a service', SERVICE, [], 401, [['credentials-missing', 'suggests']]],
  ] as const)
    test(title, async () => {
      const site = await startSite(server(http));
      try {
        const { findings } = await inspect(site, { path: '/a.txt', headers }, status);
        expect(findings.map(({ cause, weight }) => [cause, weight])).toEqual(told);
        expect(findings[0]?.quote).toContain('auth_request /gate');
        expect(findings[0]?.says).toMatch(/sub-request to \/gate answered \d{3}.*, through ".*" at /);
      } finally {
        await site.stop();
      }
    });
});
