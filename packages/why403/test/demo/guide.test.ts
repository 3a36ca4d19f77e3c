import { Readable } from 'node:stream';
import { CAUSE_IDS, catalogue, GUIDE_PARTS, guideOf, guideText } from '@why403/core';
import { describe, expect, it } from 'vitest';
import { COMMANDS, run } from '../../src/command/run.ts';

const guide = guideOf(catalogue.causes);

async function why403(...argv: readonly string[]) {
  let out = '';
  let err = '';
  const status = await run(argv, {
    stdin: Readable.from([]),
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    env: {},
  });
  return { status, out, err };
}

describe('why403 guide', () => {
  it('tells every step, table row, cause, check and question', async () => {
    const { status, out, err } = await why403('guide');
    expect([status, err]).toEqual([0, '']);
    const places = [
      'STEP 1',
      'Admin access required',
      'STEP 2',
      'no token was sent',
      'the token has expired',
      'wrong scope in the token',
      'right token, still 403',
      'The quick test',
      'STEP 3',
      'A role is missing',
      'The CSRF token is missing',
      'The address is not allowed, or a rate limit',
      'The server may not read the file',
      'The API key or token lacks a scope',
      'STEP 4',
      ...guide.checklist.map(({ title }) => title),
      '401, 403 OR 404',
      'What is the difference between 401 and 403?',
      'Should a server answer 403 or 404',
      'Why do I get a 403 on a file upload or a form?',
    ].map((words) => [words, out.indexOf(words)] as const);
    expect(places.filter(([, at]) => at < 0)).toEqual([]);
    expect(places.map(([, at]) => at)).toEqual(places.map(([, at]) => at).toSorted((a, b) => a - b));
    expect(guide.checklist.map(({ item }) => item)).toEqual([
      'authenticated',
      'permission',
      'csrf',
      'ip',
      'scopes',
      'file-permissions',
      'feature-flag',
    ]);
  });

  it('keeps to 80 columns in every part', () => {
    for (const part of [undefined, ...GUIDE_PARTS])
      expect(
        guideText(catalogue.causes, part)
          .split('\n')
          .filter((line) => line.length > 80),
      ).toEqual([]);
  });

  it('names causes and commands that exist', () => {
    const items = [guide.confirm, guide.table.test, ...guide.causes, ...guide.checklist, ...guide.questions];
    for (const { causes, commands } of [...items, ...guide.table.rows.map((row) => ({ ...row, commands: [] }))]) {
      expect(causes.filter((id) => !CAUSE_IDS.includes(id))).toEqual([]);
      expect(causes).not.toEqual([]);
      for (const command of commands) {
        const [, word = '', id = ''] = /\bwhy403(?: (\S+))?(?: (\S+))?/.exec(command) ?? [];
        if (word === 'explain') expect(CAUSE_IDS).toContain(id);
        else if (/^[a-z]+$/.test(word) && word !== 'curl') expect(Object.keys(COMMANDS)).toContain(word);
      }
    }
  });

  it('prints one part, by its name or its number, and says which parts there are', async () => {
    expect((await why403('guide', 'step', '2')).out).toBe((await why403('guide', 'table')).out);
    expect((await why403('guide', 'checklist')).out).toMatch(/^STEP 4 {2}The checklist\n/);
    expect((await why403('guide', 'faq')).out).toMatch(/^401, 403 OR 404\n.*\nQUESTIONS\n/s);
    expect((await why403('guide', 'step')).out).toMatch(/^By the book/);
    expect(await why403('guide', 'nothing')).toEqual({
      status: 2,
      out: '',
      err: 'why403: The guide has no part "nothing".\n        It has: step 1, step 2, step 3, step 4, table, causes, checklist, statuses, faq.\n',
    });
  });
});
