import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAST, makeSpotter } from '../../src/engine/spot.ts';

// few letters, so that strings stand in texts by chance; and some that have the same low byte as others
const letter = fc.constantFrom('a', 'b', ' ', 'š', 'á', '☺', 'š'.toUpperCase());
const needle = fc.string({ unit: letter, minLength: LEAST, maxLength: 7 });

test('a spotter finds just the strings that a text holds, each once', () => {
  fc.assert(
    fc.property(fc.array(needle, { maxLength: 30 }), fc.string({ unit: letter, maxLength: 120 }), (needles, text) => {
      const spotter = makeSpotter<string>();
      for (const one of needles) spotter.add(one, one);
      const found: string[] = [];
      spotter.find(text, (values) => found.push(...values));
      expect(found.sort()).toEqual(needles.filter((one) => text.includes(one)).sort());
    }),
  );
});

test('a spotter that was asked before answers for the new text alone', () => {
  const spotter = makeSpotter<number>();
  spotter.add('denied', 1);
  spotter.add('expired', 2);
  const seen = (text: string): readonly number[] => {
    const found: number[] = [];
    spotter.find(text, (values) => found.push(...values));
    return found;
  };
  expect(seen('access denied')).toEqual([1]);
  expect(seen('token expired, access denied, denied')).toEqual([2, 1]);
  expect(seen('den')).toEqual([]);
  expect(seen('denied')).toEqual([1]);
});
