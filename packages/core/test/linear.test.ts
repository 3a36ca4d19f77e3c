import fs from 'node:fs';
import path from 'node:path';
import { parse } from 'acorn';
import { transformSync } from 'esbuild';
import { analyse } from 'scslre';
import { describe, expect, it } from 'vitest';

const source = path.join(import.meta.dirname, '../src');

/** Every regular expression that is written in a file. */
function patternsIn(file: string): RegExp[] {
  const { code } = transformSync(fs.readFileSync(file, 'utf8'), { loader: 'ts' });
  const found: RegExp[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const item of node) walk(item);
    if (!node || typeof node !== 'object') return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) found.push(new RegExp(regex.pattern, regex.flags));
    else for (const value of Object.values(node)) walk(value);
  };
  walk(parse(code, { ecmaVersion: 'latest', sourceType: 'module' }));
  return found;
}

/** How a pattern can be made to backtrack more than in proportion to its input; nothing where it cannot. */
function faultsOf(pattern: RegExp): string[] {
  return analyse(pattern, { maxReports: 2 }).reports.map(
    (r) => `${r.exponential ? 'exponential' : 'polynomial'} (${r.type}): ${pattern}`,
  );
}

describe('no input makes a pattern of core slow', () => {
  it('finds the faults of patterns that are known to have them', () => {
    for (const bad of [/^(a+)+$/, /\s*,\s*x/, /a\s*\s*b/]) expect(faultsOf(bad), String(bad)).not.toEqual([]);
  });
  const files = fs.readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.ts'));
  for (const folder of [...new Set(files.map((f) => f.split(path.sep)[0]!))].sort()) {
    it(`proves those of ${folder} linear`, () => {
      const faults = files
        .filter((f) => f === folder || f.startsWith(folder + path.sep))
        .flatMap((f) => patternsIn(path.join(source, f)).flatMap((p) => faultsOf(p).map((fault) => `${f}: ${fault}`)));
      expect(faults).toEqual([]);
    });
  }
}, 60_000);
