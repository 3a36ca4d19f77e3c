import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasNginx } from '../bench/nginx-agree.ts';
import nginx from '../src/inspect/nginx.ts';
import { CASES, type Case, server } from './inspect-nginx-cases.ts';
import { type Site, startSite, statusAfterFix } from './inspect-nginx-helpers.ts';

const here = hasNginx();
if (!here) console.log('skipped: nginx is not installed');
const isRoot = process.geteuid?.() === 0;

async function check(one: Case, site: Site): Promise<void> {
  const exchange = await site.ask(one.request);
  expect(exchange.response?.status).toBe(one.status);
  const [input] = await nginx.find({
    config: site.config,
    errorLog: join(site.dir, 'error.log'),
    ...(isRoot ? { worker: 'www-data' } : {}),
  });
  if (!input) throw new Error('the inspector does not know its own configuration');
  const { findings, unseen } = await nginx.inspect(exchange, input);
  expect(unseen).toEqual([]);
  const [first] = findings;
  expect(first).toMatchObject({ cause: one.cause, weight: 'proves', by: 'nginx' });
  expect(first?.quote).toContain(one.quote);
  // Whatever else is found says the same: a surplus cause is a wrong one.
  expect(new Set(findings.map(({ cause }) => cause))).toEqual(new Set([one.cause]));
  if (first?.location?.line !== undefined) expect(first.location.line).toBeGreaterThan(0);
  const fix = first?.fixes.find(({ commands }) => commands.length > 0);
  expect(fix !== undefined).toBe(one.fix);
  if (fix) expect(await statusAfterFix(site, fix.commands, one.request)).toBeLessThan(400);
}

describe.skipIf(!here)('nginx says which line refused it, and its fix lets the real request through', () => {
  for (const one of CASES)
    test.skipIf(one.root === true && !isRoot)(one.title, async () => {
      const site = await startSite(one.http, one.files, one.before);
      try {
        one.prepare?.(site.dir);
        await check(one, site);
        one.after?.(site.dir);
      } finally {
        await site.stop();
      }
    });
});

test.skipIf(!here)('what a rule compares credentials with stays out of the report', async () => {
  const site = await startSite(
    server(
      'if ($http_authorization != "Bearer s3cret-1") { return 403; }\nlocation /dl/ { secure_link $arg_s; secure_link_md5 "$uri s3cret-2"; if ($secure_link = "") { return 403; } }',
    ),
  );
  try {
    const [input] = await nginx.find({ config: site.config, errorLog: join(site.dir, 'error.log') });
    for (const headers of [[], [['Authorization', 'Bearer s3cret-1'] as const]]) {
      const found = await nginx.inspect(await site.ask({ path: '/dl/x', headers }), input ?? {});
      expect(found.findings[0]?.cause).toBe('credentials-missing');
      expect(JSON.stringify(found)).not.toContain('s3cret');
    }
  } finally {
    await site.stop();
  }
});

test.skipIf(!here)('a limit told as 403 is named by the line of the log', async () => {
  const site = await startSite(
    `limit_req_zone $binary_remote_addr zone=one:1m rate=1r/m; limit_req_status 403;\n${server('location /a { limit_req zone=one; }')}`,
  );
  try {
    await site.ask({ path: '/a.txt' });
    const exchange = await site.ask({ path: '/a.txt' });
    expect(exchange.response?.status).toBe(403);
    const { findings } = await nginx.inspect(exchange, { config: site.config, errorLog: join(site.dir, 'error.log') });
    expect(findings.map(({ cause, weight }) => [cause, weight])).toEqual([
      ['rate-limited', 'proves'],
      ['rate-limited', 'suggests'],
    ]);
  } finally {
    await site.stop();
  }
});

test.skipIf(!here)('what a fix would open besides is told, and on the real server just that opens', async () => {
  const site = await startSite(
    `set_real_ip_from 127.0.0.1; real_ip_header X-Forwarded-For;
${server('location /export/ {\n deny all;\n}\nlocation /other/ { deny all; }')}`,
    { 'www/export/a.csv': 'a', 'www/export/b.csv': 'b', 'www/other/c.csv': 'c' },
  );
  try {
    const [input] = await nginx.find({ config: site.config });
    const exchange = await site.ask({ path: '/export/a.csv' });
    const [byAddress, byPath] = (await nginx.inspect(exchange, input ?? {})).findings[0]?.fixes ?? [];
    expect(byAddress?.opens).toEqual(['GET of other names like it in /export/ to 127.0.0.1']);
    expect(byPath?.opens).toEqual(['GET /export/a.csv to everyone']);
    expect(await statusAfterFix(site, byAddress?.commands ?? [], { path: '/export/a.csv' })).toBe(200);
    const status = async (path: string, from?: string): Promise<number | undefined> =>
      (await site.ask({ path, headers: from ? [['X-Forwarded-For', from]] : [] })).response?.status;
    // after a reload the workers of before may still take a connection or two
    await expect.poll(() => status('/export/b.csv'), { timeout: 5000, interval: 100 }).toBe(200);
    expect(await status('/export/a.csv', '198.51.100.9')).toBe(403);
    expect(await status('/other/c.csv')).toBe(403);
  } finally {
    await site.stop();
  }
});
