import { readdirSync, readFileSync } from 'node:fs';
import type { CauseId } from '@why403/core';
import type { Chance } from './random.ts';

interface Wording {
  readonly text: string;
  readonly sent: string;
  readonly causes: Partial<Readonly<Record<CauseId, number>>>;
}

const FOLDER = new URL('../../../core/data/wordings/', import.meta.url);
/** Share from which a sentence tells one cause. */
const CLEAR = 0.9;

let byCause: ReadonlyMap<CauseId, readonly Wording[]> | undefined;

/** A sentence that tells this cause after such a request, as written down in the repository's wordings; undefined where there is none. */
export function sentenceFor(cause: CauseId, sent: string, draw: Chance): string | undefined {
  byCause ??= read();
  const all = byCause.get(cause) ?? [];
  const fitting = all.filter((wording) => wording.sent === sent);
  return fitting.length + all.length ? draw.pick(fitting.length ? fitting : all).text : undefined;
}

function read(): ReadonlyMap<CauseId, readonly Wording[]> {
  const found = new Map<CauseId, Wording[]>();
  for (const name of readdirSync(FOLDER).sort())
    for (const line of readFileSync(new URL(name, FOLDER), 'utf8').split('\n')) {
      if (!line) continue;
      const wording = JSON.parse(line) as Wording;
      if (wording.text.length < 12) continue;
      for (const [cause, share] of Object.entries(wording.causes) as [CauseId, number][])
        if (share >= CLEAR) found.set(cause, [...(found.get(cause) ?? []), wording]);
    }
  return found;
}
