import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compareWalks } from '../bench/walk-trees.ts';

const canBecomeOthers =
  process.geteuid?.() === 0 && spawnSync('setfacl', ['--version'], { stdio: 'ignore' }).status === 0;
if (!canBecomeOthers) console.log('skipped: walking as other users needs root and setfacl');

test.skipIf(!canBecomeOthers)(
  'a walk tells what open, readdir, stat and access really answer, and every grant opens the way',
  () => {
    const result = compareWalks(7, 3);
    expect(result.differences).toEqual([]);
    expect(result.questions).toBeGreaterThan(500);
    expect(result.same).toBe(result.questions);
    expect(result.grants).toBeGreaterThan(5);
    expect(result.granted).toBe(result.grants);
  },
  120_000,
);
