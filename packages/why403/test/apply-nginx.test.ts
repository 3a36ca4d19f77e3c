import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasNginx } from '../bench/nginx-agree.ts';
import { applyFix } from '../src/inspect/apply.ts';
import nginx from '../src/inspect/nginx.ts';
import type { ServerFix } from '../src/inspect/types.ts';
import { stateFolder } from '../src/shared/state-folder.ts';
import { startSite } from './inspect-nginx-helpers.ts';

const here = hasNginx();
if (!here) console.log('skipped: nginx is not installed');
const HTTP =
  'server { listen 127.0.0.1:@PORT@; server_name _; root @DIR@/www;\nlocation / {\nallow 10.0.0.0/8;\ndeny all;\n} }';

const folders = (dir: string) => ({
  journals: () => stateFolder({ XDG_STATE_HOME: join(dir, 'state') }, 'apply'),
  copies: () => stateFolder({ XDG_STATE_HOME: join(dir, 'state') }, 'backups'),
});

test.skipIf(!here)('a fix found for real nginx is applied, helps, and leaves a copy of the configuration', async () => {
  const site = await startSite(HTTP);
  try {
    const exchange = await site.ask({ path: '/a.txt' });
    const before = readFileSync(site.config, 'utf8');
    const fix = (await nginx.inspect(exchange, { config: site.config })).findings[0]?.fixes[0];
    if (!fix) throw new Error('no fix was found');
    const send = async (): Promise<number> => (await site.ask({ path: '/a.txt' })).response?.status ?? 0;
    const result = await applyFix(fix, { ...folders(site.dir), confirm: () => Promise.resolve(true), send });
    expect(result).toMatchObject({ applied: true, status: 200 });
    expect(readFileSync(result.backups[0] as string, 'utf8')).toBe(before);
    expect(readFileSync(site.config, 'utf8')).toContain('allow 127.0.0.1; deny all;');
  } finally {
    await site.stop();
  }
});

test.skipIf(!here)('a change that nginx does not take is put back before the server sees it', async () => {
  const site = await startSite(HTTP);
  try {
    const exchange = await site.ask({ path: '/a.txt' });
    const before = readFileSync(site.config, 'utf8');
    const fix = (await nginx.inspect(exchange, { config: site.config })).findings[0]?.fixes[0];
    if (!fix) throw new Error('no fix was found');
    const line = before.split('\n').indexOf('deny all;') + 1;
    const edit = { op: 'swap', line, from: 'deny', to: 'denny' } as const;
    const broken: ServerFix = { ...fix, changes: [{ kind: 'edit', path: site.config, edits: [edit] }] };
    let sent = 0;
    const result = await applyFix(broken, {
      ...folders(site.dir),
      confirm: () => Promise.resolve(true),
      send: () => {
        sent++;
        return Promise.resolve(200);
      },
    });
    expect(result).toMatchObject({ applied: false, code: 'command-failed' });
    expect(result.says).toContain('Everything is as it was before.');
    expect(sent).toBe(0);
    expect(readFileSync(site.config, 'utf8')).toBe(before);
    expect((await site.ask({ path: '/a.txt' })).response?.status).toBe(403);
    expect(readdirSync(site.dir).filter((name) => name.includes('restore'))).toEqual([]);
    expect(readFileSync(join(site.dir, 'nginx.pid'), 'utf8').trim()).toMatch(/^\d+$/);
  } finally {
    await site.stop();
  }
});
