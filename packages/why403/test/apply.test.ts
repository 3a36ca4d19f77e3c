import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { piece, sh } from '@why403/core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ApplyTools, applyFix, describeFix } from '../src/inspect/apply.ts';
import type { ServerFix } from '../src/inspect/types.ts';
import { stateFolder } from '../src/shared/state-folder.ts';

let dir = '';
let file = '';
let state = '';
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'why403-apply-'));
  file = join(dir, 'server.conf');
  state = mkdtempSync(join(tmpdir(), 'why403-state-'));
  writeFileSync(file, 'deny all;\n');
  chmodSync(file, 0o640);
});
afterEach(() => {
  for (const one of [dir, state]) rmSync(one, { recursive: true, force: true });
});

const fixOf = (more: Partial<ServerFix> = {}): ServerFix => ({
  who: 'server-admin',
  text: 'Take the rule out.',
  commands: [sh`sed -i 's/deny all;//' ${file}`],
  opens: ['everything'],
  changes: [{ kind: 'edit', path: file, edits: [{ op: 'swap', line: 1, from: 'deny all;', to: '' }] }],
  ...more,
});
const tools = (more: Partial<ApplyTools> = {}): ApplyTools => ({
  journals: () => stateFolder({ XDG_STATE_HOME: state }, 'apply'),
  copies: () => stateFolder({ XDG_STATE_HOME: state }, 'backups'),
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
    const test = sh`grep -q deny ${file} || { echo "unknown directive" >&2; false; }`;
    const result = await applyFix(fixOf({ reload: [sh`${piece(reload)}; ${piece(test)}`] }), tools());
    expect(result).toMatchObject({ applied: false, code: 'command-failed' });
    expect(result.says).toMatch(/ failed: unknown directive\. Everything is as it was before\.$/);
    untouched();
    expect(readFileSync(log, 'utf8')).toBe(`${'\n'.repeat(10)}deny all;\n`);
  });

  test('when the server does not reload after the roll-back, and that is said', async () => {
    const reload = sh`grep -q deny ${file} && { echo "no such process" >&2; exit 1; } || true`;
    const result = await applyFix(fixOf({ reload: [reload] }), tools({ send: () => Promise.resolve(403) }));
    expect(result.code).toBe('not-restored');
    expect(result.says).toMatch(
      /^The change did not help: the request is still answered 403\. The files are as they were before\. The server did not read it again: no such process\. Let it read them: grep .+ The journal stays: .+\.json\.$/,
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
    const result = await applyFix(fixOf({ changes: [{ kind: 'create', path: page, text: 'x\n' }] }), tools());
    expect(result.code).toBe('no-help');
    expect(readdirSync(dir)).toEqual(['server.conf']);
  });

  test('when the mode of a file was changed and did not help', async () => {
    const result = await applyFix(fixOf({ changes: [{ kind: 'mode', path: file, add: 0o004 }] }), tools());
    expect(result.code).toBe('no-help');
    untouched();
  });

  test('when no copy can be made: no command runs', async () => {
    // A folder for the copies below a file cannot be made, whoever asks.
    const result = await applyFix(fixOf(), tools({ copies: () => stateFolder({ XDG_STATE_HOME: file }, 'backups') }));
    expect(result).toMatchObject({ applied: false, code: 'no-backup', backups: [] });
    expect(result.says).toMatch(/^Nothing was changed: its journal and copies could not be written \(.+ENOTDIR\)\.$/);
    untouched();
  });

  test('when the fix cannot be undone: it is not run', async () => {
    const { changes: _, ...bare } = fixOf();
    expect(await applyFix(bare, tools())).toMatchObject({ applied: false, code: 'not-applicable' });
    untouched();
  });
});
