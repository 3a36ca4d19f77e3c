import { onlyDenies } from '../language/languages.ts';
import type { Claim } from '../model/cause.ts';
import { CAUSE_IDS } from '../model/cause-id.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Catalogue } from './catalogue.ts';
import { groundsOfWords } from './features.ts';
import { examine, weighGrounds } from './hear.ts';
import { claimOf } from './tell-grounds.ts';

/** Bits that a line's words must give a cause before they stand for it, and how near to the first a second one may come. */
const STANDS = 4;
const BESIDE = 1.5;

/** What a line says that was not meant for the caller, a server's log for one: by its words alone, whatever product wrote it. */
export function overhear(line: string, catalogue: Catalogue): readonly Claim[] {
  const exchange: Exchange = {
    request: { method: 'GET', url: 'http://localhost/', headers: [] },
    response: { status: 403, headers: [['Content-Type', 'text/plain']], body: { text: line } },
    gaps: [],
  };
  const { case: c } = examine(exchange, { ...catalogue, vendors: [] });
  const seen = new Set<string>();
  const fresh = (features: readonly string[]) => features.filter((f) => !seen.has(f) && seen.add(f));
  // a sentence that states nothing, or no more than that something was refused, stands for nothing
  const grounds = weighGrounds(
    groundsOfWords(c, fresh).filter(({ sentence }) => sentence?.statements.length && !onlyDenies(sentence.whole)),
  );
  if (!grounds.length) return [];
  const totals = CAUSE_IDS.map((_, k) => grounds.reduce((sum, { bits }) => sum + bits[k]!, 0));
  const most = Math.max(...totals);
  return CAUSE_IDS.flatMap((_, k): readonly Claim[] => {
    if (totals[k]! < STANDS || totals[k]! < most - BESIDE) return [];
    const strongest = grounds.reduce((a, b) => (b.bits[k]! > a.bits[k]! ? b : a));
    const claim = claimOf(strongest, k, exchange);
    return claim ? [{ ...claim, weight: 'suggests', bits: totals[k]! }] : [];
  }).sort((a, b) => b.bits! - a.bits!);
}
