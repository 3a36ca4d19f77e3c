import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder, why403 } from '../server/support.ts';
import { freePort, start } from './program.ts';

const APP = `import http from 'node:http';
http.createServer((req, res) => res.end('yes')).listen(Number(process.argv[2]), '127.0.0.1');
`;

describe('why403 doctor', () => {
  test('shows who listens, with which files, logs and rules, and hides secrets', async () => {
    const place = folder();
    const port = await start({
      folder: place,
      files: { 'app.mjs': APP, 'rules.ini': '[lan]\nallowed_networks = 10.0.0.0/8\n' },
      words: [process.execPath, 'app.mjs', 'PORT', '--db-password=hunter2hunter2', '--rules=rules.ini'],
    });
    const { status, stdout, stderr } = await why403(['doctor', String(port)]);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain(`Port ${port}   node\n`);
    expect(stdout).toContain(`files        ${join(place, 'app.mjs')}\n             ${join(place, 'rules.ini')}\n`);
    expect(stdout).toContain(`logs         ${join(place, 'out.log')}\n`);
    expect(stdout).toContain(`ip-refused           ${join(place, 'rules.ini')}:2  lan.allowed_networks = 10.0.0.0/8\n`);
    expect(stdout).not.toContain('hunter2');
  });

  test.skipIf(process.getuid?.() !== 0)('names the files that its user cannot read', async () => {
    const place = folder();
    chmodSync(place, 0o755);
    mkdirSync(join(place, 'www'));
    writeFileSync(join(place, 'www', 'a.html'), 'a');
    writeFileSync(join(place, 'www', 'b.html'), 'b', { mode: 0o600 });
    const port = await start({
      folder: place,
      files: { 'app.mjs': APP },
      words: [process.execPath, 'app.mjs', 'PORT'],
      uid: 65534,
    });
    const { stdout } = await why403(['doctor', '--json', String(port)]);
    const [{ unreadable }] = JSON.parse(stdout).servers;
    expect(unreadable.map(({ file }: { file: string }) => file)).toEqual([join(place, 'www', 'b.html')]);
  });

  test('says in one line what is no port, and where nothing listens', async () => {
    expect(await why403(['doctor', 'shop'])).toEqual({
      status: 2,
      stdout: '',
      stderr: 'why403: "shop" is no port of this machine.\n        It looks like: why403 doctor 8080\n',
    });
    const port = await freePort();
    expect(await why403(['doctor', String(port)])).toEqual({
      status: 3,
      stdout: '',
      stderr: `why403: Nothing on this machine listens on port ${port}.\n`,
    });
  });
});
