import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { judge } from '../src/engine/judge.ts';
import { CAUSE_IDS } from '../src/model/cause-id.ts';
import type { Exchange } from '../src/model/exchange.ts';
import { gap } from '../src/model/gap.ts';
import { certaintyOf, tell } from '../src/report/tell.ts';

// Pieces of real refusals: junk made of them reaches far deeper than random bytes do.
const WORDS =
  'token scope permission denied not allowed by policy your plan does not include ip address 192.0.2.7 origin host header csrf missing expired login https {"error": "code" <Error><Code> </html> [ ] " \\u00e9 \u202e \0'.split(
    ' ',
  );
const words = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((list) => list.join(' ')),
  fc.string({ maxLength: 200, unit: 'binary' }),
  fc.json({ maxDepth: 4 }),
);
const name = fc.oneof(
  fc.constantFrom(
    'Server',
    'WWW-Authenticate',
    'Content-Type',
    'Retry-After',
    'Allow',
    'Location',
    'Date',
    'X-Error',
    'Authorization',
    'Cookie',
    'Origin',
    'Host',
    'User-Agent',
    'X-Api-Key',
    'Set-Cookie',
    'Via',
  ),
  fc.string({ minLength: 1, maxLength: 30 }),
);
const headers = fc.array(fc.tuple(name, words), { maxLength: 12 });
const body = fc.option(
  words.map((text) => ({ text })),
  { nil: undefined },
);
const exchange: fc.Arbitrary<Exchange> = fc.record({
  request: fc
    .record({
      method: fc.constantFrom('GET', 'POST', 'DELETE', 'PROPFIND', 'CONNECT', 'get', ''),
      url: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string({ maxLength: 80 })),
      headers,
      body,
    })
    .map(({ body: b, ...rest }) => (b ? { ...rest, body: b } : rest)),
  response: fc
    .record({ status: fc.integer({ min: 0, max: 999 }), headers, body })
    .map(({ body: b, ...rest }) => (b ? { ...rest, body: b } : rest)),
  gaps: fc.array(fc.constantFrom(gap('request-headers', 'no headers'), gap('request', 'no request')), { maxLength: 1 }),
});

describe('judging any exchange', () => {
  it('never fails, ranks every cause once and gives probabilities that sum to 1', () => {
    fc.assert(
      fc.property(exchange, (one) => {
        const { ranked, faults } = judge(one, catalogue);
        expect(faults).toEqual([]);
        expect(ranked.map(({ cause }) => cause.id).sort()).toEqual([...CAUSE_IDS].sort());
        expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1, 6);
        for (let i = 1; i < ranked.length; i++)
          expect(ranked[i - 1]!.probability).toBeGreaterThanOrEqual(ranked[i]!.probability);
      }),
      { numRuns: 300 },
    );
  });
  it('gives the same judgement for the same exchange', () => {
    fc.assert(
      fc.property(exchange, (one) => {
        expect(JSON.stringify(tell(judge(one, catalogue)))).toBe(
          JSON.stringify(tell(judge(structuredClone(one), catalogue))),
        );
      }),
      { numRuns: 60 },
    );
  });
  it('quotes only what stands in the exchange', () => {
    fc.assert(
      fc.property(exchange, (one) => {
        for (const { claims } of judge(one, catalogue).ranked)
          for (const { claim } of claims)
            for (const { start, end } of claim.at)
              if (start !== undefined && end !== undefined) expect(end).toBeGreaterThanOrEqual(start);
      }),
      { numRuns: 100 },
    );
  });
  it('knows nothing of a request alone', () => {
    fc.assert(
      fc.property(exchange, ({ request, gaps }) => {
        expect(certaintyOf(judge({ request, gaps }, catalogue))).toBe('unknown');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a body of megabytes', () => {
  // each would take minutes if any step were quadratic in it
  const bodies: Readonly<Record<string, string>> = {
    'one letter': 'a'.repeat(4_000_000),
    'opening tags': '<div '.repeat(800_000),
    'open brackets': '['.repeat(2_000_000),
    'one word over and over': 'token '.repeat(700_000),
    'objects that never close': '{"error":'.repeat(300_000),
    spaces: ' '.repeat(4_000_000),
    'numbers and dots': '1.'.repeat(2_000_000),
  };
  for (const [what, text] of Object.entries(bodies)) {
    it(`is judged when it is ${what}`, () => {
      const { faults, ranked } = judge(
        {
          request: { method: 'GET', url: 'https://api.rockets.test/', headers: [] },
          response: { status: 403, headers: [], body: { text } },
          gaps: [],
        },
        catalogue,
      );
      expect(faults).toEqual([]);
      expect(ranked).toHaveLength(CAUSE_IDS.length);
    });
  }
});
