import type { CauseId } from '@why403/core';
import type { Told } from '../model.ts';

/** What a message of an error log means. The first that fits counts. */
export interface Words {
  /** Linear; tried on the message, at most 8,000 characters of it. A first group, where there is one, is the detail. */
  readonly is: RegExp;
  readonly causes: readonly CauseId[];
  readonly says: string;
}

const DETAIL_LIMIT = 250;
const details = new Map<string, Told>();
const plain = new WeakMap<Words, Told>();

/** The meaning of a message, or undefined where it speaks of no refusal. Equal meanings are the same object. */
export function tell(message: string, words: readonly Words[], by: string): Told | undefined {
  for (const word of words) {
    const match = word.is.exec(message);
    if (!match) continue;
    const detail = match[1]?.slice(0, 80);
    return detail ? withDetail(word, by, detail) : toldOf(word, by);
  }
  return undefined;
}

function toldOf(word: Words, by: string): Told {
  const known = plain.get(word);
  if (known) return known;
  const told = { causes: word.causes, known: word.causes.length === 1, says: word.says, by };
  plain.set(word, told);
  return told;
}

// Details come from the log, so their number is bounded; beyond it the meaning stands without them.
function withDetail(word: Words, by: string, detail: string): Told {
  const key = `${by}\n${word.says}\n${detail}`;
  const known = details.get(key);
  if (known) return known;
  if (details.size >= DETAIL_LIMIT) return toldOf(word, by);
  const told = { ...toldOf(word, by), detail: Buffer.from(detail).toString() };
  details.set(key, told);
  return told;
}
