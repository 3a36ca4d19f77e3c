import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CAUSE_IDS } from '@why403/core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { why403 } from './command.ts';

const { version } = JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../../package.json'), 'utf8'));

describe('why403 explain', () => {
  it('lists every cause by group', async () => {
    const { status, stdout, stderr } = await why403(['explain']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.match(/^ {2}[a-z0-9-]+(?= )/gm)?.map((id) => id.trim())).toEqual(CAUSE_IDS);
  });

  it('tells each cause: what it is, its signs, what settles it, who can mend it', async () => {
    const told = await Promise.all(CAUSE_IDS.map(async (id) => [id, await why403(['explain', id])] as const));
    for (const [id, { status, stdout }] of told) {
      expect(status).toBe(0);
      expect(stdout.startsWith(`${id}  `)).toBe(true);
      for (const heading of ['speaks for it', 'speaks against it', 'settled by', 'who can mend it'])
        expect(stdout, id).toContain(`\n${heading}\n`);
      for (const line of stdout.split('\n'))
        if (!/https?:/.test(line)) expect(line.length, `${id}: ${line}`).toBeLessThanOrEqual(80);
    }
  }, 60_000);

  it.each([
    ['cors', ['origin-rejected', 'not-403', 'method-refused']],
    ['csrf', ['csrf-missing', 'csrf-invalid']],
    ['jwt', ['credentials-expired', 'credentials-invalid', 'credentials-malformed', 'scope-insufficient']],
    ['waf', ['content-rejected', 'client-refused', 'ip-refused']],
    ['401', ['credentials-missing', 'credentials-expired', 'credentials-invalid', 'credentials-malformed']],
    ['rate limit', ['rate-limited']],
    ['hotlink', ['origin-rejected', 'client-refused']],
    ['PUT', ['method-refused', 'role-missing', 'csrf-missing']],
    ['subscription', ['feature-unavailable', 'policy-denied']],
  ])('finds causes by the everyday word "%s"', async (word, causes) => {
    const { status, stdout } = await why403(['explain', ...word.split(' ')]);
    const listed = [...stdout.matchAll(/^ {2}([a-z0-9-]+) {2,}/gm)].map(([, id]) => id);
    expect([status, listed.slice(0, causes.length)]).toEqual([0, causes]);
  });

  it('tells the whole of a cause that a word alone stands for', async () => {
    expect((await why403(['explain', 'ip'])).stdout).toBe((await why403(['explain', 'ip-refused'])).stdout);
  });

  it('finds causes by a product, with what it says, and by a tool, with its commands', async () => {
    expect((await why403(['explain', 'cloudflare'])).stdout).toMatch(
      /client-refused[\s\S]*\n\nCloudflare refuses with\n/,
    );
    expect((await why403(['explain', 'git', 'push'])).stdout).toMatch(/^with Git$/m);
    const npm = (await why403(['explain', 'kubectl'])).stdout;
    expect(npm).toContain('with kubectl');
    expect(npm).toContain('    kubectl auth can-i --list');
  });

  it('says so where words stand for no cause', async () => {
    const { status, stdout, stderr } = await why403(['explain', 'bananas']);
    expect([status, stdout, stderr]).toEqual([
      2,
      '',
      'why403: There is no cause "bananas", and none that these words stand for.\n        why403 explain lists the causes; why403 "…" says what an answer with these words means.\n',
    ]);
  });
});

