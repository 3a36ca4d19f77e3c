// What --apply and its recovery do to files: nothing is lost, nothing of somebody else's is overwritten.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sh } from '@why403/core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ApplyTools, applyFix } from '../../src/inspect/apply.ts';
import { explainWalk } from '../../src/inspect/path-walk/explain.ts';
import { planGrants } from '../../src/inspect/path-walk/grant.ts';
import { walkPath } from '../../src/inspect/path-walk.ts';
import { changesOf, toCommands } from '../../src/inspect/shared/config-edit.ts';
import { hasProgram } from '../../src/inspect/shared/shell.ts';
import type { ServerFix } from '../../src/inspect/types.ts';
import { stateFolder } from '../../src/shared/state-folder.ts';
import { isRoot } from '../inspect-real-servers.ts';
import { why403 } from '../server/support.ts';
import { likeness, makeChild } from './apply-support.ts';

const hasAcl = hasProgram('setfacl') && hasProgram('getfacl');
if (!hasAcl) console.log('skipped: setfacl is not installed');
let dir = '';
let file = '';
let child: Awaited<ReturnType<typeof makeChild>>;
beforeAll(async () => {
  child = await makeChild();
}, 60_000);
afterAll(() => child.remove());
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'why403-files-'));
  file = join(dir, 'server.conf');
  writeFileSync(file, 'one\ndeny all;\nthree\n');
  rmSync(join(child.state, 'why403/apply'), { recursive: true, force: true });
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const fixOf = (more: Partial<ServerFix> = {}): ServerFix => ({
  who: 'server-admin',
  text: 'Take the rule out.',
  commands: [sh`sed`],
  opens: [],
  changes: [{ kind: 'edit', path: file, edits: [{ op: 'delete', file, line: 2 }] }],
  ...more,
});
const tools = (more: Partial<ApplyTools> = {}): ApplyTools => ({
  journals: () => stateFolder({ XDG_STATE_HOME: join(dir, 'state') }, 'apply'),
  copies: () => stateFolder({ XDG_STATE_HOME: join(dir, 'state') }, 'backups'),
  confirm: () => Promise.resolve(true),
  send: () => Promise.resolve(200),
  patience: 0,
  ...more,
});
/** A run that is killed once the file is changed. */
const leave = async (fix = fixOf()): Promise<void> => {
  const { signal } = await child.run({ fix, url: 'http://127.0.0.1:9/', end: { step: 1, how: 'SIGKILL' } });
  expect(signal).toBe('SIGKILL');
};
const recovered = (words: readonly string[] = ['--recover']) => why403(['apply', ...words], { state: child.state });

