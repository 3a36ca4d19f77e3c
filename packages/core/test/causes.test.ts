import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogue } from '../src/catalogue.ts';
import { judge } from '../src/engine/judge.ts';
import { tell } from '../src/report/tell.ts';
import { fixturesIn } from './fixture.ts';

const folder = path.join(import.meta.dirname, '../fixtures/causes');
const sections = fixturesIn(folder);
const general = { ...catalogue, vendors: [] };

describe('every cause is known by general evidence alone, whatever product answers', () => {
  for (const cause of catalogue.causes) {
    describe(cause.id, () => {
      const own = sections.filter((s) => s.file === cause.id);
      it('has three exchanges that are it and two that only look alike', () => {
        expect(own.filter((s) => s.cause === cause.id).length).toBeGreaterThanOrEqual(3);
        const alike = own.filter((s) => s.cause !== cause.id);
        expect(alike.length).toBeGreaterThanOrEqual(2);
      });
      for (const section of own) {
        it(`reads ${section.id} as ${section.cause}`, () => {
          const judgement = judge(section.exchange, general);
          expect({ cause: judgement.ranked[0]!.cause.id, faults: judgement.faults }).toEqual({
            cause: section.cause,
            faults: [],
          });
        });
      }
    });
  }
  it('has a cause for each fixture', () => {
    const ids = new Set<string>(catalogue.causes.map((c) => c.id));
    expect(fs.readdirSync(folder).filter((f) => !ids.has(f.replace(/\.http$/, '')))).toEqual([]);
  });
  it('tells no evidence of one cause twice', () => {
    const vendors = fixturesIn(path.join(folder, '../vendors'));
    const twice = {
      request: { method: 'POST', url: 'https://a.example/packages', headers: [] },
      response: {
        status: 403,
        headers: [],
        body: { text: 'This package requires owners to enable MFA. You must enable MFA before you push it.' },
      },
      gaps: [],
    };
    const told = [twice, ...[...sections, ...vendors].map(({ exchange }) => exchange)].flatMap((exchange) =>
      tell(judge(exchange, catalogue)).causes.flatMap(({ cause, evidence }) => {
        const lines = evidence.map(({ from, quote, says }) => JSON.stringify([from, quote, says]));
        return lines.filter((line, i) => lines.indexOf(line) < i).map((line) => `${cause} ${line}`);
      }),
    );
    expect(told).toEqual([]);
  }, 60_000);
  it('gives each verdict one sentence and each fix one person', () => {
    for (const section of sections) {
      const { verdict, causes } = tell(judge(section.exchange, general));
      expect(verdict.summary, section.id).toMatch(/^[a-zA-Z0-9][^\n]{5,200}[^.\n]$/);
      expect(causes[0]!.fixes.length, section.id).toBeGreaterThan(0);
      for (const fix of causes[0]!.fixes)
        expect(['caller', 'api-owner', 'server-admin', 'network'], section.id).toContain(fix.who);
    }
  });
});
