import { catalogue, compare, isAllowed } from '@why403/core';
import { describe, expect, test } from 'vitest';
import { permissionFor } from '../../src/send/permission.ts';
import { createSender } from '../../src/send/sender.ts';
import { KINDS } from './checks.ts';
import { scenario } from './draw.ts';
import { importedOf } from './investigated.ts';
import { start } from './start.ts';
import { row } from './tally.ts';

/** So many servers of each kind. */
const EACH = 3;
const seeds = Array.from({ length: EACH * KINDS.length }, (_, i) => i + 7 * KINDS.length);

async function answersOf(seed: number): Promise<readonly [refused: string, helped: string | undefined]> {
  const one = scenario(seed);
  const { origin, stop } = await start(one);
  try {
    const outcome = async (words: readonly string[]): Promise<string> => {
      const { exchange, send } = importedOf(words, origin);
      const permission = await permissionFor({ request: exchange.request, form: 'command' }, undefined, {});
      const sender = createSender({ permission, passed: (answer) => isAllowed(answer, catalogue) });
      const answer = await sender.send(exchange.request, send);
      return compare(answer, answer, catalogue);
    };
    return [await outcome(one.request), one.working && (await outcome(one.working))];
  } finally {
    stop();
  }
}

describe('the drawn servers', () => {
  test('are the same for the same seed', () => {
    for (const seed of seeds) expect(JSON.stringify(scenario(seed))).toBe(JSON.stringify(scenario(seed)));
  });

  test('refuse what they are to refuse, and let pass what is said to work', async () => {
    for (const seed of seeds) {
      const [refused, helped] = await answersOf(seed);
      expect.soft(refused, scenario(seed).id).toBe('refused-alike');
      if (helped !== undefined) expect.soft(helped, `${scenario(seed).id}, the working request`).toBe('allowed');
    }
  });
});

test('no cause is proven that is not the true one', { timeout: 120_000 }, async () => {
  const rows = [];
  for (const seed of seeds) rows.push(await row(seed));
  const proven = rows.filter(({ certainty }) => certainty === 'proven');
  expect(proven.filter(({ got, want }) => got !== want)).toEqual([]);
  expect(proven.length).toBeGreaterThan(0);
});