describe('a file that is changed', () => {
  test('stays the same file: links, mode, owner, lists and attributes', async () => {
    linkSync(file, join(dir, 'other-name'));
    chmodSync(file, 0o640);
    if (hasAcl) spawnSync('setfacl', ['-m', 'u:1:r', file]);
    if (hasProgram('setfattr')) spawnSync('setfattr', ['-n', 'user.note', '-v', 'kept', file]);
    const before = JSON.parse(likeness(file));
    expect(await applyFix(fixOf(), tools())).toMatchObject({ applied: true });
    const [content, ...rest] = JSON.parse(likeness(file));
    expect(content).toBe('one\nthree\n');
    expect(rest).toEqual(before.slice(1));
    expect(readFileSync(join(dir, 'other-name'), 'utf8')).toBe('one\nthree\n');
  });

  test('keeps bytes that are no UTF-8', async () => {
    const bytes = Buffer.from([0x23, 0xe9, 0x0a]);
    writeFileSync(file, Buffer.concat([bytes, Buffer.from('deny all;\n# caf\u00e9\n')]));
    await applyFix(fixOf(), tools());
    expect(readFileSync(file)).toEqual(Buffer.concat([bytes, Buffer.from('# caf\u00e9\n')]));
  });

  test('holds what the told commands make of it', async () => {
    const edits = [
      { op: 'replace', file, line: 1, text: 'one \\ more & | /' },
      { op: 'delete', file, line: 2 },
      { op: 'insert', file, after: 3, lines: ["  'four'", 'five\\'] },
      { op: 'insert', file, after: 0, lines: ['zero'] },
    ] as const;
    const copy = join(dir, 'by-hand.conf');
    writeFileSync(copy, readFileSync(file));
    for (const command of toCommands(edits.map((edit) => ({ ...edit, file: copy })))) {
      expect(spawnSync('sh', ['-c', command]).status).toBe(0);
    }
    await applyFix(fixOf({ changes: changesOf(edits) }), tools());
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(copy, 'utf8'));
  });

  test('is the target where the configuration is a link', async () => {
    const link = join(dir, 'enabled.conf');
    symlinkSync(file, link);
    await applyFix(fixOf({ changes: changesOf([{ op: 'delete', file: link, line: 2 }]) }), tools());
    expect(readFileSync(file, 'utf8')).toBe('one\nthree\n');
    expect(spawnSync('readlink', [link], { encoding: 'utf8' }).stdout.trim()).toBe(file);
  });

  test('is left alone where it was changed between the plan and the yes', async () => {
    const confirm = (): Promise<boolean> => {
      writeFileSync(file, 'edited\n');
      return Promise.resolve(true);
    };
    const result = await applyFix(fixOf(), tools({ confirm }));
    expect(result.code).toBe('not-restored');
    expect(result.says).toContain(`${file} could not be changed: ${file} was changed by somebody else meanwhile.`);
    expect(readFileSync(file, 'utf8')).toBe('edited\n');
  });

  test.skipIf(!isRoot)('is told in one line where it may not be written', async () => {
    const immutable = spawnSync('chattr', ['+i', file]).status === 0;
    if (immutable) {
      const result = await applyFix(fixOf(), tools());
      spawnSync('chattr', ['-i', file]);
      expect(result).toMatchObject({ applied: false, code: 'not-writable' });
      expect(result.says).toBe(
        `Nothing was changed: ${file}: it may not be changed, even by its owner (immutable, or of another user) (EPERM).`,
      );
    } else console.log('skipped: no immutable files here');
    if (spawnSync('mount', ['--bind', dir, dir]).status !== 0) return console.log('skipped: no mounts here');
    try {
      spawnSync('mount', ['-o', 'remount,bind,ro', dir]);
      const state = mkdtempSync(join(tmpdir(), 'why403-state-'));
      const result = await applyFix(fixOf(), tools({ journals: () => state, copies: () => state }));
      expect(result.says).toBe(`Nothing was changed: ${file}: its file system is read-only (EROFS).`);
      expect(readdirSync(state)).toEqual([]);
      rmSync(state, { recursive: true });
    } finally {
      spawnSync('umount', [dir]);
    }
  });

  test.skipIf(!isRoot)('is as it was where the disk is full in the middle of the change', async () => {
    const small = join(dir, 'small');
    mkdirSync(small);
    if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'none', small]).status !== 0)
      return console.log('skipped: no mounts here');
    try {
      const full = join(small, 'server.conf');
      const text = `deny all;\n${'# filler line\n'.repeat(290)}`.padEnd(4090, '#');
      writeFileSync(full, text);
      for (let i = 0; spawnSync('dd', ['if=/dev/zero', `of=${small}/fill${i}`, 'bs=4k', 'count=1']).status === 0; i++);
      const change = {
        kind: 'edit',
        path: full,
        edits: [{ op: 'insert', file: full, after: 1, lines: ['x'.repeat(90)] }],
      };
      const result = await applyFix(fixOf({ changes: [change as never] }), tools());
      expect(result).toMatchObject({ applied: false, code: 'change-failed' });
      expect(result.says).toBe(
        `${full} could not be changed: the disk is full (ENOSPC). Everything is as it was before.`,
      );
      expect(readFileSync(full, 'utf8')).toBe(text);
    } finally {
      spawnSync('umount', [small]);
    }
  });
});

