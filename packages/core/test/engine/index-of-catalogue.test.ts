import { join } from 'node:path';
import { expect, test } from 'vitest';
import { catalogue, type Exchange, judge } from '../../src/index.ts';
import { fixturesIn } from '../fixture.ts';

const folder = join(import.meta.dirname, '../../fixtures');
const exchanges = ['vendors', 'causes']
  .flatMap((name) => fixturesIn(join(folder, name)))
  .map(({ exchange }) => exchange)
  .filter((_, i) => i % 15 === 0);

const told = (exchange: Exchange, units = catalogue): unknown => {
  const { ranked, products, refusals, fixes, faults } = judge(exchange, units);
  return {
    ranked: ranked.map(({ cause, probability, claims }) => ({ cause: cause.id, probability, claims })),
    ...{ products, refusals, fixes, faults },
  };
};

test('the index of the catalogue changes nothing of what is found', () => {
  // a catalogue that is used for the first time has no index yet
  for (let i = 0; i < 4; i++) judge(exchanges[i]!, catalogue);
  expect(exchanges.length).toBeGreaterThan(100);
  for (const exchange of exchanges) {
    const fresh = { ...catalogue, vendors: [...catalogue.vendors], causes: [...catalogue.causes] };
    expect(told(exchange), exchange.request.url).toEqual(told(exchange, fresh));
  }
});

test('judged again beside further claims, an exchange is judged as if for the first time', () => {
  const [exchange] = exchanges;
  const further = [
    { cause: 'rate-limited', weight: 'suggests', says: 'it was asked often', at: [], by: 'test' },
  ] as const;
  const first = judge(exchange!, catalogue);
  const beside = judge(exchange!, catalogue, further);
  expect(beside.case).toBe(first.case);
  expect(beside.ranked.map(({ probability }) => probability)).toEqual(
    judge({ ...exchange! }, catalogue, further).ranked.map(({ probability }) => probability),
  );
  expect(told(exchange!)).toEqual(told({ ...exchange! }));
});
