// Finds causes by the words that people have for them: everyday words, numbers, products, tools, and the words of the causes' own texts.
import { type Cause, type CauseId, catalogue, type Tool, tools } from '@why403/core';
import { EVERYDAY, NUMBERS } from './everyday.ts';

/** Causes that words stand for, the likeliest first, and what else is known of the words. */
export interface FoundCauses {
  readonly causes: readonly Cause[];
  /** The product of that name, and what its refusals say. */
  readonly product?: { readonly name: string; readonly says: readonly string[] };
  readonly tool?: Tool;
}

const MOST = 6;
const WEIGHT = { proves: 3, suggests: 2, hints: 1, doubts: 0, excludes: 0 } as const;

export function findCauses(words: string): FoundCauses {
  const asked = words.toLowerCase().trim().replace(/\s+/g, ' ');
  const listed = NUMBERS[asked.replace(/^http ?/, '')] ?? EVERYDAY[asked];
  const vendor = catalogue.vendors.find(
    ({ id, name }) => id === asked.replaceAll(' ', '-') || name.toLowerCase() === asked,
  );
  // with what it was to do: `git push`
  const [program = ''] = asked.split(' ', 1);
  const tool =
    tools.find(({ id, name }) => id === asked || name.toLowerCase() === asked) ??
    tools.find(({ commands }) => commands?.includes(program));
  const product = vendor && {
    name: vendor.name,
    says: vendor.refusals.slice(0, MOST).map(({ says, causes }) => `${firstOf(causes)}: ${says}`),
  };
  const ids = listed ?? (vendor ? byWeight(vendor.refusals.map(({ causes }) => causes)) : undefined) ?? byText(asked);
  return {
    causes: ids.slice(0, MOST).flatMap((id) => catalogue.causes.find((cause) => cause.id === id) ?? []),
    ...(product && { product }),
    ...(tool && { tool }),
  };
}

type Weights = Partial<Readonly<Record<CauseId, keyof typeof WEIGHT>>>;

function firstOf(causes: Weights): string {
  return Object.entries(causes).sort((a, b) => WEIGHT[b[1]] - WEIGHT[a[1]])[0]?.[0] ?? '';
}

function byWeight(all: readonly Weights[]): readonly CauseId[] {
  const totals = new Map<CauseId, number>();
  for (const causes of all)
    for (const [id, weight] of Object.entries(causes) as [CauseId, keyof typeof WEIGHT][])
      totals.set(id, (totals.get(id) ?? 0) + WEIGHT[weight]);
  return [...totals]
    .filter(([, total]) => total > 1)
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => id);
}

/** Causes whose own texts have the words: the title counts most. */
function byText(asked: string): readonly CauseId[] {
  const words = asked.split(/[^a-z0-9]+/).filter((word) => word.length > 2);
  if (words.length === 0) return [];
  const listed = words.flatMap((word) => EVERYDAY[word] ?? []);
  return catalogue.causes
    .map((cause) => ({
      id: cause.id,
      score: words.reduce((sum, word) => sum + score(cause, word), 0) + (listed.includes(cause.id) ? 4 : 0),
    }))
    .filter((one) => one.score >= 2)
    .sort((a, b) => b.score - a.score)
    .map(({ id }) => id);
}

function score(cause: Cause, word: string): number {
  const stem = word.length > 5 ? word.slice(0, -1) : word;
  const has = (text: string): boolean => new RegExp(`\\b${stem}`, 'i').test(text);
  return (
    (has(cause.id) ? 5 : 0) +
    (has(cause.title) ? 4 : 0) +
    (has(cause.signs.for.join(' ')) ? 2 : 0) +
    (has(cause.explain) ? 1 : 0)
  );
}
