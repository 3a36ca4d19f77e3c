import { expect, test } from 'vitest';
import { compareWithNginx, hasNginx } from '../bench/nginx-agree.ts';

const here = hasNginx();
if (!here) console.log('skipped: nginx is not installed');

test.skipIf(!here)(
  'the evaluator tells the status that real nginx sends, and every fix turns the real server',
  async () => {
    // A small share of what bench/nginx-agreement.mjs does with thousands of pairs.
    const result = await compareWithNginx(42, 8, 25, 1);
    expect(result.differences).toEqual([]);
    expect(result.pairs).toBeGreaterThan(75);
    expect(result.sameStatus).toBe(result.pairs);
    expect(result.fixed).toBe(result.fixes);
    expect(result.fixes).toBeGreaterThan(0);
  },
  120_000,
);
