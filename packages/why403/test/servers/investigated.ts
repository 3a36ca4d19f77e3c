import type { Diagnosis, Imported } from '@why403/core';
import { diagnose } from '../../src/run/diagnose.ts';
import { readText } from '../../src/run/read-input.ts';
import type { Scenario } from './model.ts';
import { start } from './start.ts';

export function importedOf(words: readonly string[], origin: string): Imported {
  const quoted = words.map((word) => `'${word.replaceAll('{origin}', origin).replaceAll("'", "'\\''")}'`);
  return readText(`curl ${quoted.join(' ')}`, {})[0]!;
}

export function credentialOf(line: string): { readonly name: string; readonly header: readonly [string, string] } {
  const colon = line.indexOf(': ');
  return { name: 'other', header: [line.slice(0, colon), line.slice(colon + 2)] };
}

/** The whole investigation of one scenario, in this process. */
export async function investigated(scenario: Scenario): Promise<Diagnosis> {
  const { origin, stop } = await start(scenario);
  try {
    return await diagnose(importedOf(scenario.request, origin), {
      allowWrites: true,
      maxWait: 0,
      as: scenario.as ? [credentialOf(scenario.as)] : [],
      ...(scenario.working && { working: importedOf(scenario.working, origin) }),
    });
  } finally {
    stop();
  }
}
