import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { installed, isRoot, type Running, startServer } from '../inspect-real-servers.ts';
import { diagnosed, folder, why403 } from './support.ts';

const here = installed('apache2') && isRoot;
if (!isRoot) console.log('skipped: Apache is started by root here');

async function site(rules: string): Promise<Running> {
  const server = await startServer({
    config: 'apache2.conf',
    text: `ServerRoot @DIR@
ServerName localhost
PidFile @DIR@/apache.pid
Listen 127.0.0.1:@PORT@
User www-data
Group www-data
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule authz_host_module /usr/lib/apache2/modules/mod_authz_host.so
LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
TypesConfig /dev/null
ErrorLog @DIR@/error.log
DocumentRoot @DIR@/www
${rules}
`,
    files: { 'www/a.txt': 'a' },
    command: (config) => ['apache2', '-X', '-f', config],
  });
  onTestFinished(() => server.stop());
  return server;
}

const RULES =
  '<Directory @DIR@/www>\n  Require all granted\n</Directory>\n<Files a.txt>\n  Require ip 10.9.0.0/16\n</Files>';
const lineOf = (server: Running, text: string): number =>
  readFileSync(server.config, 'utf8').split('\n').indexOf(text) + 1;

describe.skipIf(!here)('the command on the machine of a real Apache', () => {
  test('names file and line of the Require that refuses, out of the eight reasons of AH01630', async () => {
    const server = await site(RULES);
    const told = await diagnosed([
      ...['--config', server.config, '--error-log', join(server.folder, 'error.log')],
      `http://127.0.0.1:${server.port}/a.txt`,
    ]);
    expect(told.verdict).toMatchObject({ cause: 'ip-refused', certainty: 'proven', who: 'server-admin' });
    expect(told.causes[0]?.location).toEqual({ file: server.config, line: lineOf(server, '  Require ip 10.9.0.0/16') });
    expect(told.requestsSent).toBe(1);
    expect(told.causes[0]?.fixes[0]?.commands?.length).toBeGreaterThan(0);
  });

  test('finds the running Apache by itself, and tells its line in the report', async () => {
    const server = await site(RULES);
    const { stdout, status } = await why403(['--server', `http://127.0.0.1:${server.port}/a.txt`]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^proven {2}ip-refused/m);
    expect(stdout).toContain(`at ${server.config}:${lineOf(server, '  Require ip 10.9.0.0/16')}`);
  });

  test('leaves the configuration as it was where the answer is no', async () => {
    const server = await site(RULES);
    const before = readFileSync(server.config, 'utf8');
    const words = ['--config', server.config, '--apply', `http://127.0.0.1:${server.port}/a.txt`];
    const { stderr, status } = await why403(words, { types: '\n', state: folder() });
    expect(stderr).toContain('Nothing was changed.');
    expect(status).toBe(1);
    expect(readFileSync(server.config, 'utf8')).toBe(before);
  });
});
