import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sh } from '@why403/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApplyTools, applyFix, describeFix } from '../src/inspect/apply.ts';
import type { ServerFix } from '../src/inspect/types.ts';

let dir = '';
let file = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'why403-apply-'));
  file = join(dir, 'server.conf');
  writeFileSync(file, 'deny all;\n');
  chmodSync(file, 0o640);
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fixOf = (more: Partial<ServerFix> = {}): ServerFix => ({
  who: 'server-admin',
  text: 'Take the rule out.',
  commands: [sh`sed -i 's/deny all;//' ${file}`],
  opens: ['everything'],
  touches: [file],
  ...more,
});
const tools = (more: Partial<ApplyTools> = {}): ApplyTools => ({
  confirm: () => Promise.resolve(true),
  // The file is the server: it refuses as long as the rule stands in it.
  send: () => Promise.resolve(readFileSync(file, 'utf8').includes('deny') ? 403 : 200),
  patience: 0,
  ...more,
});

describe('a fix that helps', () => {
  test('is kept, with a copy of what was there before that only its owner may read', async () => {
    const result = await applyFix(fixOf(), tools());
    expect(result).toMatchObject({
      applied: true,
      status: 200,
      says: 'The change helped: the request is answered 200 now.',
    });
    expect(readFileSync(file, 'utf8')).toBe('\n');
    expect(result.backups).toHaveLength(1);
    expect(readFileSync(result.backups[0] as string, 'utf8')).toBe('deny all;\n');
    expect(statSync(result.backups[0] as string).mode & 0o077).toBe(0);
  });

  test('is shown with its commands and with what it opens before the question', async () => {
    let shown = '';
    await applyFix(
      fixOf(),
      tools({
        confirm: (plan) => {
          shown = plan;
          return Promise.resolve(false);
        },
      }),
    );
    expect(shown).toBe(`Take the rule out.\n  $ sed -i 's/deny all;//' ${file}\n  opens everything`);
    expect(shown).toBe(describeFix(fixOf()));
  });
});

describe('the configuration stays as it was', () => {
  const untouched = (): void => {
    expect(readFileSync(file, 'utf8')).toBe('deny all;\n');
    expect(statSync(file).mode & 0o777).toBe(0o640);
  };

  test('when the answer to the question is no', async () => {
    expect(await applyFix(fixOf(), tools({ confirm: () => Promise.resolve(false) }))).toEqual({
      applied: false,
      code: 'declined',
      says: 'Nothing was changed.',
      backups: [],
    });
    untouched();
    expect(readdirSync(dir)).toEqual(['server.conf']);
  });

  test('when the request is refused as before', async () => {
    const result = await applyFix(fixOf(), tools({ send: () => Promise.resolve(403) }));
    expect(result).toMatchObject({
      applied: false,
      code: 'no-help',
      status: 403,
      says: 'The change did not help: the request is still answered 403. Everything is as it was before.',
    });
    untouched();
  });

  test('when the test of the configuration fails, and the server is told to read it again', async () => {
    const log = join(dir, 'reloads');
    const reload = sh`cat ${file} >> ${log}`;
    const result = await applyFix(
      fixOf({ commands: [...fixOf().commands, sh`echo "unknown directive" >&2; false`], reload: [reload] }),
      tools(),
    );
    expect(result).toMatchObject({ applied: false, code: 'command-failed' });
    expect(result.says).toBe(
      '"echo "unknown directive" >&2; false" failed: unknown directive. Everything is as it was before.',
    );
    untouched();
    expect(readFileSync(log, 'utf8')).toBe('deny all;\n');
  });

  test('when the server does not reload after the roll-back, and that is said', async () => {
    const result = await applyFix(
      fixOf({ reload: [sh`echo "no such process" >&2; exit 1`] }),
      tools({ send: () => Promise.resolve(403) }),
    );
    expect(result.says).toBe(
      'The change did not help: the request is still answered 403. Everything is as it was before. The server did not take that up: no such process.',
    );
    untouched();
  });

  test('when sending fails after the change', async () => {
    const result = await applyFix(fixOf(), tools({ send: () => Promise.reject(new Error('connect ECONNREFUSED')) }));
    expect(result).toMatchObject({ applied: false, code: 'send-failed' });
    untouched();
  });

  test('when a file that the fix made did not help: it is gone again', async () => {
    const page = join(dir, 'index.html');
    const result = await applyFix(fixOf({ commands: [sh`echo x > ${page}`], touches: [page] }), tools());
    expect(result.code).toBe('no-help');
    expect(readdirSync(dir)).toEqual(['server.conf']);
  });

  test('when the mode of a file was changed and did not help', async () => {
    const result = await applyFix(fixOf({ commands: [sh`chmod 644 ${file}`] }), tools());
    expect(result.code).toBe('no-help');
    untouched();
  });

  test('when no copy can be made: no command runs', async () => {
    // A folder for the copies below a file cannot be made, whoever asks.
    const result = await applyFix(fixOf(), tools({ backupFolder: join(file, 'copies') }));
    expect(result).toMatchObject({ applied: false, code: 'no-backup', backups: [] });
    expect(result.says).toMatch(/^Nothing was changed: no copy of .+ could be made \(ENOTDIR\)\.$/);
    untouched();
  });

  test('when the fix cannot be undone: it is not run', async () => {
    const { touches: _, ...bare } = fixOf();
    expect(await applyFix(bare, tools())).toMatchObject({ applied: false, code: 'not-applicable' });
    untouched();
  });
});

const canMount = process.geteuid?.() === 0 && spawnSync('unshare', ['-m', 'true']).status === 0;
if (!canMount) console.log('skipped: a full disk needs root and unshare');
test.skipIf(!canMount)('a full disk leaves the configuration as it was, with one clear line', async () => {
  // A file system of its own, filled to the last byte, in a mount namespace that lives only for this test.
  const small = join(dir, 'small');
  mkdirSync(small);
  const script = `mount -t tmpfs -o size=64k tmpfs ${small} && printf 'deny all;\\n' > ${small}/server.conf && dd if=/dev/zero of=${small}/fill bs=4k >/dev/null 2>&1; echo ready; exec sleep 60`;
  const holder = spawn('unshare', ['-m', 'sh', '-c', script], { stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const inside = `/proc/${holder.pid}/root${small}/server.conf`;
    const result = await applyFix(
      fixOf({ commands: [sh`sed -i 's/deny all;//' ${inside}`], touches: [inside] }),
      tools({ send: () => Promise.resolve(200) }),
    );
    expect(result).toMatchObject({ applied: false, code: 'no-backup', backups: [] });
    expect(result.says).toMatch(/^Nothing was changed: no copy of .+ could be made \(ENOSPC\)\.$/);
    expect(readFileSync(inside, 'utf8')).toBe('deny all;\n');
    expect(readdirSync(`/proc/${holder.pid}/root${small}`).sort()).toEqual(['fill', 'server.conf']);
  } finally {
    holder.kill();
  }
});