describe('why403 completion', () => {
  const found = (shell: string): boolean => spawnSync(shell, ['-c', 'exit 0']).status === 0;
  const installed = (shell: string): boolean => {
    if (found(shell)) return true;
    process.stdout.write(`completion for ${shell} not checked: ${shell} is not installed\n`);
    return false;
  };
  const scriptFile = async (shell: string): Promise<string> => {
    const { stdout } = await why403(['completion', shell]);
    const folder = mkdtempSync(path.join(tmpdir(), 'why403-completion-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, `why403.${shell}`);
    writeFileSync(file, stdout);
    return file;
  };

  it.each([
    ['bash', ['-n']],
    ['zsh', ['-n']],
    ['fish', ['--no-execute']],
  ])('prints a script that %s can read', async (shell, words) => {
    const { status, stdout } = await why403(['completion', shell]);
    expect(status).toBe(0);
    for (const option of ['max-requests', 'no-send', 'show-secrets', 'html']) expect(stdout).toContain(option);
    if (!installed(shell)) return;
    const { status: read, stderr } = spawnSync(shell, [...words, await scriptFile(shell)], { encoding: 'utf8' });
    expect([read, stderr]).toEqual([0, '']);
  });

  it('completes options, commands and causes in fish', async () => {
    if (!installed('fish')) return;
    const file = await scriptFile('fish');
    const complete = (line: string): string[] =>
      spawnSync('fish', ['--no-config', '-c', `source ${file}; complete -C '${line}'`], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: path.dirname(file) },
      })
        .stdout.split('\n')
        .map((one) => one.split('\t')[0]!)
        .filter(Boolean);
    expect(complete('why403 --no-s')).toEqual(['--no-send']);
    expect(complete('why403 expl')).toEqual(['explain']);
    expect(complete('why403 explain csrf')).toEqual(['csrf-invalid', 'csrf-missing']);
  });

  it.each([
    ['why403 --no-s', 'why403 --no-send '],
    ['why403 expl', 'why403 explain '],
    ['why403 explain csrf-m', 'why403 explain csrf-missing '],
  ])('completes in zsh what stands at its prompt: %s', async (typed, whole) => {
    if (!installed('zsh')) return;
    const file = await scriptFile('zsh');
    const folder = path.dirname(file);
    writeFileSync(path.join(folder, '.zshrc'), `PS1='ready>'; autoload -Uz compinit; compinit -u -D; source ${file}\n`);
    // a terminal of its own: the key is pressed once the prompt is there
    const script = [
      'zmodload zsh/zpty',
      'zpty z "TERM=dumb zsh -i"',
      "zpty -r z out '*ready>*'",
      `zpty -w -n z '${typed}'$'\\t'`,
      `zpty -r z out '*${whole}*'`,
      'print -r -- "$out"',
      'zpty -d z',
    ].join('\n');
    const { stdout } = spawnSync('zsh', ['-f', '-c', script], {
      encoding: 'utf8',
      timeout: 15_000,
      env: { PATH: process.env['PATH'], HOME: folder, ZDOTDIR: folder },
    });
    expect(stdout).toContain(whole);
  });

  it('completes options, commands and causes in bash', async () => {
    const { stdout } = await why403(['completion', 'bash']);
    const complete = (...words: readonly string[]): string[] =>
      spawnSync(
        'bash',
        [
          '-c',
          `${stdout}\nCOMP_WORDS=(${words.map((w) => `'${w}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _why403; printf '%s\\n' "\${COMPREPLY[@]}"`,
        ],
        { encoding: 'utf8' },
      )
        .stdout.split('\n')
        .filter(Boolean);
    expect(complete('why403', '--no-s')).toEqual(['--no-send']);
    expect(complete('why403', 'expl')).toEqual(['explain']);
    expect(complete('why403', 'explain', 'csrf')).toEqual(['csrf-missing', 'csrf-invalid']);
  });

  it('says which shells it knows', async () => {
    const { status, stderr } = await why403(['completion', 'tcsh']);
    expect([status, stderr]).toEqual([
      2,
      'why403: There is no completion for "tcsh".\n        It knows bash, zsh and fish.\n',
    ]);
  });
});

describe('why403 --help and --version', () => {
  it('help lists every option of the contract, in 80 columns where words can be broken', async () => {
    const { status, stdout, stderr } = await why403(['--help']);
    expect([status, stderr]).toEqual([0, '']);
    for (const option of [
      '--working',
      '--as',
      '--no-send',
      '--allow-writes',
      '--max-requests',
      '--config',
      '--error-log',
      '--access-log',
      '--root',
      '--worker',
      '--server',
      '--openapi',
      '--json',
      '--markdown',
      '--html',
      '--show-secrets',
    ])
      expect(stdout).toMatch(new RegExp(`^ +(?:-\\w, )?${option} `, 'm'));
  });

  it('the version is that of the package', async () => {
    for (const word of ['--version', '-V'])
      expect(await why403([word])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' });
  });

  it('help for a subcommand is a text of its own', async () => {
    for (const command of ['explain', 'completion']) {
      const { status, stdout } = await why403([command, '--help']);
      expect([status, stdout.split(' [', 1)[0]?.startsWith(`Usage: why403 ${command}`)]).toEqual([0, true]);
    }
  });
});
