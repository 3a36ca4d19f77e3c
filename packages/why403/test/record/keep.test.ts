import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BIN } from '../cli/command.ts';
import { direct, folder, recorded, refusing, told } from './support.ts';

const SECRET = 'hunter2hunter2hunter2hunter2';

describe('--keep', () => {
  const keep = async (own: readonly string[] = []) => {
    const cwd = folder();
    const { origin } = await refusing();
    const words = [
      'curl',
      '-sS',
      '-H',
      `Authorization: Bearer ${SECRET}`,
      `${origin}/x?token=${SECRET}`,
      `${origin}/ok`,
    ];
    const ran = await recorded(words, { cwd, own: ['--json', '--keep', 'session.har', ...own] });
    return { cwd, ran, file: path.join(cwd, 'session.har') };
  };

  it('writes all that was seen, without secrets, for its user alone; why403 reads it', async () => {
    const { cwd, ran, file } = await keep();
    expect(told(ran)).toEqual(['403 GET scope-insufficient']);
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(SECRET);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    const { entries } = JSON.parse(text).log;
    expect(entries.map((one: { response: { status: number } }) => one.response.status)).toEqual([403, 200]);
    expect(entries[0].response.content.text).toBe('{"error":"insufficient_scope"}\n');
    const again = await direct([process.execPath, BIN, '--json', file], { cwd });
    expect(JSON.parse(again.stdout).diagnoses[0].verdict.cause).toBe('scope-insufficient');
  });

  it('with --show-secrets keeps them', async () => {
    const { file } = await keep(['--show-secrets']);
    expect(readFileSync(file, 'utf8')).toContain(`Bearer ${SECRET}`);
  });

  it('a --show-secrets of the command is the command’s', async () => {
    const { origin } = await refusing();
    const ran = await recorded([
      'sh',
      '-c',
      `curl -sS -H 'Authorization: Bearer ${SECRET}' ${origin}/x`,
      '--show-secrets',
    ]);
    expect(ran.stderr).not.toContain(SECRET);
  });

  it('overwrites nothing, and says so before the command runs', async () => {
    const cwd = folder();
    const file = path.join(cwd, 'session.har');
    writeFileSync(file, 'mine');
    const ran = await recorded(['touch', 'ran'], { cwd, own: ['--keep', file] });
    expect([ran.status, existsSync(path.join(cwd, 'ran')), readFileSync(file, 'utf8')]).toEqual([2, false, 'mine']);
    expect(ran.stderr).toContain('is there already, and --keep overwrites nothing.');
  });

  it('goes with a command only', async () => {
    const ran = await direct([process.execPath, BIN, '--keep', 'a.har', 'http://localhost:1/'], { cwd: folder() });
    expect([ran.status, ran.stderr]).toEqual([
      2,
      'why403: --keep is for a command that is run, and there is none.\n        It looks like why403 --keep session.har -- git push.\n',
    ]);
  });
});

describe('the report', () => {
  it('goes to standard error as text, the command’s own output stays alone', async () => {
    const { origin } = await refusing();
    const ran = await recorded(['curl', '-sS', `${origin}/x`], { own: [] });
    expect(ran.stdout).toBe('{"error":"insufficient_scope"}\n');
    expect(ran.stderr).toContain('scope-insufficient');
  });

  it('goes to a page as well', async () => {
    const cwd = folder();
    const { origin } = await refusing();
    const ran = await recorded(['curl', '-sS', `${origin}/x`], { cwd, own: ['--html', 'page.html'] });
    expect(ran.stderr).toBe('page.html\n');
    expect(readFileSync(path.join(cwd, 'page.html'), 'utf8')).toContain('scope-insufficient');
  });

  it('names the advice of the tool whose command it was', async () => {
    const { origin } = await refusing();
    const ran = await recorded(['git', 'ls-remote', `${origin}/x.git`]);
    const texts = ran.diagnoses[0]!.causes[0]!.fixes.map(({ text }) => text).join('\n');
    expect(texts).toMatch(/\bGit\b|GitHub Actions/);
  });
});
