// --apply among others who change things meanwhile, by chance or on purpose: nothing that was not looked at is changed.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sh } from '@why403/core';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand, runCommandAtOnce } from '../../src/inspect/apply/command.ts';
import { openJournal, processesIn, releaseJournal } from '../../src/inspect/apply/journal.ts';
import { carryOut, planTargets } from '../../src/inspect/apply/target.ts';
import { type ApplyTools, applyFix } from '../../src/inspect/apply.ts';
import { inspectServers } from '../../src/inspect/index.ts';
import { hasProgram } from '../../src/inspect/shared/shell.ts';
import type { ServerFix } from '../../src/inspect/types.ts';
import { stateFolder } from '../../src/shared/state-folder.ts';
import { why403 } from '../server/support.ts';
import { hasNginx, startNginx } from './apply-support.ts';

let dir = '';
let file = '';
const figures = { attacks: 0, changed: 0 };
afterAll(() =>
  console.log(`--apply among others: ${figures.attacks} attacks, ${figures.changed} things changed that should not be`),
);
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'why403-hostile-'));
  file = join(dir, 'server.conf');
  writeFileSync(file, 'one\ndeny all;\nthree\n');
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const state = (): string => join(dir, 'state');
const fixOf = (changes: NonNullable<ServerFix['changes']>): ServerFix => ({
  who: 'server-admin',
  text: 'Take the rule out.',
  commands: [sh`sed`],
  opens: [],
  changes,
});
const takeOut = (path: string): ServerFix =>
  fixOf([{ kind: 'edit', path, edits: [{ op: 'delete', file: path, line: 2 }] }]);
const tools = (more: Partial<ApplyTools> = {}): ApplyTools => ({
  journals: () => stateFolder({ XDG_STATE_HOME: state() }, 'apply'),
  copies: () => stateFolder({ XDG_STATE_HOME: state() }, 'backups'),
  confirm: () => Promise.resolve(true),
  send: () => Promise.resolve(200),
  patience: 0,
  ...more,
});
/** Holds what another's file is against what it was. */
function isAsItWas(now: unknown, before: unknown): void {
  figures.attacks++;
  if (JSON.stringify(now) !== JSON.stringify(before)) figures.changed++;
  expect(now).toEqual(before);
}

