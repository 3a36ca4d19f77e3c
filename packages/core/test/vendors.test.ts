import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { type Judgement, judge } from '../src/engine/judge.ts';
import { silence } from '../src/model/case.ts';
import type { Match } from '../src/model/vendor.ts';
import { tell } from '../src/report/tell.ts';
import { fixturesIn } from './fixture.ts';

const folder = path.join(import.meta.dirname, '../fixtures/vendors');
const sections = fixturesIn(folder);

function claimsBy(judgement: Judgement, vendor: string): ReadonlySet<string> {
  const all = judgement.ranked.flatMap(({ claims }) => claims.map(({ claim }) => claim.by));
  return new Set(all.filter((by) => by.startsWith(`${vendor}/`)));
}

/** Whether the documented words name the first cause as strongly as this one: then they leave open which of them it is. */
function leftOpen({ case: c, ranked }: Judgement, cause: string, habit: boolean): boolean {
  const strongest = (id: string): number =>
    Math.max(
      0,
      ...ranked
        .filter((r) => r.cause.id === id)
        .flatMap(({ claims }) => claims.filter(({ claim }) => claim.specific).map(({ bits }) => bits)),
    );
  // a page without a reason only names candidates
  const listed = ranked
    .slice(0, habit ? 8 : 5)
    .some((r) => r.cause.id === cause && r.claims.some(({ claim }) => claim.specific === false));
  return (
    (silence(c) !== undefined && listed) || (strongest(cause) > 0 && strongest(cause) >= strongest(ranked[0]!.cause.id))
  );
}

// what a product usually means is weighed beside what was sent where
const habits = new Set(
  catalogue.vendors.flatMap((v) => v.refusals.flatMap((r) => (r.usual ? [`${v.id}/${r.id}`] : []))),
);

describe('every vendor against every fixture', () => {
  for (const vendor of catalogue.vendors) {
    describe(vendor.id, () => {
      it('has a fixture for each refusal, and no other', () => {
        // `# judge` names what the vendor's own judge must claim, in place of a refusal
        const own = sections.filter((s) => s.file === vendor.id && !s.notes['judge']).map((s) => s.id);
        expect([...new Set(own)].sort()).toEqual(vendor.refusals.map((r) => r.id).sort());
      });
      it('names a source for each refusal', () => {
        for (const refusal of vendor.refusals) expect(refusal.source, refusal.id).toMatch(/^https:\/\/\S+$/);
      });
      for (const section of sections.filter((s) => s.file === vendor.id)) {
        it(`reads ${section.id} as ${section.cause}`, () => {
          const judgement = judge(section.exchange, catalogue);
          const judged = section.notes['judge'];
          const own = new Set(vendor.refusals.map((r) => `${vendor.id}/${r.id}`));
          expect({
            judged: judged && [...claimsBy(judgement, vendor.id)].filter((by) => !own.has(by)),
            refusals: [...judgement.refusals, ...judgement.usual].sort(),
            present: judgement.products.map((p) => p.fact.vendor).sort(),
            cause: leftOpen(judgement, section.cause, habits.has(`${vendor.id}/${section.id}`))
              ? section.cause
              : judgement.ranked[0]!.cause.id,
            faults: judgement.faults,
          }).toEqual({
            judged: judged?.filter((name) => name !== 'none').map((name) => `${vendor.id}/${name}`),
            refusals: [...(judged ? [] : [`${vendor.id}/${section.id}`]), ...(section.notes['also'] ?? [])].sort(),
            present: [...(section.notes['present'] ?? [vendor.id])].filter((p) => p !== 'none').sort(),
            cause: section.cause,
            faults: [],
          });
          expect(section.notes['source']?.length, 'source').toBeGreaterThan(0);
          expect(tell(judgement).verdict.probability).toBeGreaterThan(0);
        });
      }
    });
  }
  it('proves no cause where its own sentence leaves another one open', () => {
    const other: readonly (readonly [cause: 'credentials-missing' | 'credentials-expired', words: RegExp])[] = [
      ['credentials-missing', /\babsent\b|\bno (?:key|token)\b/],
      ['credentials-expired', /\bpast its (?:time|date)|\bexpired\b/],
    ];
    const proving = catalogue.vendors.flatMap((v) =>
      v.refusals
        .filter(
          ({ causes, says }) =>
            causes['credentials-invalid'] === 'proves' && other.some(([, words]) => words.test(says)),
        )
        .map((r) => `${v.id}/${r.id}`),
    );
    expect(proving).toEqual([]);
  });
  it('counts of a hundred what an answer without a reason usually is, most first', () => {
    for (const vendor of catalogue.vendors)
      for (const { id, usual, causes } of vendor.refusals) {
        if (!usual) continue;
        const shares = Object.values(usual);
        expect(shares, `${vendor.id}/${id}`).toEqual([...shares].sort((a, b) => b - a));
        expect(
          shares.reduce((a, b) => a + b, 0),
          `${vendor.id}/${id}`,
        ).toBeLessThanOrEqual(100);
        expect(causes, `${vendor.id}/${id}`).toEqual({});
      }
  });
  it('takes no bare number for the words of one product', () => {
    // five digits are too few to be one product's own: another one counts its errors the same way
    const bare = (m: Match): boolean =>
      'any' in m
        ? m.any.some(bare)
        : 'code' in m && !(m.code instanceof RegExp) && [m.code].flat().some((code) => /^[0-9]{1,5}$/.test(code));
    const alone = catalogue.vendors.flatMap((v) => v.refusals.map((r) => ({ ...r, id: `${v.id}/${r.id}` })));
    const numbered = alone.filter((r) => r.alone && r.when.every((m) => 'not' in m || 'status' in m || bare(m)));
    expect(numbered.map((r) => r.id)).toEqual([]);
  });
  it('proves nothing wrong of a product that it does not know, whose words it knows of another', () => {
    const wrong = sections.filter((s) => {
      const others = { ...catalogue, vendors: catalogue.vendors.filter((v) => v.id !== s.file) };
      if (!s.notes['also']) return false;
      const { verdict } = tell(judge(s.exchange, others));
      return verdict.certainty === 'proven' && verdict.cause !== s.cause;
    });
    expect(wrong.map((s) => `${s.file}/${s.id}`)).toEqual([]);
  });
  it('has a vendor for each fixture', () => {
    const ids = new Set(catalogue.vendors.map((v) => v.id));
    expect(fs.readdirSync(folder).filter((f) => !ids.has(f.replace(/\.http$/, '')))).toEqual([]);
  });
});
