import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../../src/catalogue.ts';
import { findPattern, hasPattern } from '../../src/engine/pattern.ts';
import { fold } from '../../src/model/text.ts';
import { fixturesIn } from '../fixture.ts';

const patterns = new Set<RegExp>();
const collect = (value: unknown): void => {
  if (value instanceof RegExp) patterns.add(value);
  else if (Array.isArray(value)) value.forEach(collect);
  else if (value && typeof value === 'object') Object.values(value).forEach(collect);
};
for (const { present, refusals } of catalogue.vendors) collect([present, refusals]);

const bodies = fixturesIn(path.resolve(import.meta.dirname, '../../fixtures/vendors')).map(({ exchange }) =>
  fold(exchange.response?.body?.text ?? '').slice(0, 600),
);

/** What the whole pattern finds, at which place. */
const whole = (pattern: RegExp, text: string) => {
  const hit = pattern.exec(text);
  return hit && [hit.index, hit[0]];
};
const taken = (pattern: RegExp, text: string) => {
  const hit = findPattern(pattern, text);
  return hit ? [hit.index, hit[0]] : null;
};

describe('a pattern taken apart into its branches', () => {
  it('finds in every fixture what the whole pattern finds, at the same place', () => {
    expect(patterns.size).toBeGreaterThan(500);
    // each pattern meets the texts by turns: all pairs would be a million
    let hits = 0;
    let n = 0;
    for (const pattern of patterns) {
      for (let i = n++ % 7; i < bodies.length; i += 7) {
        const text = bodies[i]!;
        const expected = whole(pattern, text);
        if (expected) hits++;
        if (
          JSON.stringify(taken(pattern, text)) !== JSON.stringify(expected) ||
          hasPattern(pattern, text) !== !!expected
        )
          expect.fail(`${pattern} in ${text}`);
      }
    }
    expect(hits).toBeGreaterThan(100);
  });

  it('finds the same for any pattern of the forms that are in use', () => {
    const word = fc.constantFrom('role', 'token', 'a', 'not', 'api key', 'x', '.', 'no');
    const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
    const { source } = fc.letrec<{ source: string }>((tie) => ({
      source: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.constantFrom(
          'role',
          'token',
          'a',
          '\\.',
          '[a-n]',
          '.',
          '\\w+',
          '\\brole\\b',
          'to?ken',
          'x{2}',
          'no(?! t)',
          '\\s',
        ),
        fc.array(tie('source'), { minLength: 1, maxLength: 3 }).map((list) => list.join('|')),
        fc.array(tie('source'), { minLength: 1, maxLength: 3 }).map((list) => list.join('')),
        // no repeated part holds another repeat: V8 would try more ways than there is time for
        fc
          .tuple(
            fc.constantFrom('role', 'token', 'a', '[a-n]', '.', '(?:no|api)', 'x|a', '\\brole'),
            fc.constantFrom('', '?', '+', '{0,2}', '{1,2}', '*?'),
          )
          .map(([inner, quantifier]) => `(?:${inner})${quantifier}`),
        fc.tuple(fc.constantFrom('(', '(?<n>', '(?=', '(?!', '(?<!'), tie('source')).map(([open, s]) => `${open}${s})`),
      ),
    }));
    fc.assert(
      fc.property(source, fc.constantFrom('', 'i'), text, (s, flags, t) => {
        let pattern: RegExp;
        try {
          pattern = new RegExp(s, flags);
        } catch {
          return; // two groups of one name
        }
        expect(taken(pattern, t)).toEqual(whole(pattern, t));
        expect(hasPattern(pattern, t)).toBe(pattern.test(t));
      }),
      { numRuns: 2000 },
    );
  });
});