describe('between the look and the yes', () => {
  test.skipIf(!hasNginx)(
    'a file that was edited is left alone: its lines are no longer those that were counted',
    async () => {
      const server = await startNginx();
      try {
        const { config } = server;
        const { remedies } = await inspectServers(await server.ask({ path: '/a.txt' }), { config });
        const fix = remedies.map((one) => one.fix).find(({ changes }) => changes?.length);
        if (!fix) throw new Error('no change was found');
        const text = readFileSync(config, 'utf8');
        const edited = text.replace('allow 10', '# mine\nallow 10');
        writeFileSync(config, edited);
        const result = await applyFix(fix, tools());
        expect(result.says).toBe(`Nothing was changed: ${config} was changed since it was looked at.`);
        isAsItWas(readFileSync(config, 'utf8'), edited);
        // The same edit is made where nobody came between.
        writeFileSync(config, text);
        expect(await applyFix(fix, tools())).toMatchObject({ applied: true });
      } finally {
        server.child.kill('SIGTERM');
        await server.stop();
      }
    },
  );

  test.each([
    ['mode', { kind: 'mode', add: 0o004 }],
    ...(hasProgram('setfacl') ? ([['list', { kind: 'acl', uid: 65534, rights: 4 }]] as const) : []),
  ] as const)(
    'a link in the place of a file, or of the folder above it, opens nothing else: %s',
    async (_name, rights) => {
      for (const at of ['the file', 'the folder']) {
        const www = mkdtempSync(join(dir, 'www-'));
        const secret = mkdtempSync(join(dir, 'secret-'));
        for (const folder of [www, secret]) writeFileSync(join(folder, 'page'), 'x', { mode: 0o640 });
        const path = join(www, 'page');
        const swap = (): Promise<boolean> => {
          if (at === 'the file') {
            rmSync(path);
            symlinkSync(join(secret, 'page'), path);
          } else {
            renameSync(www, `${www}.old`);
            symlinkSync(secret, www);
          }
          return Promise.resolve(true);
        };
        const look = () => [
          statSync(join(secret, 'page')).mode,
          spawnSync('getfacl', ['-cp', join(secret, 'page')], { encoding: 'utf8' }).stdout,
        ];
        const before = look();
        const result = await applyFix(fixOf([{ ...rights, path }]), tools({ confirm: swap }));
        expect(result.applied).toBe(false);
        isAsItWas(look(), before);
      }
    },
  );

  test('another file of the same rights in its place is left alone', async () => {
    const path = join(dir, 'page');
    writeFileSync(path, 'x', { mode: 0o640 });
    const confirm = (): Promise<boolean> => {
      writeFileSync(`${path}.new`, 'another', { mode: 0o640 });
      renameSync(`${path}.new`, path);
      return Promise.resolve(true);
    };
    const result = await applyFix(fixOf([{ kind: 'mode', path, add: 0o004 }]), tools({ confirm }));
    expect(result.applied).toBe(false);
    isAsItWas(statSync(path).mode & 0o777, 0o640);
  });

  test('a folder that became a link gets no new file, and no file behind it is written', async () => {
    const [www, elsewhere] = [join(dir, 'www'), join(dir, 'elsewhere')];
    for (const folder of [www, elsewhere]) {
      mkdirSync(folder);
      writeFileSync(join(folder, 'server.conf'), 'one\ndeny all;\nthree\n');
    }
    const create = planTargets([{ kind: 'create', path: join(www, 'index.html'), text: 'page' }]);
    const edit = planTargets(takeOut(join(www, 'server.conf')).changes!);
    renameSync(www, `${www}.old`);
    symlinkSync(elsewhere, www);
    for (const target of [...create, ...edit]) expect(() => carryOut(target)).toThrow('leads through a link');
    isAsItWas(readdirSync(elsewhere), ['server.conf']);
    isAsItWas(readFileSync(join(elsewhere, 'server.conf'), 'utf8'), 'one\ndeny all;\nthree\n');
  });

  test('a root that is a link is followed as it was looked at', async () => {
    mkdirSync(join(dir, 'real'));
    symlinkSync(join(dir, 'real'), join(dir, 'root'));
    const page = join(dir, 'root/index.html');
    expect(await applyFix(fixOf([{ kind: 'create', path: page, text: 'page' }]), tools())).toMatchObject({
      applied: true,
    });
    expect(readFileSync(page, 'utf8')).toBe('page');
  });
});

describe('two runs that do not know of each other', () => {
  test('never overwrite what the other wrote, and both changes can be taken back', async () => {
    const other = join(dir, 'other-state');
    let late: Promise<unknown> | undefined;
    // The second comes while the first waits for the server, and the first then goes back.
    const send = async (): Promise<number> => {
      late ??= applyFix(
        fixOf([{ kind: 'edit', path: file, edits: [{ op: 'insert', file, after: 1, lines: ['mine'] }] }]),
        {
          ...tools(),
          journals: () => stateFolder({ XDG_STATE_HOME: other }, 'apply'),
          copies: () => stateFolder({ XDG_STATE_HOME: other }, 'backups'),
        },
      );
      await late;
      return 403;
    };
    const first = await applyFix(takeOut(file), tools({ send }));
    expect(await late).toMatchObject({ applied: true });
    expect(first.code).toBe('not-restored');
    expect(first.says).toContain('was changed by somebody else since, and is left as it is');
    isAsItWas(readFileSync(file, 'utf8').trimEnd(), 'one\nmine\nthree');
  });
});

const EMPTY = { schema: 'why403-apply/1', text: '', at: '', reload: [], processes: [], copies: [] };

