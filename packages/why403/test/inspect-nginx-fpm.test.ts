import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasNginx } from '../bench/nginx-agree.ts';
import nginx from '../src/inspect/nginx.ts';
import { startSite, statusAfterFix } from './inspect-nginx-helpers.ts';

const fpm = ['/usr/sbin', '/usr/local/sbin'].flatMap((folder) =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^php-fpm[\d.]*$/.test(name))
        .map((name) => `${folder}/${name}`)
    : [],
)[0];
const able = fpm !== undefined && hasNginx() && process.geteuid?.() === 0;
if (!able) console.log('skipped: a PHP-FPM pool of another user needs php-fpm, nginx and root');

const HTTP = `server { listen 127.0.0.1:@PORT@; server_name _; root @DIR@/www;
location ~ \\.(php|phtml)$ {
fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;
fastcgi_param REQUEST_METHOD $request_method;
fastcgi_pass unix:@DIR@/fpm.sock;
} }`;
const POOL =
  '[global]\nerror_log = @DIR@/fpm.log\ndaemonize = no\n[site]\nuser = www-data\ngroup = www-data\nlisten = @DIR@/fpm.sock\nlisten.owner = www-data\npm = static\npm.max_children = 1\n';

test.skipIf(!able)(
  "behind PHP-FPM the pool's user is the one that has to read the script, and the pool says which endings run",
  async () => {
    const php = '<?php echo "ran";';
    const site = await startSite(HTTP, {
      'fpm.conf': POOL,
      'www/open.php': php,
      'www/shut.php': php,
      'www/deep/in.php': php,
      'www/page.phtml': php,
    });
    const pool = spawn(fpm as string, ['-F', '-y', join(site.dir, 'fpm.conf')], { stdio: 'ignore' });
    try {
      for (let i = 0; i < 250 && !existsSync(join(site.dir, 'fpm.sock')); i++)
        await new Promise((resolve) => setTimeout(resolve, 20));
      chmodSync(join(site.dir, 'www/shut.php'), 0o600);
      chmodSync(join(site.dir, 'www/deep'), 0o700);
      expect((await site.ask({ path: '/open.php' })).response?.status).toBe(200);
      const inspect = async (path: string): ReturnType<typeof nginx.inspect> => {
        const exchange = await site.ask({ path });
        expect(exchange.response?.status).toBe(path.startsWith('/deep') ? 404 : 403);
        return nginx.inspect(exchange, { config: site.config, errorLog: join(site.dir, 'error.log') });
      };

      const shut = (await inspect('/shut.php')).findings;
      expect(shut.map(({ cause, weight, quote }) => [cause, weight, quote])).toEqual([
        ['file-permissions', 'proves', `-rw------- root root ${site.dir}/www/shut.php`],
      ]);
      expect(await statusAfterFix(site, shut[0]?.fixes[0]?.commands ?? [], { path: '/shut.php' })).toBe(200);

      const ending = (await inspect('/page.phtml')).findings;
      expect(ending.map(({ cause, weight, location }) => [cause, weight, location])).toEqual([
        ['server-rule', 'proves', { file: join(site.dir, 'fpm.conf') }],
      ]);
      expect(ending[0]?.says).toBe(
        `PHP-FPM's pool site runs only .php .phar, and the script is ${site.dir}/www/page.phtml.`,
      );

      // FPM says 404 to a script that it cannot reach.
      const deep = (await inspect('/deep/in.php')).findings;
      expect(deep.map(({ cause, quote }) => [cause, quote])).toEqual([
        ['file-permissions', `drwx------ root root ${site.dir}/www/deep`],
      ]);
    } finally {
      const ended = new Promise((resolve) => pool.once('exit', resolve));
      pool.kill('SIGTERM');
      if (pool.exitCode === null) await ended;
      await site.stop();
    }
  },
);
