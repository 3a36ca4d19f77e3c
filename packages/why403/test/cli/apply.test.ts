// The built command changes a real nginx, and is ended from outside at what can be seen there: no server is left changed.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Running, sleep } from '../inspect-real-servers.ts';
import { hasNginx, likeness, settledStatus, startNginx } from '../no-harm/apply-support.ts';
import { BIN } from './command.ts';

interface Ended {
  readonly status: number | null;
  readonly signal: string | null;
  readonly stderr: string;
}

describe.skipIf(!hasNginx)('the built command with --apply', () => {
  let server: Running;
  beforeAll(async () => {
    server = await startNginx();
    // Each test of the configuration is seen, and takes a moment.
    const tools = join(server.folder, 'bin');
    mkdirSync(tools);
    writeFileSync(
      join(tools, 'nginx'),
      `#!/bin/sh\nPATH=\${PATH#*:}\ntouch ${server.folder}/reloading\nsleep 0.2\nexec nginx "$@"\n`,
    );
    chmodSync(join(tools, 'nginx'), 0o755);
  }, 60_000);
  afterAll(async () => {
    server?.child.kill('SIGTERM');
    await server?.stop();
  }, 60_000);

  const journals = (): readonly string[] => {
    const folder = join(server.folder, 'state/why403/apply');
    return existsSync(folder) ? readdirSync(folder) : [];
  };
  const why403 = (words: readonly string[], meanwhile?: (child: ReturnType<typeof spawn>) => void): Promise<Ended> =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [BIN, ...words], {
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: `${join(server.folder, 'bin')}:${process.env['PATH']}`,
          HOME: server.folder,
          XDG_STATE_HOME: join(server.folder, 'state'),
        },
      });
      let stderr = '';
      child.stdout?.resume();
      child.stderr?.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.on('error', reject);
      child.on('close', (status, signal) => resolve({ status, signal, stderr }));
      meanwhile?.(child);
    });
  const apply = (): string[] => [
    ...['--config', server.config, '--apply', '--yes'],
    `http://127.0.0.1:${server.port}/a.txt`,
  ];
  const until = async (seen: () => boolean): Promise<void> => {
    for (let i = 0; i < 20_000 && !seen(); i++) await sleep(1);
  };

  const cases = ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'].flatMap((signal) =>
    ['journal', 'change', 'reload'].map((at) => [signal, at] as const),
  );
  test.each(cases)('that gets %s once its %s is seen leaves the server as it was', async (name, at) => {
    const before = likeness(server.config);
    const text = readFileSync(server.config, 'utf8');
    const mark = join(server.folder, 'reloading');
    rmSync(mark, { force: true });
    const { status, signal, stderr } = await why403(apply(), async (child) => {
      await until(() =>
        at === 'journal'
          ? journals().some((one) => one.endsWith('.json'))
          : at === 'change'
            ? readFileSync(server.config, 'utf8') !== text
            : existsSync(mark),
      );
      child.kill(name as NodeJS.Signals);
    });
    if (at !== 'journal') expect(stderr).toMatch(/^why403: journal of this change: .+\.json$/m);
    if (name === 'SIGKILL') {
      expect(signal).toBe('SIGKILL');
      const again = await why403(['apply', '--recover']);
      expect(again.status).toBe(0);
      expect(again.stderr).toContain('The server has read its files again.');
    } else {
      expect(status).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }[name]);
      expect(stderr).toContain('Everything is as it was before.');
    }
    expect(likeness(server.config)).toBe(before);
    expect(await settledStatus(server, 403)).toBe(403);
    expect(journals()).toEqual([]);
  });

  test('whose standard error is closed in the middle leaves the server as it was', async () => {
    const before = likeness(server.config);
    const { status } = await why403(apply(), async (child) => {
      await until(() => journals().some((one) => one.endsWith('.json')));
      child.stderr?.destroy();
    });
    expect(status).toBe(1);
    expect(likeness(server.config)).toBe(before);
    expect(await settledStatus(server, 403)).toBe(403);
    expect(journals()).toEqual([]);
  });
});
