import { readFileSync } from 'node:fs';
import path from 'node:path';
import { catalogue } from '@why403/core';
import { expect, test } from 'vitest';

test('the documentation has a line for each experiment, and for no other', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/experiments.md'), 'utf8');
  const table = text.slice(text.indexOf('## Every experiment'), text.indexOf('Two more sources'));
  const told = [...table.matchAll(/^\| ((?:`[\w-]+`(?:, )?)+) \|/gm)].flatMap(([, ids]) =>
    [...ids!.matchAll(/`([\w-]+)`/g)].map(([, id]) => id),
  );
  expect(told.sort()).toEqual(
    [...catalogue.experiments.map(({ id }) => id), 'control', 'difference', 'working'].sort(),
  );
});
