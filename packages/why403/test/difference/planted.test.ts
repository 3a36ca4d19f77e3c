import { describe, expect, test } from 'vitest';
import { ddmin, leaveOneOut } from '../../bench/planted.ts';
import { runPlanted, runRandom } from '../../bench/planted-runs.ts';

const seeds = (from: number, count: number): number[] => Array.from({ length: count }, (_x, i) => from + i);
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1]!;

describe('the smallest difference of 30 headers and 25 cookies', () => {
  test('is exactly the planted one, two or three, with at most half of the questions of plain ddmin', async () => {
    const runs = await runPlanted(seeds(9001, 18));
    expect(runs.filter((r) => !r.exact)).toEqual([]);
    expect(new Set(runs.map((r) => r.planted.length))).toEqual(new Set([1, 2, 3]));
    expect(median(runs.map((r) => r.ours)) * 2).toBeLessThanOrEqual(median(runs.map((r) => r.ddmin)));
    expect(Math.max(...runs.map((r) => r.ours))).toBeLessThan(30);
  });

  test('is counted against searches that find it too', () => {
    const all = seeds(0, 55);
    const wanted = [3, 17, 40];
    const passes = (set: readonly number[]): boolean => wanted.every((one) => set.includes(one));
    expect(leaveOneOut(all, passes)).toBe(55);
    expect(ddmin(all, passes)).toBeGreaterThan(30);
    expect(ddmin(all, (set) => set.includes(54))).toBeLessThan(14);
  });
});

describe('a server that answers 403 to one request in four, whatever it holds', () => {
  test('is never said to have a proven cause', async () => {
    const runs = await runRandom(50_001, 40);
    expect(runs.filter((r) => r.turned === 'proven')).toEqual([]);
    expect(Math.max(...runs.map((r) => r.requests))).toBeLessThanOrEqual(12);
  });
});