describe('after a run that was killed', () => {
  test('why403 apply --recover puts the file back, and says so', async () => {
    const before = likeness(file);
    await leave();
    expect(readFileSync(file, 'utf8').trimEnd()).toBe('one\nthree');
    const { status, stderr } = await recovered();
    expect(stderr).toMatch(
      /^why403: a change of .+ UTC was stopped before it could be put back: Take the rule out\.\n/,
    );
    expect(stderr).toContain(`${file}: still as why403 wrote it\n        ${file} is as it was before.\n`);
    expect(status).toBe(0);
    expect(likeness(file)).toBe(before);
    expect((await recovered()).stderr).toBe('why403: no change was left open.\n');
  });

  test('a half-written file is known as our own', async () => {
    const long = `one\ndeny all;\n${'line\n'.repeat(50)}`;
    writeFileSync(file, long);
    await leave();
    const after = readFileSync(file);
    // As power loss leaves it: the beginning new, the rest old.
    writeFileSync(file, Buffer.concat([after.subarray(0, 9), Buffer.from(long).subarray(9)]));
    const kept = await recovered(['--keep']);
    expect(kept.stderr).toContain('written by half');
    expect(kept.status).toBe(1);
    expect((await recovered()).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe(long);
  });

  test('what somebody edited since is left as it is, and what was there before stands beside it', async () => {
    await leave();
    writeFileSync(file, 'my own work\n');
    const { status, stderr } = await recovered();
    // nobody knows whether the server runs with the change: it stays open until --keep
    expect(status).toBe(1);
    expect(stderr).toContain(`${file} was changed by somebody else since, and is left as it is.`);
    expect(readFileSync(file, 'utf8')).toBe('my own work\n');
    const copy = /As it was before the change: (\S+)/.exec(stderr)?.[1] ?? '';
    expect(readFileSync(copy, 'utf8')).toBe('one\ndeny all;\nthree\n');
    expect(stderr).not.toContain('could not be put back');
    expect(stderr).toContain('Then: why403 apply --keep');
    expect((await recovered(['--keep'])).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('my own work\n');
    expect((await recovered([])).stderr).toContain('no change was left open');
  });

  test('a journal that others may write is not carried out', async () => {
    await leave();
    const [journal = ''] = child.open();
    chmodSync(join(child.state, 'why403/apply', journal), 0o666);
    const { status, stderr } = await recovered();
    expect(status).toBe(1);
    expect(stderr).toContain('cannot be read, or may be of another user');
    expect(readFileSync(file, 'utf8').trimEnd()).toBe('one\nthree');
  });

  test('a state folder that is none is said in one line, or holds no change', async () => {
    const none = await why403(['apply', '--recover'], { state: '/dev/null' });
    expect([none.status, none.stderr]).toEqual([0, 'why403: no change was left open.\n']);
  });

  test('why403 apply tells it, --keep lets it stand', async () => {
    await leave();
    const told = await recovered([]);
    expect(told.status).toBe(1);
    expect(told.stderr).toContain('why403 apply --recover puts it back, why403 apply --keep lets it stand.');
    expect((await recovered(['--keep'])).status).toBe(0);
    expect(readFileSync(file, 'utf8')).toBe('one\nthree\n');
    expect(child.open()).toEqual([]);
  });

  test('the next --apply puts it back with --yes first, and refuses without', async () => {
    await leave();
    const words = ['--config', file, '--apply', '--no-color', 'http://127.0.0.1:9/a'];
    const no = await why403(words, { types: 'n\n', state: child.state });
    expect(no.status).toBe(2);
    expect(no.stderr).toContain('why403: An earlier change is still open, so --apply changes nothing.');
    const yes = await why403(['--yes', ...words], { state: child.state });
    expect(yes.stderr).toContain(`${file} is as it was before.`);
    expect(readFileSync(file, 'utf8')).toBe('one\ndeny all;\nthree\n');
  });

  test('a look at the server tells it, and changes nothing', async () => {
    await leave();
    const { stderr } = await why403(['--config', file, 'http://127.0.0.1:9/a'], { state: child.state });
    expect(stderr).toContain('why403 apply --recover puts it back');
    expect(child.open()).toHaveLength(1);
  });

  test('the server reads its files again, and where it does not, the journal stays', async () => {
    const reload = sh`test -e ${join(dir, 'up')} || { echo no server >&2; false; }`;
    await leave(fixOf({ reload: [reload] }));
    const no = await recovered();
    expect(no.status).toBe(1);
    expect(no.stderr).toContain('The server did not read its files again: no server.');
    writeFileSync(join(dir, 'up'), '');
    const yes = await recovered();
    expect(yes.status).toBe(0);
    expect(yes.stderr).toContain('The server has read its files again.');
  });

  test('a new file is taken away again', async () => {
    const page = join(dir, 'index.html');
    await leave(fixOf({ changes: [{ kind: 'create', path: page, text: 'page\n' }] }));
    expect(readFileSync(page, 'utf8')).toBe('page\n');
    expect((await recovered()).status).toBe(0);
    expect(readdirSync(dir)).toEqual(['server.conf']);
  });

  test.skipIf(!hasAcl)(
    'rights are put back: a mode, a list, a mask',
    async () => {
      for (const prepare of [[], ['-m', 'u:1:r'], ['-m', 'g:1:rwx'], ['-m', 'd:u:1:r']]) {
        const folder = mkdtempSync(join(dir, 'rights-'));
        chmodSync(folder, 0o2710);
        if (prepare.length) spawnSync('setfacl', [...prepare, folder]);
        const before = likeness(folder);
        for (const change of [
          { kind: 'mode', path: folder, add: 0o005 },
          { kind: 'acl', path: folder, uid: 65534, rights: 5 },
        ] as const) {
          await leave(fixOf({ changes: [change] }));
          expect(likeness(folder)).not.toBe(before);
          const { stderr, status } = await recovered();
          expect(stderr).toContain(`${folder} is as it was before.`);
          expect(status).toBe(0);
          expect(likeness(folder)).toBe(before);
        }
      }
    },
    120_000,
  );
});

describe('two runs', () => {
  test('do not change a server at once', async () => {
    let release = (): void => {};
    const first = applyFix(
      fixOf(),
      tools({
        journals: () => stateFolder({ XDG_STATE_HOME: child.state }, 'apply'),
        send: () => new Promise((resolve) => (release = () => resolve(200))),
      }),
    );
    while (!child.open().some((name) => name.endsWith('.json')))
      await new Promise((resolve) => setTimeout(resolve, 10));
    const other = join(dir, 'other.conf');
    writeFileSync(other, 'one\ndeny all;\n');
    const changes = [{ kind: 'edit', path: other, edits: [{ op: 'delete', file: other, line: 2 }] }] as const;
    const second = await child.run({ fix: fixOf({ changes }), url: 'http://127.0.0.1:9/' });
    expect(JSON.parse(second.stderr)).toMatchObject({ applied: false, code: 'busy' });
    // Nor is what is under way taken for left.
    expect((await child.run({ url: '' })).status).toBe(0);
    release();
    expect(await first).toMatchObject({ applied: true });
    expect(readFileSync(other, 'utf8')).toBe('one\ndeny all;\n');
  });

  test.skipIf(!isRoot)('of two users: a journal that another wrote is not carried out', async () => {
    const folder = stateFolder({ XDG_STATE_HOME: child.state }, 'apply');
    const journal = join(folder, '1-nobody-1.json');
    writeFileSync(
      journal,
      JSON.stringify({ schema: 'why403-apply/1', text: '', at: '', targets: [], reload: ['touch /x'] }),
    );
    spawnSync('chown', ['65534', journal]);
    const { status, stderr } = await recovered();
    expect(status).toBe(1);
    expect(stderr).toContain(`the journal of a change cannot be read, or may be of another user: ${journal}`);
  });
});

describe.skipIf(!isRoot)('a link below the document root', () => {
  const nobody = { name: 'nobody', uid: 65534, gid: 65534, groups: [65534] };
  const folder = mkdtempSync(join(tmpdir(), 'why403-link-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755);
  for (const name of ['www', 'www/in', 'private']) mkdirSync(join(folder, name));
  for (const name of ['www/in/a.txt', 'private/shadow']) writeFileSync(join(folder, name), 'x', { mode: 0o600 });

  test.each([
    ['to a file elsewhere', 'out.txt', '../private/shadow'],
    ['by its whole path', 'whole.txt', join(folder, 'private/shadow')],
    ['to a folder elsewhere', 'outside', '../private'],
  ])('that leads out of its folder opens nothing: %s', (_name, link, to) => {
    symlinkSync(to, join(folder, 'www', link));
    const path = join(folder, 'www', link, link === 'outside' ? 'shadow' : '').replace(/\/$/, '');
    const walk = walkPath(path, nobody, 'read');
    expect(walk.errno).toBe('EACCES');
    expect(planGrants(walk)).toEqual([]);
    expect(explainWalk(walk)).toContain('out of its own folder, so no right is offered');
  });

  test('that stays in its folder is followed', () => {
    symlinkSync('in/a.txt', join(folder, 'www/same.txt'));
    const walk = walkPath(join(folder, 'www/same.txt'), nobody, 'read');
    expect(planGrants(walk).map(({ path }) => path)).toEqual([join(folder, 'www/in/a.txt')]);
  });
});
