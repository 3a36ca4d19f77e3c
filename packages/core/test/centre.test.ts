// What holds of one cause stands in that cause's file: the centre asks the catalogue, and no file of it names a cause, not even in a
// comment. Units may name causes (vendors, experiments, tools of the importers, inspectors), and so may tables that are data.
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CAUSE_IDS } from '../src/model/cause-id.ts';

const packages = path.join(import.meta.dirname, '../..');
const CENTRE = [
  'core/src/difference',
  'core/src/engine',
  'core/src/import/text',
  'core/src/language',
  'core/src/model',
  'core/src/questions',
  'core/src/read',
  'core/src/redact',
  'core/src/report',
  'why403/src/run',
];
/** Files that name causes, and why. */
const NAMES: Readonly<Record<string, string>> = {
  'core/src/model/cause-id.ts': 'the list of the ids',
  'core/src/model/recorded-odds.ts': 'written by scripts/servers.mjs from recorded runs',
  'why403/src/run/issuer-keys.ts': 'one question to the issuer of a token: a unit, as an experiment is',
};
/** Files that name the line of the checklist, which is called as a cause is. */
const LINE = 'file-permissions';
const NAMES_LINE = ['model/cause.ts', 'report/checklist.ts', 'report/guide.ts', 'report/words.ts'];

function named(file: string): readonly string[] {
  const text = fs.readFileSync(path.join(packages, file), 'utf8');
  return CAUSE_IDS.filter((id) => new RegExp(`(?<![\\w-])${id}(?![\\w-])`).test(text));
}

const files = CENTRE.flatMap((folder) =>
  fs
    .readdirSync(path.join(packages, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `${folder}/${file.split(path.sep).join('/')}`),
);

describe('the centre knows no cause by name', () => {
  it('finds the names in a file that holds some', () => {
    expect(named('core/src/experiments/other-credential.ts')).toContain('role-missing');
  });
  it('names none, but for the files that say why', () => {
    const lines = new Set(NAMES_LINE.map((file) => `core/src/${file}`));
    const found = files
      .map((file) => [file, named(file).filter((id) => id !== LINE || !lines.has(file))] as const)
      .filter(([file, ids]) => ids.length > 0 && !(file in NAMES));
    expect(found).toEqual([]);
  });
  it('has no exception that is not needed', () => {
    const needless = Object.keys(NAMES).filter((file) => !files.includes(file) || named(file).length === 0);
    expect(needless).toEqual([]);
  });
});