describe('a journal', () => {
  const journalOf = (more: object) => ({
    schema: 'why403-apply/1' as const,
    text: 'Take the rule out.',
    at: new Date(0).toISOString(),
    targets: planTargets(takeOut(file).changes!),
    reload: [],
    processes: [],
    copies: [],
    ...more,
  });
  const recovered = (...words: string[]) => why403(['apply', ...words], { state: state() });

  test.each([
    ['of nothing', ''],
    ['of null', 'null'],
    ['that is cut', '{"schema":"why403-apply/1","text":"x"'],
    ['without its parts', '{"schema":"why403-apply/1"}'],
    [
      'of other kinds',
      '{"schema":"why403-apply/1","text":5,"at":{},"targets":7,"reload":"x","processes":[],"copies":[]}',
    ],
    [
      'of numbers for files',
      JSON.stringify({
        ...EMPTY,
        targets: [{ kind: 'content', path: 7 }],
      }),
    ],
    [
      'of paths that are none',
      JSON.stringify({
        ...EMPTY,
        targets: [{ kind: 'content', path: 'a', after: '', length: 0 }],
      }),
    ],
    [
      'of rights without a file',
      JSON.stringify({
        ...EMPTY,
        targets: [{ kind: 'rights', path: '/etc/passwd' }],
      }),
    ],
    ['of a later form', '{"schema":"why403-apply/2"}'],
    ['as deep as can be', '['.repeat(100_000)],
  ])('%s is told in a line, with what to do, and nothing is done', async (_name, text) => {
    const folder = stateFolder({ XDG_STATE_HOME: state() }, 'apply');
    const journal = join(folder, '1-left-1.json');
    writeFileSync(journal, text, { mode: 0o600 });
    for (const word of ['--recover', '--keep']) {
      const { status, stderr } = await recovered(word);
      expect(status).toBe(1);
      expect(stderr).toBe(
        `why403: the journal of a change cannot be read, or may be of another user: ${journal}\n        Copies of the files as they were lie in ${join(state(), 'why403/backups')}. Delete it when they are right.\n`,
      );
    }
    isAsItWas(readFileSync(journal, 'utf8'), text);
  });

  test.each(['folder', 'link', 'pipe', 'device'])('that is a %s is not read', async (kind) => {
    const folder = stateFolder({ XDG_STATE_HOME: state() }, 'apply');
    const journal = join(folder, '1-left-1.json');
    if (kind === 'folder') mkdirSync(journal);
    else if (kind === 'pipe') spawnSync('mkfifo', [journal]);
    else symlinkSync(kind === 'link' ? file : '/dev/zero', journal);
    const { status, stderr } = await recovered('--recover');
    expect([status, stderr.split('\n').length]).toEqual([1, 3]);
    isAsItWas(readFileSync(file, 'utf8'), 'one\ndeny all;\nthree\n');
  });

  test('whose process is another one by now, as after a restart of the machine, runs no command', async () => {
    const folder = stateFolder({ XDG_STATE_HOME: state() }, 'apply');
    const mark = join(dir, 'mark');
    const reload = [sh`kill -0 ${process.pid} && touch ${mark}`];
    const processes = processesIn(reload);
    expect(processes.map(({ pid }) => pid)).toContain(process.pid);
    const journal = journalOf({ reload, processes: processes.map((one) => ({ ...one, start: 'earlier_1' })) });
    releaseJournal(openJournal(folder, journal));
    for (const target of journal.targets) carryOut(target);
    const { status, stderr } = await recovered('--recover');
    expect(status).toBe(1);
    expect(stderr).toContain(
      `The server did not read its files again: ${process.pid} is the number of another process by now.`,
    );
    expect(readFileSync(file, 'utf8')).toBe('one\ndeny all;\nthree\n');
    isAsItWas(readdirSync(dir).includes('mark'), false);
  });

  test('that is put back twice at once is put back once', async () => {
    const folder = stateFolder({ XDG_STATE_HOME: state() }, 'apply');
    const runs = join(dir, 'runs');
    const journal = journalOf({ reload: [sh`echo x >>${runs}`] });
    releaseJournal(openJournal(folder, journal));
    for (const target of journal.targets) carryOut(target);
    const all = await Promise.all([1, 2, 3, 4].map(() => recovered('--recover')));
    for (const { stderr } of all) expect(stderr).not.toMatch(/TypeError|^\s+at /m);
    isAsItWas(readFileSync(file, 'utf8'), 'one\ndeny all;\nthree\n');
    isAsItWas(readFileSync(runs, 'utf8'), 'x\n');
  });
});

describe('a command that does not end', () => {
  test.each([
    ['while the run waits', (line: string) => runCommand(line, () => {}, 1)],
    ['while the process ends', (line: string) => Promise.resolve(runCommandAtOnce(line, 1))],
  ])('is ended with all that it started, %s', async (_name, run) => {
    const pid = join(dir, 'pid');
    chmodSync(dir, 0o755);
    expect(await run(`sh -c 'echo $$ >${pid}; exec sleep 3600' && true`)).toBe('it did not end within 1 s');
    const status = spawnSync('grep', [
      '-s',
      '^State:.[^ZX]',
      `/proc/${readFileSync(pid, 'utf8').trim()}/status`,
    ]).status;
    isAsItWas(status === 0, false);
  });

  test('is not waited for where it only started a server', async () => {
    expect(await runCommand('sleep 30 & echo fine >&2')).toBeUndefined();
  });
});
