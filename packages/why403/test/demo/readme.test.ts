import fs from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { describe as describeProgram } from '../../src/command/options.ts';
import { COMMANDS } from '../../src/command/run.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8');

describe('the README', () => {
  it('names every command', () => {
    expect(Object.keys(COMMANDS).filter((word) => !readme.includes(`why403 ${word}`))).toEqual([]);
  });

  // options that are declared and do nothing yet; each goes from here to the README when it is at work
  const waiting = new Set(['--version']);

  it('names every option', () => {
    const options = describeProgram(new Command()).options.map(({ long }) => long!);
    const known = new Set(readme.match(/--[a-z][a-z-]+/g));
    expect(options.filter((option) => !known.has(option) && !waiting.has(option))).toEqual([]);
  });

  it('links to files that are there, as the other documents do', () => {
    const documents = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/causes/README.md'];
    const links = documents.flatMap((document) =>
      [...fs.readFileSync(path.join(root, document), 'utf8').matchAll(/\]\(([^)#]+)/g)]
        .map(([, target]) => target!)
        .filter((target) => !/^https?:/.test(target))
        .map((target) => path.join(path.dirname(document), target)),
    );
    expect(links.length).toBeGreaterThan(20);
    expect(links.filter((link) => !fs.existsSync(path.join(root, link)))).toEqual([]);
  });
});
